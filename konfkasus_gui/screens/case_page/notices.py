"""Numbers for the letters that follow an invitation, before they are looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure import register
from konfkasus_gui.procedure.register import NumberUnusable
from konfkasus_gui.procedure.vocabulary import DocumentKind, Numbering
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.planning.numbers import NumbersWindow
from konfkasus_gui.screens.session import Session


def offer_numbers(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    parent: QWidget,
    then: Callable[[], object],
) -> None:
    """Number the letters of ``kind`` if the counselor wants it; ``then`` shows them either way."""
    waiting = register.unwritten(session.plan(conference_id), kind)
    if kind not in register.SUBJECTS or not waiting:
        then()
        return
    if not dialogs.confirm(
        parent,
        _("Beri nomor untuk {n} surat ini?").format(n=len(waiting)),
        action=_("Beri nomor"),
        detail=_("Tanpa nomor, surat dicetak dengan titik-titik. Nomor tercatat dalam register."),
    ):
        then()
        return
    if session.school.numbering is not Numbering.TYPED:
        deeds.number_notices(session, conference_id, kind, session.today())
        then()
        return
    window = NumbersWindow(waiting, parent, shared=session.school.shared_number)
    window.typed.connect(partial(_take, session, conference_id, kind, window, then))
    window.open()


def _take(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    window: NumbersWindow,
    then: Callable[[], object],
    typed: tuple[str, ...],
) -> None:
    try:
        deeds.number_notices(session, conference_id, kind, session.today(), typed)
    except NumberUnusable as error:
        window.refuse(str(error))
        return
    window.accept()
    then()

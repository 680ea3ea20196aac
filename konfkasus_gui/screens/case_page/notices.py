"""Numbers for the papers that have one of their own, before they are looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import register
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.register import NumberUnusable
from konfkasus_gui.procedure.vocabulary import DocumentKind, Numbering
from konfkasus_gui.screens import dialogs, letter_deeds
from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
from konfkasus_gui.screens.planning.numbers import NumbersWindow
from konfkasus_gui.screens.session import Session


def offer_numbers(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    parent: QWidget,
    then: Callable[[], object],
) -> None:
    """Number the papers of ``kind`` if the counselor wants it; ``then`` shows them either way.

    A referral is written for its reader first.
    """
    if kind is DocumentKind.REFERRAL:
        window = ReferralWindow(session, conference_id, parent)
        window.written.connect(partial(_number_referral, session, parent, then))
        window.open()
    elif kind in register.SOLE:
        _number_sole(session, conference_id, kind, "", parent, then)
    elif kind in register.SUBJECTS:
        _number_notices(session, conference_id, kind, parent, then)
    else:
        then()


def _number_referral(
    session: Session, parent: QWidget, then: Callable[[], object], written: Referral
) -> None:
    kind, recipient = DocumentKind.REFERRAL, written.recipient
    _number_sole(session, written.conference_id, kind, recipient, parent, then)


def _number_sole(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    recipient: str,
    parent: QWidget,
    then: Callable[[], object],
) -> None:
    if register.issued(session.plan(conference_id), kind) is not None or not dialogs.confirm(
        parent,
        _("Beri nomor untuk {kind}?").format(kind=kind.label),
        action=_("Beri nomor"),
        detail=_("Tanpa nomor, dokumen dicetak dengan titik-titik. Nomor tercatat dalam register."),
    ):
        then()
        return
    typed: tuple[str, ...] = ()
    if session.school.numbering is Numbering.TYPED:
        number = dialogs.ask_line(
            parent,
            _("Nomor dari tata usaha untuk {kind}").format(kind=kind.label),
            action=_("Pakai nomor ini"),
            hint=_("Nomor surat"),
        )
        if number is None:
            then()
            return
        typed = (number,)
    try:
        letter_deeds.number_paper(session, conference_id, kind, session.today(), recipient, typed)
    except KonfKasusError as error:
        dialogs.tell(parent, str(error))
    then()


def _number_notices(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    parent: QWidget,
    then: Callable[[], object],
) -> None:
    waiting = register.unwritten(session.plan(conference_id), kind)
    if not waiting or not dialogs.confirm(
        parent,
        _("Beri nomor untuk {n} surat ini?").format(n=len(waiting)),
        action=_("Beri nomor"),
        detail=_("Tanpa nomor, surat dicetak dengan titik-titik. Nomor tercatat dalam register."),
    ):
        then()
        return
    if session.school.numbering is not Numbering.TYPED:
        letter_deeds.number_notices(session, conference_id, kind, session.today())
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
        letter_deeds.number_notices(session, conference_id, kind, session.today(), typed)
    except NumberUnusable as error:
        window.refuse(str(error))
        return
    window.accept()
    then()

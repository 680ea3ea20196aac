"""Asking before numbered invitations are replaced."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.screens import dialogs, letter_deeds
from konfkasus_gui.screens.session import Session


def offer_replacement(
    session: Session, conference_id: int, letters: Iterable[Letter], parent: QWidget
) -> None:
    """Mark ``letters`` as replaced, once the counselor has said so."""
    if dialogs.confirm(
        parent,
        _("Ganti undangan yang sudah bernomor?"),
        action=_("Ganti surat"),
        detail=_(
            "Nomor lama tetap tercatat sebagai diganti dan tidak dipakai lagi."
            " Nomor baru diberikan pada halaman Undangan."
        ),
    ):
        letter_deeds.replace_letters(session, session.plan(conference_id), letters)

"""Lists that leave the archive as spreadsheets: the warning, the file, the line in the history."""

from PySide6.QtWidgets import QWidget

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.notice import Notice


def warned(parent: QWidget) -> bool:
    """Whether a list is to leave the protection of the archive all the same."""
    return dialogs.confirm(
        parent,
        _("Simpan di luar arsip?"),
        action=_("Simpan sebagai Excel"),
        detail=_(
            "Berkas Excel tidak terkunci: siapa pun yang membuka folder itu dapat membacanya."
            " Penyimpanan ini dicatat dalam riwayat."
        ),
    )


def save(session: Session, parent: QWidget, label: str, content: bytes, notice: Notice) -> None:
    """Write ``content`` where the counselor wants it; ``notice`` tells how it went.

    ``label`` names the list, in the file's name and in the history, and says nothing of a person.
    """
    suggested = f"{label.replace(' ', '-')}-{session.today():%Y-%m-%d}.xlsx"
    path = dialogs.choose_save_file(
        parent, _("Simpan sebagai Excel"), suggested, _("Buku kerja Excel (*.xlsx)")
    )
    if path is None:
        return
    try:
        replace_file(path, content)
    except KonfKasusError as error:
        notice.say(str(error), "danger")
        return
    session.note(Deed.EXPORTED, note=label)
    notice.say(_("Daftar tersimpan di luar arsip. Hapus bila sudah tidak diperlukan."), "good")

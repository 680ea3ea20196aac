"""The screens around the archive: the first start, its keys, its backups, and small questions."""

from PySide6.QtWidgets import QWidget

from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.demo.pictures import Gallery, put_away
from konfkasus_gui.language import _
from konfkasus_gui.screens.dialogs import Question, ReasonQuestion
from konfkasus_gui.screens.session import Session

EXAMPLE = "perahu kertas melintasi jendela"
NO_KEY = bytes(32)
"""Stands for the data key in windows that are only looked at."""


class VaultScreens:
    """Draws the windows that know ``vault`` into ``gallery``; changes nothing in it."""

    def __init__(self, vault: Vault, session: Session, gallery: Gallery) -> None:
        self._vault = vault
        self._session = session
        self._gallery = gallery

    def first_start(self) -> None:
        """The wizard of the first start, unlocking, recovery, and how questions look."""
        from konfkasus_gui.screens.first_start.wizard import FirstStartWizard

        wizard = FirstStartWizard(_nothing, recovery=RecoveryKey(bytes(range(16))))
        wizard.school.name.setText(_("SMP Negeri 1 Sukamaju"))
        wizard.school.counselor.setText(_("Dra. Siti Aminah"))
        for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
            field.setText(EXAMPLE)
        self._gallery.draw_steps(wizard, "mulai")
        self._unlocking()
        self._questions()

    def keys(self, window: QWidget) -> None:
        """What the settings open: a passphrase, an account, a new recovery sheet."""
        from konfkasus_gui.screens.settings.account_window import AccountWindow
        from konfkasus_gui.screens.settings.passphrase import PassphraseWindow
        from konfkasus_gui.screens.settings.recovery_wizard import RecoveryWizard

        vault, session = self._vault, self._session
        self._draw(PassphraseWindow(vault, session, window), "ganti-kata-sandi")
        self._draw(AccountWindow(vault, session, NO_KEY, None, window), "akun-baru")
        self._draw(AccountWindow(vault, session, NO_KEY, session.account, window), "akun")
        sheet = RecoveryKey(bytes(range(16)))
        self._gallery.draw_steps(
            RecoveryWizard(vault, session, NO_KEY, window, sheet), "ganti-kunci-pemulihan"
        )

    def damage(self) -> None:
        """An archive that is damaged or gone, and the way back from its newest backup."""
        from konfkasus_gui.archive.backup import backups_in
        from konfkasus_gui.archive.errors import ArchiveGone
        from konfkasus_gui.screens.broken import BrokenWindow
        from konfkasus_gui.screens.restoring import RestoreWindow

        newest = backups_in(self._vault.backup_folder)[0]
        sentence = _("Sebagian arsip rusak. Arsip tidak diubah agar tidak bertambah rusak.")
        broken = BrokenWindow(sentence, newest, readable=True)
        self._gallery.draw(broken, "arsip-rusak")
        restoring = RestoreWindow(self._vault, self._session.now, newest.path, broken)
        self._draw(restoring, "pulihkan-arsip")
        put_away(broken)
        gone = BrokenWindow(str(ArchiveGone()), newest, readable=False, gone=True)
        self._draw(gone, "arsip-hilang")

    def _unlocking(self) -> None:
        from konfkasus_gui.screens.recovery import RecoveryWindow
        from konfkasus_gui.screens.unlock import UnlockWindow

        window = UnlockWindow(self._vault)
        self._gallery.draw(window, "buka-arsip")
        window.tell(str(WrongPassphrase()))
        self._gallery.draw(window, "buka-arsip-ditolak")
        self._draw(RecoveryWindow(self._vault, window), "kunci-pemulihan")
        put_away(window)

    def _questions(self) -> None:
        plain = Question(
            None,
            _("Finalkan notulen?"),
            detail=_("Sesudah final, notulen tidak dapat diubah; koreksi ditulis sebagai ralat."),
            action=_("Finalkan notulen"),
            danger=False,
        )
        grave = Question(
            None,
            _("Tarik persetujuan konseli?"),
            detail=_("Kasus langsung dibekukan dan undangan yang sudah terbit dibatalkan."),
            action=_("Tarik persetujuan"),
            danger=True,
        )
        reason = ReasonQuestion(
            None,
            _("Mengapa pertemuan diakhiri lebih awal?"),
            detail=_("Alasan ini dicatat dalam notulen."),
            action=_("Akhiri konferensi"),
        )
        plain.add_return()
        grave.add_return()
        for window, name in ((plain, "finalkan"), (grave, "tarik"), (reason, "alasan")):
            self._draw(window, f"pertanyaan-{name}")

    def _draw(self, window: QWidget, name: str) -> None:
        self._gallery.draw_over(window, name)
        put_away(window)


def _nothing(_asked: object) -> object:
    """Makes no archive: the pictures show the pages only."""
    return None

"""What an open archive has beside its pages: its key, its backups, and who watches over it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from konfkasus_gui.archive.key_file import Unlocked
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.locking import idle_minutes
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.backups import Backups
from konfkasus_gui.screens.clipboard import ClipboardGuard
from konfkasus_gui.screens.idle_watch import IdleWatch
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.session import Session

QUIET_MS = 2000
"""How long the first page has to itself before a backup is made."""
EACH_MS = 5 * 60_000
"""How often it is looked whether another backup is due."""


class Custody(QObject):
    """Lives as long as the archive is open; the only one beside the backups who has its key."""

    lock_requested = Signal()
    damage_found = Signal(object)
    """A ``Verdict``: the archive must not be written to any more."""

    def __init__(
        self,
        vault: Vault,
        unlocked: Unlocked,
        session: Session,
        window: MainWindow,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.unlocked: Unlocked | None = unlocked
        self._vault = vault
        self._minutes = session.school.lock_minutes
        self._session = session
        self._window = window
        self.backups = session.backups = Backups(vault, unlocked.key, session)
        self.backups.damage_found.connect(self.damage_found)
        self.backups.reopening_wanted.connect(self.lock_requested)
        self.watch = IdleWatch(self._idle_minutes, clock)
        self.watch.lock_requested.connect(self.lock_requested)
        self.clipboard = ClipboardGuard(self)
        window.lock_requested.connect(self.lock_requested)
        window.passphrase_requested.connect(self._change_passphrase)
        window.account_requested.connect(self._change_account)
        window.recovery_requested.connect(self._renew_recovery)
        self._soon = QTimer(self)
        self._soon.setInterval(QUIET_MS)
        self._soon.timeout.connect(self._work_quietly)
        self._soon.start()

    def end(self) -> None:
        """Watch no longer, forget the key, and put all windows away."""
        self.unlocked = None
        self._soon.stop()
        self.blockSignals(True)
        self.watch.stop()
        self.watch.deleteLater()
        self.clipboard.empty()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for shown in QApplication.topLevelWidgets():
            if isValid(shown) and shown.isVisible():  # one that closed may take others along
                shown.reject() if isinstance(shown, QDialog) else shown.close()
        if isValid(self._window):
            self._window.deleteLater()
        self.deleteLater()

    def _work_quietly(self) -> None:
        self._soon.setInterval(EACH_MS)
        self.backups.make_if_due()

    def _idle_minutes(self) -> int:
        """Told anew each time; an archive that does not tell is locked as it was told last."""
        with suppress(KonfKasusError):
            chosen = self._session.school.lock_minutes
            self._minutes = idle_minutes(chosen, meeting_runs=self._session.lists.meeting_runs())
        return self._minutes

    def _change_passphrase(self) -> None:
        from konfkasus_gui.screens.settings.passphrase import PassphraseWindow

        PassphraseWindow(self._vault, self._session, self._window).open()

    def _change_account(self, account_id: int | None) -> None:
        from konfkasus_gui.screens.settings.account_window import AccountWindow

        if self.unlocked is not None:
            account = None if account_id is None else self._session.get(Account, account_id)
            key = self.unlocked.key
            AccountWindow(self._vault, self._session, key, account, self._window).open()

    def _renew_recovery(self) -> None:
        from konfkasus_gui.screens.settings.recovery_wizard import RecoveryWizard

        if self.unlocked is not None:
            key = self.unlocked.key
            RecoveryWizard(self._vault, self._session, key, self._window).open()

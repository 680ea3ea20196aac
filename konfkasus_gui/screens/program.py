"""From the first window to the last: first start, unlocking, the open archive, locking."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from konfkasus_gui.archive.errors import ArchiveMissing, KeyFileMissing
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, State, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

if TYPE_CHECKING:
    from konfkasus_gui.archive.key_file import Unlocked
    from konfkasus_gui.screens.clipboard import ClipboardGuard
    from konfkasus_gui.screens.first_start.wizard import FirstStart
    from konfkasus_gui.screens.idle_watch import IdleWatch
    from konfkasus_gui.screens.resuming import Left
    from konfkasus_gui.screens.session import Session


_AHEAD = (
    "konfkasus_gui.archive.key_file",
    "konfkasus_gui.archive.archive",
    "konfkasus_gui.screens.background",
    "konfkasus_gui.screens.session",
    "konfkasus_gui.screens.deeds",
    "konfkasus_gui.screens.main_window",
    "konfkasus_gui.screens.home",
)


class Program(QObject):
    """Shows one of three windows: first start, *Buka arsip*, or the open archive.

    The archive is open exactly as long as ``session`` is not None.
    """

    def __init__(self, vault: Vault, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._vault = vault
        self._clock = clock
        self._held = ExitStack()
        self._ahead: list[str] = []
        self._unlocked: Unlocked | None = None
        self._watch: IdleWatch | None = None
        self._clipboard: ClipboardGuard | None = None
        self._left: dict[int, Left] = {}
        self.session: Session | None = None
        self.window: QWidget | None = None

    def start(self) -> None:
        """Show the window that fits what the folder holds.

        Raises:
            KeyFileMissing, ArchiveMissing: the folder holds half an archive.
        """
        match self._vault.state:
            case State.KEY_FILE_MISSING:
                raise KeyFileMissing
            case State.ARCHIVE_MISSING:
                raise ArchiveMissing
            case State.EMPTY:
                self._ask_first()
            case State.READY:
                self._ask_passphrase()

    def lock(self) -> None:
        """Keep what is typed, close the archive and every window; the key is forgotten.

        Locking never asks and nothing stops it, neither a wizard nor a question, menu or choice of
        files. What could not be kept waits in a sealed box for the one who typed it.
        """
        session, window = self.session, self.window
        if session is None:
            return
        self.session = None
        try:
            session.keep_typed()
            self._remember(window)
        finally:
            try:
                session.lock()
            finally:
                self._unlocked = None
                self._held.close()
                self._cover(window)
        self.window = None

    def _ask_first(self) -> None:
        from konfkasus_gui.screens.first_start.wizard import FirstStartWizard

        wizard = FirstStartWizard(self._create)
        wizard.created.connect(self._open)
        self._show(wizard)

    def _ask_passphrase(self) -> None:
        from konfkasus_gui.screens.unlock import UnlockWindow

        window = UnlockWindow(self._vault)
        window.typing.connect(self._load_ahead)
        window.unlocked.connect(self._open)
        window.resize(1024, 640)
        self._show(window)

    def _create(self, asked: "FirstStart") -> "Unlocked":
        """Make the archive that was asked for; in a worker's thread, all or nothing."""
        from konfkasus_gui.archive.archive import Archive
        from konfkasus_gui.archive.key_file import Unlocked
        from konfkasus_gui.procedure.audit import AuditEvent
        from konfkasus_gui.procedure.school import Account, School
        from konfkasus_gui.procedure.vocabulary import Deed, Role

        key = self._vault.create(asked.passphrase, asked.recovery)
        now = self._clock()
        with Archive.open(self._vault.archive_path, key) as archive, archive.together():
            archive.save(School(name=asked.school))
            account = archive.save(
                Account(name=asked.counselor, role=Role.COORDINATOR, created_at=now)
            )
            archive.save(AuditEvent(at=now, account_id=account.id, deed=Deed.CREATED))
        self._vault.finish()
        return Unlocked(key, FIRST_ACCOUNT)

    def _open(self, unlocked: "Unlocked") -> None:
        from konfkasus_gui.archive.archive import Archive
        from konfkasus_gui.procedure.audit import AuditEvent
        from konfkasus_gui.procedure.school import Account
        from konfkasus_gui.procedure.vocabulary import Deed
        from konfkasus_gui.screens.main_window import MainWindow
        from konfkasus_gui.screens.session import Session
        from konfkasus_gui.screens.unlock import UnlockWindow

        try:
            archive = self._held.enter_context(Archive.open(self._vault.archive_path, unlocked.key))
            session = Session(archive, self._clock, archive.get(Account, unlocked.account))
            with session.together():
                for at in self._vault.failures():
                    session.save(AuditEvent(at=at, deed=Deed.UNLOCK_FAILED))
                session.note(Deed.UNLOCKED)
                if unlocked.recovered:
                    session.note(Deed.PASSPHRASE_CHANGED, note=_("dengan kunci pemulihan"))
            self._vault.forget_failures()
        except KonfKasusError as error:
            self._held.close()
            if isinstance(self.window, UnlockWindow):
                self.window.tell(str(error))
                return
            raise
        self.session = session
        self._unlocked = unlocked
        window = MainWindow(session)
        window.lock_requested.connect(self._lock_and_ask)
        window.passphrase_requested.connect(self._change_passphrase)
        window.account_requested.connect(self._change_account)
        window.recovery_requested.connect(self._renew_recovery)
        self._show(window, maximised=True)
        self._guard()
        before = self._left.pop(unlocked.account, None)
        if before is not None:
            from konfkasus_gui.screens.resuming import resume

            resume(before, window, unlocked.key)

    def _guard(self) -> None:
        """Watch over the open archive and the clipboard."""
        from konfkasus_gui.screens.clipboard import ClipboardGuard
        from konfkasus_gui.screens.idle_watch import IdleWatch

        self._watch = IdleWatch(self._idle_minutes, self._clock)
        self._watch.lock_requested.connect(self._lock_and_ask)
        self._clipboard = ClipboardGuard()

    def _idle_minutes(self) -> int:
        from konfkasus_gui.procedure.locking import idle_minutes

        if self.session is None:
            return 0
        chosen = self.session.school.lock_minutes
        return idle_minutes(chosen, meeting_runs=self.session.lists.meeting_runs())

    def _remember(self, window: QWidget | None) -> None:
        """Where the counselor stands, for the way back after unlocking."""
        from konfkasus_gui.screens.main_window import MainWindow
        from konfkasus_gui.screens.resuming import left

        if isinstance(window, MainWindow) and self._unlocked is not None:
            self._left[self._unlocked.account] = left(window, self._unlocked.key)

    def _cover(self, window: QWidget | None) -> None:
        """Take away all that may show or hold something of the archive."""
        if self._watch is not None:
            self._watch.lock_requested.disconnect(self._lock_and_ask)
            self._watch.deleteLater()
            self._watch = None
        if self._clipboard is not None:
            self._clipboard.empty()
            self._clipboard.deleteLater()
            self._clipboard = None
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for shown in QApplication.topLevelWidgets():
            if shown.isVisible():
                shown.reject() if isinstance(shown, QDialog) else shown.close()
        if window is not None:
            window.deleteLater()

    def _load_ahead(self) -> None:
        """Load what the open archive needs while the passphrase is typed, a module at a time."""
        self._ahead = list(_AHEAD)
        self._load_next()

    def _load_next(self) -> None:
        if self._ahead and self.session is None:
            import_module(self._ahead.pop(0))
            QTimer.singleShot(0, self._load_next)

    def _lock_and_ask(self) -> None:
        self.lock()
        self._ask_passphrase()

    def _change_passphrase(self) -> None:
        from konfkasus_gui.screens.settings.passphrase import PassphraseWindow

        if self.session is not None and self.window is not None:
            PassphraseWindow(self._vault, self.session, self.window).open()

    def _change_account(self, account_id: int | None) -> None:
        from konfkasus_gui.procedure.school import Account
        from konfkasus_gui.screens.settings.account_window import AccountWindow

        if self.session is not None and self.window is not None and self._unlocked is not None:
            account = None if account_id is None else self.session.get(Account, account_id)
            key = self._unlocked.key
            AccountWindow(self._vault, self.session, key, account, self.window).open()

    def _renew_recovery(self) -> None:
        from konfkasus_gui.screens.settings.recovery_wizard import RecoveryWizard

        if self.session is not None and self.window is not None and self._unlocked is not None:
            key = self._unlocked.key
            RecoveryWizard(self._vault, self.session, key, self.window).open()

    def _show(self, window: QWidget, *, maximised: bool = False) -> None:
        before, self.window = self.window, window
        if maximised:
            window.showMaximized()
        else:
            window.show()
        window.activateWindow()  # the keys work at once, also where nobody clicked
        if before is not None:
            before.close()
            before.deleteLater()

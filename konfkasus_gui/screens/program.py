"""From the first window to the last: first start, unlocking, the open archive, locking."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from konfkasus_gui.archive.errors import ArchiveMissing, KeyFileMissing
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, State, Vault
from konfkasus_gui.errors import KonfKasusError

if TYPE_CHECKING:
    from konfkasus_gui.archive.key_file import Unlocked
    from konfkasus_gui.screens.first_start.wizard import FirstStart
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
        """Keep what is typed, close the archive and every window that shows it.

        Locking never asks: forms keep what is typed as soon as the session says ``locked``.
        """
        session, window = self.session, self.window
        if session is None:
            return
        self.session = None
        try:
            session.lock()
        finally:
            self._held.close()
            if window is not None:
                window.close()
                window.deleteLater()
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
        from konfkasus_gui.procedure.vocabulary import Deed

        key = self._vault.create(asked.passphrase, asked.recovery)
        now = self._clock()
        with Archive.open(self._vault.archive_path, key) as archive, archive.together():
            archive.save(School(name=asked.school))
            account = archive.save(Account(name=asked.counselor, created_at=now))
            archive.save(AuditEvent(at=now, account_id=account.id, deed=Deed.CREATED))
        self._vault.finish()
        return Unlocked(key, FIRST_ACCOUNT)

    def _open(self, unlocked: "Unlocked") -> None:
        from konfkasus_gui.archive.archive import Archive
        from konfkasus_gui.procedure.school import Account
        from konfkasus_gui.procedure.vocabulary import Deed
        from konfkasus_gui.screens.main_window import MainWindow
        from konfkasus_gui.screens.session import Session
        from konfkasus_gui.screens.unlock import UnlockWindow

        try:
            archive = self._held.enter_context(Archive.open(self._vault.archive_path, unlocked.key))
            session = Session(archive, self._clock, archive.get(Account, unlocked.account))
            session.note(Deed.UNLOCKED)
        except KonfKasusError as error:
            self._held.close()
            if isinstance(self.window, UnlockWindow):
                self.window.tell(str(error))
                return
            raise
        self.session = session
        window = MainWindow(session)
        window.lock_requested.connect(self._lock_and_ask)
        window.passphrase_requested.connect(self._change_passphrase)
        self._show(window, maximised=True)

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

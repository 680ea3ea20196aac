"""From the first window to the last: first start, unlocking, the open archive, locking."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from konfkasus_gui.archive.errors import ArchiveGone, ArchiveMissing, KeyFileMissing
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, State, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

if TYPE_CHECKING:
    from konfkasus_gui.archive.archive import Archive
    from konfkasus_gui.archive.health import Verdict
    from konfkasus_gui.archive.key_file import Unlocked
    from konfkasus_gui.archive.restore import Restored
    from konfkasus_gui.screens.backups import Made
    from konfkasus_gui.screens.custody import Custody
    from konfkasus_gui.screens.first_start.wizard import FirstStart
    from konfkasus_gui.screens.resuming import Left
    from konfkasus_gui.screens.session import Session


_AHEAD = (
    "konfkasus_gui.archive.key_file",
    "konfkasus_gui.archive.archive",
    "konfkasus_gui.archive.backup",
    "konfkasus_gui.screens.widgets.progress",
    "konfkasus_gui.screens.session",
    "konfkasus_gui.screens.deeds",
    "konfkasus_gui.screens.main_window",
    "konfkasus_gui.screens.custody",
    "konfkasus_gui.screens.home",
)


class Program(QObject):
    """Shows one window: first start, *Buka arsip*, the open archive, or what is wrong with it.

    The archive is open exactly as long as ``session`` is not None.
    """

    def __init__(self, vault: Vault, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._vault = vault
        self._clock = clock
        self._held = ExitStack()
        self._ahead: list[str] = []
        self._left: dict[int, Left] = {}
        self._wanted: Path | None = None
        self.custody: Custody | None = None
        self.session: Session | None = None
        self.window: QWidget | None = None

    def start(self) -> None:
        """Show the window that fits what the folder holds."""
        match self._vault.state:
            case State.KEY_FILE_MISSING:
                self._tell_broken(str(KeyFileMissing()))
            case State.ARCHIVE_MISSING:
                self._tell_broken(str(ArchiveMissing()))
            case State.ONLY_BACKUPS:
                self._tell_broken(str(ArchiveGone()), gone=True)
            case State.EMPTY:
                self._ask_first()
            case State.READY:
                self._ask_passphrase()

    def restore_from(self, backup: Path) -> None:
        """Restore the file ``backup``: at once where there is nothing whole that it would replace.

        Otherwise a coordinator opens the archive first, and it is backed up.
        """
        from konfkasus_gui.screens.unlock import UnlockWindow

        if isinstance(self.window, UnlockWindow):
            self._wanted = backup
            self.window.tell(
                _("Buka arsip dahulu. Setelah itu koordinator BK dapat memulihkan cadangan ini.")
            )
        else:
            self._ask_restore(backup)

    def lock(self) -> None:
        """Keep what is typed, close the archive and every window; the key is forgotten.

        Locking never asks and nothing stops it, neither a wizard nor a question, menu or choice of
        files. What could not be kept waits in a sealed box for the one who typed it.
        """
        session, custody = self.session, self.custody
        if session is None or custody is None:
            return
        self.session = self.custody = None
        try:
            session.keep_typed()
            self._remember(custody)
        finally:
            try:
                session.lock()
            finally:
                try:
                    self._held.close()
                finally:
                    custody.end()
        self.window = None

    def _ask_first(self) -> None:
        from konfkasus_gui.screens.first_start.wizard import FirstStartWizard

        self._left.clear()  # that was in another archive
        wizard = FirstStartWizard(self._create)
        wizard.created.connect(self._open)
        wizard.restore_requested.connect(self._restore_first)
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
        from konfkasus_gui.procedure.audit import AuditEvent, Deed
        from konfkasus_gui.procedure.school import Account, School
        from konfkasus_gui.procedure.vocabulary import Role

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
        """Open the archive, unless a page of it is damaged; then work goes on where it was."""
        from konfkasus_gui.archive.backup import open_archive
        from konfkasus_gui.archive.health import quick_check
        from konfkasus_gui.screens.custody import Custody
        from konfkasus_gui.screens.main_window import MainWindow
        from konfkasus_gui.screens.unlock import UnlockWindow

        path, key = self._vault.archive_path, unlocked.key
        try:
            verdict = unlocked.verdict or quick_check(path, key)
            if not verdict.writable:
                self._tell_damaged(key, verdict)
                return
            archive = self._held.enter_context(open_archive(self._vault, key, self._clock()))
            session = self._begin(archive, unlocked)
        except KonfKasusError as error:
            self._held.close()
            if isinstance(self.window, UnlockWindow):
                self.window.tell(str(error))
                return
            raise
        except BaseException:
            self._held.close()
            raise
        self.session = session
        window = MainWindow(session)
        window.restore_requested.connect(self._restore)
        self.custody = Custody(self._vault, unlocked, session, window, self._clock)
        self.custody.lock_requested.connect(self._lock_and_ask)
        self.custody.damage_found.connect(self._lock_damaged)
        self._show(window, maximised=True)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._restore_wanted(session, wanted)
            return
        before = self._left.pop(unlocked.account, None)
        if before is not None:
            from konfkasus_gui.screens.resuming import resume

            resume(before, window, key)

    def _begin(self, archive: "Archive", unlocked: "Unlocked") -> "Session":
        """The session of ``archive``; its history tells how it came to be open."""
        from konfkasus_gui.archive.restore import forget_restored, restored_from
        from konfkasus_gui.procedure.account import require_active
        from konfkasus_gui.procedure.audit import AuditEvent, Deed
        from konfkasus_gui.procedure.chain import RESTORED_FORMAT
        from konfkasus_gui.procedure.school import Account
        from konfkasus_gui.screens.session import Session

        restored = restored_from(self._vault)
        account = next((one for one in archive.every(Account) if one.id == unlocked.account), None)
        require_active(account)
        session = Session(archive, self._clock, account)
        with session.together():
            for at in self._vault.failures():
                session.save(AuditEvent(at=at, deed=Deed.UNLOCK_FAILED))
            session.note(Deed.UNLOCKED)
            session.forget_removed()
            if unlocked.recovered:
                session.note(Deed.PASSPHRASE_CHANGED, note=_("dengan kunci pemulihan"))
            if restored is not None:
                note = restored[0].strftime(RESTORED_FORMAT)
                line = session.history_line(Deed.RESTORED, note=note)
                session.save(replace(line, at=restored[1]))
        self._vault.forget_failures()
        forget_restored(self._vault)
        return session

    def _remember(self, custody: "Custody") -> None:
        """Where the counselor stands, for the way back after unlocking."""
        from konfkasus_gui.screens.main_window import MainWindow
        from konfkasus_gui.screens.resuming import left

        unlocked = custody.unlocked
        if isinstance(self.window, MainWindow) and unlocked is not None:
            self._left[unlocked.account] = left(self.window, unlocked.key)

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

    def _lock_damaged(self, verdict: "Verdict") -> None:
        unlocked = self.custody.unlocked if self.custody else None
        self.lock()
        if unlocked is not None:
            self._tell_damaged(unlocked.key, verdict)

    def _tell_damaged(self, key: bytes, verdict: "Verdict") -> None:
        found = " ".join(damage.title for damage in verdict.damage)
        sentence = _("{found} Arsip tidak diubah agar tidak bertambah rusak.").format(found=found)
        self._tell_broken(sentence, key)

    def _tell_broken(self, sentence: str, key: bytes = b"", *, gone: bool = False) -> None:
        """Say what is wrong with the archive, and offer its backups; ``key`` lets one salvage.

        Where it is ``gone`` altogether, another one may be begun.
        """
        from konfkasus_gui.archive.backup import backups_in
        from konfkasus_gui.screens.broken import BrokenWindow

        newest = None
        try:
            found = backups_in(self._vault.backup_folder)
            newest = next((one for one in found if one.manifest is not None), None)
        except KonfKasusError as error:
            sentence = f"{sentence} {error}"
        window = BrokenWindow(sentence, newest, readable=bool(key), gone=gone)
        window.restore_requested.connect(self._ask_restore)
        window.beginning_requested.connect(self._ask_first)
        window.salvage_requested.connect(partial(self._salvage, key))
        window.resize(1024, 640)
        self._show(window)

    def _restore(self, path: Path | None) -> None:
        """Back the open archive up, lock it, and ask for the key of the backup at ``path``."""
        from konfkasus_gui.screens.widgets.progress import run_with_progress

        if self.session is None or self.session.backups is None or self.window is None:
            return
        work = self.session.backups.making(spare=path)
        task = run_with_progress(self.window, _("Membuat cadangan arsip sekarang…"), work)
        task.finished.connect(partial(self._lock_to_restore, path))
        task.failed.connect(self._not_backed_up)

    def _restore_wanted(self, session: "Session", path: Path) -> None:
        from konfkasus_gui.procedure.account import require_coordinator

        try:
            require_coordinator(session.account)
        except KonfKasusError as error:
            self._tell(error)
        else:
            self._restore(path)

    def _not_backed_up(self, error: Exception) -> None:
        if isinstance(error, KonfKasusError) and self.session is not None and self.session.backups:
            self.session.backups.fail(error)
        self._tell(error)

    def _lock_to_restore(self, path: Path | None, made: "Made") -> None:
        if self.session is not None and self.session.backups is not None:
            self.session.backups.made(made)  # counts even if nothing is restored after all
        self._lock_and_ask()
        self._ask_restore(path)

    def _restore_first(self) -> None:
        self._ask_restore(None)

    def _ask_restore(self, path: Path | None) -> None:
        from konfkasus_gui.screens.restoring import RestoreWindow

        window = RestoreWindow(self._vault, self._clock, path, self.window)
        window.restored.connect(self._take_restored)
        window.open()

    def _take_restored(self, _restored: "Restored") -> None:
        self._left.clear()
        self._ask_passphrase()

    def _salvage(self, key: bytes) -> None:
        """Write what can still be read to a backup of its own, and offer to restore that."""
        from konfkasus_gui.archive.backup import free_name
        from konfkasus_gui.archive.files import disk_faults_told
        from konfkasus_gui.archive.salvage import Salvaged, salvage
        from konfkasus_gui.screens.background import Report
        from konfkasus_gui.screens.broken import BrokenWindow
        from konfkasus_gui.screens.widgets.progress import run_with_progress

        window, vault, now = self.window, self._vault, self._clock()
        if not isinstance(window, BrokenWindow):
            return
        target = free_name(vault.backup_folder, now)

        def work(report: Report) -> Salvaged:
            with disk_faults_told():
                vault.backup_folder.mkdir(mode=0o700, exist_ok=True)
            return salvage(vault, key, target, now, report)

        task = run_with_progress(window, _("Menyelamatkan yang masih terbaca…"), work)
        task.finished.connect(partial(window.show_salvaged, target))
        task.failed.connect(self._tell)

    def _tell(self, error: Exception) -> None:
        from konfkasus_gui.screens import dialogs
        from konfkasus_gui.screens.background import Cancelled

        if isinstance(error, KonfKasusError):
            dialogs.tell(self.window, str(error))
        elif not isinstance(error, Cancelled):
            raise error

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

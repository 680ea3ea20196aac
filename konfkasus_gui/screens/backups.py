"""The backups of the open archive: made by themselves, copied to a second place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from konfkasus_gui.archive import backup
from konfkasus_gui.archive.backup import Backup
from konfkasus_gui.archive.backup_errors import ArchiveUnsound
from konfkasus_gui.archive.errors import NotAnArchive
from konfkasus_gui.archive.files import is_folder
from konfkasus_gui.archive.health import Verdict, full_check
from konfkasus_gui.archive.history import HistoryFilter, check_chain, read_lines
from konfkasus_gui.archive.restore import Restored, rehearse
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure import rotation
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.chain import Soundness
from konfkasus_gui.procedure.standing import EventLine
from konfkasus_gui.screens.background import Cancelled, Report, Task
from konfkasus_gui.screens.session import Session


@dataclass(frozen=True, slots=True)
class Made:
    """A new proven backup, its proven copy, and why there is no copy although one was wanted."""

    backup: Backup
    copy: Backup | None = None
    refusal: KonfKasusError | None = None


class Backups(QObject):
    """Knows the backups of the archive that ``session`` shows, and makes new ones beside it.

    All work is on connections of its own, so that nobody waits for it; a lock stops it. ``key`` is
    the data key, forgotten at the lock.
    """

    changed = Signal()
    """There is another backup, another copy, or another failure to tell."""
    reopening_wanted = Signal()
    """The archive is sound, but its connection takes nothing more until it is opened anew."""
    damage_found = Signal(object)
    """A ``Verdict``: the archive must not be written to any more."""

    def __init__(self, vault: Vault, key: bytes, session: Session) -> None:
        super().__init__()
        self.vault = vault
        self._refusal: KonfKasusError | None = None
        self._unlisted: KonfKasusError | None = None
        self._key = key
        self._session = session
        self._task: Task | None = None
        self._look: Task | None = None
        self._changed = True  # for all one knows; it counts once the newest backup is old
        session.changed.connect(self._see)
        self._reopen = False
        session.unreadable.connect(self._look_and_reopen)
        session.locked.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether a backup is being made by itself."""
        return self._task is not None

    @property
    def here(self) -> tuple[Backup, ...]:
        """Those on this PC, the newest first and the damaged ones last.

        Where their folder cannot be looked into there are none, and ``failure`` says why.
        """
        try:
            found = backup.backups_in(self.vault.backup_folder)
        except KonfKasusError as error:
            self._unlisted = error
            return ()
        self._unlisted = None
        return found

    @property
    def failure(self) -> KonfKasusError | None:
        """Why there is no new backup or no copy of it, or why nobody knows of any."""
        return self._refusal or self._unlisted

    @property
    def latest(self) -> datetime | None:
        """When the newest proven backup of this archive was made."""
        times = backup.times_of(self._key, self.here)
        return max(times, default=None)

    @property
    def second_place(self) -> Path | None:
        """The folder for copies, on a stick or another disk."""
        place = self._session.school.second_place
        return Path(place) if place else None

    @property
    def copy_is_old(self) -> bool:
        """Whether to remind of the second place."""
        return rotation.copy_is_old(self._session.school.copied_on, self._session.today())

    def look_for_damage(self) -> None:
        """Look at the whole archive beside the window, because a part of it could not be read."""
        if self._key and self._look is None:
            self._look = Task(self, self.checking())
            self._look.finished.connect(self._looked)
            self._look.failed.connect(self._looked_in_vain)
            self._look.start(aside=True)

    def make_if_due(self) -> None:
        """Make a backup beside the window if there is none of today, or of what is new today."""
        if self.busy:
            return
        session, made = self._session, backup.made_of(self._key, self.here)
        if rotation.due(made, session.now(), session.lists.count_cases(), self._changed):
            self._changed = False
            self._task = Task(self, self.making())
            self._task.finished.connect(self.made)
            self._task.failed.connect(self._failed)
            self._task.start(aside=True)

    def making(
        self, folder: Path | None = None, *, spare: Path | None = None
    ) -> Callable[[Report], Made]:
        """The work of a new backup and of its copy in ``folder``; for ``made``.

        Without ``folder`` it is copied to the second place, if that is within reach. ``spare`` is
        an earlier backup that stays whatever its age, because it is about to be restored.
        """
        vault, key, now = self.vault, self._key, self._session.now()
        place = folder or self.second_place

        def work(report: Report) -> Made:
            new = backup.make(vault, key, now, report)
            backup.rotate(vault.backup_folder, key, now, spare)
            copy = None
            try:
                if place is not None and (folder is not None or is_folder(place)):
                    copy = backup.copy_to(new, place, report)
                    backup.rotate(place, key, now, spare)
                backup.forget_old_archives(vault, key)
            except KonfKasusError as error:
                return Made(new, copy, error)
            return Made(new, copy)

        return work

    def rehearsing(self, path: Path) -> Callable[[Report], Restored]:
        """The work of restoring ``path`` for practice."""
        return partial(rehearse, self.vault, path, self._key)

    def checking(self) -> Callable[[Report], Verdict]:
        """The work of looking at every byte of the archive."""
        return partial(full_check, self.vault.archive_path, self._key)

    def checking_history(self) -> Callable[[Report], Soundness]:
        """The work of following the chain of the history, past what all backups tell of it."""
        folders = (self.vault.backup_folder, self.second_place)
        path, key = self.vault.archive_path, self._key

        def work(report: Report) -> Soundness:
            found = [one for folder in folders if folder for one in backup.backups_in(folder)]
            return check_chain(path, key, backup.anchors_of(key, tuple(found)), report)

        return work

    def reading_history(self, wanted: HistoryFilter) -> Callable[[Report], tuple[EventLine, ...]]:
        """The work of reading all lines of the history that are ``wanted``."""
        asked = self._session.archive.history.asked(wanted)
        path, key = self.vault.archive_path, self._key
        return lambda report: tuple(read_lines(path, key, asked, report))

    def made(self, made: Made) -> None:
        """Remember that a backup was made, and where its copy is or why there is none."""
        self._task = None
        self._refusal = made.refusal
        session, changed = self._session, self._changed
        with session.together():
            session.note(Deed.BACKED_UP)
            if made.copy is not None:
                place = str(made.copy.path.parent)
                today = session.today()
                session.save(replace(session.school, second_place=place, copied_on=today))
                session.note(Deed.COPIED)
        self._changed = changed  # that it was made is nothing new to back up
        self.changed.emit()

    def fail(self, error: KonfKasusError) -> None:
        """Remember why there is no new backup, for all to see."""
        self._refusal = error
        self.changed.emit()
        if isinstance(error, (ArchiveUnsound, NotAnArchive)):
            self.look_for_damage()

    def _see(self, record: object) -> None:
        self._changed = self._changed or not isinstance(record, AuditEvent)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._changed = True  # and still waits for a backup
        if isinstance(error, KonfKasusError):
            self.fail(error)
        elif not isinstance(error, Cancelled):
            raise error

    def _looked(self, verdict: Verdict) -> None:
        self._look = None
        if not verdict.writable:
            self.damage_found.emit(verdict)
        elif self._reopen:
            self.reopening_wanted.emit()

    def _looked_in_vain(self, error: Exception) -> None:
        self._look = None
        if not isinstance(error, (KonfKasusError, Cancelled)):
            raise error
        if self._reopen:
            self.reopening_wanted.emit()

    def _look_and_reopen(self) -> None:
        self._reopen = True
        self.look_for_damage()

    def _stop(self) -> None:
        self._key = b""
        if self._look is not None:
            self._look.finished.disconnect(self._looked)
            self._look.cancel()
        if self._task is not None:
            self._task.finished.disconnect(self.made)
            self._task.cancel()

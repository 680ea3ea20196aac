"""The archive's folder: what lies where, who may open it, and how a first archive comes about.

The keys and their cryptography are loaded when they are first used: the first window needs none.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from konfkasus_gui.archive.errors import (
    ArchiveAlreadyThere,
    ArchiveMissing,
    KeyFileMissing,
    PassphraseTaken,
    TooSoon,
    WrongPassphrase,
    WrongRecoveryKey,
)
from konfkasus_gui.archive.files import (
    check_room,
    disk_faults_told,
    only_one,
    replace_file,
    sweep,
    sync_folder,
)
from konfkasus_gui.archive.swap import complete

if TYPE_CHECKING:
    from konfkasus_gui.archive.key_file import KeyFile, Unlocked
    from konfkasus_gui.archive.keys import Parameters
    from konfkasus_gui.archive.recovery import RecoveryKey

FIRST_ACCOUNT = 1  # the row that the first start keeps first


class State(Enum):
    """What the folder holds, told from its file names alone."""

    EMPTY = "empty"
    READY = "ready"
    KEY_FILE_MISSING = "key file missing"
    ARCHIVE_MISSING = "archive missing"
    ONLY_BACKUPS = "only backups"


class Vault:
    """One folder with one archive and the file that holds its wrapped keys.

    A first start happens in three steps, and a power cut between any two leaves ``EMPTY``, so
    that the first start simply begins again: ``create`` writes the keys under a name of their own,
    the caller fills the archive at ``archive_path``, ``finish`` gives the keys their name.

    Args:
        folder: where everything lies; ``claim`` and ``create`` make it.
        parameters: the work for new passphrases, and the least that a key file may ask for.
            Left out, new ones are tuned to this PC and none may be below ``MINIMUM``; tests give
            cheap ones.
        clock: the local time, by which one waits after a wrong passphrase; without one nobody
            waits.
    """

    def __init__(
        self,
        folder: Path,
        parameters: "Parameters | None" = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.folder = folder
        self.archive_path = folder / "arsip.kkdb"
        self.key_path = folder / "kunci.json"
        self.backup_folder = folder / "cadangan"
        self.log_folder = folder / "log"
        self._begun_path = folder / "kunci-baru.json"
        self._lock_path = folder / "dipakai.lock"
        self._attempts_path = folder / "percobaan.json"
        self._parameters = parameters
        self._clock = clock

    @property
    def state(self) -> State:
        """What is there.

        Raises:
            FolderReadOnly, DiskFailing: the folder cannot be looked into.
        """
        with disk_faults_told():
            keys = self.key_path.is_file()
            archive = self.archive_path.is_file() and self.archive_path.stat().st_size > 0
            begun = self._begun_path.is_file()
        if keys:
            return State.READY if archive else State.ARCHIVE_MISSING
        if begun:
            return State.EMPTY
        if archive:
            return State.KEY_FILE_MISSING
        return State.ONLY_BACKUPS if self._has_backups() else State.EMPTY

    @contextmanager
    def claim(self) -> Iterator[None]:
        """Keep other instances of the program out as long as this lasts, and clear up before.

        A restore that a power cut stopped after its point of no return is brought to its end.

        Raises:
            ArchiveInUse: another instance has this folder.
            FolderReadOnly, DiskFull, DiskFailing: the folder takes no lock file.
        """
        self._make_folder()
        with only_one(self._lock_path):
            sweep(self.folder)
            sweep(self.backup_folder)
            complete(self.folder)
            yield

    def check_room(self) -> None:
        """See, before anything is changed, that the folder takes changes: 1 MiB of them.

        Raises:
            FolderReadOnly, DiskFull, DiskFailing: it does not.
        """
        check_room(self.folder)

    def create(self, passphrase: str, recovery: "RecoveryKey") -> bytes:
        """A new data key (32 bytes), wrapped for the first account and for ``recovery``.

        What an earlier first start left unfinished is removed. Takes about a second.

        Raises:
            ArchiveAlreadyThere: the folder holds an archive or the keys of one; nothing changed.
            FolderReadOnly, DiskFull, DiskFailing: nothing was begun.
        """
        from konfkasus_gui.archive.key_file import KeyFile
        from konfkasus_gui.archive.keys import (
            PassphraseWrap,
            RecoveryWrap,
            archive_name,
            new_data_key,
            tune,
        )

        if self.state not in (State.EMPTY, State.ONLY_BACKUPS):
            raise ArchiveAlreadyThere
        self._make_folder()
        self.check_room()
        key = new_data_key()
        wraps = KeyFile(
            (PassphraseWrap.seal(key, passphrase, FIRST_ACCOUNT, self._parameters or tune()),),
            RecoveryWrap.seal(key, recovery),
            archive_name(key),
        )
        with disk_faults_told():
            for ending in ("", "-wal", "-shm"):
                Path(f"{self.archive_path}{ending}").unlink(missing_ok=True)
        replace_file(self._begun_path, wraps.written())
        return key

    def finish(self) -> None:
        """Make what ``create`` began count, once the archive holds what the first start asked.

        Raises:
            ArchiveMissing: no archive was written at ``archive_path``.
            FolderReadOnly, DiskFull, DiskFailing: the first start is still unfinished.
        """
        with disk_faults_told():
            if not (self.archive_path.is_file() and self.archive_path.stat().st_size):
                raise ArchiveMissing
            self._begun_path.replace(self.key_path)
            sync_folder(self.folder)

    def unlock(self, passphrase: str) -> "Unlocked":
        """The data key and the account that ``passphrase`` belongs to. Takes about 0.5 s for each.

        Raises:
            WrongPassphrase: no account has it.
            TooSoon: the wait after a wrong one is not over.
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: nothing to open with it.
            FolderReadOnly, DiskFailing: the key file cannot be read.
        """
        with self.patiently():
            return self.keys().unlock(passphrase)

    def unlock_with_recovery(self, typed: str) -> bytes:
        """The data key (32 bytes), for someone who has the printed recovery key.

        Raises:
            RecoveryKeyMistyped: ``typed`` is not what any sheet says.
            WrongRecoveryKey: it is the key of another archive.
            TooSoon: the wait after a wrong one is not over.
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: nothing to open with it.
            FolderReadOnly, DiskFailing: the key file cannot be read.
        """
        with self.patiently():
            return self.keys().unlock_with_recovery(typed)

    def accounts(self) -> frozenset[int]:
        """The accounts that have a passphrase.

        Raises:
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: no sound key file.
            FolderReadOnly, DiskFailing: the key file cannot be read.
        """
        return frozenset(wrap.account for wrap in self.keys().passphrases)

    def remove_passphrase(self, account: int) -> None:
        """Let no passphrase of ``account`` open the archive any more.

        Raises:
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: no sound key file.
            FolderReadOnly, DiskFull, DiskFailing: the passphrase still holds.
        """
        replace_file(self.key_path, self.keys().without(account).written())

    def set_recovery(self, key: bytes, recovery: "RecoveryKey") -> None:
        """Let ``recovery`` and no earlier sheet open the data key ``key``.

        Raises:
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: no sound key file.
            FolderReadOnly, DiskFull, DiskFailing: the earlier sheet still holds.
        """
        from konfkasus_gui.archive.keys import RecoveryWrap

        wrap = RecoveryWrap.seal(key, recovery)
        replace_file(self.key_path, self.keys().with_recovery(wrap).written())

    def now(self) -> datetime | None:
        """The local time, if there is a clock."""
        return None if self._clock is None else self._clock()

    def wait(self) -> timedelta:
        """How long no passphrase is looked at, after wrong ones.

        Raises:
            FolderReadOnly, DiskFull, DiskFailing: the folder does not tell.
        """
        if self._clock is None or not self._has_failures():
            return timedelta()
        from konfkasus_gui.archive.attempts import Attempts

        return Attempts(self._attempts_path).wait(self._clock())

    def failures(self) -> tuple[datetime, ...]:
        """When a passphrase or a recovery key was wrong since the archive was last open.

        Raises:
            FolderReadOnly, DiskFull, DiskFailing: the folder does not tell.
        """
        if self._clock is None or not self._has_failures():
            return ()
        from konfkasus_gui.archive.attempts import Attempts

        return Attempts(self._attempts_path).failures(self._clock())

    def forget_failures(self) -> None:
        """The history of the open archive has them.

        Raises:
            FolderReadOnly, DiskFailing: they cannot be removed.
        """
        with disk_faults_told():
            self._attempts_path.unlink(missing_ok=True)

    @contextmanager
    def patiently(self) -> Iterator[None]:
        """Try a secret inside, if the wait is over; a wrong one begins the next wait.

        Raises:
            TooSoon: the wait after a wrong one is not over.
        """
        if self.wait():
            raise TooSoon
        try:
            yield
        except (WrongPassphrase, WrongRecoveryKey):
            if self._clock is not None:
                from konfkasus_gui.archive.attempts import Attempts

                Attempts(self._attempts_path).failed(self._clock())
            raise

    def set_passphrase(self, key: bytes, passphrase: str, account: int = FIRST_ACCOUNT) -> None:
        """Let ``passphrase`` and no earlier one of ``account`` open the data key ``key``.

        Takes about 0.5 s for each account.

        Raises:
            PassphraseTaken: another account has it already, so that it would open that one.
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: no sound key file.
            FolderReadOnly, DiskFull, DiskFailing: the earlier passphrase still holds.
        """
        from konfkasus_gui.archive.keys import PassphraseWrap, tune

        keys = self.keys()
        if keys.fits_another(passphrase, account):
            raise PassphraseTaken
        wrap = PassphraseWrap.seal(key, passphrase, account, self._parameters or tune())
        replace_file(self.key_path, keys.with_passphrase(wrap).written())

    def keys(self) -> "KeyFile":
        """The wrapped keys, as they are now.

        Raises:
            KeyFileMissing, KeyFileDamaged, ArchiveMissing, ArchiveTooNew: no sound key file.
            FolderReadOnly, DiskFailing: the key file cannot be read.
        """
        from konfkasus_gui.archive.key_file import SIZE_LIMIT, KeyFile

        match self.state:
            case State.ARCHIVE_MISSING:
                raise ArchiveMissing
            case State.KEY_FILE_MISSING | State.ONLY_BACKUPS | State.EMPTY:
                raise KeyFileMissing
        with disk_faults_told(), self.key_path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        return KeyFile.parse(content, self.weakest)

    def _has_backups(self) -> bool:
        from konfkasus_gui.archive.container import SUFFIX  # a usual start need not ask

        with disk_faults_told():
            return self.backup_folder.is_dir() and any(self.backup_folder.glob(f"*{SUFFIX}"))

    @property
    def weakest(self) -> "Parameters":
        """The least work that a key file may ask for, this folder's or a backup's."""
        from konfkasus_gui.archive.keys import MINIMUM

        return self._parameters or MINIMUM

    def _has_failures(self) -> bool:
        with disk_faults_told():
            return self._attempts_path.exists()

    def _make_folder(self) -> None:
        with disk_faults_told():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

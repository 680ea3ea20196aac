"""Files that a power cut leaves whole, and the sentences for a disk that refuses."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from konfkasus_gui.archive.errors import (
    ArchiveError,
    ArchiveInUse,
    DiskFailing,
    DiskFull,
    FolderGone,
    FolderReadOnly,
    NameUnusable,
)

if sys.platform == "win32":
    from msvcrt import LK_NBLCK, locking

    def _lock(descriptor: int) -> None:
        locking(descriptor, LK_NBLCK, 1)

    def sync_folder(folder: Path) -> None:
        """Nothing: Windows keeps names in its journal and opens no folder for this."""

else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _lock(descriptor: int) -> None:
        flock(descriptor, LOCK_EX | LOCK_NB)

    def sync_folder(folder: Path) -> None:
        """See that the names in ``folder`` are on the disk, not only what the files hold."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a network folder that has no such call
                raise
        finally:
            os.close(descriptor)


_UNFINISHED = ".{}.baru"
ROOM = 1 << 20  # what an open archive needs for its log before anything is written for good

_ERROR_OF_NUMBER: dict[int, type[ArchiveError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: FolderReadOnly,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
    errno.EEXIST: FolderReadOnly,  # a file stands where the folder should
    errno.ENOTDIR: FolderReadOnly,
    errno.ENOENT: FolderGone,
    errno.EISDIR: NameUnusable,
    errno.ENAMETOOLONG: NameUnusable,
    errno.EIO: DiskFailing,
    errno.ENODEV: DiskFailing,
    errno.ENXIO: DiskFailing,
}


@contextmanager
def disk_faults_told() -> Iterator[None]:
    """Turn what the system says of a disk into the sentence for it; the rest stays a bug.

    Raises:
        DiskFull, FolderReadOnly, FolderGone, DiskFailing: the disk refused what was done inside.
    """
    try:
        yield
    except OSError as error:
        kind = _ERROR_OF_NUMBER.get(error.errno or 0)
        if kind is None:
            raise
        raise kind from error


def is_folder(path: Path) -> bool:
    """Whether there is a folder at ``path``.

    Raises:
        FolderReadOnly, DiskFailing: the system does not tell.
    """
    with disk_faults_told():
        return path.is_dir()


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``; whatever happens, the old or the new file is there, whole.

    Only the owner may read the new file.

    Raises:
        DiskFull, FolderReadOnly, FolderGone: nothing was changed.
        DiskFailing: one of the two is there, and nobody can tell which the disk will keep.
    """
    beside = _unused(path.parent)
    with disk_faults_told():
        try:
            _write(beside, content)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):  # the first fault is the one to tell
                beside.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def check_room(folder: Path, size: int = ROOM) -> None:
    """Try ``folder`` out with a file of ``size`` bytes, which is gone again afterwards.

    Raises:
        DiskFull, FolderReadOnly, DiskFailing: the folder takes no such file.
    """
    trial = _unused(folder)
    with disk_faults_told():
        try:
            _write(trial, os.urandom(size))  # zeros might be kept in no room at all
        finally:
            trial.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a power cut left of unfinished files; nobody else may be writing in ``folder``.

    Raises:
        FolderReadOnly, DiskFailing: the folder does not let go of them.
    """
    with disk_faults_told():
        for left in folder.glob(_UNFINISHED.format("?" * 16)):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)


@contextmanager
def scratch(folder: Path, mark: str = "") -> Iterator[Path]:
    """A new folder in ``folder`` for the owner alone; gone afterwards, with all in it.

    What a power cut leaves of it is swept up. Renaming it takes it, whole, out of harm's way.

    Args:
        folder: where to make it.
        mark: 16 hexadecimal digits; what an earlier one of this mark left is removed first. For
            folders that nobody sweeps, because others may be writing there.

    Raises:
        DiskFull, FolderReadOnly, DiskFailing: the disk refused this, or what was done inside.
    """
    place = folder / _UNFINISHED.format(mark) if mark else _unused(folder)
    with disk_faults_told():
        if mark and place.exists():
            shutil.rmtree(place)
        place.mkdir(mode=0o700)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)  # what stays is swept up by the next start


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that was not there, for the owner alone; on the disk when this ends well."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:  # noqa: PTH123 - only we may read it
        yield file
        file.flush()
        os.fsync(file.fileno())


def forget_cached(path: Path) -> None:
    """Let what is read next of ``path`` come from the disk and not from memory, where possible."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``; the system lets go of it when the program ends or dies.

    Raises:
        ArchiveInUse: another program, or another part of this one, holds it.
        DiskFull, FolderReadOnly, DiskFailing: the lock file cannot be made.
    """
    with disk_faults_told():
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError) as error:
            raise ArchiveInUse from error
        yield  # the file stays: removing it would let two programs lock two files of one name
    finally:
        os.close(descriptor)


def _unused(folder: Path) -> Path:
    return folder / _UNFINISHED.format(os.urandom(8).hex())


def _write(path: Path, content: bytes) -> None:
    with new_file(path) as file:
        file.write(content)

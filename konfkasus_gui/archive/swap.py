"""Another archive with its key file takes the place of the one in a folder, both or neither.

Promised: one renamed folder is the point of no return. Before it the old archive is untouched;
after it every further step is a renaming that ``complete`` does, now or at the next start, in any
number of tries. The old archive, its log and its key file stay beside, under names that tell when.
"""

import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from konfkasus_gui.archive.files import disk_faults_told, sync_folder

ARCHIVE = "arsip.kkdb"
KEYS = "kunci.json"
RESTORED = "dipulihkan.json"
"""Goes along with a new archive and tells, until the history does, when its backup was made."""
STAMP = "%Y-%m-%d-%H%M%S"
_READY = "dipulihkan-"
_OLD_OF = {
    f"{ARCHIVE}-wal": "arsip-lama-{}.kkdb-wal",
    ARCHIVE: "arsip-lama-{}.kkdb",
    KEYS: "kunci-lama-{}.json",
}
_SET_ASIDE = re.compile(
    r"(?:arsip|kunci)-lama-(\d{4}-\d\d-\d\d-\d{6})(?:-\d+)?\.(?:kkdb|kkdb-wal|json)"
)


def commit(place: Path, now: datetime) -> None:
    """Let what lies in ``place`` become the archive of the folder around it.

    Args:
        place: holds ``arsip.kkdb`` and ``kunci.json``, on the disk and checked, and what
            ``RESTORED`` tells, if anything.
        now: the local time, for the names under which the old ones stay.

    Raises:
        DiskFull, FolderReadOnly, DiskFailing: the old archive is still there; or the new one
            will be, once ``complete`` gets through.
    """
    folder = place.parent
    first = now.strftime(STAMP)
    stamp, number = first, 1
    while any((folder / old.format(stamp)).exists() for old in _OLD_OF.values()):
        number += 1
        stamp = f"{first}-{number}"
    with disk_faults_told():
        sync_folder(place)
        place.rename(folder / f"{_READY}{stamp}")
        sync_folder(folder)
    complete(folder)


def complete(folder: Path) -> None:
    """Bring what ``commit`` began in ``folder`` to its end; nothing, where it began nothing.

    Raises:
        DiskFull, FolderReadOnly, DiskFailing: it stays begun.
    """
    with disk_faults_told():
        for ready in sorted(folder.glob(f"{_READY}*")):
            _take(ready, folder)


def set_aside_at(path: Path) -> datetime | None:
    """When the file at ``path`` was replaced by a restored one, by its name; None if it was not."""
    told = _SET_ASIDE.fullmatch(path.name)
    with suppress(ValueError):  # digits that are no day
        return datetime.strptime(told[1], STAMP) if told else None  # noqa: DTZ007 - local
    return None


def _take(ready: Path, folder: Path) -> None:
    stamp = ready.name.removeprefix(_READY)
    if (ready / ARCHIVE).exists():  # until it has moved, what lies in the folder is the old one
        Path(folder / f"{ARCHIVE}-shm").unlink(missing_ok=True)
        for name in (f"{ARCHIVE}-wal", ARCHIVE):
            _set_aside(folder / name, stamp)
        sync_folder(folder)
        (ready / ARCHIVE).rename(folder / ARCHIVE)
    if (ready / KEYS).exists():
        _set_aside(folder / KEYS, stamp)
        (ready / KEYS).rename(folder / KEYS)
    if (ready / RESTORED).exists():
        (ready / RESTORED).replace(folder / RESTORED)
    sync_folder(folder)
    shutil.rmtree(ready)


def _set_aside(path: Path, stamp: str) -> None:
    if path.exists():
        path.rename(path.with_name(_OLD_OF[path.name].format(stamp)))

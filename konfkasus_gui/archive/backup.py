"""Backups of the open archive: made, proven, listed, copied elsewhere, and rotated.

Promised: a file named ``….kkbackup`` in the backup folder was proven before it got that name. It
was read back from its bytes, opened with the real data key, checked by SQLCipher and by SQLite,
and its rows were counted against those of the archive. A backup that fails leaves nothing but the
earlier ones, and none of those is touched before the new one is proven. A backup is a snapshot:
who types meanwhile neither waits nor changes it.
"""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from konfkasus_gui.archive import container
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup_errors import (
    ArchiveUnsound,
    BackupDamaged,
    BackupPlaceMissing,
    BackupTooNew,
    BackupUnproven,
    backup_faults_told,
)
from konfkasus_gui.archive.container import CHUNK, SUFFIX, Manifest
from konfkasus_gui.archive.database import reading, told, unlock
from konfkasus_gui.archive.errors import NotAnArchive, WrongKey
from konfkasus_gui.archive.files import (
    disk_faults_told,
    forget_cached,
    is_folder,
    new_file,
    scratch,
    sync_folder,
)
from konfkasus_gui.archive.health import Damage, damage_in
from konfkasus_gui.archive.history import end_of
from konfkasus_gui.archive.keys import archive_name
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.archive.swap import set_aside_at
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure import rotation
from konfkasus_gui.procedure.chain import Anchor, End

STEP = 256  # pages copied between two reports: one MiB


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file; ``manifest`` is None where the file is damaged or of a newer program."""

    path: Path
    manifest: Manifest | None
    too_new: bool = False


def make(vault: Vault, key: bytes, now: datetime, report: Report = silent) -> Backup:
    """A new proven backup of the archive in ``vault``, on a connection of its own.

    Fit for a thread of its own, whether the archive is open or not; needs room for twice the
    archive while it works.

    Args:
        vault: whose archive and key file go into the backup; nothing of them is changed.
        key: 32 bytes, the data key.
        now: the local time.
        report: called often; may raise to stop.

    Raises:
        BackupFull, BackupFolderReadOnly, BackupPlaceFailing: the disk took no backup.
        BackupUnproven: what was read back is not what was written.
        ArchiveUnsound, NotAnArchive: the archive itself is damaged.
        KeyFileMissing, KeyFileDamaged, ArchiveTooNew: there is no sound key file to put in.
        WrongKey: the key file is that of another archive.
    """
    keys = sealed_keys(vault, key)
    folder = vault.backup_folder
    with backup_faults_told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with scratch(folder) as place:
            snapshot = place / "arsip.kkdb"
            schema, rows, history = _copy(vault.archive_path, key, snapshot, part(report, 0, 0.4))
            manifest = Manifest(
                made_at=now.replace(microsecond=0),
                archive=archive_name(key),
                schema=schema,
                rows=rows,
                keys=container.Member(len(keys), hashlib.sha256(keys).hexdigest()),
                database=container.measured(snapshot),
                history=history,
            )
            written = place / f"cadangan{SUFFIX}"
            container.write(written, manifest, keys, snapshot, part(report, 0.4, 0.6))
            snapshot.unlink()
            prove(written, key, place, manifest, part(report, 0.6, 1))
            path = free_name(folder, now)
            written.replace(path)
            sync_folder(folder)
    return Backup(path, manifest)


def open_archive(vault: Vault, key: bytes, now: datetime | None) -> AbstractContextManager[Archive]:
    """The archive of ``vault``; one that has to be migrated is backed up before, or not opened.

    Without ``now`` it is not backed up, and so not migrated either.

    Raises:
        what ``Archive.open`` and ``make`` raise.
    """
    before = None if now is None else partial(make, vault, key, now)
    return Archive.open(vault.archive_path, key, before)


def copy_to(backup: Backup, folder: Path, report: Report = silent) -> Backup:
    """The same backup in a second place, read back from there byte by byte before it counts.

    Args:
        backup: a backup on this PC.
        folder: where the copy goes, such as a folder on a stick; it exists.
        report: called often; may raise to stop, and then nothing is left there.

    Raises:
        BackupPlaceMissing: the folder is not there.
        BackupFull, BackupFolderReadOnly, BackupPlaceFailing: the second place took no copy.
        BackupUnproven: what was read back there differs.
        BackupDamaged: the backup on this PC is damaged itself.
    """
    with disk_faults_told():
        source = container.measured(backup.path)
        archive = container.read_manifest(backup.path).archive
    with backup_faults_told(folder):
        there = is_folder(folder)
    if not there:
        raise BackupPlaceMissing
    with backup_faults_told(folder), scratch(folder, archive) as place:
        beside = place / backup.path.name
        with new_file(beside) as file, backup.path.open("rb") as original:
            done = 0
            while chunk := original.read(CHUNK):
                file.write(chunk)
                done += len(chunk)
                report(done, 2 * source.size)
        forget_cached(beside)
        try:
            same = container.measured(beside) == source
            manifest = container.read_manifest(beside)
        except BackupDamaged as error:
            raise BackupUnproven from error
        if not same:
            raise BackupUnproven
        path = folder / backup.path.name
        if path.exists() and container.measured(path) != source:  # somebody else's, or damaged
            path = free_name(folder, manifest.made_at)
        beside.replace(path)
        sync_folder(folder)
        report(2 * source.size, 2 * source.size)
    return Backup(path, manifest)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """All backups in ``folder``, the newest first and the damaged ones last; other files are not.

    Cheap: reads the first line of each. Empty where there is no such folder.

    Raises:
        FolderReadOnly, DiskFailing: the folder cannot be looked into.
    """
    with disk_faults_told():
        if not folder.is_dir():
            return ()
        found = [_looked_at(path) for path in folder.iterdir() if _named(path)]
    return tuple(sorted(found, key=_newest_first, reverse=True))


def times_of(key: bytes, backups: tuple[Backup, ...]) -> tuple[datetime, ...]:
    """When the sound backups of this archive were made; what ``procedure.rotation`` asks for."""
    return tuple(made_at for made_at, _cases in made_of(key, backups))


def made_of(key: bytes, backups: tuple[Backup, ...]) -> tuple[tuple[datetime, int], ...]:
    """When the sound backups of this archive were made, and how many cases each holds."""
    own = (_own(one, archive_name(key)) for one in backups)
    return tuple((found.made_at, found.cases) for found in own if found)


def anchors_of(key: bytes, backups: tuple[Backup, ...]) -> tuple[Anchor, ...]:
    """What the sound backups of this archive tell of its history; for ``history.check_chain``."""
    own = [found for one in backups if (found := _own(one, archive_name(key)))]
    return tuple(Anchor(one.made_at, one.history) for one in own if one.history is not None)


def rotate(folder: Path, key: bytes, now: datetime, spare: Path | None = None) -> int:
    """Remove the backups in ``folder`` that are no longer needed; how many these were.

    Those of other archives, of newer programs and damaged ones are left alone. So is the newest,
    ``spare``, which somebody is about to restore, and, where the clock was set back, all that seem
    to be still to come.

    Raises:
        FolderReadOnly, DiskFailing: the folder does not let go of them.
    """
    found = backups_in(folder)
    stay = rotation.kept(times_of(key, found), now)
    name = archive_name(key)
    gone = [
        one
        for one in found
        if (own := _own(one, name)) and own.made_at not in stay and one.path != spare
    ]
    with disk_faults_told():
        for one in gone:
            one.path.unlink(missing_ok=True)
    return len(gone)


def forget_old_archives(vault: Vault, key: bytes) -> int:
    """Remove what a restored archive replaced long ago; how many files these were.

    Raises:
        FolderReadOnly, DiskFailing: the folder does not let go of them.
    """
    gone, times = 0, times_of(key, backups_in(vault.backup_folder))
    with disk_faults_told():
        for path in sorted(vault.folder.iterdir()):
            replaced_at = set_aside_at(path)
            if replaced_at is not None and rotation.outlived(replaced_at, times):
                path.unlink(missing_ok=True)
                gone += 1
    return gone


def sealed_keys(vault: Vault, key: bytes) -> bytes:
    """The bytes of the key file for a backup: whoever has a passphrase opens the backup with it.

    Raises:
        KeyFileMissing, KeyFileDamaged, ArchiveTooNew, WrongKey: see ``make``.
    """
    keys = vault.keys()
    if keys.archive not in ("", archive_name(key)):
        raise WrongKey
    return keys.written()


def _copy(
    path: Path, key: bytes, target: Path, report: Report
) -> tuple[str, dict[str, int], End | None]:
    """Write what the archive at ``path`` holds now to ``target``; its schema, row counts, history.

    One transaction holds the snapshot, so that writers need not wait and the copy never starts
    over.
    """
    copy = told(lambda: sqlcipher.connect(str(target)))
    try:
        unlock(copy, key)
        told(lambda: copy.execute("pragma journal_mode = off"))
        with reading(path, key) as reader:
            reader.rows("begin")
            counted = reader.schema(), reader.counts(), end_of(reader)
            reader.copy_to(copy, STEP, report)
        told(lambda: copy.execute("pragma journal_mode = delete"))
    finally:
        copy.close()
    return counted


def prove(path: Path, key: bytes, place: Path, manifest: Manifest, report: Report) -> None:
    """Read the backup at ``path`` back into ``place`` and see that it is what was to be kept."""
    forget_cached(path)
    try:
        if container.extract(path, place, part(report, 0, 0.5)) != manifest:
            raise BackupUnproven
        with reading(place / "arsip.kkdb", key) as reader:
            damage = damage_in(reader, part(report, 0.5, 1))
            counts = reader.counts()
    except (BackupDamaged, NotAnArchive) as error:
        raise BackupUnproven from error
    if Damage.PAGES in damage or counts != manifest.rows:
        raise BackupUnproven
    if damage:
        raise ArchiveUnsound


def free_name(folder: Path, now: datetime) -> Path:
    """Where a backup made at ``now`` goes: a name in ``folder`` that no file has."""
    stem = f"konfkasus-{now:%Y-%m-%d-%H%M}"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


def _named(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX and path.is_file()


def _looked_at(path: Path) -> Backup:
    try:
        return Backup(path, container.read_manifest(path))
    except BackupTooNew:
        return Backup(path, None, too_new=True)
    except (BackupDamaged, OSError):
        return Backup(path, None)


def _newest_first(backup: Backup) -> tuple[datetime, str]:
    made_at = backup.manifest.made_at if backup.manifest else datetime.min  # noqa: DTZ901
    return made_at, backup.path.name


def _own(backup: Backup, name: str) -> Manifest | None:
    found = backup.manifest
    return found if found is not None and found.archive == name else None

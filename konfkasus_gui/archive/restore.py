"""From a ``.kkbackup`` file back to an archive, for good or for practice.

Promised: whatever the file holds, it is opened, checked and counted in a scratch folder first; the
archive on this PC is not touched before that went well, and stays beside under another name even
then. A folder that holds nothing, such as on another PC, takes a backup just as well. A practice
leaves no trace but its report.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from konfkasus_gui.archive import container
from konfkasus_gui.archive.backup_errors import BackupDamaged, BackupMissing, BackupTooNew
from konfkasus_gui.archive.container import Manifest
from konfkasus_gui.archive.database import reading
from konfkasus_gui.archive.errors import ArchiveTooNew, NotAnArchive, WrongKey
from konfkasus_gui.archive.files import disk_faults_told, replace_file, scratch
from konfkasus_gui.archive.health import damage_in
from konfkasus_gui.archive.key_file import KeyFile
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.archive.swap import ARCHIVE, RESTORED, commit
from konfkasus_gui.archive.vault import Vault

NOTE_LIMIT = 1024  # bytes


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: how many cases and kept papers, as of when."""

    cases: int
    documents: int
    made_at: datetime


def keys_in(vault: Vault, path: Path) -> KeyFile:
    """The wrapped keys inside the backup at ``path``: they tell whether a passphrase fits.

    Raises:
        BackupMissing, BackupDamaged, BackupTooNew: nothing to open.
        KeyFileDamaged, ArchiveTooNew: the same is true of the keys inside.
        FolderReadOnly, DiskFailing: the file cannot be read.
    """
    _require_there(path)
    with disk_faults_told():
        return container.read_keys(path, vault.weakest)


def restored_from(vault: Vault) -> tuple[datetime, datetime] | None:
    """When the backup was made that became the archive of ``vault``, and when it did.

    None once the history has it, and where nothing was restored. It outlives a power cut.

    Raises:
        FolderReadOnly, DiskFailing: the folder does not tell.
    """
    path = vault.folder / RESTORED
    with disk_faults_told():
        if not path.exists():
            return None
        with path.open("rb") as file:
            content = file.read(NOTE_LIMIT)
        written = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - local, as all times
    try:
        told = json.loads(content)
        made_at, at = (datetime.fromisoformat(told[name]) for name in ("made_at", "restored_at"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return written, written  # damaged, but there: something was restored
    return made_at.replace(tzinfo=None), at.replace(tzinfo=None)


def forget_restored(vault: Vault) -> None:
    """The history of the open archive has it.

    Raises:
        FolderReadOnly, DiskFailing: the note cannot be removed.
    """
    with disk_faults_told():
        (vault.folder / RESTORED).unlink(missing_ok=True)


def rehearse(vault: Vault, path: Path, key: bytes, report: Report = silent) -> Restored:
    """Restore the backup at ``path`` into a scratch folder, and remove that again.

    Args:
        vault: in whose folder there is room for it; the archive in it may be open.
        path: the backup.
        key: what ``keys_in`` gave for a passphrase or the recovery key.
        report: called often; may raise to stop.

    Raises:
        BackupMissing, BackupDamaged, BackupTooNew: it would not come back.
        WrongKey: ``key`` belongs to another archive than the one inside.
        DiskFull, FolderReadOnly, DiskFailing: there is no room for a try.
    """
    _make_folder(vault)
    with scratch(vault.folder) as place:
        return _summary(_brought_back(path, key, place, report))


def restore(
    vault: Vault, path: Path, key: bytes, now: datetime, report: Report = silent
) -> Restored:
    """Let the backup at ``path`` become the archive of ``vault``, with the keys inside it.

    Only while ``vault`` is claimed and no archive of it is open.

    Args:
        vault: its archive and key file, where there are any, stay beside as ``…-lama-…``.
        path: the backup.
        key: what ``keys_in`` gave for a passphrase or the recovery key.
        now: the local time, for the names of the old files.
        report: called often; may raise to stop, and then nothing was changed.

    Raises:
        BackupMissing, BackupDamaged, BackupTooNew, WrongKey: see ``rehearse``; nothing was changed.
        DiskFull, FolderReadOnly, DiskFailing: the old archive is there; or, from the last
            renaming on, the new one will be at the next ``claim``.
    """
    _make_folder(vault)
    with scratch(vault.folder) as place:
        manifest = _brought_back(path, key, place, report)
        told = json.dumps({"made_at": manifest.made_at.isoformat(), "restored_at": now.isoformat()})
        replace_file(place / RESTORED, told.encode())
        commit(place, now)
    return _summary(manifest)


def _brought_back(path: Path, key: bytes, place: Path, report: Report) -> Manifest:
    _require_there(path)
    manifest = container.extract(path, place, part(report, 0, 0.5))
    try:
        with reading(place / ARCHIVE, key) as reader:
            schema = reader.schema()
            damage = damage_in(reader, part(report, 0.5, 1))
            if damage or schema != manifest.schema or reader.counts() != manifest.rows:
                raise BackupDamaged
    except ArchiveTooNew as error:
        raise BackupTooNew from error
    except WrongKey:
        raise
    except NotAnArchive as error:
        raise BackupDamaged from error
    return manifest


def _require_there(path: Path) -> None:
    with disk_faults_told():
        if not path.is_file():
            raise BackupMissing


def _summary(manifest: Manifest) -> Restored:
    return Restored(manifest.cases, manifest.documents, manifest.made_at)


def _make_folder(vault: Vault) -> None:
    with disk_faults_told():
        vault.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

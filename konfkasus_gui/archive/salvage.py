"""What can still be read from a damaged archive, row by row, as a backup that can be restored.

Promised: the damaged file is only read; whatever row can be read is there afterwards; a row whose
parent is lost stays without it where that is allowed, and is counted as lost where it is not; the
result passes the same proof as any backup.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from konfkasus_gui.archive import container
from konfkasus_gui.archive.backup import prove, sealed_keys
from konfkasus_gui.archive.backup_errors import NothingReadable, backup_faults_told
from konfkasus_gui.archive.container import Manifest, Member, measured
from konfkasus_gui.archive.database import Reader, Rows, known_migrations, reading, told, unlock
from konfkasus_gui.archive.errors import NotAnArchive
from konfkasus_gui.archive.files import scratch, sync_folder
from konfkasus_gui.archive.keys import archive_name
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.archive.vault import Vault

LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1  # the ids that SQLite can give
LOST = "2000-01-01"  # when a migration ran of which nobody knows when it did
GROUP = 64  # rows read at once; a kept paper may have several MB
SINGLE_STEPS = 2000  # more rows than one page ever holds


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows were saved, and how many of those that were read lost their parent.

    How many could not be read at all is known to nobody.
    """

    kept: int
    orphans: int


def salvage(
    vault: Vault, key: bytes, target: Path, now: datetime, report: Report = silent
) -> Salvaged:
    """Write what can be read of the archive in ``vault`` to a backup at ``target``.

    Args:
        vault: its archive is not open.
        key: 32 bytes, the data key.
        target: a new ``.kkbackup`` file.
        now: the local time.
        report: called often; may raise to stop.

    Raises:
        NothingReadable: not even the list of tables can be read.
        BackupFull, BackupFolderReadOnly, BackupPlaceFailing, BackupUnproven: see ``backup.make``.
        ArchiveTooNew: a newer program wrote the archive.
        KeyFileMissing, KeyFileDamaged, WrongKey: there is no sound key file to put in.
    """
    keys = sealed_keys(vault, key)
    with backup_faults_told(target.parent), scratch(target.parent) as place:
        saved = place / "arsip.kkdb"
        salvaged = _saved(vault.archive_path, key, saved, part(report, 0, 0.7))
        with reading(saved, key) as reader:
            schema, rows = reader.schema(), reader.counts()
        manifest = Manifest(
            made_at=now.replace(microsecond=0),
            archive=archive_name(key),
            schema=schema,
            rows=rows,
            keys=Member(len(keys), hashlib.sha256(keys).hexdigest()),
            database=measured(saved),
        )
        written = place / target.name
        container.write(written, manifest, keys, saved, part(report, 0.7, 0.8))
        saved.unlink()
        prove(written, key, place, manifest, part(report, 0.8, 1))
        written.replace(target)
        sync_folder(target.parent)
    return salvaged


def _saved(path: Path, key: bytes, target: Path, report: Report) -> Salvaged:
    """Fill a new encrypted file at ``target`` with what can be read at ``path``."""
    try:
        with reading(path, key) as reader:
            tables = reader.tables()
            schema = reader.rows(
                "select sql from sqlite_master where sql is not null"
                " and name not like 'sqlite\\_%' escape '\\' order by type = 'table' desc, rowid"
            )
    except NotAnArchive as error:
        raise NothingReadable from error
    copy = told(lambda: sqlcipher.connect(str(target)))
    try:
        unlock(copy, key)
        new = Reader(copy)
        new.rows("pragma foreign_keys = off")
        new.rows("begin")
        for (statement,) in schema:
            new.rows(statement)
        for done, table in enumerate(tables):
            report(done, len(tables))
            for rows in _readable(path, key, table):
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    new.rows(f'insert or ignore into "{table}" values ({marks})', *row)
        if not new.counts()["schema_migration"]:  # lost; the last start had applied them all
            for name in known_migrations():
                new.rows(
                    "insert into schema_migration (name, applied) values (?, '2000-01-01')", name
                )
        orphans = _without_orphans(new)
        kept = sum(new.counts().values())
        new.rows("commit")
    finally:
        copy.close()
    report(len(tables), len(tables))
    return Salvaged(kept, orphans)


def _readable(path: Path, key: bytes, table: str) -> Iterator[Rows]:
    """All rows of ``table`` that can be read, in groups, in the order of their ids."""
    start: int | None = LOWEST
    count = GROUP
    while start is not None:
        rows = _try(path, key, table, start, count)
        if rows is None:
            if count > 1:
                count //= 2
            else:
                start, count = _beyond(path, key, table, start), GROUP
            continue
        if not rows:
            return
        yield [row[1:] for row in rows]
        start, count = rows[-1][0] + 1, min(count * 2, GROUP)


def _try(path: Path, key: bytes, table: str, start: int, count: int) -> Rows | None:
    """Up to ``count`` rows from the id ``start`` on, each behind its id; None where unreadable.

    A page that cannot be read spoils the connection, so each try has one of its own.
    """
    try:
        with reading(path, key) as reader:
            return reader.rows(
                f'select rowid, * from "{table}" where rowid >= ? order by rowid limit ?',
                start,
                count,
            )
    except NotAnArchive:
        return None


def _beyond(path: Path, key: bytes, table: str, start: int) -> int | None:
    """The next id after ``start`` from which rows can be read; None where there is none.

    Step by step over a gap such as a damaged page makes, then with strides that double.
    """
    start, stride = max(start, 0), 1
    for tried in range(SINGLE_STEPS + 62):
        stride *= 2 if tried >= SINGLE_STEPS else 1
        start += stride
        if start > HIGHEST:
            return None
        if _try(path, key, table, start, 1) is not None:
            return start
    return None


def _without_orphans(new: Reader) -> int:
    """Part rows from parents that were not saved; how many rows could not stay without."""
    lost = 0
    while broken := new.rows("pragma foreign_key_check"):
        for table, rowid, _parent, number in broken:
            [column] = [
                each[3]
                for each in new.rows(f'pragma foreign_key_list("{table}")')
                if each[0] == number
            ]
            needed = {each[1]: each[3] for each in new.rows(f'pragma table_info("{table}")')}
            if needed[column]:
                lost += len(new.rows(f'delete from "{table}" where rowid = ? returning 1', rowid))
            else:
                new.rows(f'update "{table}" set "{column}" = null where rowid = ?', rowid)
    return lost

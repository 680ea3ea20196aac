"""Chosen cases as one encrypted file for another PC.

Promised: the file that gets its name was read back and proven; one that fails or is stopped leaves
nothing, neither there nor here; the cases themselves do not change.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from konfkasus_gui.archive import transfer_file
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.container import measured
from konfkasus_gui.archive.database import EncryptedDatabase, migrate, reading
from konfkasus_gui.archive.errors import FolderGone, NotAnArchive
from konfkasus_gui.archive.files import (
    disk_faults_told,
    forget_cached,
    is_folder,
    scratch,
    sync_folder,
)
from konfkasus_gui.archive.gathering import Gathered, Query, Rows, each, gather
from konfkasus_gui.archive.health import damage_in
from konfkasus_gui.archive.keys import MINIMUM, Parameters, tune
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.archive.shape import columns_of, table_name, travelling
from konfkasus_gui.archive.tables.transfer import SeenTable
from konfkasus_gui.archive.transfer_errors import (
    DocumentAltered,
    TransferDamaged,
    TransferTooLarge,
    TransferUnproven,
)
from konfkasus_gui.archive.transfer_file import SIZE_LIMIT, SUFFIX, Header
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.letter import fingerprint as fingerprint_of
from konfkasus_gui.procedure.matching import paper_code
from konfkasus_gui.procedure.transfer import fingerprint

WITHOUT_LOG = {"journal_mode": "off", "synchronous": "off", "foreign_keys": 0}
SCRATCH = "pindahan.kkdb"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, whereto, and who does it."""

    cases: tuple[int, ...]
    path: Path
    passphrase: str = field(repr=False)
    now: datetime
    account_id: int | None = None
    parameters: Parameters | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was proven."""

    path: Path
    cases: int
    documents: int


def suggested_name(now: datetime) -> str:
    """A name for a file that says when, and nothing else."""
    return f"konfkasus-pindahan-{now:%Y-%m-%d-%H%M}{SUFFIX}"


def export(archive: Archive, wish: Wish, report: Report = silent) -> Exported:
    """Write the cases of ``wish`` to its path, which is replaced only by a proven file.

    Args:
        archive: open in the calling thread.
        wish: what and whereto.
        report: called often; may raise to stop, and then nothing is left.

    Raises:
        TransferTooLarge: more than fits one file.
        DocumentAltered: a kept paper is not what was kept.
        TransferUnproven: what was read back is not what was written.
        DiskFull, FolderReadOnly, FolderGone, DiskFailing: the disk took no file.
    """
    if not is_folder(wish.path.parent):
        raise FolderGone
    key = transfer_file.new_key()
    with (
        disk_faults_told(),
        scratch(archive.path.parent) as place,
        scratch(wish.path.parent, archive.name) as beside,
    ):
        database = place / SCRATCH
        with archive.together():
            gathered = gather(query_of(archive), wish.cases)
            schema = _written(archive, gathered, database, key, part(report, 0, 0.5))
        if database.stat().st_size > SIZE_LIMIT:
            raise TransferTooLarge
        header = Header.seal(
            key,
            wish.passphrase,
            made_at=wish.now.replace(microsecond=0),
            archive=archive.name,
            schema=schema,
            database=measured(database),
            parameters=wish.parameters or tune(),
        )
        written = beside / "berkas"
        transfer_file.write(written, header, database, part(report, 0.5, 0.7))
        database.unlink()
        _prove(written, header, key, database, wish, part(report, 0.7, 1))
        with archive.together():
            _remember(archive, gathered, wish)
            written.replace(wish.path)
        sync_folder(wish.path.parent)
    documents = len(gathered.ids[Document])
    return Exported(wish.path, len(wish.cases), documents)


def query_of(archive: Archive) -> Query:
    """Reads from the open ``archive``."""
    database = archive._database

    def query(statement: str, *values: object) -> Rows:
        return list(database.execute_sql(statement, values).fetchall())

    return query


@contextmanager
def small_archive(path: Path, key: bytes) -> Iterator[EncryptedDatabase]:
    """An archive of today's schema at ``path``, new or brought up to date, for a file.

    Raises:
        NotAnArchive, ArchiveTooNew: see ``database.migrate``.
    """
    database = EncryptedDatabase(str(path), passphrase=f"x'{key.hex()}'", pragmas=WITHOUT_LOG)
    try:
        migrate(database, before=lambda: None)
        yield database
    finally:
        database.close()


def _written(archive: Archive, gathered: Gathered, path: Path, key: bytes, report: Report) -> str:
    """Fill a new archive at ``path`` with what was gathered; the name of its schema."""
    query = query_of(archive)
    total = sum(map(len, gathered.ids.values())) or 1
    done = 0
    with small_archive(path, key) as database, database.atomic():

        def put(table: str, columns: Sequence[str], values: Sequence[Any]) -> None:
            listed = ", ".join(f'"{column}"' for column in columns)
            marks = ",".join("?" * len(columns))
            database.execute_sql(f'insert into "{table}" ({listed}) values ({marks})', values)

        _put_accounts(query, gathered, put)
        for kind in travelling():
            columns = columns_of(kind)
            listed = ", ".join(f'"{column}"' for column in columns)
            one = f'select {listed} from "{table_name(kind)}" where id = ?'
            for number in gathered.ids[kind]:
                [row] = query(one, number)
                values = dict(zip(columns, row, strict=True))
                if kind is Document and fingerprint_of(values["content"]) != values["sha256"]:
                    raise DocumentAltered
                if kind is Case:
                    values["code"] = paper_code(values["code"])
                put(table_name(kind), columns, list(values.values()))
                done += 1
                report(done, total)
        for uid, states in _known(gathered).items():
            for state in sorted(states):
                put("seen", ("record_uid", "state"), (uid, state))
    with reading(path, key) as reader:
        return reader.schema()


def _put_accounts(
    query: Query, gathered: Gathered, put: Callable[[str, Sequence[str], Sequence[Any]], None]
) -> None:
    """The names behind the history lines, and nothing else of an account."""
    columns = ("id", "uid", "name", "role", "identity", "phone", "created_at")
    lines = "select distinct account_id from audit_event where id in ({})"
    wanted = [n for (n,) in each(query, lines, gathered.ids[AuditEvent]) if n is not None]
    found = each(
        query, "select id, uid, name, role, created_at from account where id in ({})", wanted
    )
    for number, uid, name, role, created_at in sorted(set(found)):
        put("account", columns, (number, uid, name, role, "", "", created_at))


def _known(gathered: Gathered) -> dict[str, frozenset[str]]:
    """The states that whoever reads the file knows of, today's among them."""
    holding = gathered.holding
    return {uid: holding.known(uid) | {fingerprint(item)} for uid, item in holding.items.items()}


def _prove(
    written: Path, header: Header, key: bytes, scratch_path: Path, wish: Wish, report: Report
) -> None:
    """Read the file back from the disk and see that it opens and is whole."""
    forget_cached(written)
    try:
        found = transfer_file.read_header(written, wish.parameters or MINIMUM)
        transfer_file.extract(written, header, scratch_path, part(report, 0, 0.5))
        with reading(scratch_path, key) as reader:
            damaged = damage_in(reader, part(report, 0.5, 1))
    except (TransferDamaged, NotAnArchive) as error:
        raise TransferUnproven from error
    if found != header or damaged:
        raise TransferUnproven
    scratch_path.unlink()


def _remember(archive: Archive, gathered: Gathered, wish: Wish) -> None:
    """Know the states that were sent, and write one line for each case."""
    rows = [
        {"record_uid": uid, "state": state}
        for uid, states in _known(gathered).items()
        for state in sorted(states - gathered.holding.known(uid))
    ]
    for start in range(0, len(rows), 400):
        SeenTable.insert_many(rows[start : start + 400]).on_conflict_ignore().execute()
    for case_id in wish.cases:
        archive.history.append(
            AuditEvent(
                at=wish.now,
                account_id=wish.account_id,
                case_id=case_id,
                deed=Deed.CASE_EXPORTED,
            )
        )

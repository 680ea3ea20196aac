"""A file with cases from another PC: opened, compared with the archive, and taken over.

Promised: the file is authenticated, checked and read in a scratch folder, still encrypted, before
anything of it is believed; nothing is kept before ``take_over``, and then all of it or nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from peewee import PeeweeException
from sqlcipher3 import dbapi2 as sqlcipher

from konfkasus_gui.archive import database as database_module
from konfkasus_gui.archive import transfer_file
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.database import Reader, reading
from konfkasus_gui.archive.errors import ArchiveTooNew, NotAnArchive
from konfkasus_gui.archive.files import disk_faults_told, scratch
from konfkasus_gui.archive.gathering import (
    Gathered,
    Query,
    Unreadable,
    case_ids,
    each,
    gather,
    seen_of,
)
from konfkasus_gui.archive.health import damage_in
from konfkasus_gui.archive.keys import KEY_SIZE, MINIMUM, Parameters
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.archive.shape import table_name, travelling
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.taking_over import Compared, Importer, Keeper
from konfkasus_gui.archive.transfer import SCRATCH, query_of, small_archive
from konfkasus_gui.archive.transfer_errors import (
    TransferDamaged,
    TransferTooLarge,
    TransferTooNew,
)
from konfkasus_gui.archive.transfer_file import Header
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.matching import Numbered, Taken, names_here, with_free_numbers
from konfkasus_gui.procedure.merging import Merge, merge
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Person, Student
from konfkasus_gui.procedure.transfer import Holding, Item, same_person

ROWS_LIMIT = 500_000  # rows in one file; a school's ten years have a tenth of it


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose passphrase was right; ``key`` opens its encrypted part."""

    path: Path
    header: Header
    key: bytes = field(repr=False)


def open_file(path: Path, passphrase: str, weakest: Parameters = MINIMUM) -> Opened:
    """The file at ``path``, after its passphrase was tried. Takes about 0.5 s.

    Raises:
        TransferMissing, TransferDamaged, TransferTooNew, TransferTooLarge: nothing to open.
        TransferPassphraseWrong: it is the passphrase of another file.
        FolderReadOnly, DiskFailing: it cannot be read.
    """
    header = transfer_file.read_header(path, weakest)
    return Opened(path, header, header.open(passphrase))


def compare(archive: Archive, opened: Opened, report: Report = silent) -> Compared:
    """What taking ``opened`` over would do to the open ``archive``; changes nothing.

    Raises:
        TransferMissing, TransferDamaged, TransferTooNew, TransferTooLarge: it cannot be used.
        DiskFull, FolderReadOnly, DiskFailing: there is no room to look into it.
        whatever ``report`` raises.
    """
    with _unpacked(archive.path.parent, opened, part(report, 0, 0.8)) as reader:
        there = _held(reader)
        with archive.together():
            here, found = _merged(archive, there)
        report(1, 1)
    header = opened.header
    return Compared(header.made_at, header.archive, found, here.holding, there.holding)


def take_over(
    archive: Archive, opened: Opened, importer: Importer, report: Report = silent
) -> Compared:
    """Keep what ``compare`` shows, all of it or nothing.

    Args:
        archive: open in the calling thread, and backed up.
        opened: the file; it is read and compared anew.
        importer: who, for the history.
        report: called often; may raise to stop, and then nothing at all is kept.

    Raises:
        what ``compare`` raises; ArchiveFull, ArchiveReadOnly: nothing was kept.
    """
    with _unpacked(archive.path.parent, opened, part(report, 0, 0.5)) as reader:
        there = _held(reader)
        with archive._database.atomic("IMMEDIATE"):
            here, found = _merged(archive, there)
            header = opened.header
            compared = Compared(header.made_at, header.archive, found, here.holding, there.holding)
            keeper = Keeper(archive, reader, compared, here.id_of, there.accounts, importer)
            keeper.keep(part(report, 0.5, 1))
    return compared


@contextmanager
def _unpacked(folder: Path, opened: Opened, report: Report) -> Iterator[Reader]:
    """Read the archive inside the file, checked and brought to today's schema."""
    with disk_faults_told(), scratch(folder) as place:
        database = place / SCRATCH
        transfer_file.extract(opened.path, opened.header, database, part(report, 0, 0.4))
        try:
            with reading(database, opened.key) as reader:
                _require_plain(reader, opened.header, part(report, 0.4, 0.9))
            _bring_up_to_date(database, opened.key)
            with reading(database, opened.key) as reader:
                if _layout(reader.rows) != _todays_layout(database_module.MIGRATIONS):
                    raise TransferDamaged
                report(1, 1)
                yield reader
        except ArchiveTooNew as error:
            raise TransferTooNew from error
        except NotAnArchive as error:
            raise TransferDamaged from error


def _bring_up_to_date(database: Path, key: bytes) -> None:
    """Migrate what the file holds; what no migration can work with is no archive of ours."""
    try:
        with small_archive(database, key):
            pass
    except (PeeweeException, sqlcipher.Error, ValueError, TypeError, LookupError) as error:
        raise TransferDamaged from error


def _require_plain(reader: Reader, header: Header, report: Report) -> None:
    """Stop unless there are tables alone, whole, of a known schema, and not too many rows."""
    odd = reader.rows(
        "select count(*) from sqlite_master where type not in ('table', 'index')"
        " or sql like 'create virtual%'"
    )
    if odd != [(0,)] or reader.schema() != header.schema or damage_in(reader, report):
        raise TransferDamaged
    if sum(reader.counts().values()) > ROWS_LIMIT:
        raise TransferTooLarge


def _layout(query: Query) -> frozenset[tuple[object, ...]]:
    return frozenset(query("select type, name, tbl_name, sql from sqlite_master"))


@cache
def _todays_layout(_migrations: Path) -> frozenset[tuple[object, ...]]:
    """The tables and indexes of an archive that these migrations make."""
    with small_archive(Path(":memory:"), bytes(KEY_SIZE)) as sample:
        connection: Any = sample  # peewee has no types for what it answers
        return _layout(lambda statement: list(connection.execute_sql(statement).fetchall()))


def _held(reader: Reader) -> Gathered:
    try:
        cases = [number for (number,) in reader.rows('select id from "case"')]
        return gather(reader.rows, cases)
    except (Unreadable, PeeweeException, sqlcipher.Error) as error:
        raise TransferDamaged from error


def _merged(archive: Archive, there: Gathered) -> tuple[Gathered, Merge]:
    query = query_of(archive)
    items = there.holding.items
    also: dict[type[Record], list[int]] = {
        kind: _ids_named(query, kind, there.ids[kind], items) for kind in travelling()
    }
    also[Student] += _students_meant(query, items)
    also[Person] += [number for (number,) in query("select id from person")]
    uids = [uid for uid, item in items.items() if isinstance(item.record, Case)]
    here = gather(query, case_ids(query, uids), also)
    gone = [uid for uid in items if uid not in here.holding.items]
    seen = {**here.holding.seen, **seen_of(query, gone)}
    here.holding = Holding(here.holding.items, seen)
    found = merge(here.holding, there.holding, names_here(here.holding, there.holding))
    return here, with_free_numbers(found, here.holding, _taken(query))


def _ids_named(
    query: Query, kind: type[Record], ids: list[int], items: Mapping[str, Item]
) -> list[int]:
    if not ids:
        return []
    uids = [uid for uid, item in items.items() if item.kind is kind]
    statement = f'select id from "{table_name(kind)}" where uid in ({{}})'
    return [number for (number,) in each(query, statement, uids)]


def _students_meant(query: Query, items: Mapping[str, Item]) -> list[int]:
    """The ids of students here who may be those of the file."""
    meant = [item.record for item in items.values() if isinstance(item.record, Student)]
    if not meant:
        return []
    column = TABLE_OF[Student]._meta.columns["birth_date"]
    found = []
    for number, name, nisn, born in query("select id, name, nisn, birth_date from student"):
        known = Student(name=name, nisn=nisn, birth_date=column.python_value(born))
        if any(same_person(known, one) for one in meant):
            found.append(number)
    return found


def _taken(query: Query) -> Taken:
    letters = query("select uid, number, year, sequence, place from letter")
    return Taken(
        frozenset(code for (code,) in query('select code from "case"')),
        {uid: Numbered(*stands) for uid, *stands in letters},
    )

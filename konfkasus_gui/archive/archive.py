"""Open, close, save and load: the only place that talks to SQLCipher."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from peewee import PeeweeException
from playhouse.migrations import Runner
from playhouse.sqlcipher_ext import SqlCipherDatabase
from typing_extensions import override

from konfkasus_gui.archive.aggregates import (
    read_appraisal,
    read_follow_up,
    read_meeting,
    read_plan,
)
from konfkasus_gui.archive.errors import (
    ArchiveReadOnly,
    ArchiveTooNew,
    NotAnArchive,
    from_database_error,
)
from konfkasus_gui.archive.grounds import read_ground
from konfkasus_gui.archive.lists import Lists
from konfkasus_gui.archive.register import Register
from konfkasus_gui.archive.rows import columns, record, records
from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.keeping import Ground
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.record import Record

MIGRATIONS = Path(__file__).with_name("migrations")
PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "secure_delete": 1}

SMALLEST = 4096
"""Bytes in one page of SQLCipher: no archive is smaller."""

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Archive:
    """One open archive file. Every change is on the disk when the call returns.

    ``lists`` reads lines for screens, ``register`` gives out numbers.
    """

    def __init__(self, database: SqlCipherDatabase) -> None:
        self._database = database
        self.lists = Lists(database)
        self.register = Register(database)

    @classmethod
    @contextmanager
    def open(cls, path: Path, key: bytes) -> Iterator["Archive"]:
        """The archive at ``path``, created or migrated when needed; locked again at the end.

        Args:
            path: the archive file; its folder exists.
            key: 32 bytes, the data key.

        Raises:
            NotAnArchive: the file is damaged, something else, or of another key.
            ArchiveTooNew: the file has a migration that this program does not know.
            ArchiveReadOnly, ArchiveFull: the disk takes no changes.
        """
        if path.exists() and 0 < path.stat().st_size < SMALLEST:  # SQLite would take it for new
            raise NotAnArchive
        if path.exists() and not os.access(path, os.W_OK):  # SQLite would begin, and leave a log
            raise ArchiveReadOnly
        database = _Database(str(path), passphrase=f"x'{key.hex()}'", pragmas=PRAGMAS)
        try:
            migrate(database)
            with database.bind_ctx(TABLES):
                yield cls(database)
        finally:
            database.close()

    def save(self, value: R) -> R:
        """Keep ``value``; a new one comes back with its id.

        Raises:
            LookupError: the value was kept once and has been removed since.
        """
        row = TABLE_OF[type(value)](**columns(value))
        if not row.save() and value.id:
            raise LookupError(type(value).__name__)
        return replace(value, id=row.id)

    def remove(self, value: Record) -> None:
        """Forget ``value`` and all that hangs on it."""
        table = TABLE_OF[type(value)]
        table.delete().where(table.id == value.id).execute()

    def get(self, kind: type[R], record_id: int) -> R:
        """The value of ``kind`` that was kept under ``record_id``."""
        return record(kind, TABLE_OF[kind].get_by_id(record_id))

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All values of ``kind``, oldest first; for kinds of which there are few."""
        table = TABLE_OF[kind]
        return records(kind, table.select().order_by(table.id))

    def ground(self, value: Record) -> Ground | None:
        """What ``value`` stands on, as it is kept; None for a kind of value that never rests."""
        return read_ground(value)

    @property
    def path(self) -> Path:
        """The archive file."""
        return Path(self._database.database)

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is saved inside is kept, or none of it."""
        with self._database.atomic():
            yield

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """A connection for a worker's thread, closed at the end."""
        with self._database.connection_context():
            yield

    def plan(self, conference_id: int) -> Plan:
        """All that stage 1 knows of one conference."""
        return read_plan(conference_id)

    def meeting(self, conference_id: int) -> Meeting:
        """All that stage 2 knows of one conference."""
        return read_meeting(conference_id)

    def appraisal(self, conference_id: int) -> Appraisal:
        """All that stage 3 knows of one conference."""
        return read_appraisal(conference_id)

    def follow_up(self, conference_id: int) -> FollowUp:
        """All that stage 4 knows of one conference."""
        return read_follow_up(conference_id)


class _Database(SqlCipherDatabase):  # type: ignore[misc]  # playhouse has no types
    """SQLCipher whose errors of the world come as sentences; all others are bugs and pass."""

    @override
    def execute_sql(self, *args: object, **options: object) -> object:
        return _translated(lambda: super(_Database, self).execute_sql(*args, **options))

    @override
    def connect(self, *args: object, **options: object) -> object:
        return _translated(lambda: super(_Database, self).connect(*args, **options))

    @override
    def commit(self) -> object:
        return _translated(lambda: super(_Database, self).commit())


def _translated(act: Callable[[], T]) -> T:
    try:
        return act()
    except PeeweeException as error:
        sentence = from_database_error(error)
        if sentence is None:
            raise
        raise sentence from error


def migrate(database: SqlCipherDatabase) -> list[str]:
    """Bring the schema up to date; the names of the migrations that ran.

    Raises:
        NotAnArchive, ArchiveTooNew: see ``Archive.open``.
    """
    runner = Runner(database, str(MIGRATIONS))
    if not runner.migrations():
        raise RuntimeError("migrations are missing from this build")
    if any(migration.path is None for migration in runner.status()):
        raise ArchiveTooNew
    applied: list[str] = runner.up()
    return applied

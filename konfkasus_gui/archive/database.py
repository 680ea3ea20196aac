"""SQLCipher itself: a database whose errors of the world come as sentences.

Promised: a reader changes no byte of the file that it reads, nor of the log beside it; and no
archive that somebody filled is migrated without what its opener does before, a proven backup.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from peewee import PeeweeException
from playhouse.migrations import Migration, Runner
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher
from typing_extensions import override

from konfkasus_gui.archive.errors import (
    ArchiveError,
    ArchiveFull,
    ArchiveReadOnly,
    ArchiveTooNew,
    DiskFailing,
    NotAnArchive,
    from_database_error,
)
from konfkasus_gui.archive.files import disk_faults_told
from konfkasus_gui.archive.progress import Report

MIGRATIONS = Path(__file__).with_name("migrations")

PAGE = 4096
"""Bytes in one page of SQLCipher: no archive is smaller."""

_ERROR_OF_COPY: dict[str, type[ArchiveError]] = {  # here sqlcipher3 keeps the code to itself
    "database or disk is full": ArchiveFull,
    "disk I/O error": DiskFailing,
    "attempt to write a readonly database": ArchiveReadOnly,
    "database disk image is malformed": NotAnArchive,
}

Rows = list[tuple[Any, ...]]  # whatever SQL asks for
T = TypeVar("T")


class EncryptedDatabase(SqlCipherDatabase):  # type: ignore[misc]  # playhouse has no types
    """SQLCipher whose errors of the world come as sentences; all others are bugs and pass.

    ``unreadable`` is called when a page cannot be read: SQLCipher then takes nothing more.
    """

    unreadable: Callable[[], object] | None = None

    @override
    def execute_sql(self, *args: object, **options: object) -> object:
        return self._told(lambda: super(EncryptedDatabase, self).execute_sql(*args, **options))

    @override
    def connect(self, *args: object, **options: object) -> object:
        return told(lambda: super(EncryptedDatabase, self).connect(*args, **options))

    @override
    def commit(self) -> object:
        return self._told(lambda: super(EncryptedDatabase, self).commit())

    @override
    def rollback(self) -> None:
        """Nothing, where SQLite has rolled back itself, as on a full disk: its fault is told."""
        if self.connection().in_transaction:
            told(lambda: super(EncryptedDatabase, self).rollback())

    def _told(self, act: Callable[[], T]) -> T:
        try:
            return told(act)
        except NotAnArchive:
            if self.unreadable is not None:
                self.unreadable()
            raise


class Reader:
    """A connection of its own to one encrypted file, for one thread."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self.connection = connection

    def rows(self, statement: str, *values: object) -> Rows:
        """What ``statement`` answers, all of it.

        Raises:
            NotAnArchive, DiskFailing: the file or its disk is damaged.
        """
        found = told(lambda: list(self.connection.execute(statement, values)))
        self._require_whole()
        return found

    def copy_to(self, other: sqlcipher.Connection, step: int, report: Report) -> None:
        """Copy the snapshot of this reader's transaction page by page, ``step`` pages at a time.

        Raises:
            NotAnArchive, ArchiveFull, DiskFailing: one of the two files or its disk is damaged.
            whatever ``report`` raises.
        """

        def progress(_status: int, left: int, total: int) -> None:
            report(total - left, total)

        try:
            told(lambda: self.connection.backup(other, pages=step, progress=progress))
        except sqlcipher.Error as error:
            kind = _ERROR_OF_COPY.get(str(error))
            if kind is None:
                raise
            raise kind from error
        self._require_whole()

    def _require_whole(self) -> None:
        """See that no page was damaged that was read.

        SQLCipher hands out a page of zeros for one that it cannot vouch for, and says so only to
        the statement after: a text that lies on such a page would come back altered.
        """
        status = told(lambda: self.connection.execute("pragma cipher_status").fetchall())
        if status != [("1",)]:
            raise NotAnArchive

    def tables(self) -> tuple[str, ...]:
        """The names of all tables, sorted."""
        found = self.rows(
            "select name from sqlite_master"
            " where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name"
        )
        return tuple(name for (name,) in found)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: self.rows(f'select count(*) from "{name}"')[0][0] for name in self.tables()}

    def schema(self) -> str:
        """The name of the last migration; empty for an archive that has none yet.

        Raises:
            ArchiveTooNew: there is one that this program does not know.
        """
        if "schema_migration" not in self.tables():
            return ""
        applied = [name for (name,) in self.rows("select name from schema_migration order by name")]
        if not set(known_migrations()).issuperset(applied):
            raise ArchiveTooNew
        return applied[-1] if applied else ""


@contextmanager
def reading(path: Path, key: bytes) -> Iterator[Reader]:
    """Read the encrypted file at ``path``, which may be open elsewhere; change nothing in it.

    Raises:
        NotAnArchive: the file is smaller than any archive, damaged, or of another key.
        ArchiveReadOnly: there is no such file, or it may not be read.
    """
    with disk_faults_told():
        if path.is_file() and path.stat().st_size < PAGE:  # SQLite would take it for new
            raise NotAnArchive
    connection = told(
        lambda: sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    )
    try:
        unlock(connection, key)
        reader = Reader(connection)
        reader.rows("select count(*) from sqlite_master")
        yield reader
    finally:
        connection.close()


def known_migrations() -> tuple[str, ...]:
    """The names of the migrations that this program has, in their order."""
    return tuple(migration.name for migration in Migration.load_directory(str(MIGRATIONS)))


def unlock(connection: sqlcipher.Connection, key: bytes) -> None:
    """Give ``connection`` its key; statements then stand for themselves until ``begin``."""
    connection.isolation_level = None
    connection.execute("pragma cipher_log_level = none")  # what is damaged is told, not printed
    connection.execute(f"pragma key = \"x'{key.hex()}'\"")


def migrate(database: SqlCipherDatabase, before: Callable[[], object] | None = None) -> list[str]:
    """Bring the schema up to date; the names of the migrations that ran.

    Args:
        database: a new or an older archive.
        before: called before an older archive is changed; what it raises stops the migration.

    Raises:
        NotAnArchive, ArchiveTooNew: see ``Archive.open``.
    """
    runner = Runner(database, str(MIGRATIONS))
    if not runner.migrations():
        raise RuntimeError("migrations are missing from this build")
    status = runner.status()
    if any(migration.path is None for migration in status):
        raise ArchiveTooNew
    filled = any(migration.applied for migration in status)
    if filled and not all(migration.applied for migration in status):
        if before is None:
            raise RuntimeError("an archive is migrated only after a backup")
        before()
    applied: list[str] = runner.up()
    return applied


def told(act: Callable[[], T]) -> T:
    """What ``act`` gives back; what SQLite says of the world comes as a sentence.

    Raises:
        ArchiveError: see ``from_database_error``.
    """
    try:
        return act()
    except (PeeweeException, sqlcipher.Error) as error:
        sentence = from_database_error(error)
        if sentence is None:
            raise
        raise sentence from error

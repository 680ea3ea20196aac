"""Open, close, save and load: the archive as the rest of the program sees it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from playhouse.sqlcipher_ext import SqlCipherDatabase

from konfkasus_gui.archive.aggregates import (
    read_appraisal,
    read_follow_up,
    read_meeting,
    read_plan,
)
from konfkasus_gui.archive.bin import Bin
from konfkasus_gui.archive.database import PAGE, EncryptedDatabase, migrate
from konfkasus_gui.archive.destruction import destroy
from konfkasus_gui.archive.errors import (
    ArchiveReadOnly,
    NotAnArchive,
)
from konfkasus_gui.archive.files import disk_faults_told
from konfkasus_gui.archive.grounds import read_ground
from konfkasus_gui.archive.history import History
from konfkasus_gui.archive.lists import Lists
from konfkasus_gui.archive.register import Register
from konfkasus_gui.archive.rows import columns, record, records
from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.keeping import Ground
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.record import Record

PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "secure_delete": 1}

R = TypeVar("R", bound=Record)


class Archive:
    """One open archive file. Every change is on the disk when the call returns.

    ``lists`` reads lines for screens, ``register`` gives out numbers, ``history`` remembers deeds,
    ``bin`` holds what was removed. ``name`` tells archives apart (16 hexadecimal digits) and says
    nothing about them.
    """

    def __init__(self, database: SqlCipherDatabase, name: str) -> None:
        self._database = database
        self.name = name
        self.lists = Lists(database)
        self.register = Register(database)
        self.history = History(database)
        self.bin = Bin(database)

    @classmethod
    @contextmanager
    def open(
        cls, path: Path, key: bytes, before_migration: Callable[[], object] | None = None
    ) -> Iterator["Archive"]:
        """The archive at ``path``, created or migrated when needed; locked again at the end.

        Args:
            path: the archive file; its folder exists.
            key: 32 bytes, the data key.
            before_migration: makes the proven backup without which no archive that somebody
                filled is migrated; what it raises stops the migration, and nothing was changed.

        Raises:
            NotAnArchive: the file is damaged, something else, or of another key.
            ArchiveTooNew: the file has a migration that this program does not know.
            ArchiveReadOnly, ArchiveFull: the disk takes no changes.
        """
        from konfkasus_gui.archive.keys import archive_name  # its cryptography loads slowly

        with disk_faults_told():
            if path.exists() and 0 < path.stat().st_size < PAGE:  # SQLite would take it for new
                raise NotAnArchive
            if path.exists() and not os.access(path, os.W_OK):  # it would begin, and leave a log
                raise ArchiveReadOnly
        database = EncryptedDatabase(str(path), passphrase=f"x'{key.hex()}'", pragmas=PRAGMAS)
        try:
            migrate(database, before_migration)
            with database.bind_ctx(TABLES):
                yield cls(database, archive_name(key))
        finally:
            database.close()

    def save(self, value: R) -> R:
        """Keep ``value``; a new one comes back with its id.

        Raises:
            LookupError: the value was kept once and has been removed since.
            ValueError: it is an event of the history that was kept already.
        """
        if isinstance(value, AuditEvent):
            return cast(R, self.history.append(value))
        row = TABLE_OF[type(value)](**columns(value))
        if not row.save() and value.id:
            raise LookupError(type(value).__name__)
        return replace(value, id=row.id)

    def remove(self, value: Record) -> None:
        """Forget ``value`` and all that hangs on it.

        Raises:
            ValueError: it is an event of the history.
        """
        if isinstance(value, AuditEvent):
            raise ValueError("the history is not rewritten")
        table = TABLE_OF[type(value)]
        table.delete().where(table.id == value.id).execute()

    def destroy(self, case_id: int) -> None:
        """Forget a whole case for good; see ``destruction.destroy``."""
        with self._database.atomic():
            destroy(case_id)

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

    def when_unreadable(self, tell: Callable[[], object]) -> None:
        """Call ``tell`` each time a page of the archive cannot be read."""
        self._database.unreadable = tell

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

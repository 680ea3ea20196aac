"""The history of the archive: written at its end only, read page by page, looked at as a whole."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Database, fn

from konfkasus_gui.archive.database import Reader, reading
from konfkasus_gui.archive.progress import Report, silent
from konfkasus_gui.archive.rows import columns, lines
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.paper import AuditEndTable, AuditEventTable
from konfkasus_gui.archive.tables.school import AccountTable
from konfkasus_gui.procedure.audit import AuditEvent, Deed, deeds_said
from konfkasus_gui.procedure.chain import (
    START,
    Anchor,
    End,
    Link,
    Soundness,
    digest_of,
    followed,
    restorations,
)
from konfkasus_gui.procedure.standing import EventLine

if TYPE_CHECKING:
    from peewee import ModelSelect

GROUP = 500  # rows between two reports
_DEEDS = {deed.value: deed for deed in Deed}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which events: those of one account, with one of ``deeds``, from one day to another.

    ``text`` is looked for in the note, the code of the case and the words of the deed. Whatever is
    None or empty narrows nothing.
    """

    text: str = ""
    account_id: int | None = None
    deeds: tuple[Deed, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines of the history are wanted, as SQL with its values, and how many these are."""

    statement: str
    values: Sequence[Any]
    total: int


class History:
    """Adds to the history and reads it; nothing in it is ever changed or removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, event: AuditEvent, uid: str = "") -> AuditEvent:
        """Keep a new ``event`` at the end of the chain; it comes back with its id and its hash.

        Args:
            event: what was done. The code of its case is filled in, unless it says one.
            uid: 32 hexadecimal digits, for an event that another archive has under this name and
                that is taken over from there; a new name without.

        Raises:
            ValueError: the event was kept already; the history is not rewritten.
        """
        if event.id:
            raise ValueError("the history is not rewritten")
        with self._database.atomic():
            # written first: whoever writes at the same time waits here, and reads the end after
            if not AuditEndTable.update(events=AuditEndTable.events + 1).execute():
                self._find_end()
            end = AuditEndTable.get()
            chained = self._chained(event, uid or secrets.token_hex(16), end.digest)
            AuditEndTable.update(digest=chained.digest).execute()
            return chained

    def _find_end(self) -> None:
        """Where the row of the end was lost with a damaged page, the last event tells it."""
        last = AuditEventTable.select().order_by(AuditEventTable.id.desc()).first()
        AuditEndTable.create(
            events=AuditEventTable.select().count() + 1, digest=last.digest if last else START
        )

    def _chained(self, event: AuditEvent, uid: str, previous: str) -> AuditEvent:
        code = event.code
        if event.case_id is not None and not code:
            code = CaseTable.get_by_id(event.case_id).code
        named = replace(event, code=code, previous=previous)
        link = Link(
            number=0,
            uid=uid,
            at=event.at.isoformat(" "),  # as the archive writes it
            account_id=event.account_id,
            code=code,
            deed=event.deed.value,
            note=event.note,
            previous=previous,
            digest="",
        )
        kept = replace(named, digest=digest_of(link))
        row = AuditEventTable.create(uid=uid, **columns(kept))
        return replace(kept, id=row.id)

    def lines(
        self, wanted: HistoryFilter | None = None, *, limit: int = 100, offset: int = 0
    ) -> tuple[EventLine, ...]:
        """The events that ``wanted`` asks for, the newest first."""
        rows = _events(wanted or HistoryFilter()).order_by(AuditEventTable.id.desc())
        return lines(EventLine, rows.limit(limit).offset(offset))

    def asked(self, wanted: HistoryFilter | None = None) -> "Asked":
        """The same for ``read_lines``, which reads them beside everything else."""
        rows = _events(wanted or HistoryFilter()).order_by(AuditEventTable.id.desc())
        return Asked(*rows.sql(), total=self.count(wanted))

    def count(self, wanted: HistoryFilter | None = None) -> int:
        """How many events ``lines`` would bring without a limit."""
        return int(_events(wanted or HistoryFilter()).count())

    def knows(
        self, deed: Deed, account_id: int | None, case_id: int | None, note: str, day: date
    ) -> bool:
        """Whether exactly this was noted on ``day``."""
        table = AuditEventTable
        rows = _noted(deed, account_id, note).where(_is(table.case, case_id))
        first = datetime.combine(day, time())
        return bool(rows.where(table.at >= first, table.at < first + timedelta(days=1)).exists())

    def ever_knew(self, deed: Deed, account_id: int | None, note: str) -> bool:
        """Whether this was noted at any time and in whatever case."""
        return bool(_noted(deed, account_id, note).exists())


def check_chain(
    path: Path, key: bytes, anchors: Sequence[Anchor] = (), report: Report = silent
) -> Soundness:
    """Follow the chain of the archive at ``path`` from its first row to its last.

    On a connection of its own, fit for a thread of its own, whether the archive is open or not.

    Args:
        path: the archive file.
        key: 32 bytes, the data key.
        anchors: what backups tell of the chain.
        report: called often; may raise to stop.

    Raises:
        NotAnArchive, DiskFailing: the file cannot be read.
    """
    with reading(path, key) as reader:
        reader.rows("begin")  # one view of the rows and of their end, whoever writes meanwhile
        noted = reader.rows(
            'select "at", note from audit_event where deed = ?', Deed.RESTORED.value
        )
        restored = {datetime.fromisoformat(at): note for at, note in noted if _is_time(at)}
        end = end_of(reader) or End()
        return followed(_links(reader, report), end, anchors, restorations(restored))


def read_lines(
    path: Path, key: bytes, asked: Asked, report: Report = silent
) -> Iterator[EventLine]:
    """The lines that ``asked`` wants, on a connection of their own, fit for another thread.

    Raises:
        NotAnArchive, DiskFailing: the file cannot be read.
        whatever ``report`` raises.
    """
    with reading(path, key) as reader:
        reader.rows("begin")
        for start in range(0, asked.total, GROUP):
            report(start, asked.total)
            part = f"{asked.statement} LIMIT ? OFFSET ?"
            for number, at, account, case_id, code, deed, note in reader.rows(
                part, *asked.values, GROUP, start
            ):
                yield EventLine(
                    event_id=number,
                    at=datetime.fromisoformat(at),
                    account=account,
                    case_id=case_id,
                    code=code,
                    deed=_DEEDS[deed],
                    note=note,
                )
    report(asked.total, asked.total)


def end_of(reader: Reader) -> End | None:
    """What the archive keeps of the end of its chain; an archive of old has none."""
    if "audit_end" not in reader.tables():
        return None
    found = reader.rows("select events, digest from audit_end order by id limit 1")
    return End(*found[0]) if found else None


def _links(reader: Reader, report: Report) -> Iterator[Link]:
    [(total,)] = reader.rows("select count(*) from audit_event")
    names = [one.name for one in fields(Link)]
    last = done = 0
    while rows := reader.rows(
        'select e.id, e.uid, e."at", e.account_id, e.code, e.deed, e.note, e.previous, e.digest,'
        ' c.code from audit_event e left join "case" c on c.id = e.case_id'
        " where e.id > ? order by e.id limit ?",
        last,
        GROUP,
    ):
        report(done, total)
        for row in rows:
            yield Link(**dict(zip(names, row, strict=True)))
        last, done = rows[-1][0], done + len(rows)
    report(total, total)


def _noted(deed: Deed, account_id: int | None, note: str) -> "ModelSelect[AuditEventTable]":
    table = AuditEventTable
    return table.select().where(
        table.deed == deed, table.note == note, _is(table.account, account_id)
    )


def _is(column: Any, value: int | None) -> Any:  # peewee has no type for a foreign key's column
    return column.is_null() if value is None else column == value


def _is_time(written: object) -> bool:
    try:
        datetime.fromisoformat(str(written))
    except ValueError:
        return False
    return True


def _events(wanted: HistoryFilter) -> "ModelSelect[AuditEventTable]":
    table = AuditEventTable
    rows = table.select(
        table.id.alias("event_id"),
        table.at,
        fn.COALESCE(AccountTable.name, "").alias("account"),
        table.case.alias("case_id"),
        table.code,
        table.deed,
        table.note,
    ).join(AccountTable, JOIN.LEFT_OUTER)
    if wanted.account_id is not None:
        rows = rows.where(table.account == wanted.account_id)
    if wanted.deeds:
        rows = rows.where(table.deed.in_(wanted.deeds))
    if wanted.since is not None:
        rows = rows.where(table.at >= datetime.combine(wanted.since, time()))
    if wanted.until is not None:
        after = datetime.combine(wanted.until, time()) + timedelta(days=1)
        rows = rows.where(table.at < after)
    return rows.where(_holds(wanted.text.strip())) if wanted.text.strip() else rows


def _holds(text: str) -> Any:  # peewee has no type for an expression over columns
    table = AuditEventTable
    return table.note.contains(text) | table.code.contains(text) | table.deed.in_(deeds_said(text))

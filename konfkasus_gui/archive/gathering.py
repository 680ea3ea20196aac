"""What travels with some cases, read from an archive or from the archive inside a file.

Promised: a value that no form of this program could have written is refused, whoever wrote it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from typing import Any, TypeAlias

from peewee import (
    BlobField,
    BooleanField,
    DateField,
    DateTimeField,
    Field,
    TimeField,
)

from konfkasus_gui.archive.shape import columns_of, links_of, owned, table_name, travelling
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.transfer import STAYING_DEEDS, Holding, Item, plain

Rows: TypeAlias = list[tuple[Any, ...]]
Query: TypeAlias = Callable[..., Rows]
"""Called with a statement and its values; all rows that it answers."""

AT_ONCE = 400  # values in one statement
TEXT_LIMIT = 1_000_000  # characters; a counselor types a hundredth of it


class Unreadable(Exception):
    """A value that no form of this program writes."""


@dataclass(slots=True)
class Gathered:
    """The records of some cases: ``ids`` by kind as they were found, ``items`` by name.

    ``id_of`` has the id of each name here; ``accounts`` those that history lines point to.
    """

    ids: dict[type[Record], list[int]] = field(default_factory=dict)
    holding: Holding = field(default_factory=Holding)
    id_of: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)


def gather(
    query: Query,
    cases: Iterable[int],
    also: Mapping[type[Record], Iterable[int]] | None = None,
) -> Gathered:
    """All that travels with ``cases``, owners before what they own, without bytes of documents.

    Args:
        query: reads from one state of an archive of today's schema.
        cases: their ids.
        also: ids of further records, such as students that a file may mean.

    Raises:
        Unreadable: a value is none that this program writes.
    """
    found = Gathered(_ids(query, cases, also or {}))
    items: dict[str, Item] = {}
    uid_of: dict[tuple[type[Record], object], str] = {}
    for number, uid, name in query("select id, uid, name from account"):
        uid_of[Account, number] = _text(uid)
        found.accounts[_text(uid)] = _text(name)
    for kind in travelling():
        rows = list(_rows(query, kind, found.ids.get(kind, ())))
        for values in rows:
            uid_of[kind, values["id"]] = values["uid"]
            found.id_of[values["uid"]] = values["id"]
        links = links_of(kind)
        for values in rows:
            named = {
                column: uid_of.get((target, values[column])) for column, target in links.items()
            }
            items[values["uid"]] = Item(values["uid"], _record(kind, values), named)
    found.holding = Holding(items, seen_of(query, items))
    return found


def seen_of(query: Query, uids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The states of ``uids`` that were sent or received."""
    found: dict[str, set[str]] = {}
    told = each(query, "select record_uid, state from seen where record_uid in ({})", uids)
    for uid, state in told:
        found.setdefault(_text(uid), set()).add(_text(state))
    return {uid: frozenset(states) for uid, states in found.items()}


def uids_of(query: Query, cases: Iterable[int]) -> list[str]:
    """The names of all records that travel with ``cases``."""
    found = _ids(query, cases, {})
    return [
        _text(uid)
        for kind in travelling()
        for (uid,) in each(
            query, f'select uid from "{table_name(kind)}" where id in ({{}})', found[kind]
        )
    ]


def case_ids(query: Query, uids: Iterable[str]) -> list[int]:
    """The ids of the cases with these names, of those that are there."""
    return [number for (number,) in each(query, 'select id from "case" where uid in ({})', uids)]


def each(query: Query, statement: str, values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
    """What ``statement`` answers for ``values``, which stand where it has ``{}``."""
    wanted = list(values)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        yield from query(statement.format(",".join("?" * len(some))), *some)


def typed(column: Field, raw: object) -> Any:
    """The value that ``column`` holds as ``raw``.

    Raises:
        Unreadable: ``column`` never holds this.
    """
    if raw is None:
        if not column.null:
            raise Unreadable(column.name)
        return None
    try:
        value: object = column.python_value(raw)
        held = plain(value)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise Unreadable(column.name) from error
    wanted = next((kind for field, kind in _EXACT if isinstance(column, field)), None)
    said, told = (int(one) if isinstance(one, bool) else one for one in (held, raw))
    if (
        (wanted is not None and type(value) is not wanted)  # peewee hands on what is no date
        or type(said) is not type(told)
        or said != told
        or (isinstance(told, str) and len(told) > TEXT_LIMIT)
    ):
        raise Unreadable(column.name)
    return value


_EXACT: tuple[tuple[type[Field], type], ...] = (  # a moment is a day as well, so it comes first
    (BooleanField, bool),
    (DateTimeField, datetime),
    (DateField, date),
    (TimeField, time),
)


def _ids(
    query: Query, cases: Iterable[int], also: Mapping[type[Record], Iterable[int]]
) -> dict[type[Record], list[int]]:
    """Downwards from the cases, then up to the people, then what hangs on these."""
    found: dict[type[Record], set[int]] = {kind: set() for kind in travelling()}
    for kind, ids in also.items():
        found[kind].update(ids)
    found[Case].update(cases)
    mine, all_kinds = owned(), travelling()
    for kind in mine:
        for column, target in links_of(kind).items():
            if target in mine and target is not kind:
                found[kind].update(_pointing(query, kind, column, found[target]))
    for kind in reversed(all_kinds):
        for column, target in links_of(kind).items():
            if target in all_kinds and target not in mine:
                found[target].update(_pointed(query, kind, column, found[kind]))
    for kind in all_kinds:
        for column, target in links_of(kind).items():
            if kind not in mine and target in all_kinds:
                found[kind].update(_pointing(query, kind, column, found[target]))
    staying = [deed.value for deed in STAYING_DEEDS]
    lines = each(query, "select id from audit_event where deed in ({})", staying)
    found[AuditEvent].difference_update(number for (number,) in lines)
    return {kind: sorted(ids) for kind, ids in found.items()}


def _pointing(
    query: Query, kind: type[Record], column: str, owners: Iterable[int]
) -> Iterator[int]:
    statement = f'select id from "{table_name(kind)}" where "{column}" in ({{}})'
    return (number for (number,) in each(query, statement, sorted(owners)))


def _pointed(query: Query, kind: type[Record], column: str, ids: Iterable[int]) -> Iterator[int]:
    statement = f'select distinct "{column}" from "{table_name(kind)}" where id in ({{}})'
    found = each(query, statement, sorted(ids))
    return (number for (number,) in found if number is not None)


def _rows(query: Query, kind: type[Record], ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    columns = [
        name for name in columns_of(kind) if not isinstance(column_of(kind, name), BlobField)
    ]
    listed = ", ".join(f'"{name}"' for name in columns)
    statement = f'select {listed} from "{table_name(kind)}" where id in ({{}}) order by id'
    for row in each(query, statement, ids):
        values = dict(zip(columns, row, strict=True))
        if type(values["id"]) is not int or not _is_uid(values["uid"]):
            raise Unreadable(table_name(kind))
        yield values


def column_of(kind: type[Record], name: str) -> Field:
    """The column of ``kind`` with this name."""
    found: Field = TABLE_OF[kind]._meta.columns[name]
    return found


def _record(kind: type[Record], values: Mapping[str, Any]) -> Record:
    made: dict[str, Any] = {
        one.name: typed(column_of(kind, one.name), values[one.name]) if one.name in values else b""
        for one in fields(kind)
    }
    return kind(**made)


def _is_uid(written: object) -> bool:
    return isinstance(written, str) and re.fullmatch("[0-9a-f]{32}", written) is not None


def _text(written: object) -> str:
    if not isinstance(written, str) or len(written) > TEXT_LIMIT:
        raise Unreadable("text")
    return written

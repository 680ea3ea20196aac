"""Removed rows that wait in the archive, with all that hung on them, until they come back.

Promised: what comes back has the uid it had and, while it is free, the number; every row that was
removed with it comes back too, every pointer to it is set again, or nothing is changed at all.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

import peewee
from peewee import JOIN, Database, ForeignKeyField, IntegrityError, fn

from konfkasus_gui.archive.rows import columns, lines
from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.deletion import DeletedRowTable, DeletionTable
from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.school import AccountTable
from konfkasus_gui.language import _
from konfkasus_gui.procedure.deletion import Deletion, DeletionLine, NotRestorable
from konfkasus_gui.procedure.record import Record

_BY_NAME: dict[str, type[Table]] = {table._meta.table_name: table for table in TABLES}
_PARENTS_FIRST = tuple(
    table._meta.table_name
    for table in peewee.sort_models(list(TABLES))  # type: ignore[attr-defined]  # not in its stubs
)
_POINTER = "pointer"
"""The source of a line that holds no row but pointers of rows that stayed."""

Values = dict[str, Any]  # what the columns of a row hold, as SQLite has it


class Place(NamedTuple):
    """A row: its table and the name it has in every archive."""

    table: str
    uid: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A row as it stood, and where its pointers led."""

    table: str
    values: Values
    links: dict[str, Place]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A row that stays and pointed with ``column`` to one that goes."""

    row: Place
    column: str
    target: Place


class Bin:
    """Takes rows out of the archive and brings them back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hangs_on(self, value: Record) -> bool:
        """Whether removing ``value`` would remove other rows with it."""
        table = TABLE_OF[type(value)]
        return any(
            other.select().where(field == value.id).exists()
            for field, other in _pointing(table)
            if field.on_delete == "CASCADE"
        )

    def remove(self, value: Record, deletion: Deletion) -> Deletion:
        """Take ``value`` and all that hangs on it out of the archive, to wait under ``deletion``.

        Raises:
            LookupError: it is not there any more.
        """
        table = TABLE_OF[type(value)]
        with self._database.atomic():
            gone, pointers = self._gather(table, value.id)
            if not gone:
                raise LookupError(type(value).__name__)
            row = DeletionTable(**columns(deletion))
            row.save()
            for place, one in enumerate(gone):
                content = json.dumps(
                    {"values": _packed(one.values), "links": one.links}, ensure_ascii=False
                )
                DeletedRowTable.create(deletion=row, place=place, source=one.table, content=content)
            if pointers:
                content = json.dumps([[*one.row, one.column, *one.target] for one in pointers])
                DeletedRowTable.create(
                    deletion=row, place=len(gone), source=_POINTER, content=content
                )
            table.delete().where(table.id == value.id).execute()
        return replace(deletion, id=row.id)

    def restore(self, deletion_id: int) -> tuple[type[Record], int]:
        """Bring back what was removed; the kind and the number of what the counselor removed.

        Raises:
            NotRestorable: what it belongs to is gone, or something has taken its place.
            LookupError: it came back already, or was forgotten.
        """
        rows = list(
            DeletedRowTable.select()
            .where(DeletedRowTable.deletion == deletion_id)
            .order_by(DeletedRowTable.place)
        )
        if not rows:
            raise LookupError(Deletion.__name__)
        back = [_unpacked(row.source, row.content) for row in rows if row.source != _POINTER]
        root = back[0]
        with self._database.atomic():
            try:
                for one in sorted(back, key=lambda gone: _PARENTS_FIRST.index(gone.table)):
                    self._put_back(one)
            except IntegrityError as error:
                raise NotRestorable(
                    _("Tempatnya sudah terisi yang lain, jadi tidak dapat dikembalikan.")
                ) from error
            for row in rows:
                if row.source == _POINTER:
                    self._point(json.loads(row.content))
            DeletionTable.delete().where(DeletionTable.id == deletion_id).execute()
        kind = next(kind for kind, table in TABLE_OF.items() if _name(table) == root.table)
        found = self._id_of(Place(root.table, root.values["uid"]))
        if found is None:
            raise LookupError(root.table)
        return kind, found

    def waiting(
        self, *, case_id: int | None = None, limit: int = 200, offset: int = 0
    ) -> tuple[DeletionLine, ...]:
        """What waits to be brought back, of all cases or of one, newest first."""
        rows = (
            DeletionTable.select(
                DeletionTable.id.alias("deletion_id"),
                DeletionTable.kind,
                DeletionTable.title,
                fn.COALESCE(CaseTable.code, "").alias("code"),
                fn.COALESCE(AccountTable.name, "").alias("by"),
                DeletionTable.removed_at,
            )
            .join(CaseTable, JOIN.LEFT_OUTER)
            .switch(DeletionTable)
            .join(AccountTable, JOIN.LEFT_OUTER)
            .order_by(DeletionTable.removed_at.desc(), DeletionTable.id.desc())
            .limit(limit)
            .offset(offset)
        )
        if case_id is not None:
            rows = rows.where(DeletionTable.case == case_id)
        return lines(DeletionLine, rows)

    def count(self) -> int:
        """How much waits to be brought back."""
        return int(DeletionTable.select().count())

    def waits(self, case_id: int) -> bool:
        """Whether anything of one case waits to be brought back."""
        return bool(DeletionTable.select().where(DeletionTable.case == case_id).exists())

    def purge(self, before: datetime) -> int:
        """Forget for good what was removed before this moment; how much that was."""
        gone = DeletionTable.delete().where(DeletionTable.removed_at < before)
        return int(gone.execute())

    def forget(self, deletion_id: int) -> None:
        """Forget one removal for good."""
        DeletionTable.delete().where(DeletionTable.id == deletion_id).execute()

    def _gather(self, table: type[Table], row_id: int) -> tuple[list[Gone], list[Pointer]]:
        """The row and all that goes with it, the row first; and pointers that would be lost."""
        gone: dict[Place, Gone] = {}
        loose: list[tuple[Place, str, Place]] = []
        waiting: list[tuple[type[Table], int]] = [(table, row_id)]
        while waiting:
            kind, number = waiting.pop(0)
            values = self._values(kind, number)
            if values is None or Place(_name(kind), values["uid"]) in gone:
                continue
            here = Place(_name(kind), values["uid"])
            gone[here] = Gone(_name(kind), values, self._links(kind, values))
            for field, other in _pointing(kind):
                ids = other.select(other.id, other.uid).where(field == number).order_by(other.id)
                for row in ids:
                    if field.on_delete == "CASCADE":
                        waiting.append((other, row.id))
                    elif field.on_delete == "SET NULL":
                        loose.append((Place(_name(other), row.uid), field.column_name, here))
        pointers = [Pointer(*one) for one in loose if one[0] not in gone]
        return list(gone.values()), pointers

    def _values(self, table: type[Table], row_id: int) -> Values | None:
        statement = f'select * from "{_name(table)}" where id = ?'
        found = self._database.execute_sql(statement, (row_id,))
        names = [column[0] for column in found.description]
        row = found.fetchone()
        return None if row is None else dict(zip(names, row, strict=True))

    def _links(self, table: type[Table], values: Values) -> dict[str, Place]:
        """Where the pointers of a row lead, by their columns."""
        found: dict[str, Place] = {}
        for field in table._meta.refs:
            target = values[field.column_name]
            if target is not None:
                other = field.rel_model
                found[field.column_name] = Place(_name(other), other.get_by_id(target).uid)
        return found

    def _put_back(self, gone: Gone) -> None:
        table = _BY_NAME[gone.table]
        if self._id_of(Place(gone.table, gone.values["uid"])) is not None:
            return  # it came back another way, by a transfer
        values = {name: gone.values[name] for name in table._meta.columns if name in gone.values}
        for name, field in table._meta.columns.items():
            if name not in values:  # a column that is younger than the removal
                default = field.default
                values[name] = field.db_value(default() if callable(default) else default)
        for name, place in gone.links.items():
            values[name] = self._id_of(place)
            if values[name] is None and not table._meta.columns[name].null:
                raise NotRestorable(
                    _("Catatan induknya juga sudah dihapus. Kembalikan induknya dahulu.")
                )
        if table.select().where(table.id == values["id"]).exists():
            del values["id"]  # another row has its number now
        names = ", ".join(f'"{name}"' for name in values)
        holes = ", ".join("?" * len(values))
        self._database.execute_sql(
            f'insert into "{gone.table}" ({names}) values ({holes})', tuple(values.values())
        )

    def _point(self, pointers: Sequence[Sequence[str]]) -> None:
        for name, uid, column, target_table, target_uid in pointers:
            target = self._id_of(Place(target_table, target_uid))
            self._database.execute_sql(
                f'update "{name}" set "{column}" = ? where uid = ? and "{column}" is null',
                (target, uid),
            )

    def _id_of(self, place: Place) -> int | None:
        table = _BY_NAME[place.table]
        row = table.get_or_none(table.uid == place.uid)
        return None if row is None else int(row.id)


def _pointing(table: type[Table]) -> Iterator[tuple[ForeignKeyField, type[Table]]]:
    """The columns of other tables that point to ``table``, but those of the bin."""
    for field, other in table._meta.backrefs.items():
        if other in TABLES and other not in (DeletionTable, DeletedRowTable):
            yield field, other


def _name(table: type[Table]) -> str:
    return str(table._meta.table_name)


def _packed(values: Values) -> Values:
    return {
        name: {"hex": value.hex()} if isinstance(value, bytes) else value
        for name, value in values.items()
    }


def _unpacked(source: str, content: str) -> Gone:
    held = json.loads(content)
    values = {
        name: bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
        for name, value in held["values"].items()
    }
    links = {name: Place(*place) for name, place in held["links"].items()}
    return Gone(source, values, links)

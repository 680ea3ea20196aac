"""Which tables travel with a case, told by the tables themselves: who points to whom."""

from collections.abc import Iterator, Mapping
from functools import cache

from peewee import ForeignKeyField

from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.transfer import STAYING

UNDECLARED: Mapping[tuple[type[Record], str], type[Record]] = {(Consent, "scan_id"): Document}
"""Columns that hold the id of a record although no foreign key says so."""

KIND_OF: Mapping[type[Table], type[Record]] = {table: kind for kind, table in TABLE_OF.items()}


def table_name(kind: type[Record]) -> str:
    """The name of the table of ``kind``."""
    return str(TABLE_OF[kind]._meta.table_name)


def links_of(kind: type[Record]) -> Mapping[str, type[Record]]:
    """The columns of ``kind`` that hold the id of another record, and of which kind that is."""
    table = TABLE_OF[kind]
    found = {
        field.column_name: KIND_OF[field.rel_model]
        for field in table._meta.sorted_fields
        if isinstance(field, ForeignKeyField)
    }
    found |= {column: target for (one, column), target in UNDECLARED.items() if one is kind}
    return found


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """All columns of ``kind``, ``id`` and ``uid`` first."""
    names = [field.column_name for field in TABLE_OF[kind]._meta.sorted_fields]
    return ("id", "uid", *(name for name in names if name not in ("id", "uid")))


@cache
def owned() -> tuple[type[Record], ...]:
    """The case and every kind that belongs to one, owners before what they own."""
    found: list[type[Record]] = [Case]
    while more := [
        kind
        for kind in TABLE_OF
        if kind not in found
        and kind not in STAYING
        and any(target in found for target in links_of(kind).values())
    ]:
        found += more
    return tuple(_owners_first(found))


@cache
def travelling() -> tuple[type[Record], ...]:
    """Every kind that travels: what a case owns, and the people of the directory in it."""
    found = list(owned())
    while more := [
        kind
        for kind in TABLE_OF
        if kind not in found
        and kind not in STAYING
        and (
            any(kind in links_of(one).values() for one in found)
            or any(target in found for target in links_of(kind).values())
        )
    ]:
        found += more
    return tuple(_owners_first(found))


def _owners_first(kinds: list[type[Record]]) -> Iterator[type[Record]]:
    left = list(kinds)
    while left:
        ready = [
            kind
            for kind in left
            if not any(target in left and target is not kind for target in links_of(kind).values())
        ]
        if not ready:
            raise RuntimeError("tables point to each other in a circle")
        yield from ready
        left = [kind for kind in left if kind not in ready]

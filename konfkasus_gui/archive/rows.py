"""Rows and values: the whole mapping is these two functions."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar, cast

from peewee import Model, ModelSelect

from konfkasus_gui.procedure.deletion import DeletionLine
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.retention import KeptCase
from konfkasus_gui.procedure.standing import CaseLine, DocumentLine, DueLine, EventLine, LetterLine

R = TypeVar("R", bound=Record)
L = TypeVar("L", CaseLine, DueLine, LetterLine, DocumentLine, EventLine, DeletionLine, KeptCase)
M = TypeVar("M", bound=Model)


def record(kind: type[R], row: Model) -> R:
    """The value that ``row`` holds; tests/archive/test_tables.py keeps the names alike."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def records(kind: type[R], rows: Iterable[Model]) -> tuple[R, ...]:
    """The values that ``rows`` hold, in their order."""
    return tuple(record(kind, row) for row in rows)


def lines(kind: type[L], rows: "ModelSelect[M]") -> tuple[L, ...]:
    """One ``kind`` for each row, whose columns bear the names of its fields."""
    plain = cast("Iterable[dict[str, Any]]", rows.dicts())
    return tuple(kind(**row) for row in plain)


def columns(value: Record) -> dict[str, Any]:
    """What the row of ``value`` holds, without the id of a value that was never kept."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    if not value.id:
        del held["id"]
    return held

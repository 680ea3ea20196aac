"""The fictional school and case of resources/sample, as values."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.word import Word

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"

R = TypeVar("R", bound=Record)


def student_list() -> Path:
    """The Dapodik-format list of the school's students."""
    [path] = SAMPLE.glob("daftar_pd-*.xlsx")
    return path


def parsed(name: str) -> dict[str, Any]:
    """One of the sample's JSON files."""
    content: dict[str, Any] = json.loads((SAMPLE / name).read_text(encoding="utf-8"))
    return content


def value(kind: type[R], entry: dict[str, Any], **links: Any) -> R:
    """The value that ``entry`` describes; ``links`` are fields that point to other values.

    Raises:
        KeyError: the entry has a field that ``kind`` does not have.
    """
    return kind(**fields(kind, entry), **links)


def fields(kind: type[Record], entry: dict[str, Any]) -> dict[str, Any]:
    """The fields that ``entry`` describes, for ``replace``."""
    hints = get_type_hints(kind)
    return {name: _field(hints[name], plain) for name, plain in entry.items()}


def _field(hint: Any, plain: Any) -> Any:
    if isinstance(plain, list):
        [kind, _rest] = get_args(hint)
        return tuple(_field(kind, one) for one in plain)
    if isinstance(plain, str):
        for kind in (hint, *get_args(hint)):
            if get_origin(kind) is None and issubclass(kind, Word):
                return kind(plain)
            if kind in (date, datetime, time):
                return kind.fromisoformat(plain)
    return plain

"""A word that exists nowhere else: put into every text, and looked for in every byte.

What holds it in another shape is found as well: UTF-16, hexadecimal, base64, and whatever zlib or
a zip packed.
"""

import base64
import hashlib
import zlib
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from enum import Enum
from io import BytesIO
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints
from zipfile import BadZipFile, ZipFile

from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.letter import Document, fingerprint

MEANS_SOMETHING = {
    ("Document", "sha256"),
    ("Bookmark", "step"),
    ("AuditEvent", "previous"),
    ("AuditEvent", "digest"),
    *(("Variant", name) for name in ("kind", "record_uid", "content", "origin")),
}
"""Texts that only the program itself writes, and that must stay what they are."""
LARGEST = 64 << 20
_PACKED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b")


def texts_of(kind):
    """The names of the fields of ``kind`` into which a person types."""
    return [
        name
        for name, hint in get_type_hints(kind).items()
        if str in (hint, *get_args(hint)) and (kind.__name__, name) not in MEANS_SOMETHING
    ]


def put_everywhere(archive, word):
    """Let every text of every value in ``archive`` begin with ``word``; how many these are."""
    count = 0
    for kind in TABLE_OF:
        if kind is AuditEvent:  # the history is only ever added to
            values = (made_up(kind, archive),)
        else:
            values = archive.every(kind) or (archive.save(made_up(kind, archive)),)
        names = texts_of(kind)
        for value in values:
            marked = {name: f"{word} {kind.__name__} {name} {value.id}" for name in names}
            if kind is Document:
                marked["content"] = value.content + word.encode() * 4
                marked["sha256"] = fingerprint(marked["content"])
            archive.save(_with(value, marked))
            count += len(marked)
    return count


def made_up(kind, archive):
    """A value of ``kind`` of which the archive has none yet."""
    hints = get_type_hints(kind)
    given = {}
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING:
            given[field.name] = _of(hints[field.name], field.name, archive)
    return kind(**given)


def shapes(word):
    """The bytes that ``word``, a text or bytes, may hide behind."""
    if isinstance(word, str):
        whole = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
        cases = [form.encode() for form in (word.lower(), word.upper())]
    else:
        whole, cases = [word], []
    packed = [form for one in whole for form in (one.hex().encode(), one.hex().upper().encode())]
    for form in whole:
        for shift in range(3):
            text = base64.b64encode(bytes(shift) + form)
            inner = text[4 if shift else 0 : -4]  # the ends depend on what stands beside
            packed += [inner, inner.replace(b"+", b"-").replace(b"/", b"_")]
    return {shape for shape in (*whole, *cases, *packed) if len(shape) >= 8}


def found_in(content, sought, depth=2):
    """Whether one of the shapes ``sought`` is in ``content``, packed or not."""
    if any(shape in content for shape in sought):
        return True
    return depth > 0 and any(
        found_in(inner, sought, depth - 1) for inner in (*_zipped(content), *_deflated(content))
    )


def hits(places, sought, known=None):
    """The files below ``places`` whose name or bytes hold one of the shapes ``sought``.

    ``known`` remembers from one search to the next which files need no second look.
    """
    known = {} if known is None else known
    found = []
    for place in places:
        for path in place.rglob("*"):
            if found_in(path.name.encode(), sought, 0):
                found.append(path)
            elif path.is_file():
                content = _bytes(path)
                seen = hashlib.sha256(content).digest()
                if known.get(path) != seen and found_in(content, sought):
                    found.append(path)
                known[path] = seen
    return found


def _bytes(path):
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError:  # the program took it away meanwhile
        return b""


def _zipped(content):
    if content[:2] != b"PK":
        return
    try:
        with ZipFile(BytesIO(content)) as package:
            for name in package.namelist():
                yield package.read(name)
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return


def _deflated(content):
    """Every stream of zlib that begins somewhere in ``content``."""
    for mark in _PACKED:
        place = content.find(mark)
        while place >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj(47).decompress(content[place:], LARGEST)
            place = content.find(mark, place + 1)


def _with(value, changed):
    whole = {field.name: getattr(value, field.name) for field in fields(value)}
    return type(value)(**{**whole, **changed})


def _of(hint, name, archive):
    if get_origin(hint) in (Union, UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if hint is int and name.endswith("_id"):
        stem = name.removesuffix("_id")
        kind = next(one for one in TABLE_OF if one.__name__.lower() == stem.replace("_", ""))
        return archive.every(kind)[0].id
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    known = {
        int: 1,
        str: "x",
        bool: False,
        bytes: b"x",
        date: date(2026, 11, 24),
        time: time(8, 15),
        datetime: datetime(2026, 11, 24, 8, 15),
    }
    return known[hint]

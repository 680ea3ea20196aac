"""The school's own wording: texts with named fields, and what is wrong with one.

``{kelas}`` stands for what the letter knows. A part in square brackets is left out when one of
the fields inside it is empty, as in ``Bapak/Ibu[ selaku {jabatan}]``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter_texts import NAMING_FIELDS, LetterField, Passage
from konfkasus_gui.procedure.school import Wording

LONGEST = 4000
"""Characters of one text; a longer one is no paragraph."""
WORDINGS = 64
"""Texts that are taken apart once: forty letters are written in the same three."""
_PIECES = re.compile(r"\{(?P<field>[^{}\[\]]*)\}|(?P<sign>[{}\[\]])|(?P<words>[^{}\[\]]+)")
_FIELDS = {field.value: field for field in LetterField}


class WordingInvalid(KonfKasusError):
    """A text has a field that its letter does not know, or stray braces."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text: words, a field, or a sign that opens or closes something."""

    words: str = ""
    field: str | None = None
    sign: str = ""


def text_of(passage: Passage, wordings: Iterable[Wording]) -> str:
    """The school's text for ``passage``; the program's own where there is none that can be used."""
    for wording in wordings:
        if wording.key == passage.value and not problems(wording.text, passage):
            return wording.text
    return passage.text


def filled(text: str, values: Mapping[LetterField, str], *, dots: str) -> str:
    """``text`` with a value for each field; ``dots`` stand for one that is not known.

    Values are taken as they are: braces that somebody typed into a record are no fields.

    Raises:
        WordingInvalid: a field is unknown, or a brace or bracket has no partner.
    """
    if wrong := _wrong(text):
        raise WordingInvalid(" ".join(wrong))
    written: list[str] = []
    optional: list[str] | None = None
    missing = False
    for piece in _pieces(text):
        if piece.sign == "[":
            optional, missing = [], False
        elif piece.sign == "]":
            written += [] if missing else optional or []
            optional = None
        else:
            value = piece.words
            if piece.field is not None:
                value = values.get(_FIELDS[piece.field], "").strip()
                missing = missing or not value
            (written if optional is None else optional).append(value or dots)
    return "".join(written).strip()


def problems(text: str, passage: Passage) -> tuple[str, ...]:
    """What keeps ``text`` from being printed as ``passage``, a sentence for each problem."""
    return tuple(_problems(text, passage.fields))


@lru_cache(maxsize=WORDINGS)
def _wrong(text: str) -> tuple[str, ...]:
    return tuple(_problems(text, frozenset(LetterField)))


@lru_cache(maxsize=WORDINGS)
def _pieces(text: str) -> tuple[_Piece, ...]:
    return tuple(
        _Piece(field=found["field"].strip())
        if found["field"] is not None
        else _Piece(words=found["words"] or "", sign=found["sign"] or "")
        for found in _PIECES.finditer(text)
    )


def _problems(text: str, offered: frozenset[LetterField]) -> Iterator[str]:
    if len(text) > LONGEST:
        yield _("Teks ini terlalu panjang. Paling banyak {most} huruf.").format(most=LONGEST)
        return
    pieces = _pieces(text)
    for name in dict.fromkeys(piece.field for piece in pieces if piece.field is not None):
        yield from _problem_of(name, offered)
    lonely, empty_part = _unpaired(pieces)
    for sign in dict.fromkeys(lonely):
        yield _("Tanda {sign} belum berpasangan.").format(sign=sign)
    if empty_part:
        yield _("Bagian dalam kurung siku perlu memuat isian dalam kurung kurawal.")


def _unpaired(pieces: Iterable[_Piece]) -> tuple[list[str], bool]:
    """The signs without a partner, and whether a part in brackets has no field to hang on."""
    lonely: list[str] = []
    fields_inside: int | None = None
    empty_part = False
    for piece in pieces:
        if piece.field is not None and fields_inside is not None:
            fields_inside += 1
        elif piece.sign == "[" and fields_inside is None:
            fields_inside = 0
        elif piece.sign == "]" and fields_inside is not None:
            empty_part = empty_part or not fields_inside
            fields_inside = None
        elif piece.sign:
            lonely.append(piece.sign)
    if fields_inside is not None:
        lonely.append("[")
    return lonely, empty_part


def _problem_of(name: str, offered: frozenset[LetterField]) -> Iterator[str]:
    field, shown = _FIELDS.get(name), "{" + name + "}"
    if field in offered:
        return
    if not name:
        yield _("Kurung kurawal {} belum berisi nama isian.").replace("{}", shown)
    elif field in NAMING_FIELDS:
        yield _("{field} tidak dipakai di sini, karena surat ini memakai kode kasus.").format(
            field=shown
        )
    elif field is not None:
        yield _("{field} tidak tersedia untuk surat ini.").format(field=shown)
    else:
        near = get_close_matches(name.casefold(), [one.value for one in offered], n=1)
        unknown = _("{field} tidak dikenal.").format(field=shown)
        if near:
            unknown = _("{unknown} Mungkin maksudnya {near}.").format(
                unknown=unknown, near="{" + near[0] + "}"
            )
        yield unknown

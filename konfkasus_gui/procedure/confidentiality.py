"""How a person may be shown: the code of the case, initials, or the name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar, cast
from unicodedata import normalize

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.calendar import DAYS, MONTHS
from konfkasus_gui.procedure.word import Word

_Value = TypeVar("_Value")


class Shown(Word):
    """How the client appears on a screen or a paper."""

    CODE = "code", N_("kode kasus")
    INITIALS = "initials", N_("inisial")
    NAME = "name", N_("nama")


_LETTER = re.compile(r"[^\W\d_]")


def initials(name: str) -> str:
    """``A. R.`` for "Anisa Rahma": the first letter of each word; empty for an empty name.

    Degrees after a comma are left out. Nothing else of the name can be read from the result.
    """
    own = name.split(",", maxsplit=1)[0]
    letters = [match.group().upper() for word in own.split() if (match := _LETTER.search(word))]
    return " ".join(f"{letter}." for letter in letters)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_BETWEEN = r"[\W_]{1,3}"
_CLITIC = r"(?:-?(?:nya|lah|kah|pun))?"
_TITLE = r"\b(?:bu|ibu|pak|bapak|bpk|bp|h|hj|drs|dra|dr|ir|prof|ustaz|ustazah|kak)\b\.?\s+"
TITLED = re.compile(r"^(?:drs|dra|dr|ir|prof|h|hj)\b|,\s*\S", re.IGNORECASE)
"""A name with a title before it or a degree after it: an adult's."""
_CALENDAR = frozenset(word.casefold() for word in (*DAYS, *MONTHS))
_SHORTEST_PART = 3
_JOINED = re.compile("[^\\W_]+(?:['\u2019`-][^\\W_]+)+")
_WORDS = frozenset({"ada", "apa", "dan", "dia", "dua", "ibu", "ini", "itu", "per", "pun", "tak"})
"""Short words of every sentence, which begin one with a capital."""


def without_invisible(text: str) -> str:
    """``text`` with its accents in one piece and without signs that nobody sees."""
    return _INVISIBLE.sub("", normalize("NFC", text))


@dataclass(frozen=True, slots=True)
class Mask:
    """Puts the code of a case where a text names its client.

    Hidden are each of ``names`` whole, in any case and spacing, and single words of a name of
    several words when they have at least three letters and a capital, as names in a sentence do.
    ``adults`` are people who may be named: a teacher called like the client keeps the name, but a
    line such as "Ibu dari Anisa Rahmawati" is no name of an adult and is masked.
    """

    code: str
    names: tuple[str, ...]
    adults: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        """``text`` with the code in place of the client's name."""
        visible = without_invisible(text)
        for pattern in _patterns(self.names, self.adults):
            visible = pattern.sub(
                lambda found: found.group() if found.lastgroup else self.code, visible
            )
        return visible

    def found(self, text: str) -> int:
        """How often ``text`` names the client whole; an adult's own name is not counted."""
        visible = without_invisible(text)
        wholes = _patterns(self.names, self.adults)[:1]
        return sum(not found.lastgroup for pattern in wholes for found in pattern.finditer(visible))


def names_in(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``names`` that stand in ``text`` whole, in any case and spacing."""
    visible = without_invisible(text)
    return tuple(
        name
        for name in names
        if (words := _words(name)) and re.search(_whole(words), visible, re.IGNORECASE)
    )


def masked(value: _Value, mask: Callable[[str], str]) -> _Value:
    """``value`` with ``mask`` laid on every text in it, through tuples and values inside it."""
    if isinstance(value, str):
        return cast(_Value, mask(value))
    if isinstance(value, tuple):
        return cast(_Value, tuple(masked(each, mask) for each in value))
    if is_dataclass(value) and not isinstance(value, type):
        texts = {each.name: masked(getattr(value, each.name), mask) for each in fields(value)}
        return cast(_Value, replace(value, **texts))
    return value


def _words(name: str) -> list[str]:
    """The words of a name, without degrees after a comma."""
    own = without_invisible(name).split(",", maxsplit=1)[0]
    return re.findall(r"[^\W_]+", own)


def _joined_parts(name: str) -> list[str]:
    """The parts of a name of several words that hold an apostrophe or a hyphen: ``Nur'aini``."""
    own = without_invisible(name).split(",", maxsplit=1)[0].split()
    return [part for part in own if len(own) > 1 and _JOINED.fullmatch(part)]


def _whole(words: list[str]) -> str:
    return r"(?<![^\W_])" + _BETWEEN.join(map(re.escape, words)) + _CLITIC + r"(?![^\W_])"


@lru_cache(maxsize=8)
def _patterns(names: tuple[str, ...], adults: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What to look for, one after the other: whole names, then parts; a group may stay."""
    people = [words for name in names if (words := _words(name))]
    spared = [
        words
        for adult in adults
        if (words := _words(adult)) and (TITLED.search(adult.strip()) or not names_in(adult, names))
    ]
    namesakes = [words for words in spared if names_in(" ".join(words), names)]
    wholes = [f"(?i:{_whole(words)})" for words in _longest_first(people)]
    parts = {
        word
        for words in people
        if len(words) > 1
        for word in words
        if len(word) >= _SHORTEST_PART and word.casefold() not in _CALENDAR | _WORDS
    }
    parts |= {part for name in names for part in _joined_parts(name)}
    shared = parts & {word for words in spared for word in words}
    singles = []
    if parts:
        part = f"(?:{_any_of(parts)})"
        singles = [rf"(?<![^\W_]){part}(?:\s+{part})*{_CLITIC}(?![^\W_])"]
        if shared:
            singles.insert(0, f"(?P<titled>(?i:{_TITLE})(?:{_any_of(shared)}))")
    return tuple(
        re.compile("|".join([*_stays(people), *hidden]))
        for people, hidden in ((namesakes, wholes), (spared, singles))
        if hidden
    )


def _stays(people: list[list[str]]) -> list[str]:
    whole = "|".join(map(_whole, _longest_first(people)))
    return [f"(?P<adult>(?i:{whole}))"] if whole else []


def _longest_first(people: list[list[str]]) -> list[list[str]]:
    return sorted(people, key=len, reverse=True)


def _any_of(words: set[str]) -> str:
    """Each word as names are written: with a capital, or in capitals."""
    spellings = {
        spelling
        for word in words
        for spelling in (word[:1].upper() + word[1:], word.capitalize(), word.upper())
    }
    return "|".join(map(re.escape, sorted(spellings, key=lambda word: (-len(word), word))))

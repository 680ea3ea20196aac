"""Typed words inside a printed sentence."""

from collections.abc import Sequence
from datetime import date

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import school_year, semester

_ENDS = (".", "!", "?", "…")


def listed(words: Sequence[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    *before, last = words or ("",)
    if not before:
        return last
    if len(before) == 1:
        return _("{first} dan {last}").format(first=before[0], last=last)
    return _("{first}, dan {last}").format(first=", ".join(before), last=last)


def capital(typed: str) -> str:
    """``typed`` as it begins a line."""
    own = typed.strip()
    return own[:1].upper() + own[1:]


def inside(typed: str) -> str:
    """``typed`` as it stands inside a sentence; abbreviations such as IPA keep their capitals."""
    own = typed.strip()
    return own[:1].lower() + own[1:] if own[1:2].islower() else own


def sentence(typed: str) -> str:
    """``typed`` closed by a full stop."""
    own = typed.strip()
    return own if own.endswith(_ENDS) else f"{own}."


def enumerated(typed: Sequence[str]) -> str:
    """``a; b; c.``: several typed sentences as the end of one."""
    *before, last = typed or ("",)
    return "; ".join([*(inside(words).rstrip(" .;") for words in before), sentence(inside(last))])


def term(day: date | None) -> str:
    """``Ganjil, 2026/2027``: semester and school year; nothing when the day is not known."""
    if day is None:
        return ""
    return _("{semester}, {year}").format(semester=semester(day), year=school_year(day))

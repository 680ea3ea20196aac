"""Forms of an Indonesian word: prefixes, suffixes, clitics, and how hurried people spell it."""

import re
from collections.abc import Iterator

from konfkasus_gui.procedure.name_words import folded

SUFFIXES = ("", "an", "kan", "i", "in", "en")
CLITICS = ("nya", "lah", "kah", "pun", "tah", "ku", "mu", "ny")
_PLAIN = ("", "ber", "ter", "di", "ke", "se", "per", "diper", "memper", "ku", "kau")
_HURRIED = {"ber": "br", "ter": "tr", "ke": "k", "se": "s"}
_VOWELS = frozenset("aiueo")
_SHORTEST_MIXED = 5
_SHORTEST_STEM = 3
_ROUNDS = 2
_TWICE = re.compile(r"([^\W\d_])\1")
_RUN = re.compile(r"([^\W\d_])\1+")
_NUMBERED = re.compile(r"^([^\W\d_]{3,})[2²]([^\W\d_]*)$")
_DIGITS = str.maketrans("013457", "oieast")


def forms(stem: str) -> set[str]:
    """All that can be made of ``stem`` with prefixes and suffixes (me-/pe- with their nasals).

    Hurried spellings are among them: a prefix without its vowel (*pmalas*), the emphatic *u* after
    the first letter (*mualas*), two neighbouring letters changed over (*mlaas*).
    """
    made = {prefixed + suffix for prefixed in _prefixed(stem) for suffix in SUFFIXES}
    made.update(_misspelled(stem))
    return made


def spellings(token: str) -> list[str]:
    """``token`` as it may be meant, likeliest first: whole, without clitics, without repetitions.

    ``token`` may hold any letters and digits; each spelling is in small letters.
    """
    low = token.lower() if token.isascii() else folded(token)
    found = [low]
    if low.endswith(CLITICS):
        found += _without_clitics(low)
    if not low.isalpha():
        if match := _NUMBERED.match(low):
            found += spellings(match[1] + match[2])
            found += spellings(match[1])
        low = low.translate(_DIGITS)
        found += [low, *_without_clitics(low)]
    if _TWICE.search(low):
        single = _RUN.sub(r"\1", low)
        found += [single, *_without_clitics(single)]
    return found


def _without_clitics(word: str) -> list[str]:
    found: list[str] = []
    while len(found) < _ROUNDS and word.endswith(CLITICS):
        ending = next(ending for ending in CLITICS if word.endswith(ending))
        word = word.removesuffix(ending)
        if len(word) < _SHORTEST_STEM:
            break
        found.append(word)
    return found


def _prefixed(stem: str) -> Iterator[str]:
    for prefix in _PLAIN:
        yield prefix + stem
    for prefix, hurried in _HURRIED.items():
        if stem[0] not in _VOWELS and prefix != "se":
            yield hurried + stem
    for nasal in _nasals(stem):
        yield "me" + nasal
        yield "pe" + nasal
        yield "p" + nasal
        yield "m" + nasal
    yield "nge" + stem


def _nasals(stem: str) -> Iterator[str]:
    """What stands after *me-* and *pe-*: ``mbandel``, ``ngasar``, ``malas``."""
    first, rest = stem[0], stem[1:]
    if first == "p":
        yield from ("m" + rest, "m" + stem)
    elif first == "t":
        yield from ("n" + rest, "n" + stem)
    elif first == "k":
        yield from ("ng" + rest, "ng" + stem)
    elif first == "s":
        yield from ("ny" + rest, "n" + stem)
    elif first in "bfv":
        yield "m" + stem
    elif first in "dcjz":
        yield "n" + stem
    elif first in "gh" or first in _VOWELS:
        yield "ng" + stem
    else:
        yield stem


def _misspelled(stem: str) -> Iterator[str]:
    if stem[0] not in _VOWELS and stem[1:2] in _VOWELS and stem[1] != "u":
        yield stem[0] + "u" + stem[1:]
    if len(stem) >= _SHORTEST_MIXED:
        for place in range(len(stem) - 1):
            changed = stem[:place] + stem[place + 1] + stem[place] + stem[place + 2 :]
            if changed != stem:
                yield changed

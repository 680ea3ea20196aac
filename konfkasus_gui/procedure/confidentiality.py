"""How a person may be shown: the code of the case, initials, or the name."""

import re

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.word import Word


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

"""The fonts inside every paper, and what stands for a character that none of them has."""

import re
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from unicodedata import category, normalize

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
SERIF = "LiberationSerif"
SANS = "LiberationSans"
MISSING = "□"
MOST_MEASURED = 20_000
_CUTS = ((0, 0, "-Regular"), (1, 0, "-Bold"), (0, 1, "-Italic"), (1, 1, "-BoldItalic"))
_SPACES = {"\t": " ", "\r": "", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"}
_IN_SANS = '<font name="LiberationSans-Regular">{words}</font>'
_PLAIN = re.compile(r"[\n -~]*")
_UNSEEN = re.compile("C[cf]|M[ne]")


class _Font(TTFont):  # type: ignore[misc]
    """Measures each word once for a paper: forty letters say the same words forty times."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(FOLDER / f"{name}.ttf"))
        self.widths: dict[tuple[str, float], float] = {}

    @override
    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        known = self.widths.get((text, size))
        if known is None:
            if len(self.widths) >= MOST_MEASURED:
                self.widths.clear()
            known = self.widths[text, size] = super().stringWidth(text, size, encoding)
        return known


def forget_words() -> None:
    """What was measured is forgotten with the paper: the words may be somebody's."""
    for family in (SERIF, SANS):
        for _bold, _italic, cut in _CUTS:
            font = pdfmetrics.getFont(f"{family}{cut}")
            if isinstance(font, _Font):
                font.widths.clear()


def register() -> None:
    """Make both families known to ReportLab; only the first call does anything."""
    _characters(SERIF)
    _characters(SANS)


@cache
def _characters(family: str) -> frozenset[int]:
    """Register ``family`` and answer the characters that it can draw."""
    for bold, italic, cut in _CUTS:
        name = f"{family}{cut}"
        pdfmetrics.registerFont(_Font(name))
        addMapping(family, bold, italic, name)
    return frozenset(pdfmetrics.getFont(f"{family}-Regular").face.charToGlyph)


def plain(text: str, family: str = SERIF) -> str:
    """``text`` in characters of ``family`` alone, for a line that is drawn without markup."""
    known = _characters(family)
    line = _drawable(text).replace("\n", " ")
    return "".join(character if ord(character) in known else MISSING for character in line)


def markup(text: str, family: str = SERIF) -> str:
    """``text`` as paragraph markup: nothing typed is read as a tag, each line stays a line.

    A character that ``family`` lacks is drawn in the sans serif family, and one that neither has
    becomes ``□``, so that a reader sees that something is missing.
    """
    if _PLAIN.fullmatch(text):  # nearly everything that is printed here
        return escape(text, quote=False).replace("\n", "<br/>")
    known, fallback = _characters(family), _characters(SANS)

    def kind(character: str) -> str:
        number = ord(character)
        if character == "\n" or number in known:
            return family
        return SANS if number in fallback else MISSING

    pieces = []
    for needed, run in groupby(_drawable(text), kind):
        characters = "".join(run)
        if needed == MISSING:
            pieces.append(MISSING * len(characters))
        elif needed == family:
            pieces.append(escape(characters, quote=False).replace("\n", "<br/>"))
        else:
            pieces.append(_IN_SANS.format(words=escape(characters, quote=False)))
    return "".join(pieces)


def _drawable(text: str) -> str:
    """``text`` with composed letters and without characters that leave no mark."""
    composed = normalize("NFC", text)
    for space, instead in _SPACES.items():
        composed = composed.replace(space, instead)
    return "".join(
        character
        for character in composed
        if character == "\n" or not _UNSEEN.match(category(character))
    )

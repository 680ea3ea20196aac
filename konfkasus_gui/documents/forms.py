"""What a hand fills in: boxes to cross and dotted lines to write on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, ListFlowable, ListItem, Table

from konfkasus_gui.documents import fonts
from konfkasus_gui.documents.fonts import SERIF
from konfkasus_gui.documents.grid import Flowing
from konfkasus_gui.documents.paper import BODY, FLUSH, JUSTIFIED, text

POINT_INDENT = 20
_WRITING = 7.5 * mm
_BESIDE = BODY.leading + 1
_ABOVE = 4
"""Above a dotted line that begins beside words: room to write, not below them."""
_DOTTED = (0.6, "black", "round", (0.3, 2.2))
_ROWS = [
    *FLUSH,
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
]


_POINT = ParagraphStyle("point", JUSTIFIED, spaceAfter=2)


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to cross and its words; ``line`` shows ``typed`` after them, or room to write."""

    words: str
    line: bool = False
    typed: str = ""
    crossed: bool = False


class _Box(Flowable):  # type: ignore[misc]
    """A box as high as a line of text, empty or crossed."""

    def __init__(self, *, crossed: bool = False) -> None:
        super().__init__()
        self.width, self.height = 3.4 * mm, BODY.leading
        self._crossed = crossed

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(0.8)
        side, foot = 3.3 * mm, 1.4
        self.canv.rect(0, foot, side, side)
        if self._crossed:
            self.canv.lines([(0, foot, side, foot + side), (0, foot + side, side, foot)])


def choices(offered: Sequence[Choice], width: float, *, indent: float = 0) -> Flowable:
    """Boxes to cross, one under the other, on ``width`` points; ``indent`` is in millimetres."""
    first = indent * mm
    own = width - first - 7 * mm
    rows = [
        [
            "",
            _Box(crossed=choice.crossed),
            fill_in(choice.words, own, choice.typed) if choice.line else text(choice.words),
        ]
        for choice in offered
    ]
    style = [*_ROWS, ("TOPPADDING", (0, 0), (-1, -1), 3)]
    for row, choice in enumerate(offered):
        if choice.line and not choice.typed.strip():
            style += [("TOPPADDING", (0, row), (-1, row), 3 + _ABOVE)]
    return Flowing(rows, colWidths=[first, 7 * mm, own], style=style, splitInRow=24, hAlign="LEFT")


def choices_in_line(
    words: str, offered: Iterable[str], width: float, *, crossed: str = ""
) -> Flowable:
    """``words`` and boxes to cross side by side after them; ``crossed`` is the one chosen."""
    row: list[Flowable] = [text(words)]
    widths = [_length(words) + 5 * mm]
    for choice in offered:
        row += [_Box(crossed=choice == crossed), text(choice)]
        widths += [6 * mm, _length(choice) + 8 * mm]
    rest = max(width - sum(widths), 0)
    return Table([[*row, ""]], colWidths=[*widths, rest], style=_ROWS, hAlign="LEFT")


def fill_in(words: str, width: float, typed: str = "", *, lines: int = 1) -> Flowable:
    """``words`` and after them what is known, or dotted lines to write on."""
    if typed.strip():
        return text(f"{words} {typed.strip()}")
    label = _length(words) + 2 * mm
    if words and width - label < width / 5:
        return KeepTogether([text(words), fill_in("", width, lines=lines)])
    rows: list[list[Flowable | str]] = [
        [text(words) if words else "", ""],
        *[["", ""]] * (lines - 1),
    ]
    style = [
        *_ROWS,
        ("LINEBELOW", (1 if words else 0, 0), (1, 0), *_DOTTED),
        *([("LINEBELOW", (0, 1), (-1, -1), *_DOTTED)] if lines > 1 else []),
    ]
    columns = [label, width - label]
    heights = [_BESIDE if words else _WRITING, *[_WRITING] * (lines - 1)]
    return Table(
        rows,
        colWidths=columns,
        rowHeights=heights,
        style=style,
        hAlign="LEFT",
        spaceBefore=_ABOVE if words else 0,
        spaceAfter=2 * mm,
    )


def numbered(points: Iterable[str | Flowable], *, first: str = "1") -> Flowable:
    """A list that counts from ``first``: ``1`` or ``a``."""
    return ListFlowable(
        [ListItem(text(point, _POINT) if isinstance(point, str) else point) for point in points],
        bulletType=first,
        bulletFormat="%s.",
        bulletFontName=f"{SERIF}-Regular",
        bulletFontSize=BODY.fontSize,
        leftIndent=POINT_INDENT,
    )


def _length(words: str) -> float:
    return float(stringWidth(fonts.plain(words), f"{SERIF}-Regular", BODY.fontSize))

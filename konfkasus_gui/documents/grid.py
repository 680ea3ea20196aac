"""Tables on papers: bordered ones that flow over pages, and lines of label and value."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table

from konfkasus_gui.documents.paper import BODY, CELL, FLUSH, LETTERED, bold, text

Cell: TypeAlias = str | Flowable
_LEAST = 24
_TALL = 60 * mm
_ROOM = 25 * mm
_TAIL = 2


def grid(
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    widths: Sequence[float],
    width: float,
    least: float = 0,
) -> Table:
    """A bordered table whose header stands on each page; a cell taller than a page flows on.

    Args:
        header: the words over the columns; none for the tail of another table.
        rows: texts, or ready paragraphs.
        widths: how wide the columns are, in proportion to each other.
        width: of the whole table, in points.
        least: height of a row in millimetres, so that there is room to write or sign.
    """
    cells: list[list[Cell]] = [[_cell(cell) for cell in row] for row in rows]
    if least:
        for row in cells:
            row[0] = _AtLeast(row[0], least * mm)
    heads = [[bold(word, _HEAD) for word in header]] if header else []
    total = sum(widths)
    return _Grid(
        [*heads, *cells],
        colWidths=[width * part / total for part in widths],
        repeatRows=len(heads),
        splitInRow=_LEAST,
        spaceAfter=2 * mm,
        style=[
            LETTERED,
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *_HEAD_ROW[: 2 * len(heads)],
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


_HEAD_ROW = [
    ("BACKGROUND", (0, 0), (-1, 0), "#EFEFEF"),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
]
_HEAD = ParagraphStyle("head", CELL, alignment=1)


def grid_with_tail(
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    widths: Sequence[float],
    width: float,
    least: float = 0,
) -> tuple[list[Flowable], Flowable]:
    """A ``grid`` without its last rows, and these: they go along with what must not stand alone.

    Laid one after the other both look like one table. A signature that moves to the next page so
    takes a piece of what is signed with it.
    """
    if len(rows) <= _TAIL:
        return [], grid(header, rows, widths=widths, width=width, least=least)
    whole = grid(header, rows[:-_TAIL], widths=widths, width=width, least=least)
    whole.spaceAfter = 0
    tail = grid((), rows[-_TAIL:], widths=widths, width=width, least=least)
    return [whole], tail


class Flowing(Table):  # type: ignore[misc]
    """A table whose rows go on over pages, however tall they are.

    ReportLab leaves no less than ``splitInRow`` of a table for the next page: a row that is taller
    than a page by a line would stop it for good.
    """

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits on ``height`` points, and the rest."""
        pieces: list[Flowable] = super().split(width, height)
        if not pieces and height > _TALL:
            self.splitInRow = 1
            pieces = super().split(width, height)
        return pieces


class _Grid(Flowing):
    """A table that goes on between rows, and within a row that is tall.

    ReportLab tries the rest of a table again on the same page, and so repeats the header in its
    middle; the break between the halves prevents that.
    """

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits on ``height`` points, and the rest."""
        self._calc(width, height)
        halves: list[Flowable] = self._splitRows(height)
        if len(halves) < 2:
            return halves or super().split(width, height)
        fitting = halves[0]._nrows
        following = self._rowHeights[fitting]
        if following > _TALL and height - sum(self._rowHeights[:fitting]) > _ROOM:
            within: list[Flowable] = self._splitRows(height, doInRowSplit=1)
            if within:
                return within
        return [halves[0], CondPageBreak(self._rowHeights[0] + following), halves[1]]


class _AtLeast(Flowable):  # type: ignore[misc]
    """The content of a cell, with room under it so that its row is at least this high.

    ReportLab forgets the least heights of rows when a table goes on to the next page.
    """

    def __init__(self, content: Flowable, least: float) -> None:
        super().__init__()
        self._content = content
        self._least = least

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        needed = self._content.wrapOn(self.canv, width, height)[1]
        self.height = max(needed, self._least)
        return width, self.height

    def draw(self) -> None:
        self._content.drawOn(self.canv, 0, self.height - self._content.height)


def _cell(cell: Cell) -> Flowable:
    return text(cell, CELL) if isinstance(cell, str) else cell


def details(
    lines: Iterable[tuple[str, str | Paragraph]],
    *,
    label: float,
    width: float,
    indent: float = 0,
    style: ParagraphStyle = BODY,
) -> Table:
    """Lines of label, colon and value; a long value flows beneath itself.

    Args:
        lines: labels and their values.
        label: width of the labels in millimetres.
        width: of the whole block, in points.
        indent: of the block, in millimetres.
        style: of the words.
    """
    table = Flowing(
        [
            [
                "",
                text(word, style),
                text(":", style),
                text(value, style) if isinstance(value, str) else value,
            ]
            for word, value in lines
        ],
        colWidths=[indent * mm, label * mm, 4 * mm, width - (indent + label + 4) * mm],
        splitInRow=_LEAST,
        spaceAfter=2 * mm,
        style=[
            *FLUSH,
            ("TOPPADDING", (0, 0), (-1, -1), 0.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
        ],
    )
    table.hAlign = "LEFT"
    return table

"""Lists as .xlsx files, made in memory: every cell is text, and none can be a formula.

openpyxl writes each sheet to a temporary file first, in plain text; here nothing is written
anywhere but into the bytes that are given back.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from typing_extensions import override

from konfkasus_gui.archive.progress import Report, silent

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_CELL = 32_767  # of Excel itself
MOST_ROWS = 1_000_000  # one line for the header, and Excel has 1,048,576
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPORT_EACH = 500


def as_spreadsheet(
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[int] = (),
    total: int = 0,
    report: Report = silent,
) -> bytes:
    """An .xlsx file with one sheet ``name`` of ``rows`` below ``header``.

    Each cell is marked as text in the way of Excel (the quote in front), so that one that begins
    with ``=``, ``+``, ``-`` or ``@`` stays text also when somebody edits it there.

    Args:
        name: of the sheet; at most 31 characters, letters and spaces.
        header: the words over the columns.
        rows: texts, ``MOST_ROWS`` at most.
        widths: of the columns, in characters.
        total: how many rows there will be, for ``report``.
        report: called often; may raise to stop.
    """
    from openpyxl import Workbook  # slow to import, and seldom needed
    from openpyxl.cell.cell import Cell
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = name
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    model = Cell(sheet, row=1, column=1)
    model.number_format = "@"
    model.quotePrefix = True

    def append(words: Sequence[str], row: int) -> None:
        for column, written in enumerate(words, 1):
            cell = Cell(sheet, row=row, column=column, style_array=model._style)
            cell.value = _printable(written)
            cell.data_type = "s"  # openpyxl takes what begins with "=" for a formula
            sheet._cells[row, column] = cell

    append(header, 1)
    for number, row in enumerate(rows, 2):
        if number - 1 > MOST_ROWS:
            raise ValueError("more rows than a sheet has")
        if number % _REPORT_EACH == 0:
            report(number, max(total, number))
        append(row, number)
    return _in_memory(book)


def _in_memory(book: "Workbook") -> bytes:
    """The file of ``book``, as openpyxl's own ``save`` makes it but for the temporary file."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
        """Writes a sheet straight into the package."""

        @override
        def write_worksheet(self, ws: Any) -> None:
            ws._drawing = SpreadsheetDrawing()
            part = BytesIO()
            writer = WorksheetWriter(ws, part)
            writer.write()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], part.getvalue())
            self.manifest.append(ws)

    written = BytesIO()
    InMemory(book, ZipFile(written, "w", ZIP_DEFLATED)).save()
    return written.getvalue()


def _printable(text: str) -> str:
    """``text`` as XML and Excel bear it."""
    return _UNPRINTABLE.sub("", text)[:LONGEST_CELL]

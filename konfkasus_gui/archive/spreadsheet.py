"""Rows of a spreadsheet whose bytes a stranger may have chosen: its sizes are checked first."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from konfkasus_gui.archive.spreadsheet_errors import (
    FileDamaged,
    FileEmpty,
    FileProtected,
    FileSwollen,
    FileTooLarge,
    FileUnreadable,
    FileUnsafe,
    FileUnusable,
    NotASpreadsheet,
    OldExcel,
    OtherSpreadsheet,
    PageForExcel,
    TooManyColumns,
    TooManyRows,
)
from konfkasus_gui.archive.swelling import Sheets, require_bearable

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

Cell: TypeAlias = str | int | float | date | time | timedelta | None
Row: TypeAlias = tuple[Cell, ...]

LARGEST_FILE = 20_000_000
LARGEST_CONTENT = 200_000_000
LARGEST_RATIO = 200  # sheets full of the same word reach about 100, bombs 1,000
LARGEST_BESIDE = 12_000_000  # words, styles and such, which openpyxl reads whole and at once
MOST_PARTS = 1_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_LAST_ROW = 1_048_576  # of Excel itself
_BATCH = 200

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_IS_ENCRYPTED = 0x1
_SHEET = "xl/worksheets/"  # read row by row
_MEDIA = "xl/media/"  # never read


class Spreadsheet:
    """The first sheet of a file that passed the checks of its sizes."""

    def __init__(self, sheet: "ReadOnlyWorksheet", expected_rows: int) -> None:
        """Args: expected_rows: how many the file says there are; 0 when it does not say."""
        self._sheet = sheet
        self.expected_rows = expected_rows

    def rows(self) -> Iterator[Row]:
        """Each row from the first, the empty ones too; the cells beyond the last are None.

        Raises:
            FileDamaged, FileUnsafe: the content cannot be read.
            TooManyRows, TooManyColumns: the sheet is beyond any school's list.
        """
        cells = self._sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True)
        filled = 0
        while batch := self._next(cells):
            for row in batch:
                if row.count(None) < len(row):  # a million empty rows are soon looked through
                    filled += 1
                    if filled > MOST_ROWS:
                        raise TooManyRows
                    if row[MOST_COLUMNS] is not None:
                        raise TooManyColumns
                yield row[:MOST_COLUMNS]

    def _next(self, cells: Iterator[Row]) -> list[Row]:
        with _reading():
            return list(islice(cells, _BATCH))


@contextmanager
def open_spreadsheet(path: Path) -> Iterator[Spreadsheet]:
    """The first sheet of ``path``; the file itself is closed again before anything is parsed.

    Raises:
        FileUnusable: one of its kinds, each with its own sentence.
    """
    from openpyxl import DEFUSEDXML, load_workbook  # slow to import, and seldom needed

    if not DEFUSEDXML:
        raise RuntimeError("openpyxl would read XML without defusedxml")
    content = _checked(path)
    with _reading():
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        expected_rows = min(sheet.max_row or 0, MOST_ROWS)
        sheet.reset_dimensions()  # what the file says of its size is no reason to make cells
    try:
        yield Spreadsheet(sheet, expected_rows)
    finally:
        book.close()


def _checked(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileTooLarge
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadable from error
    if not content:
        raise FileEmpty
    if content.startswith(_COMPOUND_FILE):
        raise FileProtected if _ENCRYPTED in content else OldExcel
    if not content.startswith(_ZIP):
        raise PageForExcel if _looks_like_markup(content) else NotASpreadsheet
    _check_parts(content)
    return content


def _looks_like_markup(content: bytes) -> bool:
    start = content[:1_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")


def _check_parts(content: bytes) -> None:
    """Look at the table of contents first: nothing is unpacked before its size is known."""
    with _reading(), ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
    _check_sizes(content, parts)
    names = {part.filename for part in parts}
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise OtherSpreadsheet
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise NotASpreadsheet
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise FileDamaged
    with _reading(), ZipFile(BytesIO(content)) as package:
        sheets = Sheets()
        for part in parts:
            if part.filename.startswith(_SHEET):
                sheets.require_bearable(package, part)
            elif not part.filename.startswith(_MEDIA):
                require_bearable(package, part)


def _check_sizes(content: bytes, parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise FileProtected
    size = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or size > LARGEST_CONTENT or size > len(content) * LARGEST_RATIO:
        raise FileSwollen
    beside = (part.file_size for part in parts if not part.filename.startswith((_SHEET, _MEDIA)))
    if max(beside, default=0) > LARGEST_BESIDE:
        raise FileSwollen


@contextmanager
def _reading() -> Iterator[None]:
    """Any error inside means a file that is not as it should be; a stranger chose its bytes.

    openpyxl's warnings go unheard: they quote cells, and none of them concerns what is read here.
    """
    from defusedxml.common import DefusedXmlException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except FileUnusable:
        raise
    except Exception as error:
        if isinstance(error, DefusedXmlException) or isinstance(
            error.__cause__, DefusedXmlException
        ):
            raise FileUnsafe from error
        raise FileDamaged from error

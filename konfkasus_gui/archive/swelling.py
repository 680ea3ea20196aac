"""How much there is to parse in the parts of a workbook, told before any of it is parsed.

A part of a few hundred kilobytes may hold millions of elements, one endless row or one endless
text, and a parser makes of each element a hundred times its bytes. So the bytes are looked through
first, block by block, at the speed at which they are unpacked, and nothing of them is kept.
"""

import re
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from konfkasus_gui.archive.spreadsheet_errors import FileSwollen

BLOCK = 1 << 16
LONGEST_TEXT = 1 << 20  # bytes without a mark; Excel's longest cell has 32,767 characters
MOST_IN_A_ROW = 100_000  # marks; Excel's 16,384 columns have four each
MOST_ROWS = 1_048_576  # Excel's last row
MOST_IN_SHEETS = 8_000_000  # marks; 20,000 rows of the 66 columns of Dapodik
MOST_IN_WORDS = 1_600_000  # marks; 400,000 different texts
MOST_BESIDE = 300_000  # marks; Excel's 65,490 cell formats with all that belongs to them

_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_WORDS = "sharedstrings.xml"


class Sheets:
    """What the sheets looked at so far have in them, all together."""

    def __init__(self) -> None:
        self._marks = 0
        self._rows = 0

    def require_bearable(self, package: ZipFile, part: ZipInfo) -> None:
        """Stop at a sheet that no school's list can be.

        Raises:
            FileSwollen: too many rows, too much in one, or in all sheets together.
        """
        since_row = 0
        for block, marks in _blocks(package, part):
            self._marks += marks
            starts = [found.start() for found in _ROW.finditer(block)]
            self._rows += len(starts)
            since_row = block.count(b"<", starts[-1]) if starts else since_row + marks
            if since_row > MOST_IN_A_ROW or self._rows > MOST_ROWS or self._marks > MOST_IN_SHEETS:
                raise FileSwollen


def require_bearable(package: ZipFile, part: ZipInfo) -> None:
    """Stop at a part beside the sheets that is read whole and has too much in it.

    Raises:
        FileSwollen: it has.
    """
    most = MOST_IN_WORDS if part.filename.lower().endswith(_WORDS) else MOST_BESIDE
    whole = 0
    for _block, marks in _blocks(package, part):
        whole += marks
        if whole > most:
            raise FileSwollen


def _blocks(package: ZipFile, part: ZipInfo) -> Iterator[tuple[bytes, int]]:
    """The bytes of ``part`` with the number of marks in them: where a tag may begin.

    Raises:
        FileSwollen: one text or one tag is longer than any in a list.
    """
    without = 0
    with package.open(part) as file:
        while block := file.read(BLOCK):
            marks = block.count(b"<")
            without = 0 if marks else without + len(block)
            if without > LONGEST_TEXT:
                raise FileSwollen
            yield block, marks

"""What the cell of a school's list means: text, number, day, sex."""

import re
from datetime import date, datetime
from math import isfinite
from unicodedata import category, normalize

from konfkasus_gui.archive.spreadsheet import Cell
from konfkasus_gui.procedure.calendar import MONTHS
from konfkasus_gui.procedure.vocabulary import Sex

NISN_DIGITS = 10
_EARLIEST, _LATEST = date(1950, 1, 1), date(2100, 12, 31)
_NOTHING = re.compile(r"[-\u2013\u2014_.\s]*|#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T][\d:.]*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: [\d:.]*)?")
_IN_WORDS = re.compile(r"(\d{1,2})[ -]([^\W\d_]+)[ -](\d{4})")
_MOBILE = re.compile(r"8\d{8,12}")
_SEXES = {
    "l": Sex.MALE,
    "lk": Sex.MALE,
    "laki laki": Sex.MALE,
    "p": Sex.FEMALE,
    "pr": Sex.FEMALE,
    "perempuan": Sex.FEMALE,
}


def text_of(cell: Cell) -> str:
    """The words in ``cell`` on one line; nothing for a dash, a lone dot or an error of Excel."""
    if isinstance(cell, float):
        cell = int(cell) if isfinite(cell) and cell.is_integer() else str(cell)
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime):
        cell = cell.date()
    seen = "".join(
        " " if category(sign) in {"Cc", "Zl", "Zp", "Zs"} else sign
        for sign in normalize("NFC", str(cell))
        if category(sign) not in {"Cf", "Co", "Cs"}
    )
    words = " ".join(seen.split())
    return "" if _NOTHING.fullmatch(words) else words


def label_of(cell: Cell) -> str:
    """The label of a column as it is compared: small letters and digits, words one space apart."""
    return " ".join(re.findall(r"[^\W_]+", normalize("NFKC", text_of(cell)).casefold()))


def nisn_of(cell: Cell) -> str:
    """A student's national number; Excel drops the zeros in front of a number, so they return."""
    digits = text_of(cell).lstrip("'").replace(" ", "")
    return digits.zfill(NISN_DIGITS) if digits and not isinstance(cell, str) else digits


def is_nisn(text: str) -> bool:
    """Whether ``text`` has the form of a national student number, which is never all zeros."""
    return len(text) == NISN_DIGITS and text.isdecimal() and text.strip("0") != ""


def phone_of(cell: Cell) -> str:
    """A telephone number with the zero in front that Excel drops from a number."""
    number = text_of(cell).lstrip("'")
    return f"0{number}" if _MOBILE.fullmatch(number) else number


def sex_of(cell: Cell) -> Sex | None:
    """``L`` or ``P``, also spelt out; None for an empty cell.

    Raises:
        ValueError: it is neither.
    """
    label = label_of(cell)
    if label and label not in _SEXES:
        raise ValueError("neither L nor P")
    return _SEXES.get(label)


def day_of(cell: Cell) -> date | None:
    """A date cell, or ``2012-05-17``, ``17/05/2012``, ``17 Mei 2012``; None for an empty cell.

    Raises:
        ValueError: no such day, or none that a student of today can be born on.
    """
    if isinstance(cell, date):
        day = date(cell.year, cell.month, cell.day)
    else:
        text = text_of(cell)
        if not text:
            return None
        day = _written_day(text)
    if not _EARLIEST <= day <= _LATEST:
        raise ValueError("no plausible day")
    return day


def _written_day(text: str) -> date:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _IN_WORDS.fullmatch(text):
        names = [name.casefold() for name in MONTHS]
        day, month, year = int(found[1]), names.index(found[2].casefold()) + 1, int(found[3])
    else:
        raise ValueError("not a day")
    return date(year, month, day)

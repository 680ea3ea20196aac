"""Letter numbers from a pattern, and case codes."""

import re
from datetime import date
from string import Formatter

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WIDTH = re.compile(r"(0[1-9])?")


class PatternInvalid(KonfKasusError):
    """The number pattern has an unknown token or stray braces."""


def case_code(year: int, sequence: int) -> str:
    """``KK-2026-014``: the name of a case on every paper."""
    return f"KK-{year}-{sequence:03}"


def letter_number(pattern: str, *, code: str, sequence: int, unit: str, on: date) -> str:
    """The number of a letter, as ``pattern`` spells it.

    Args:
        pattern: text with the tokens ``{kode} {urut:03} {unit} {bulan_romawi} {bulan:02} {tahun}``.
        code: the classification of the letter, such as ``421.3``.
        sequence: the running number; it starts at 1 each January.
        unit: the sign of the school, such as ``SMPN1``.
        on: the date on the letter.

    Raises:
        PatternInvalid: the pattern has an unknown token, a missing brace, or lacks ``{urut}`` or
            ``{tahun}``: each year begins at 1 again, and no number is given twice.
    """
    words = {"kode": code, "unit": unit, "bulan_romawi": ROMAN_MONTHS[on.month - 1]}
    numbers = {"urut": sequence, "bulan": on.month, "tahun": on.year}
    return "".join(
        text + _token(token, width, words, numbers) for text, token, width in _parts(pattern)
    )


def _parts(pattern: str) -> list[tuple[str, str | None, str]]:
    try:
        parts = [
            (text, token, f"{width or ''}!{turn}" if turn else width or "")
            for text, token, width, turn in Formatter().parse(pattern)
        ]
    except ValueError as error:
        raise PatternInvalid(
            _("Tanda kurung kurawal pada pola nomor surat belum berpasangan.")
        ) from error
    if not {"urut", "tahun"} <= {token for _text, token, _width in parts}:
        raise PatternInvalid(
            _("Pola nomor surat memerlukan {urut} dan {tahun} agar tidak ada nomor kembar.")
        )
    return parts


def _token(token: str | None, width: str, words: dict[str, str], numbers: dict[str, int]) -> str:
    if token is None:
        return ""
    if token in words and not width:
        return words[token]
    if token in numbers and _WIDTH.fullmatch(width):
        return format(numbers[token], width)
    raise PatternInvalid(
        _("Pola nomor surat memuat {token} yang tidak dikenal.").format(token="{" + token + "}")
    )

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.numbering import PatternInvalid, case_code, letter_number

DAY = date(2026, 11, 20)


def number(pattern, sequence=31):
    return letter_number(pattern, code="421.3", sequence=sequence, unit="SMPN1", on=DAY)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}", "421.3/031/SMPN1/XI/2026"),
        ("{urut}/{kode}/{unit}/{bulan:02}/{tahun}", "31/421.3/SMPN1/11/2026"),
        ("B-{urut:04}/PP.00.5/{bulan:02}/{tahun}", "B-0031/PP.00.5/11/2026"),
        ("{{x}} {urut} {tahun}", "{x} 31 2026"),
    ],
)
def test_a_number_follows_the_pattern_of_the_school(pattern, written):
    assert number(pattern) == written


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "tetap",
        "{kode}/{tahun}",
        "{kode}/{urut:03}/{bulan_romawi}",
        "{urut",
        "urut}",
        "{urut} {rahasia} {tahun}",
        "{urut:x9} {tahun}",
        "{urut:999999999} {tahun}",
        "{urut!r} {tahun}",
        "{urut.__class__} {tahun}",
        "{urut} {kode:>99999999} {tahun}",
        "{urut} {} {tahun}",
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern):
    with pytest.raises(PatternInvalid, match="nomor surat"):
        number(pattern)


@given(st.text(alphabet="{}:!urt0139kodetahunbl_.", max_size=30))
def test_any_pattern_gives_a_number_or_a_sentence(pattern):
    with suppress(PatternInvalid):
        assert number(pattern)


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_two_numbers_of_one_month_differ(first, second):
    pattern = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"
    assert (number(pattern, first) == number(pattern, second)) is (first == second)


@given(st.integers(2000, 2999), st.integers(1, 99999))
def test_a_case_code_tells_its_year_and_number(year, sequence):
    word, shown_year, shown = case_code(year, sequence).split("-")
    assert (word, int(shown_year), int(shown)) == ("KK", year, sequence)
    assert len(shown) >= 3


def test_all_tokens_are_known():
    tokens = ("kode", "urut", "unit", "bulan_romawi", "bulan", "tahun")
    assert number(" ".join("{" + token + "}" for token in tokens))

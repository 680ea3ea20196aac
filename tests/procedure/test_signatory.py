import pytest
from hypothesis import given
from hypothesis import strategies as some

from konfkasus_gui.procedure.school_kind import SchoolKind
from konfkasus_gui.procedure.signatory import (
    Identity,
    identity_line,
    identity_of,
    identity_problem,
)


@pytest.mark.parametrize(
    ("identity", "number", "line"),
    [
        (Identity.NIP, "198501012010012001", "NIP 19850101 201001 2 001"),
        (Identity.NIP, "19850101 201001 2 001", "NIP 19850101 201001 2 001"),
        (Identity.PPPK, "198501012021212001", "NI PPPK 19850101 202121 2 001"),
        (Identity.NUPTK, "1234567890123456", "NUPTK 1234567890123456"),
        (Identity.OTHER, "NIY 120.03", "NIY 120.03"),
        (Identity.NIP, "", ""),
        (Identity.NONE, "198501012010012001", ""),
    ],
)
def test_a_number_is_written_as_it_is_usual(identity, number, line):
    assert identity_line(identity, number) == line


@pytest.mark.parametrize(
    ("line", "identity", "number"),
    [
        ("NIP. 19850101 201001 2 001", Identity.NIP, "19850101 201001 2 001"),
        ("nip: 1", Identity.NIP, "1"),
        ("NIPPPK 5", Identity.PPPK, "5"),
        ("NI PPPK 5", Identity.PPPK, "5"),
        ("NUPTK 9", Identity.NUPTK, "9"),
        ("NIPD 77", Identity.OTHER, "NIPD 77"),
        ("NIP", Identity.OTHER, "NIP"),
        ("  ", Identity.NONE, ""),
    ],
)
def test_a_line_from_elsewhere_is_understood(line, identity, number):
    assert identity_of(line) == (identity, number)


@given(
    some.sampled_from((Identity.NIP, Identity.PPPK, Identity.NUPTK)),
    some.from_regex(r"[0-9]{1,20}", fullmatch=True),
)
def test_no_digit_is_lost_between_line_and_number(identity, number):
    line = identity_line(identity, number)
    back, shown = identity_of(line)
    assert (back, shown.replace(" ", "")) == (identity, number)
    assert identity_line(back, shown) == line


def test_too_few_digits_are_told_and_still_kept():
    assert identity_problem(Identity.NIP, "19850101 201001 2 001") == ""
    assert identity_problem(Identity.NIP, "123") == "NIP biasanya 18 angka; di sini ada 3."
    assert identity_problem(Identity.OTHER, "123") == ""
    assert identity_problem(Identity.NUPTK, "") == ""


def test_each_kind_of_school_begins_its_letterhead_in_its_own_way():
    heads = {kind: kind.authority("Sukamaju") for kind in SchoolKind}
    assert heads[SchoolKind.STATE].startswith("PEMERINTAH KABUPATEN SUKAMAJU\n")
    assert heads[SchoolKind.MADRASAH].startswith("KEMENTERIAN AGAMA")
    assert heads[SchoolKind.FOUNDATION].startswith("YAYASAN")
    assert SchoolKind.MADRASAH.principal_title == "Kepala Madrasah"
    assert "…" in SchoolKind.STATE.authority(" ")

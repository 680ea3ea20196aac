"""What leaves as a spreadsheet is text, whatever somebody typed, and leaves no trace beside it."""

import tempfile
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from konfkasus_gui.archive import spreadsheet_out
from konfkasus_gui.archive.spreadsheet_out import LONGEST_CELL, as_spreadsheet

HEADER = ("Nama", "Keterangan")


def cells(content):
    return list(load_workbook(BytesIO(content)).active.iter_rows(min_row=2))


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+62", "-5", "@SUM(A1)", "=cmd|' /C x'!A0", "\t=1", "\n=1", "{=1}", "#REF!"],
)
def test_nothing_that_is_typed_becomes_a_formula(typed):
    content = as_spreadsheet("Daftar", HEADER, [(typed, "x")])
    [row] = cells(content)
    assert row[0].data_type == "s"
    assert row[0].quotePrefix
    assert row[0].number_format == "@"
    assert row[0].value.strip() == typed.strip()
    for part in ZipFile(BytesIO(content)).namelist():
        assert b"<f>" not in ZipFile(BytesIO(content)).read(part)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_whatever_is_typed_makes_a_file_that_opens(rows):
    found = cells(as_spreadsheet("Daftar", HEADER, rows))
    assert len(found) == len(rows)
    for row in found:
        for cell in row:
            assert cell.value is None or cell.data_type == "s"


def test_an_endless_text_is_cut_to_what_a_cell_bears():
    [row] = cells(as_spreadsheet("Daftar", HEADER, [("a" * 40_000, "")]))
    assert len(row[0].value) == LONGEST_CELL


def test_nothing_is_written_to_a_temporary_file(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def refuse(*_how, **_options):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", refuse)
    as_spreadsheet("Daftar", HEADER, [("a", "b")])
    assert list(tmp_path.iterdir()) == []


def test_making_it_can_be_stopped(monkeypatch):
    monkeypatch.setattr(spreadsheet_out, "_REPORT_EACH", 2)

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        as_spreadsheet("Daftar", HEADER, [("a", "b")] * 9, report=stop)


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch):
    monkeypatch.setattr(spreadsheet_out, "MOST_ROWS", 3)
    with pytest.raises(ValueError, match="more rows"):
        as_spreadsheet("Daftar", HEADER, [("a", "b")] * 4)

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from konfkasus_gui.archive import spreadsheet
from konfkasus_gui.archive import spreadsheet_errors as errors
from konfkasus_gui.archive.spreadsheet import open_spreadsheet

SHEET = "xl/worksheets/sheet1.xml"


def rows_of(path):
    with open_spreadsheet(path) as opened:
        return list(opened.rows())


def small_book():
    content = BytesIO()
    book = Workbook()
    for row in (["Nama", "NISN", "NIPD"], ["Melati Rekaan", "0099999901", "1"]):
        book.active.append(row)
    book.save(content)
    return content.getvalue()


SMALL = small_book()


def with_parts(**changed):
    """A small workbook with some parts replaced or added."""
    content = BytesIO()
    with ZipFile(BytesIO(SMALL)) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return content.getvalue()


def sheet_xml(cells, before=""):
    return (
        f'{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )


@pytest.fixture
def refused(tmp_path):
    """Which error reading these bytes brings; its sentence says that nothing was changed."""

    def read(content):
        path = tmp_path / "chosen.xlsx"
        path.write_bytes(content)
        with pytest.raises(errors.FileUnusable) as caught:
            rows_of(path)
        assert "Daftar siswa tidak berubah." in str(caught.value)
        assert str(path) not in str(caught.value)
        return caught.type

    return read


def test_rows_come_with_the_empty_ones_between_them(sheet_of):
    rows = rows_of(sheet_of([["a", 1], [], [None, None, True]]))
    assert [row[:3] for row in rows] == [("a", 1, None), (None, None, None), (None, None, True)]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.FileEmpty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), errors.OldExcel),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            errors.FileProtected,
        ),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook xmlns="x">A & B', errors.PageForExcel),
        ('<?xml version="1.0"?><Workbook>'.encode("utf-16"), errors.PageForExcel),
        (b"\n<html><table><tr><td>Nama</td></tr></table>", errors.PageForExcel),
        (b"Nama;NISN;NIPD\n", errors.NotASpreadsheet),
        (b"%PDF-1.7", errors.NotASpreadsheet),
        (b"PK\x03\x04 and no more", errors.FileDamaged),
    ],
)
def test_each_wrong_file_gets_its_own_sentence(refused, content, error):
    assert refused(content) is error


def test_other_packages_are_told_apart(refused):
    def package(name):
        content = BytesIO()
        with ZipFile(content, "w") as made:
            made.writestr(name, "x")
        return content.getvalue()

    assert refused(package("content.xml")) is errors.OtherSpreadsheet
    assert refused(package("xl/workbook.bin")) is errors.OtherSpreadsheet
    assert refused(package("word/document.xml")) is errors.NotASpreadsheet


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(errors.FileUnreadable):
        rows_of(tmp_path / "gone.xlsx")


def test_an_encrypted_part_is_a_protected_file(refused):
    content = bytearray(SMALL)
    entry = content.find(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refused(bytes(content)) is errors.FileProtected


def test_a_large_file_is_refused_before_it_is_read(refused, monkeypatch):
    monkeypatch.setattr(spreadsheet, "LARGEST_FILE", 1_000)
    assert refused(SMALL) is errors.FileTooLarge


def test_a_bomb_is_refused_before_it_unfolds(refused):
    assert refused(with_parts(**{SHEET: sheet_xml(" " * 30_000_000)})) is errors.FileSwollen


def test_content_that_is_simply_too_much_is_refused(refused, monkeypatch):
    monkeypatch.setattr(spreadsheet, "LARGEST_CONTENT", 10_000)
    assert refused(with_parts(**{SHEET: sheet_xml(" " * 11_000)})) is errors.FileSwollen


def test_a_file_of_nothing_but_words_is_refused_before_it_unfolds(refused):
    words = "".join(f"<si><t>kata {number}</t></si>" for number in range(500_000))
    part = f"<sst>{words}</sst>"
    assert refused(with_parts(**{"xl/sharedStrings.xml": part})) is errors.FileSwollen


def test_a_crowd_of_parts_is_refused(refused):
    assert refused(with_parts(**{f"xl/{n}": "" for n in range(1_001)})) is errors.FileSwollen


def test_an_unusual_compression_is_refused(refused):
    content = BytesIO(SMALL)
    with ZipFile(content, "a", ZIP_LZMA) as package:
        package.writestr("xl/more.xml", "x")
    assert refused(content.getvalue()) is errors.FileDamaged


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_xml_entities_are_refused_in_every_part(refused, part):
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    evil = sheet_xml('<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>', before=laughs)
    assert refused(with_parts(**{part: evil})) is errors.FileUnsafe


def test_a_file_of_the_system_is_never_read_through_xml(refused):
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    evil = sheet_xml('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', before=outside)
    assert refused(with_parts(**{SHEET: evil})) is errors.FileUnsafe


def test_too_many_rows_are_refused(sheet_of, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 5)
    assert len(rows_of(sheet_of([["x"]] * 5))) == 5
    with pytest.raises(errors.TooManyRows):
        rows_of(sheet_of([["x"]] * 6))


def test_too_many_columns_are_refused(sheet_of):
    assert len(rows_of(sheet_of([["x"] * 200]))[0]) == 200
    with pytest.raises(errors.TooManyColumns):
        rows_of(sheet_of([["x"] * 201]))


def test_what_a_sheet_says_of_its_size_makes_no_cells(tmp_path):
    path = tmp_path / "wide.xlsx"
    boast = '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>7</v></c></row>'
    xml = sheet_xml("").replace("<sheetData>", boast)
    path.write_bytes(with_parts(**{SHEET: xml}))
    assert [row[0] for row in rows_of(path)] == [7]


def test_warnings_of_the_reader_stay_unheard(tmp_path):
    path = tmp_path / "plain.xlsx"
    path.write_bytes(with_parts(**{"xl/styles.xml": "<styleSheet/>"}))
    assert len(rows_of(path)) == 2


@settings(deadline=None)  # the first example imports the reader
@given(st.integers(0, len(SMALL) - 1))
def test_a_file_cut_off_anywhere_is_refused_in_words(tmp_path_factory, length):
    path = tmp_path_factory.getbasetemp() / "cut.xlsx"
    path.write_bytes(SMALL[:length])
    with pytest.raises(errors.FileUnusable):
        rows_of(path)


@settings(deadline=None)  # the first example imports the reader
@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255))
def test_a_changed_byte_is_read_or_refused_and_never_a_crash(tmp_path_factory, place, byte):
    path = tmp_path_factory.getbasetemp() / "changed.xlsx"
    path.write_bytes(SMALL[:place] + bytes([byte]) + SMALL[place + 1 :])
    with suppress(errors.FileUnusable):
        rows_of(path)


@settings(deadline=None)  # the first example imports the reader
@given(st.binary(max_size=300))
def test_any_content_of_a_sheet_is_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "content.xlsx"
    path.write_bytes(with_parts(**{SHEET: content}))
    with suppress(errors.FileUnusable):
        rows_of(path)

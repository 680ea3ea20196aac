"""How much there is to parse is told from the bytes, before anything is parsed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from konfkasus_gui.archive import swelling
from konfkasus_gui.archive.spreadsheet_errors import FileSwollen
from konfkasus_gui.archive.swelling import Sheets, require_bearable

SHEET, STYLES, WORDS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"


@pytest.fixture
def weighed():
    """Weighs one part with these bytes."""

    def weigh(name, content):
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as package:
            package.writestr(name, content)
        with ZipFile(packed) as package:
            [part] = package.infolist()
            if name == SHEET:
                Sheets().require_bearable(package, part)
            else:
                require_bearable(package, part)

    return weigh


def rows(count, columns):
    return (b"<row>" + b"<c><v>1</v></c>" * columns + b"</row>") * count


def test_a_list_of_20000_students_with_all_columns_of_dapodik_is_borne(weighed):
    weighed(SHEET, rows(20_000, 66))


def test_a_row_may_have_as_many_cells_as_excel_allows(weighed):
    weighed(SHEET, rows(1, 16_384))


@pytest.mark.parametrize(
    "content",
    [
        rows(1, 40_000),
        rows(1_100_000, 0),
        b"<row/>" * 5 + b"<mergeCell/>" * 200_000,
        b"<row>" + b" " * 2_000_000 + b"</row>",
        b"<row " + b"a='b' " * 400_000 + b"/>",
    ],
    ids=["one row", "rows", "after the rows", "a text", "a tag"],
)
def test_a_sheet_beyond_any_list_is_not_borne(weighed, content):
    with pytest.raises(FileSwollen):
        weighed(SHEET, content)


def test_all_sheets_count_together(monkeypatch):
    monkeypatch.setattr(swelling, "MOST_IN_SHEETS", 1_000)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for number in range(3):
            package.writestr(f"xl/worksheets/sheet{number}.xml", rows(4, 30))
    sheets = Sheets()
    with ZipFile(packed) as package:
        first, second, third = package.infolist()
        sheets.require_bearable(package, first)
        sheets.require_bearable(package, second)
        with pytest.raises(FileSwollen):
            sheets.require_bearable(package, third)


def test_styles_and_words_have_bounds_of_their_own(weighed):
    weighed(STYLES, b"<xf/>" * 65_490)
    weighed(WORDS, b"<si><t>kata</t></si>" * 200_000)
    for name, part, times in ((STYLES, b"<xf/>", 400_000), (WORDS, b"<si/>", 1_700_000)):
        with pytest.raises(FileSwollen):
            weighed(name, part * times)

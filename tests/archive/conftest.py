from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from konfkasus_gui.archive.spreadsheet import Cell


@pytest.fixture(scope="session")
def sheet_of(tmp_path_factory) -> Callable[[Sequence[Sequence[Cell]]], Path]:
    """Writes rows into an .xlsx file and says where it is; the next call replaces it."""
    path = tmp_path_factory.mktemp("impor") / "daftar_pd.xlsx"

    def write(rows):
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
        book.save(path)
        return path

    return write

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from konfkasus_gui.archive.spreadsheet import Cell
from konfkasus_gui.archive.vault import Vault
from tests.transfers import first_archive
from tests.vaults import CHEAP, filled_vault


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


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """A vault with cases and its data key, to be copied."""
    return filled_vault(tmp_path_factory.mktemp("pattern") / "arsip")


@pytest.fixture
def filled(pattern, tmp_path):
    """A vault with cases of its own for each test; nobody has it open."""
    return Vault(shutil.copytree(pattern[0].folder, tmp_path / "arsip"), CHEAP)


@pytest.fixture
def key(pattern):
    """The data key of ``filled``."""
    return pattern[1]


@pytest.fixture
def first(tmp_path):
    with first_archive(tmp_path / "first") as archive:
        yield archive


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def path(stick):
    return stick / "pindahan.kktransfer"

"""A sheet of secret words comes out of the printer, or it is said why not."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from konfkasus_gui.documents.recovery import recovery_sheet
from konfkasus_gui.screens import printing
from konfkasus_gui.screens.first_start.pages import RecoveryPage
from konfkasus_gui.screens.secret_sheet import print_sheet
from konfkasus_gui.screens.widgets.notice import Notice

WORDS = tuple(f"kata{number}" for number in range(8))


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def outcome(page):
    """Where the page says how it went."""
    notice = Notice()
    notice.setParent(page)
    notice.say("")
    return notice


def chosen(monkeypatch, path):
    """The print window answers with a printer that writes a PDF."""
    jobs = []

    def ask(printer, _parent):
        jobs.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    monkeypatch.setattr(printing, "ask_printer", ask)
    return jobs


def sheet():
    return recovery_sheet("SMP Negeri 1 Sukamaju", WORDS)


def test_the_sheet_is_printed_and_the_queue_learns_nothing(
    qtbot, page, outcome, tmp_path, monkeypatch
):
    path = tmp_path / "printed.pdf"
    jobs = chosen(monkeypatch, path)
    print_sheet(page, sheet, outcome, "Sudah dikirim.")
    qtbot.waitUntil(lambda: outcome.sentence.text() == "Sudah dikirim.")
    assert jobs == ["KonfKasus"]
    printed = PdfReader(BytesIO(path.read_bytes()))
    assert len(printed.pages) == len(PdfReader(BytesIO(sheet())).pages)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qtbot, page, outcome, tmp_path, monkeypatch):
    chosen(monkeypatch, tmp_path / "no such folder" / "printed.pdf")
    print_sheet(page, sheet, outcome, "Sudah dikirim.")
    qtbot.waitUntil(outcome.isVisible)
    assert "Printer tidak menerima" in outcome.sentence.text()


def test_without_a_printer_the_way_on_is_told(page, outcome):
    print_sheet(page, sheet, outcome, "Sudah dikirim.")
    assert "belum punya printer" in outcome.sentence.text()


def test_whoever_closes_the_print_window_has_printed_nothing(page, outcome, monkeypatch):
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: False)
    print_sheet(page, sheet, outcome, "Sudah dikirim.")
    assert outcome.isHidden()


def test_the_first_start_prints_the_recovery_key(qtbot, tmp_path, monkeypatch):
    path = tmp_path / "printed.pdf"
    chosen(monkeypatch, path)
    page = RecoveryPage(WORDS, lambda: "SMP Negeri 1 Sukamaju")
    qtbot.addWidget(page)
    page.show()
    page.print.click()
    qtbot.waitUntil(lambda: "dikirim ke printer" in page.outcome.sentence.text())
    assert path.stat().st_size

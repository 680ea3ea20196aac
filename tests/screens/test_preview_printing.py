from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from konfkasus_gui.procedure.school import PAPER_HEIGHTS, PAPER_WIDTHS, School
from konfkasus_gui.procedure.vocabulary import Paper
from konfkasus_gui.screens import printing
from konfkasus_gui.screens.background import Cancelled

MM = 72 / 25.4


def blank(*sizes):
    """A PDF with an empty page of each size, in millimetres."""
    writer = PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width * MM, height * MM)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def into(path, sheet=(215, 330)):
    printer = printing.printer_for(sheet, "KonfKasus KK-2026-001")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def silent(_done, _total):
    pass


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_is_as_large_as_the_paper_in_the_tray(paper):
    wanted = School(name="SMP Negeri 1 Sukamaju").sheet(paper)
    sheet = printing.page_size(wanted).size(QPageSize.Unit.Millimeter)
    assert (sheet.width(), sheet.height()) == wanted


@given(some.integers(*PAPER_WIDTHS), some.integers(*PAPER_HEIGHTS))
def test_no_size_of_the_schools_own_snaps_to_one_that_comes_near(width, height):
    sheet = printing.page_size((width, height)).size(QPageSize.Unit.Millimeter)
    assert (sheet.width(), sheet.height()) == (width, height)


def test_the_whole_sheet_is_used(qapp, tmp_path):
    printer = into(tmp_path / "a.pdf")
    assert printer.fullPage()
    layout = printer.pageLayout()
    assert layout.fullRect(QPageLayout.Unit.Millimeter).width() == pytest.approx(215, abs=0.3)


def test_the_job_is_named_after_the_code_alone(qapp, tmp_path):
    assert into(tmp_path / "a.pdf").docName() == "KonfKasus KK-2026-001"


def test_every_page_comes_out_at_its_own_size_and_side(qapp, tmp_path):
    printer = into(tmp_path / "a.pdf")
    printing.print_pages(blank((215, 330), (330, 215)), printer, silent)
    boxes = [page.mediabox for page in PdfReader(tmp_path / "a.pdf").pages]
    sizes = [(round(float(box.width) / MM), round(float(box.height) / MM)) for box in boxes]
    assert sizes == [(215, 330), (330, 215)]


def test_only_the_pages_asked_for_come_out(qapp, tmp_path):
    printer = into(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printing.print_pages(blank(*[(215, 330)] * 5), printer, silent)
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 2


def test_progress_is_told_page_by_page(qapp, tmp_path):
    told = []
    work = printing.printing(blank((215, 330), (215, 330)), into(tmp_path / "a.pdf"))
    work(lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_cancelled_job_stops(qapp, tmp_path):
    def stop(done, _total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        printing.print_pages(blank((215, 330), (215, 330)), into(tmp_path / "a.pdf"), stop)


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told_in_words(qapp, tmp_path):
    printer = into(tmp_path / "nowhere" / "a.pdf")
    with pytest.raises(printing.NotPrinted, match="Periksa printer"):
        printing.print_pages(blank((215, 330)), printer, silent)


class OldPrinter(QPrinter):
    """Reaches no nearer to any edge than 100 pt, and does not repeat a job by itself."""

    def pageLayout(self):  # noqa: N802 - Qt's name
        layout = super().pageLayout()
        layout.setUnits(QPageLayout.Unit.Point)
        layout.setMinimumMargins(QMarginsF(100, 100, 100, 100))
        return layout

    def supportsMultipleCopies(self):  # noqa: N802 - Qt's name
        return False


def written(left, top):
    """One A4 page with a word that begins at ``left`` and ``top``, in points."""
    out = BytesIO()
    page = Canvas(out, pagesize=A4)
    page.drawString(left, A4[1] - top, "rahasia")
    page.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("left", "top", "edges"),
    [(200, 200, ()), (40, 200, ("kiri",)), (200, 60, ("atas",)), (540, 780, ("bawah", "kanan"))],
)
def test_words_that_the_printer_does_not_reach_are_told_by_their_edge(qapp, left, top, edges):
    assert printing.out_of_reach(written(left, top), OldPrinter()) == edges


def test_every_copy_comes_out_whole_and_in_order(qapp, tmp_path):
    printer = OldPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setCopyCount(2)
    printing.print_pages(blank((215, 330), (330, 215)), printer, silent)
    boxes = [page.mediabox for page in PdfReader(tmp_path / "a.pdf").pages]
    lying = [box.width > box.height for box in boxes]
    assert lying == [False, True, False, True]

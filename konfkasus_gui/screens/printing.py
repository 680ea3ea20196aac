"""Pages of a PDF on paper: from memory to the printer, at their own size."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens.background import Report

MOST_DPI = 300
"""Finer than this costs memory on a small PC and shows no difference in text."""
_POINTS_PER_INCH = 72
_POINTS_PER_MM = _POINTS_PER_INCH / 25.4
_F4 = (215, 330)
A4 = (210, 297)
"""Millimetres of the sheet that every system knows by name."""


class NotPrinted(KonfKasusError):
    """There is no printer, or it does not take the pages."""


class PdfInMemory:
    """The pages of a PDF that is never written to the disk; use it in one thread.

    A view that shows it is its ``parent``: Qt must not forget the pages before the view.
    """

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        self._bytes = QByteArray(content)
        self._device = QBuffer(self._bytes, parent)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf = QPdfDocument(parent) if parent is not None else QPdfDocument()
        self.pdf.load(self._device)

    def close(self) -> None:
        """Forget the pages."""
        self.pdf.close()
        self._device.close()
        self.pdf.deleteLater()
        self._device.deleteLater()


def page_size(sheet: tuple[int, int]) -> QPageSize:
    """The sheet as it lies in the tray, in whole millimetres, and no other size that comes near.

    Qt's own Folio is 210 × 330 mm, and without an exact match 215 mm snaps to a German size.
    """
    if sheet == A4:
        return QPageSize(QPageSize.PageSizeId.A4)
    name = "F4" if sheet == _F4 else f"{sheet[0]} × {sheet[1]} mm"
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(*sheet), QPageSize.Unit.Millimeter, name, exactly)


def sheet_of(content: bytes) -> tuple[int, int]:
    """The upright sheet that the first page of ``content`` is made for, in whole millimetres."""
    source = PdfInMemory(content)
    size = source.pdf.pagePointSize(0)
    source.close()
    short, long = sorted(round(side / _POINTS_PER_MM) for side in (size.width(), size.height()))
    return short, long


def printer_for(sheet: tuple[int, int], job: str, copies: int = 1) -> QPrinter:
    """The usual printer, set to ``sheet`` in millimetres without margins.

    ``job`` is read in the queue by everybody. Of several ``copies`` each comes out whole, in the
    order of its pages.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job)
    printer.setCreator("KonfKasus")
    printer.setPageSize(page_size(sheet))
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    return printer


def out_of_reach(content: bytes, printer: QPrinter) -> tuple[str, ...]:
    """The edges of the sheet at which ``printer`` would cut words off, as words."""
    source = PdfInMemory(content)
    cut: dict[str, None] = {}
    for number in range(source.pdf.pageCount()):
        size = source.pdf.pagePointSize(number)
        words = source.pdf.getAllText(number).boundingRectangle()
        if words.isEmpty():
            continue
        _lay(printer, size)
        reach = printer.pageLayout().minimumMargins()
        points = printer.pageLayout().units()
        if points is not QPageLayout.Unit.Point:
            layout = printer.pageLayout()
            layout.setUnits(QPageLayout.Unit.Point)
            reach = layout.minimumMargins()
        for edge, room, needed in (
            (_("atas"), words.top(), reach.top()),
            (_("bawah"), size.height() - words.bottom(), reach.bottom()),
            (_("kiri"), words.left(), reach.left()),
            (_("kanan"), size.width() - words.right(), reach.right()),
        ):
            if room < needed:
                cut[edge] = None
    source.close()
    return tuple(cut)


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Whether a printer was chosen and printing asked for.

    Printing into a file is not offered: a PDF leaves only by the door that warns.

    Raises:
        NotPrinted: this PC has no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NotPrinted(
            _("Komputer ini belum punya printer. Pasang printer, atau simpan sebagai PDF.")
        )
    window = QPrintDialog(printer, parent)
    window.setWindowTitle(_("Cetak"))
    option = QAbstractPrintDialog.PrintDialogOption
    window.setOption(option.PrintToFile, False)
    window.setOption(option.PrintPageRange, True)
    accepted = window.exec() == QDialog.DialogCode.Accepted
    window.deleteLater()
    return accepted


def printing(content: bytes, printer: QPrinter) -> Callable[[Report], object]:
    """The work that puts the pages of ``content`` on paper, page by page, for a ``Task``."""

    def work(report: Report) -> None:
        print_pages(content, printer, report)

    return work


def print_pages(content: bytes, printer: QPrinter, report: Report) -> None:
    """Draw each page at its own size, at most ``MOST_DPI`` fine; shrunk only to fit a sheet.

    Raises:
        NotPrinted: the printer does not take the pages.
    """
    source = PdfInMemory(content)
    pages = list(_wanted(printer, source.pdf.pageCount()))
    painter = QPainter()
    printer.setFullPage(True)  # the print window of some systems sets margins again
    _lay(printer, source.pdf.pagePointSize(pages[0]))
    if not painter.begin(printer):
        source.close()
        raise NotPrinted(
            _("Printer tidak menerima pekerjaan ini. Periksa printer, lalu cetak lagi.")
        )
    try:
        for place, number in enumerate(pages):
            report(place, len(pages))
            if place:
                _lay(printer, source.pdf.pagePointSize(number))
                printer.newPage()
            _draw(source.pdf, number, painter, printer)
        report(len(pages), len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        source.close()


def _wanted(printer: QPrinter, count: int) -> Iterator[int]:
    """The pages asked for in the print window, as often as the printer does not repeat itself."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(count, printer.toPage() or count)
    chosen = [number - 1 for number in range(first, last + 1)] or [0]
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for _time in range(max(1, times)):
        yield from chosen


def _lay(printer: QPrinter, size: QSizeF) -> None:
    lying = size.width() > size.height()
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if lying else way.Portrait)


def _draw(pdf: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    points = pdf.pagePointSize(number)
    sheet = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    fit = min(1.0, (sheet.width() + 1) / points.width(), (sheet.height() + 1) / points.height())
    drawn = points * fit / _POINTS_PER_INCH
    dots = min(MOST_DPI, printer.resolution())
    image = pdf.render(number, QSize(round(drawn.width() * dots), round(drawn.height() * dots)))
    target = drawn * printer.resolution()
    painter.drawImage(QRectF(0, 0, target.width(), target.height()), image)

"""What goes in and out: a paper with its fonts, a spreadsheet, printing."""

from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.archive.progress import silent
from konfkasus_gui.demo.sample import student_list
from konfkasus_gui.documents.letter_sample import letter_sample
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.procedure.school import Account, School
from konfkasus_gui.procedure.vocabulary import Paper
from konfkasus_gui.screens.printing import PdfInMemory, print_pages, printer_for, sheet_of
from konfkasus_gui.self_test.fault import require

SCHOOL = School(name="SMP Rekaan Uji Mandiri", city="Sukamaju", paper=Paper.F4)
DAY = date(2026, 11, 2)
STUDENTS = 120
F4_POINTS = (609, 935)


def paper(_place: Path) -> str:
    """A letter is drawn with its fonts inside, and its words can be read back."""
    content = _letter()
    require(content == _letter(), _("dokumen tidak berulang sama"))
    require(b"/FontFile2" in content and b"LiberationSerif" in content, _("huruf tidak ikut"))
    source = PdfInMemory(content)
    words = source.pdf.getAllText(0).text()
    pages = source.pdf.pageCount()
    source.close()
    require(SCHOOL.name.upper() in words.upper(), _("dokumen tidak terbaca"))
    return _("{count} halaman").format(count=pages)


def printing(place: Path) -> str:
    """The same letter goes through the print system of this PC, here into a PDF file."""
    content = _letter()
    printer = printer_for(sheet_of(content), "KonfKasus")
    target = place / "cetak.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    print_pages(content, printer, silent)
    printed = QPdfDocument()
    printed.load(str(target))
    count, size = printed.pageCount(), printed.pagePointSize(0)
    printed.close()
    require(count >= 1, _("hasil cetak kosong"))
    require(_near(size), _("ukuran kertas berubah"))
    return _("{count} halaman F4").format(count=count)


def spreadsheet(_place: Path) -> str:
    """The sample school's Excel list is read."""
    count = len(read_students(student_list(), silent).rows)
    require(count == STUDENTS, str(count))
    return _("{count} siswa rekaan").format(count=count)


def _letter() -> bytes:
    counselor = Account(name="", created_at=datetime.combine(DAY, time(8)))
    return letter_sample(LetterText.INVITATION_SCHOOL, SCHOOL, counselor, (), DAY)


def _near(size: QSizeF) -> bool:
    wide, high = F4_POINTS
    return abs(size.width() - wide) < 2 and abs(size.height() - high) < 2

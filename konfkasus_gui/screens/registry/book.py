"""The register of one year on paper, before it is printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.documents.letter_book import letter_book
from konfkasus_gui.documents.paper import Office
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Deed
from konfkasus_gui.screens import dialogs, printing, theme
from konfkasus_gui.screens.background import Cancelled, Task
from konfkasus_gui.screens.preview_pages import PreviewPages
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress


class BookWindow(QDialog):
    """The register of one year; closes when the archive locks."""

    def __init__(self, session: Session, year: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.session = session
        self.year = year
        self._printing: Task | None = None
        self.setWindowTitle(_("Buku agenda surat keluar"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.pages = PreviewPages()
        self.notice = Notice()
        self.save = button(_("Simpan PDF…"), icon="download", pressed=self._save)
        self.print = button(_("Cetak…"), kind="primary", icon="printer", pressed=self._print)
        self._lay_out()
        session.locked.connect(self._lock)
        self.content = self._drawn()
        self.pages.show_pages(self.content)
        self.print.setDefault(True)
        self.notice.say("")

    def _drawn(self) -> bytes:
        session = self.session
        office = Office(
            school=session.school,
            counselor=session.account or Account(name="", created_at=session.now()),
            dated=session.today(),
        )
        return letter_book(office, session.lists.agenda(self.year), self.year)

    def _print(self) -> None:
        printer = printing.printer_for(self.session.school.paper, "KonfKasus")
        try:
            if not printing.ask_printer(printer, self):
                return
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        self._printing = run_with_progress(
            self, _("Mencetak…"), printing.printing(self.content, printer)
        )
        self._printing.finished.connect(self._printed)
        self._printing.failed.connect(self._failed)

    def _printed(self) -> None:
        self._printing = None
        self.session.note(Deed.PRINTED, note=self.windowTitle())
        self.notice.say(_("Halaman sudah dikirim ke printer."), "good")

    def _failed(self, error: Exception) -> None:
        self._printing = None
        if isinstance(error, Cancelled):
            self.notice.say(_("Pencetakan dihentikan."))
        elif isinstance(error, KonfKasusError):
            self.notice.say(str(error), "danger")
        else:
            raise error

    def _save(self) -> None:
        path = dialogs.choose_save_file(
            self,
            _("Simpan PDF"),
            f"buku-agenda-surat-keluar-{self.year}.pdf",
            _("Dokumen PDF (*.pdf)"),
        )
        if path is None:
            return
        try:
            replace_file(path, self.content)
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        self.session.note(Deed.SAVED, note=self.windowTitle())
        self.notice.say(
            _("PDF tersimpan di luar arsip. Hapus bila sudah tidak diperlukan."), "good"
        )

    def _lock(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
        self.reject()

    def _lay_out(self) -> None:
        head = QFrame()
        theme.mark(head, ground="surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(12)
        line.addWidget(title(_("Buku agenda surat keluar {year}").format(year=self.year)), 1)
        line.addWidget(self.save)
        line.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1180, room.width()), min(720, room.height()))


def open_book(session: Session, year: int, parent: QWidget | None = None) -> BookWindow:
    """Show the register of ``year`` as it would be printed."""
    window = BookWindow(session, year, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window

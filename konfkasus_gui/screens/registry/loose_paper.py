"""Papers that belong to no case, before they are printed: the letter book, and blank forms."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.documents import papers
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account, Wording
from konfkasus_gui.procedure.vocabulary import Deed, DocumentKind
from konfkasus_gui.screens import dialogs, printing, theme
from konfkasus_gui.screens.background import Cancelled, Task
from konfkasus_gui.screens.preview_pages import PreviewPages
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress


class LoosePaperWindow(QDialog):
    """One paper that says nothing of a case; closes when the archive locks.

    ``name`` is its title and its line in the history, ``draw`` gives it as a PDF.
    """

    def __init__(
        self, session: Session, name: str, draw: Callable[[], bytes], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.name = name
        self._printing: Task | None = None
        self.setWindowTitle(name)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.pages = PreviewPages()
        self.notice = Notice()
        self.save = button(_("Simpan PDF…"), icon="download", pressed=self._save)
        self.print = button(_("Cetak…"), kind="primary", icon="printer", pressed=self._print)
        self._lay_out()
        session.locked.connect(self._lock)
        self.content = draw()
        self.pages.show_pages(self.content)
        self.print.setDefault(True)
        self.notice.say("")

    def suggested_name(self) -> str:
        """A file name made of the paper's own: ``buku-agenda-surat-keluar-2026.pdf``."""
        return re.sub(r"\W+", "-", self.name.lower()).strip("-") + ".pdf"

    def _print(self) -> None:
        printer = printing.printer_for(self.session.school.sheet(), "KonfKasus")
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
        self.session.note(Deed.PRINTED, note=self.name)
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
            self.suggested_name(),
            _("Dokumen PDF (*.pdf)"),
        )
        if path is None:
            return
        try:
            replace_file(path, self.content)
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        self.session.note(Deed.SAVED, note=self.name)
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
        line.addWidget(title(self.name), 1)
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


def open_book(session: Session, year: int, parent: QWidget | None = None) -> LoosePaperWindow:
    """Show the register of ``year`` as it would be printed."""

    def draw() -> bytes:
        from konfkasus_gui.documents.letter_book import letter_book  # ReportLab loads late
        from konfkasus_gui.documents.paper import Office

        office = Office(
            school=session.school,
            counselor=session.account or Account(name="", created_at=session.now()),
            dated=session.today(),
        )
        return letter_book(office, session.lists.agenda(year), year)

    name = _("Buku agenda surat keluar {year}").format(year=year)
    return _opened(LoosePaperWindow(session, name, draw, parent))


def open_blank(
    session: Session, kind: DocumentKind, parent: QWidget | None = None
) -> LoosePaperWindow:
    """Show the empty form of ``kind`` as it would be printed."""

    def draw() -> bytes:
        return papers.build_blank(kind, session.school, wordings=session.archive.every(Wording))

    name = _("Format kosong {kind}").format(kind=kind.label)
    return _opened(LoosePaperWindow(session, name, draw, parent))


def _opened(window: LoosePaperWindow) -> LoosePaperWindow:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window

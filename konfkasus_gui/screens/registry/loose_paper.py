"""Papers that belong to no case, before they are printed: letter book, blank forms, history."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.documents import papers
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.letter import fingerprint
from konfkasus_gui.procedure.school import Account, Wording
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens import deeds, theme
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.preview_papers import Leaf
from konfkasus_gui.screens.preview_side import MOST_COPIES, MOST_WIDE
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelSpinBox
from konfkasus_gui.screens.widgets.label import small, strong
from konfkasus_gui.screens.widgets.notice import Notice


class LooseSide(QFrame):
    """Which sheet, how many copies, and what the reader should know."""

    changed = Signal()
    """Another sheet is wanted."""

    def __init__(self, paper: Paper, words: str) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(min(theme.scaled(300), MOST_WIDE))
        self.paper = ChoiceChips(
            tuple((one, one.short) for one in Paper), optional=False, name=_("Kertas")
        )
        self.paper.set_value(paper)
        self.paper.changed.connect(self._tell)
        self.paper_words = small(paper.title)
        self.copies = NoWheelSpinBox(1, MOST_COPIES, suffix=_(" rangkap"))
        self.copies.setAccessibleName(_("Rangkap"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 14, 16)
        column.setSpacing(8)
        column.addWidget(strong(_("Kertas")))
        column.addWidget(self.paper)
        column.addWidget(self.paper_words)
        column.addWidget(self.copies)
        column.addSpacing(6)
        column.addWidget(Notice(words))
        column.addStretch()

    def _tell(self) -> None:
        self.paper_words.setText(self.paper.value().title)
        self.changed.emit()


class LoosePaperWindow(PaperWindow):
    """One paper on the school's own sheet; nothing of it is kept but its line in the history.

    ``name`` is its title and that line, ``draw`` gives it as a PDF.
    """

    def __init__(
        self, session: Session, name: str, draw: Callable[[], bytes], parent: QWidget | None
    ) -> None:
        super().__init__(session, name, name, parent=parent)
        self.setWindowTitle(name)
        self.show_content(draw())

    @override
    def paper(self) -> Paper:
        return self.session.school.paper

    @override
    def suggested_name(self) -> str:
        return super().suggested_name().lower()

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        self.session.note(deed, note=self.label)


class SheetWindow(PaperWindow):
    """One paper on the sheet that is chosen at its side.

    ``name`` is its title and its line in the history, ``draw`` gives it as a PDF on a sheet.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        words: str,
        draw: Callable[[Paper], bytes],
        parent: QWidget | None,
    ) -> None:
        self.side = LooseSide(session.school.paper, words)
        super().__init__(session, name, name, side=self.side, parent=parent)
        self._draw = draw
        self.setWindowTitle(name)
        self.side.changed.connect(self._show_sheet)
        self._show_sheet()

    @override
    def paper(self) -> Paper:
        paper: Paper = self.side.paper.value()
        return paper

    @override
    def copies(self) -> int:
        return self.side.copies.value()

    @override
    def suggested_name(self) -> str:
        return super().suggested_name().lower()

    def _show_sheet(self) -> None:
        self.content = b""
        self.say("")
        self.show_state()
        try:
            content = self._draw(self.paper())
        except KonfKasusError as error:
            self.refuse(error)
            return
        self.show_content(content)


class BlankWindow(SheetWindow):
    """An empty form tells nothing of anybody: it leaves without a warning, and is not kept."""

    @override
    def warned(self) -> bool:
        return True

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        self.session.note(deed, note=self.label)


class BookWindow(SheetWindow):
    """The register of one year; what is printed or saved of it is kept."""

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        deeds.keep_letter_book(self.session, self.name, leaf.content, deed, leaf.paper)


def open_book(session: Session, year: int, parent: QWidget | None = None) -> BookWindow:
    """Show the register of ``year`` as it would be printed."""
    name = _("Buku agenda surat keluar {year}").format(year=year)

    def drawn(paper: Paper, version: int) -> bytes:
        from konfkasus_gui.documents.letter_book import letter_book  # ReportLab loads late
        from konfkasus_gui.documents.paper import Office

        office = Office(
            school=session.school,
            counselor=session.account or Account(name="", created_at=session.now()),
            dated=session.today(),
            paper=paper,
            version=version,
        )
        return letter_book(office, session.lists.agenda(year), year)

    def draw(paper: Paper) -> bytes:
        """In its kept version if nothing has changed, otherwise in the next."""
        for kept in deeds.letter_books(session, name)[:1]:
            again = drawn(paper, kept.version)
            return again if fingerprint(again) == kept.sha256 else drawn(paper, kept.version + 1)
        return drawn(paper, 1)

    words = _("Nama orang tua/wali tidak dicantumkan. Yang dicetak dan disimpan tercatat di arsip.")
    window = BookWindow(session, name, words, draw, parent)
    window.open()
    return window


def open_blank(session: Session, kind: DocumentKind, parent: QWidget | None = None) -> BlankWindow:
    """Show the empty form of ``kind`` as it would be printed."""

    def draw(paper: Paper) -> bytes:
        wordings = session.archive.every(Wording)
        return papers.build_blank(kind, session.school, paper, wordings=wordings)

    name = _("Format kosong {kind}").format(kind=kind.label)
    words = _("Format ini kosong: tidak memuat nama, kode, atau nomor siapa pun.")
    window = BlankWindow(session, name, words, draw, parent)
    window.open()
    return window

"""A kept paper, opened again: the very bytes that were kept, or the word that they changed."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.kept import PaperAltered, require_genuine
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.paper_state import require_printable
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.preview_papers import Leaf
from konfkasus_gui.screens.preview_side import MOST_COPIES, MOST_WIDE, NAMED, naming_words
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.edits import NoWheelSpinBox
from konfkasus_gui.screens.widgets.label import small, strong
from konfkasus_gui.screens.widgets.notice import Notice


class KeptSide(QFrame):
    """What was kept, when, and on which sheet; how many copies are wanted."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(min(theme.scaled(300), MOST_WIDE))
        self.copies = NoWheelSpinBox(1, MOST_COPIES, suffix=_(" rangkap"))
        self.copies.setAccessibleName(_("Rangkap"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 14, 16)
        column.setSpacing(8)
        column.addWidget(strong(document.title))
        column.addWidget(small(_("Versi {version}").format(version=document.version)))
        at = document.kept_at
        column.addWidget(
            small(
                _("Disimpan {day} pukul {time}").format(
                    day=long_date(at.date()), time=clock_time(at.time())
                )
            )
        )
        column.addSpacing(6)
        column.addWidget(strong(_("Kertas")))
        column.addWidget(small(document.paper.title))
        column.addWidget(small(_("Dokumen ini tercetak seperti saat disimpan.")))
        column.addWidget(self.copies)
        if document.kind in NAMING:
            column.addSpacing(6)
            named = document.kind in NAMED
            column.addWidget(Notice(naming_words(document.kind), "warning" if named else "info"))
        column.addStretch()


class KeptPaperWindow(PaperWindow):
    """Shows ``document`` if its bytes are those that were kept; otherwise it says so alone."""

    def __init__(self, session: Session, document: Document, parent: QWidget | None) -> None:
        case_id = document.case_id
        code = session.get(Case, case_id).code if case_id is not None else ""
        self.side = KeptSide(document)
        kind = document.kind
        super().__init__(session, kind.title, kind.label, code=code, side=self.side, parent=parent)
        self.kind = kind
        self._document = document
        self.setWindowTitle(document.title)
        self.refusal.action.hide()
        try:
            require_genuine(document)
        except PaperAltered as error:
            self.show_state()
            self.refuse(error)
            return
        self.show_content(document.content)

    @override
    def paper(self) -> Paper:
        return self._document.paper

    @override
    def copies(self) -> int:
        return self.side.copies.value()

    @override
    def may_leave(self, action: str) -> bool:
        self.say("")
        conference_id = self._document.conference_id
        if not self.content:
            return False
        if conference_id is not None:
            try:
                require_printable(self.session.plan(conference_id), self.kind)
            except KonfKasusError as error:
                self.refuse(error)
                return False
        return True

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        """The bytes are kept already: only the history learns of it."""
        self.session.note(deed, self._document.case_id, self.kind.label)


def open_kept(session: Session, document_id: int, parent: QWidget | None = None) -> KeptPaperWindow:
    """Show a kept paper as it was kept."""
    window = KeptPaperWindow(session, session.get(Document, document_id), parent)
    window.open()
    return window


def open_document(session: Session, document_id: int, parent: QWidget | None = None) -> None:
    """Show what was kept: a paper as it was printed, or a scan; the history learns of it."""
    document = session.get(Document, document_id)
    session.note_daily(Deed.DOCUMENT_VIEWED, document.case_id, document.kind.label)
    if document.kind is not DocumentKind.SCAN:
        open_kept(session, document_id, parent)
        return
    from konfkasus_gui.screens.planning.scan_window import show_scan

    show_scan(session, document_id, parent)

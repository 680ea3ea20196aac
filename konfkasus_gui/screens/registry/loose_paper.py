"""Papers that belong to no case, before they are printed: the letter book, and blank forms."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.documents import papers
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.school import Account, Wording
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.preview_papers import Leaf
from konfkasus_gui.screens.session import Session


class LoosePaperWindow(PaperWindow):
    """One paper on the school's own sheet; nothing of it is kept but its line in the history.

    ``name`` is its title and that line, ``draw`` gives it as a PDF; an ``empty`` form tells
    nothing of anybody, so that it leaves without a warning.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        draw: Callable[[], bytes],
        parent: QWidget | None,
        *,
        empty: bool = False,
    ) -> None:
        super().__init__(session, name, name, parent=parent)
        self._empty = empty
        self.setWindowTitle(name)
        self.show_content(draw())

    @override
    def paper(self) -> Paper:
        return self.session.school.paper

    @override
    def suggested_name(self) -> str:
        return super().suggested_name().lower()

    @override
    def warned(self) -> bool:
        return self._empty or super().warned()

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        self.session.note(deed, note=self.label)


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
    return _opened(LoosePaperWindow(session, name, draw, parent, empty=True))


def _opened(window: LoosePaperWindow) -> LoosePaperWindow:
    window.open()
    return window

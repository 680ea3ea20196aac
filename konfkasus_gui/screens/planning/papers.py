"""The way from planning to the papers."""

from PySide6.QtWidgets import QWidget

from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.session import Session


def show_paper(session: Session, conference_id: int, kind: DocumentKind, parent: QWidget) -> None:
    """Show a paper before it is printed; what draws it is loaded only then."""
    from konfkasus_gui.screens.preview import open_preview

    open_preview(session, conference_id, kind, parent)

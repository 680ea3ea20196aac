"""Panduan: the four stages and the keeping of secrets, on a page or two."""

from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.label import title

GUIDE = theme.RESOURCES / "help" / "panduan.md"
WIDEST = 760
"""px at 100 % font size: longer lines are hard to read."""


class GuidePage(QWidget):
    """Shows the guide; nothing in it can be clicked, and nothing is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Panduan"))
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        self.text.setMarkdown(GUIDE.read_text(encoding="utf-8"))
        self.text.setMaximumWidth(theme.scaled(WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(title(_("Panduan")))
        column.addWidget(self.text, 1)

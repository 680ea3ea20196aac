"""Panduan: how to use the program, and how to install it, on a page or two each."""

from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import title

HELP = theme.RESOURCES / "help"
GUIDE = HELP / "panduan.md"
WIDEST = 760
"""px at 100 % font size: longer lines are hard to read."""


class Topic(Word):
    """What the guide tells of."""

    USING = "using", N_("memakai KonfKasus")
    INSTALLING = "installing", N_("memasang KonfKasus")


TEXTS = {Topic.USING: GUIDE, Topic.INSTALLING: HELP / "memasang.md"}


class GuidePage(QWidget):
    """Shows one topic at a time; nothing in it can be clicked, and nothing is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.topic = ChoiceChips(
            [(topic, topic.title) for topic in Topic], optional=False, name=_("Isi panduan")
        )
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Panduan"))
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        self.text.setMaximumWidth(theme.scaled(WIDEST))
        self.topic.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(title(_("Panduan")))
        column.addWidget(self.topic)
        column.addWidget(self.text, 1)
        self.show_topic(Topic.USING)

    def show_topic(self, topic: Topic) -> None:
        """Turn to ``topic``."""
        self.topic.set_value(topic)
        self._show()

    def _show(self) -> None:
        chosen = self.topic.value()
        assert isinstance(chosen, Topic)
        self.text.setMarkdown(TEXTS[chosen].read_text(encoding="utf-8"))

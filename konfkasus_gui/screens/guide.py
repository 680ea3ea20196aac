"""Panduan: how to use the program, and how to install it, chapter by chapter."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextLength, QTextTable
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import muted, title
from konfkasus_gui.screens.widgets.search_field import SearchField

HELP = theme.RESOURCES / "help"
GUIDE = HELP / "panduan.md"
WIDEST = 760
"""px at 100 % font size: longer lines are hard to read."""
LIST_WIDTH = 260
ABOVE, BELOW = 18, 6
"""px around the heading of a chapter."""


class Topic(Word):
    """What the guide tells of."""

    USING = "using", N_("memakai KonfKasus")
    INSTALLING = "installing", N_("memasang KonfKasus")


TEXTS = {Topic.USING: GUIDE, Topic.INSTALLING: HELP / "memasang.md"}


@dataclass(frozen=True, slots=True)
class _Chapter:
    """One heading and where it stands; ``words`` is all that stands below it, in small letters."""

    name: str
    position: int
    words: str


class GuidePage(QWidget):
    """Shows one topic at a time; nothing in it can be clicked, and nothing is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._chapters: tuple[_Chapter, ...] = ()
        self._listed: tuple[_Chapter, ...] = ()
        self.topic = ChoiceChips(
            [(topic, topic.title) for topic in Topic], optional=False, name=_("Isi panduan")
        )
        self.search = SearchField(_("Cari di panduan…"), shortcut="Ctrl+F")
        self.nothing = muted(_("Tidak ada bab yang memuat kata itu."))
        self.chapters = QListView()
        self.chapters.setObjectName("chapters")
        self.chapters.setAccessibleName(_("Bab"))
        self.chapters.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.chapters.setWordWrap(True)
        self.chapters.setResizeMode(QListView.ResizeMode.Adjust)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names = QStringListModel(self)
        self.chapters.setModel(self._names)
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Panduan"))
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        self.text.setMaximumWidth(theme.scaled(WIDEST))
        self.topic.changed.connect(self._show)
        self.search.searched.connect(self._find)
        self.search.entered.connect(self._find_and_go)
        self.chapters.selectionModel().currentChanged.connect(self._turn_to)
        self.chapters.clicked.connect(self._turn_to)
        self._lay_out()
        self.show_topic(Topic.USING)

    def show_topic(self, topic: Topic) -> None:
        """Turn to ``topic``."""
        self.topic.set_value(topic)
        self._show()

    def _show(self) -> None:
        chosen = self.topic.value()
        assert isinstance(chosen, Topic)
        self.text.setMarkdown(TEXTS[chosen].read_text(encoding="utf-8"))
        self._dress()
        self._chapters = tuple(_chapters(self.text.document().begin()))
        self._find(self.search.text().strip())

    def _dress(self) -> None:
        """Give chapters room, and tables the width of the page."""
        block = self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if form.headingLevel():
                form.setTopMargin(ABOVE if block.blockNumber() else 0)
                form.setBottomMargin(BELOW)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()
        for frame in self.text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(shape)

    def _find(self, wanted: str) -> None:
        """List the chapters that hold all words of ``wanted``, and mark these in the text."""
        words = wanted.casefold().split()
        self._listed = tuple(
            one for one in self._chapters if all(word in one.words for word in words)
        )
        self._names.setStringList([one.name for one in self._listed])
        self.nothing.setVisible(not self._listed)
        self.text.setExtraSelections([found for word in words for found in self._marks(word)])

    def _find_and_go(self, wanted: str) -> None:
        self._find(wanted)
        if self._listed:
            self.chapters.setCurrentIndex(self._names.index(0))
            self.chapters.setFocus()

    def _marks(self, word: str) -> list[QTextEdit.ExtraSelection]:
        marks: list[QTextEdit.ExtraSelection] = []
        found = self.text.document().find(word)
        while not found.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = found
            mark.format.setBackground(theme.colour("warning_soft"))
            marks.append(mark)
            found = self.text.document().find(word, found)
        return marks

    def _turn_to(self, index: QModelIndex) -> None:
        """Show the chapter at the top, or from lower on if only there a word was found."""
        if not index.isValid():
            return
        start = self._listed[index.row()].position
        block = self.text.document().findBlock(start)
        top = self.text.document().documentLayout().blockBoundingRect(block).top()
        self.text.verticalScrollBar().setValue(round(top))
        found = [mark.cursor.position() for mark in self.text.extraSelections()]
        cursor = QTextCursor(block)
        cursor.setPosition(min((at for at in found if at >= start), default=start))
        self.text.setTextCursor(cursor)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        for widget in (self.search, self.nothing):
            beside.addWidget(widget)
        beside.addWidget(self.chapters, 1)
        side = QWidget()
        side.setLayout(beside)
        side.setFixedWidth(theme.scaled(LIST_WIDTH))
        beside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.text, 1)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(title(_("Panduan")))
        column.addWidget(self.topic)
        column.addLayout(row, 1)


def _chapters(block: QTextBlock) -> list[_Chapter]:
    """The chapters from ``block`` to the end of its document."""
    found: list[tuple[str, int, list[str]]] = []
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append((block.text(), block.position(), []))
        if found:
            found[-1][2].append(block.text())
        block = block.next()
    return [_Chapter(name, at, "\n".join(texts).casefold()) for name, at, texts in found]

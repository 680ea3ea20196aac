"""Marked places in a text: a wavy or a dashed line under words that a check has found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from konfkasus_gui.screens import theme

LONG = 6_000
"""Signs of a paragraph that is looked through only once typing rests."""
REST_MS = 300


class Sort(Enum):
    """What a mark is about; each has a line of its own, told apart without its colour too."""

    LANGUAGE = "language"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` of a paragraph is marked, and why; ``ways`` may stand in its place.

    ``key`` tells the place from others with the same words. ``word`` is what can be silenced for
    good; empty where nothing can.
    """

    start: int
    end: int
    sort: Sort
    title: str
    reason: str
    ways: tuple[str, ...]
    key: tuple[str, ...]
    word: str = ""


Look = Callable[[str], Sequence[Mark]]


class Marker(QSyntaxHighlighter):
    """Marks what ``look`` finds in each paragraph that changes, and in no other."""

    found = Signal()
    """A paragraph has marks."""

    def __init__(self, parent: QObject, document: QTextDocument, look: Look) -> None:
        super().__init__(parent)
        self.look = look
        self._waiting: set[int] = set()
        self._shown: dict[int, Sequence[Mark]] = {}
        self._resting = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._catch_up)
        self.setDocument(document)

    def marks_of(self, text: str) -> Sequence[Mark]:
        """The marks of a paragraph."""
        return self.look(text)

    @override
    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        if len(text) <= LONG or self._resting:
            marks = self.look(text)
        else:
            marks = self._shown.get(number, ())
            self._waiting.add(number)
            self._rest.start()
        if len(text) > LONG:
            self._shown[number] = marks
        for mark in marks:
            start, end = in_units(text, mark.start), in_units(text, mark.end)
            self.setFormat(start, end - start, _line(mark.sort))
        if marks:
            self.found.emit()

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, set()
        self._resting = True
        for number in sorted(waiting):
            self.rehighlightBlock(self.document().findBlockByNumber(number))
        self._resting = False


def in_units(text: str, place: int) -> int:
    """``place`` in ``text`` as Qt counts: signs beyond the 65,536 first take two."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _line(sort: Sort) -> QTextCharFormat:
    line = QTextCharFormat()
    if sort is Sort.LANGUAGE:
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        line.setUnderlineColor(theme.colour("warning"))
    else:
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        line.setUnderlineColor(theme.colour("danger"))
        line.setBackground(theme.colour("danger_soft"))
    return line

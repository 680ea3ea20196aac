"""A figure from the meeting: so many of so many, in words and as a simple picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import muted, title

_MOST_DOTS = 16
_SIDE, _GAP = 14, 6


class Dots(QWidget):
    """A dot for each of ``total``, those reached filled; one bar where dots would be too many."""

    def __init__(self) -> None:
        super().__init__()
        self._reached, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_measure(self, reached: int, total: int) -> None:
        """Draw ``reached`` of ``total``."""
        self._reached, self._total = reached, total
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side, gap = theme.scaled(_SIDE), theme.scaled(_GAP)
        return QSize(min(self._total, _MOST_DOTS) * (side + gap), side + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._total > _MOST_DOTS:
            self._paint_bar(painter)
        else:
            self._paint_dots(painter)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        side, gap = theme.scaled(_SIDE), theme.scaled(_GAP)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        for place in range(self._total):
            filled = place < self._reached
            painter.setBrush(theme.colour("accent") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(1 + place * (side + gap), 1, side - 2, side - 2))

    def _paint_bar(self, painter: QPainter) -> None:
        side = theme.scaled(_SIDE)
        whole = QRectF(1, 1, self.width() - 2, side - 2)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, side / 2, side / 2)
        if self._reached:
            whole.setWidth(max(side, whole.width() * self._reached / self._total))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(whole, side / 2, side / 2)


class Figure(Card):
    """``7 dari 12`` large, what is counted beside it, and the picture of both."""

    def __init__(self) -> None:
        super().__init__()
        self.number = title()
        self.number.setWordWrap(False)
        self.words = muted()
        self.dots = Dots()
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self.number)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.words)
        beside.addWidget(self.dots)
        line.addLayout(beside, 1)
        self.column.setContentsMargins(16, 10, 16, 12)
        self.add_layout(line)

    def show_measure(self, number: str, words: str, reached: int, total: int) -> None:
        """Show ``number`` such as "7 dari 12", ``words`` that say of what, and the picture."""
        self.number.setText(number)
        self.words.setText(words)
        self.dots.show_measure(reached, total)
        self.dots.setVisible(total > 0)
        self.setAccessibleName(f"{number} {words}")

"""How a cell is drawn: plain words, a badge, or the four bars of the stages."""

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.cell import Cell

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
STAGES = 4
MOST_MEASURED = 2000
"""Cells whose size is remembered."""
_BAR = QSize(18, 6)
_GAP = 4
_INK = {"neutral": "text"}

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Draws a ``Cell``; a line under each row, the chosen row on the soft accent colour."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measured: dict[tuple[str, int, str], QSize] = {}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cast(Cell, index.data(CELL_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("background"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font if isinstance(font, QFont) else option.font)
        words = rect.adjusted(10, 0, -10, 0)
        if cell.stage is not None:
            words = self._bars(painter, words, cell.stage)
        if cell.badge:
            self._badge(painter, words, cell)
        else:
            painter.setPen(theme.colour("muted" if cell.muted else "text"))
            self._words(painter, words, cell.text, index)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = cast(Cell, index.data(CELL_ROLE))
        hint = self._measure(cell.text, option, index)
        bars = STAGES * (_BAR.width() + _GAP) + 6 if cell.stage is not None else 0
        edges = 44 if cell.badge else 28
        return QSize(hint.width() + edges + bars, max(theme.scaled(40), hint.height() + 16))

    def _measure(self, text: str, option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the words take; a header asks for all cells in view at each step of a layout."""
        known = text, index.column(), option.font.key()
        if known not in self._measured:
            if len(self._measured) >= MOST_MEASURED:
                self._measured.clear()
            self._measured[known] = super().sizeHint(option, index)
        return self._measured[known]

    def _bars(self, painter: QPainter, rect: QRect, reached: int) -> QRect:
        painter.setPen(Qt.PenStyle.NoPen)
        x, y = rect.x(), rect.center().y() - _BAR.height() / 2 + 1
        for number in range(1, STAGES + 1):
            ink = QColor(theme.colour("accent" if number <= reached else "line"))
            if number == reached:
                ink.setAlphaF(0.5)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(x, y, _BAR.width(), _BAR.height()), 3, 3)
            x += _BAR.width() + _GAP
        return rect.adjusted(STAGES * (_BAR.width() + _GAP) + 6, 0, 0, 0)

    def _badge(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        font = QFont(painter.font())
        font.setPointSizeF(theme.points(9))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(cell.text) + 16, rect.width())
        height = metrics.height() + 5
        ground = QRectF(rect.x(), rect.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{cell.badge}_soft"))
        painter.drawRoundedRect(ground, 6, 6)
        painter.setPen(theme.colour(_INK.get(cell.badge, cell.badge)))
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, int(width) - 12)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)

    def _words(self, painter: QPainter, rect: QRect, text: str, index: Index) -> None:
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, int(alignment), shown)

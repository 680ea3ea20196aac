"""Things that stand side by side, or one below the other where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.screens import theme


class Beside(QWidget):
    """``widgets`` in one line; below ``narrow`` px (at 100 % font size) they stand in a column."""

    def __init__(self, *widgets: QWidget, narrow: int = 0, spacing: int = 14) -> None:
        super().__init__()
        self._narrow = narrow
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for widget in widgets:
            holder = widget.parentWidget()
            layout = holder.layout() if holder is not None else None
            if layout is not None:
                layout.removeWidget(widget)
            self._line.addWidget(widget, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = event.size().width() < theme.scaled(self._narrow)
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)

"""One line in a card: words at the left, a badge or a small word at the right; it may open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.label import body, small


class LineRow(QWidget):
    """``words``, and at the right a ``badge``, a quiet ``note`` or a button ``action``.

    With ``opens`` a click, Enter or space on the line says ``activated``; so does the button.
    """

    activated = Signal(object)
    """The key that the line was given."""

    def __init__(
        self,
        key: object,
        words: str,
        *,
        badge: str = "",
        badge_kind: str = "neutral",
        note: str = "",
        action: str = "",
        opens: bool = False,
    ) -> None:
        super().__init__()
        self.key = key
        self.opens = opens
        self.words = body(words)
        self.badge = Badge(badge, badge_kind)
        self.note = small(note)
        self.note.setWordWrap(False)
        self.action: Button = link(action, pressed=self._activate)
        self.action.setAccessibleName(f"{action}: {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.note)
        row.addWidget(self.badge)
        row.addWidget(self.action)
        self.note.setVisible(bool(note))
        self.badge.setVisible(bool(badge))
        self.action.setVisible(bool(action))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(", ".join(part for part in (words, badge, note) if part))
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.opens and self.rect().contains(event.position().toPoint()):
            self._activate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self.opens and event.key() in keys:
            self._activate()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_row(self)

    def _activate(self) -> None:
        self.activated.emit(self.key)


def paint_row(row: QWidget) -> None:
    """A line under ``row``, and a frame around it while it has the focus."""
    painter = QPainter(row)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(row.rect().bottomLeft(), row.rect().bottomRight())
    if row.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(row.rect().adjusted(1, 1, -2, -2), 6, 6)
    painter.end()

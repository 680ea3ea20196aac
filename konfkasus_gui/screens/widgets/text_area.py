"""A box for longer text that grows with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

if TYPE_CHECKING:
    from konfkasus_gui.screens.widgets.watched import Watched


class TextArea(QPlainTextEdit):
    """Plain text between ``lines[0]`` and ``lines[1]`` lines high; Tab leaves it."""

    changed = Signal()
    """The text is another one; marking words in it says nothing."""

    def __init__(self, placeholder: str = "", *, lines: tuple[int, int] = (3, 10)) -> None:
        super().__init__()
        self._lines = lines
        self._text = ""
        self.watched: Watched | None = None
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._say_changed)
        self.textChanged.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def value(self) -> str:
        """The text."""
        return self.toPlainText()

    def set_value(self, text: str) -> None:
        """Show ``text``; the cursor goes to its end."""
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_F7 and self.watched is not None:
            self.watched.open_next()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.watched is None or not self.watched.open_menu(event):
            super().contextMenuEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _say_changed(self) -> None:
        text = self.toPlainText()
        if text != self._text:
            self._text = text
            self.changed.emit()

    def _grow(self) -> None:
        fewest, most = self._lines
        needed = round(self.document().size().height())
        lines = max(fewest, min(needed, most))
        edges = 2 * (7 + round(self.document().documentMargin()))
        high = lines * self.fontMetrics().lineSpacing() + edges
        if high == self.minimumHeight():
            return
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines == most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(high)

"""Ctrl+Z in a field that remembers no more: the text that was kept before comes back."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

TextField = QLineEdit | QPlainTextEdit
Turn = Callable[[QWidget, int], bool]
"""Puts the earlier (-1) or the later (1) text into a field; whether there was one."""


class TextUndo(QObject):
    """Watches the keys of the one field that has the cursor; Qt's own steps come first."""

    def __init__(self, turn: Turn, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = turn
        self._field: TextField | None = None

    def watch(self, field: QWidget | None) -> None:
        """Watch ``field``, or nothing."""
        if self._field is field:
            return
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = field if isinstance(field, TextField) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or watched is not self._field:
            return False
        field, key = self._field, cast(QKeyEvent, event)
        if key.matches(QKeySequence.StandardKey.Undo) and not _can_undo(field):
            return self._turn(field, -1)
        if key.matches(QKeySequence.StandardKey.Redo) and not _can_redo(field):
            return self._turn(field, 1)
        return False


def _can_undo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable()


def _can_redo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return field.document().isRedoAvailable()

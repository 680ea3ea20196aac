"""A word that is usually one of a few, and may be any other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.screens.widgets.chips import ChoiceChips


class WordField(QWidget):
    """The usual words to choose from, and below them the word itself."""

    changed = Signal()

    def __init__(self, name: str, usual: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.usual = ChoiceChips([(word, word) for word in usual], optional=False, name=name)
        self.own = QLineEdit()
        self.own.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.usual)
        column.addWidget(self.own)
        self.setFocusProxy(self.usual)
        self.usual.changed.connect(self._take)
        self.own.textEdited.connect(self._typed)

    def value(self) -> str:
        """The word."""
        return self.own.text()

    def set_value(self, word: str) -> None:
        """Show ``word``."""
        self.own.setText(word)
        self.usual.set_value(word)

    def _take(self) -> None:
        self.own.setText(self.usual.value())
        self.changed.emit()

    def _typed(self) -> None:
        self.usual.set_value(self.own.text())
        self.changed.emit()

"""Long sentences to agree to, one row each."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.choices import Choices, pairs
from konfkasus_gui.screens.widgets.label import body, muted


class CheckRow(Card):
    """A box, a sentence and what it means; a click anywhere on the row ticks it."""

    def __init__(self, sentence: str, meaning: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(sentence)
        self.box.setAccessibleDescription(meaning)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(body(sentence))
        if meaning:
            words.addWidget(muted(meaning))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        self.column.setContentsMargins(12, 6, 12, 6)
        self.column.setSpacing(0)
        self.add_layout(line)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class CheckRows(QWidget):
    """``choices`` below one another; the value is the tuple of those ticked, in their order."""

    changed = Signal()

    def __init__(self, choices: Choices, meaning: Callable[[Any], str] | None = None) -> None:
        super().__init__()
        self.boxes: dict[Any, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for value, sentence in pairs(choices):
            row = CheckRow(sentence, meaning(value) if meaning else "")
            row.box.toggled.connect(self.changed)
            column.addWidget(row)
            self.boxes[value] = row.box
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[Any, ...]:
        """What is ticked."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, values: Iterable[Any]) -> None:
        """Tick ``values`` and nothing else."""
        wanted = tuple(values)
        for value, box in self.boxes.items():
            box.setChecked(value in wanted)

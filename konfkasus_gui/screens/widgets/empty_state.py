"""What stands where nothing is yet: what will be here, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import muted


class EmptyState(QWidget):
    """An icon, a sentence and, with ``action``, one button."""

    action_requested = Signal()

    def __init__(self, icon: str, sentence: str, action: str = "") -> None:
        super().__init__()
        self.sentence = muted(sentence)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(220)
        self.action: Button = button(action, kind="primary", pressed=self.action_requested.emit)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(IconLabel(icon, "muted", 32), 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self.action.setVisible(bool(action))

    def say(self, sentence: str, action: str = "") -> None:
        """Show another sentence and button."""
        self.sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))

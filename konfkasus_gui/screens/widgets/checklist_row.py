"""One line of a check-list: done or not, what it is, how it stands, and the way to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import small, strong

_LOOK = {
    True: ("circle-check", "good", N_("Selesai")),
    False: ("circle-alert", "warning", N_("Belum lengkap")),
    None: ("circle", "muted", N_("Belum dimulai")),
}


class ChecklistRow(QWidget):
    """``done`` is true, false (begun or asked for, not complete) or ``None`` (not its time yet)."""

    action_requested = Signal()

    def __init__(
        self, name: str, sentence: str = "", *, done: bool | None = None, action: str = ""
    ) -> None:
        super().__init__()
        self.state = IconLabel("circle", size=22)
        self.name = strong(name)
        self.sentence = small()
        self.action: Button = link(action, pressed=self.action_requested.emit)
        self.action.setAccessibleName(f"{action}: {name}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(self.state)
        row.addLayout(words, 1)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))
        self.say(sentence, done)

    def say(self, sentence: str, done: bool | None = None) -> None:
        """Show how it stands now."""
        icon, colour, words = _LOOK[done]
        self.state.show_icon(icon, colour, words=_(words))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{self.name.text()}: {_(words)}")

"""A sentence that should not be missed, in a frame."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.widgets.room import make_room

_LOOK = {
    "info": ("info", "accent", N_("Keterangan")),
    "good": ("circle-check", "good", N_("Selesai")),
    "warning": ("triangle-alert", "warning", N_("Perhatian")),
    "danger": ("circle-alert", "danger", N_("Penting")),
}


class Notice(QFrame):
    """``kind`` is info, good, warning or danger; with ``action`` it offers one button."""

    action_requested = Signal()

    def __init__(self, sentence: str = "", kind: str = "info", *, action: str = "") -> None:
        super().__init__()
        self.icon = IconLabel("info")
        self.sentence = body()
        self.action: Button = link(action, pressed=self.action_requested.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))  # not before: alone it would be a window of its own
        self.say(sentence, kind)

    def say(self, sentence: str, kind: str = "info") -> None:
        """Show another sentence; an empty one hides the notice."""
        icon, colour, words = _LOOK[kind]
        self.icon.show_icon(icon, colour, words=_(words))
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{_(words)}: {sentence}")
        theme.mark(self, notice=kind)
        if not sentence:
            self.hide()
        elif self.parent() is not None:
            self.show()
            make_room(self)

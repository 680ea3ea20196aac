"""A short word on a coloured ground; the word itself tells the state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from konfkasus_gui.screens import theme

KINDS = ("good", "warning", "danger", "neutral", "accent", "rail", "quiet")


class Badge(QLabel):
    """``text`` as a badge; ``kind`` is one of ``KINDS``."""

    def __init__(self, text: str = "", kind: str = "neutral") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, kind)

    def say(self, text: str, kind: str = "neutral") -> None:
        """Show another word; an empty one hides the badge."""
        if kind not in KINDS:
            raise ValueError(kind)
        self.setText(text)
        theme.mark(self, badge=kind)
        if self.parent() is not None:
            self.setVisible(bool(text))

"""A column that scrolls up and down and is as wide as its frame."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows ``widget`` at the frame's width; Tab brings hidden fields into view."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setProperty("clear", "true")
        widget.setAutoFillBackground(False)
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)

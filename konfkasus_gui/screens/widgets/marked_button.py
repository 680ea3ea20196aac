"""A button that is a mark in a circle and words in two lines beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.label import small


class MarkedButton(Button):
    """As large as its ``mark``, its ``name`` and the small words ``below`` it.

    ``side`` is that of the circle and ``edges`` what stands free around all, both in px, the
    circle's at 100 % font size.
    """

    def __init__(
        self, kind: str, name: QLabel, *, side: int, edges: tuple[int, int, int, int]
    ) -> None:
        super().__init__(kind=kind)
        wide = theme.scaled(side)
        self.mark = QLabel()
        self.mark.setFixedSize(wide, wide)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mark.setStyleSheet(f"border-radius: {wide // 2}px; font-weight: 700;")
        self.name = name
        self.below = small()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.below)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*edges)
        self.row.setSpacing(10)
        self.row.addWidget(self.mark)
        self.row.addLayout(words, 1)
        for part in (self.mark, self.name, self.below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def write(self, mark: str, name: str, below: str) -> None:
        """Show these words; none ``below`` takes no room."""
        self.mark.setText(mark)
        self.name.setText(name)
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.row.minimumSize()

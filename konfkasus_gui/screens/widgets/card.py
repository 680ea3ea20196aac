"""A framed part of a screen with a name of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.label import rule, subtitle


class Card(QFrame):
    """A name above, things below; at its right a count and a quiet button if wanted."""

    action_requested = Signal()

    def __init__(
        self, name: str = "", *, action: str = "", count: int | None = None, accent: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("card", "accent" if accent else "true")
        self.setAccessibleName(name)
        self.name = subtitle(name)
        self.name.setWordWrap(False)
        self.count = Badge()
        self.action: Button = link(action, pressed=self.action_requested.emit)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.name)
        self.head.addWidget(self.count)
        self.head.addStretch()
        self.head.addWidget(self.action)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)
        self.name.setVisible(bool(name))
        self.action.setVisible(bool(action))
        self.show_count(count)

    def show_count(self, count: int | None, kind: str = "neutral") -> None:
        """Show ``count`` beside the name; ``None`` shows nothing."""
        self.count.say("" if count is None else str(count), kind)
        self.count.setVisible(count is not None)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.column.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        """Put ``layout`` below what is there."""
        self.column.addLayout(layout)

    def add_rule(self) -> None:
        """A thin line below what is there."""
        self.column.addWidget(rule())

    def add_stretch(self) -> None:
        """Keep what is there at the top."""
        self.column.addStretch()

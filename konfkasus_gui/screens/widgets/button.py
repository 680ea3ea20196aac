"""Buttons in our look; their icons follow the theme."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from konfkasus_gui.screens import icons, theme

GAP = 4
"""px more than the style leaves between the icon of a button and its words"""


class Button(QPushButton):
    """A button that knows its icon by name: ``kind`` is primary, danger, link, icon, rail or ''."""

    def __init__(
        self, text: str = "", *, kind: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._bare = kind == "icon"
        self._icon_colour = {"primary": "on_accent", "danger": "danger", "rail": "on_rail"}.get(
            kind, "accent" if kind == "link" else "text"
        )
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()
        theme.watch().changed.connect(self._tint)

    @override
    def setText(self, text: str) -> None:
        if text == self.text():
            return  # drawing the icon anew would lay out the whole page
        super().setText(text)
        self._tint()  # the icon stands closer where there are no words

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.click()  # Qt does so in a dialog only for buttons that are the default
            return
        super().keyPressEvent(event)

    def set_icon(self, name: str, colour: str = "") -> None:
        """Show another icon, ``""`` for none, in a colour role of the theme."""
        wanted = name, colour or self._icon_colour
        if wanted != (self._icon_name, self._icon_colour):
            self._icon_name, self._icon_colour = wanted
            self._tint()

    def _tint(self) -> None:
        side, gap = theme.scaled(18), 0 if self._bare else theme.scaled(GAP)
        self.setIconSize(QSize(side + gap, side))
        if self._icon_name:
            self.setIcon(icons.icon(self._icon_name, self._icon_colour, side, gap=gap))
        elif not self.icon().isNull():
            self.setIcon(QIcon())


def button(
    text: str, *, kind: str = "", icon: str = "", pressed: Callable[[], object] | None = None
) -> Button:
    """A button with a verb on it; ``pressed`` is a bound method that does the deed."""
    made = Button(text, kind=kind, icon=icon)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


def link(text: str, *, icon: str = "", pressed: Callable[[], object] | None = None) -> Button:
    """A quiet button in the accent colour."""
    return button(text, kind="link", icon=icon, pressed=pressed)


def icon_button(name: str, words: str, *, pressed: Callable[[], object] | None = None) -> Button:
    """An icon alone; ``words`` are its tooltip and what a screen reader says."""
    made = button("", kind="icon", icon=name, pressed=pressed)
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made

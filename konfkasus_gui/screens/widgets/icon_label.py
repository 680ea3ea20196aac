"""An icon that stands beside words."""

from PySide6.QtWidgets import QLabel

from konfkasus_gui.screens import icons, theme


class IconLabel(QLabel):
    """The icon ``name`` in a colour role, ``size`` px; ``words`` say what it means."""

    def __init__(
        self, name: str, colour: str = "muted", size: int = 20, *, words: str = ""
    ) -> None:
        super().__init__()
        self._size = size
        self.show_icon(name, colour, words=words)
        theme.watch().changed.connect(self._draw)

    def show_icon(self, name: str, colour: str = "muted", *, words: str = "") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._draw()

    def _draw(self) -> None:
        size = theme.scaled(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(icons.pixmap(self._name, self._colour, size))

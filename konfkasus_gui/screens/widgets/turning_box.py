"""Things beside one another, or below one another where there is little room."""

from PySide6.QtWidgets import QBoxLayout

from konfkasus_gui.screens import theme


class TurningBox(QBoxLayout):
    """A row that becomes a column where the page is narrower than ``roomy`` px at 100 %."""

    def __init__(self, roomy: int, spacing: int = 14) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._roomy = roomy
        self.setSpacing(spacing)

    def turn(self, width: int) -> None:
        """Fit a page that is ``width`` px wide."""
        wanted = (
            QBoxLayout.Direction.TopToBottom
            if width < theme.scaled(self._roomy)
            else QBoxLayout.Direction.LeftToRight
        )
        if self.direction() is not wanted:
            self.setDirection(wanted)

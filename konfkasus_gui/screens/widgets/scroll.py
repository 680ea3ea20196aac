"""A column that scrolls up and down and is as wide as its frame."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from konfkasus_gui.screens import theme


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


def reveal(widget: QWidget) -> None:
    """Scroll the column around ``widget`` to it, once it has its place."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Scroll):
        around = around.parentWidget()
    if around is not None:
        QTimer.singleShot(0, widget, lambda: around.ensureWidgetVisible(widget))


class ShortScroll(Scroll):
    """As high as what it shows, up to ``most`` px or a little more for larger type."""

    def __init__(self, widget: QWidget, most: int = 132) -> None:
        self._most = most
        super().__init__(widget)
        self.fit()

    def fit(self) -> None:
        """Take the height that the content needs now."""
        content = self.widget()
        if content is None:
            return
        layout = content.layout()
        needed = content.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.heightForWidth(max(120, self.viewport().width()))
        most = min(theme.scaled(self._most), self._most + 44)
        self.setFixedHeight(max(1, min(needed, most)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        result = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return result

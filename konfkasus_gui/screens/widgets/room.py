"""Room in a small window for what has just appeared in it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget


def make_room(widget: QWidget) -> None:
    """Let the small window around ``widget`` grow until all its words are whole.

    Qt lets a window be lower than its wrapped words need. It grows no higher than the screen; a
    window that fills the screen, and one that is not shown yet, stay as they are.
    """
    window = widget.window()
    layout = window.layout()
    if not isinstance(window, QDialog) or layout is None or not window.isVisible():
        return
    if window.isMaximized() or window.isFullScreen():
        return
    layout.activate()
    needed = layout.totalMinimumHeightForWidth(window.width())
    screen = QGuiApplication.primaryScreen().availableGeometry()
    highest = screen.height()
    if needed > window.height():
        window.resize(window.width(), min(needed, highest))
        below = window.frameGeometry().bottom() - screen.bottom()
        if below > 0:
            window.move(window.x(), max(window.y() - below, screen.top()))

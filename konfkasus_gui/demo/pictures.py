"""Draws real windows, offscreen, as pictures of a 1366 × 768 screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget, QWizard

SCREEN = QSize(1366, 768)
ROOM = QSize(1020, 660)
GROUND = QColor("#8B9592")
DARK = 60


class Gallery:
    """Numbered PNG files in one folder, and ``say`` told the name of each."""

    def __init__(self, folder: Path, say: Callable[[Path], None]) -> None:
        self._folder = folder
        self._say = say
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def draw(self, window: QWidget, name: str) -> None:
        """A window that fills the screen, as it stands now."""
        window.resize(SCREEN)
        self._keep(_grabbed(window), name)

    def draw_over(self, window: QWidget, name: str) -> None:
        """A smaller window in the middle of a quiet ground."""
        if window.sizeHint().width() > ROOM.width() or isinstance(window, QWizard):
            window.resize(ROOM.expandedTo(window.minimumSizeHint()))
        picture = QPixmap(SCREEN)
        picture.fill(GROUND)
        painter = QPainter(picture)
        inner = _grabbed(window)
        rest = SCREEN - inner.size()
        painter.drawPixmap(QPoint(rest.width() // 2, rest.height() // 2), inner)
        painter.end()
        self._keep(picture, name)

    def draw_steps(self, wizard: QWizard, name: str, *, full: bool = False) -> None:
        """Every page of ``wizard`` from its first, then put it away."""
        wizard.show()
        settle()
        while wizard.currentId() != wizard.startId() and len(wizard.visitedIds()) > 1:
            wizard.back()
        drawn: set[int] = set()
        while wizard.currentId() not in drawn:
            drawn.add(wizard.currentId())
            settle()
            page = f"{name}-{len(drawn)}"
            if full:
                self.draw(wizard, page)
            else:
                self.draw_over(wizard, page)
            wizard.next()
        put_away(wizard)

    def _keep(self, picture: QPixmap, name: str) -> None:
        self._count += 1
        path = self._folder / f"{self._count:02}-{name}.png"
        if not picture.save(str(path)):
            raise OSError(path)
        self._say(path)


def settle() -> None:
    """Let the windows do what they have put off."""
    for _turn in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def has_ink(view: QWidget) -> bool:
    """Whether something dark stands on the page: Qt draws PDF pages in a thread of its own."""
    image = view.grab().toImage()
    middle = range(image.width() // 4, image.width() * 3 // 4, 3)
    return any(
        image.pixelColor(x, y).lightness() < DARK
        for y in range(0, image.height() // 2, 2)
        for x in middle
    )


def put_away(window: QWidget) -> None:
    """Close ``window`` for good; one that is out of sight asks nothing."""
    window.hide()
    window.close()
    window.deleteLater()
    settle()


def _grabbed(window: QWidget) -> QPixmap:
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.show()
    settle()
    return window.grab()

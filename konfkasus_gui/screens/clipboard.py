"""What was copied in the program leaves the clipboard again."""

from hashlib import sha256

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

LEAVE_MS = 30_000
"""How long copied words may be pasted."""


class ClipboardGuard(QObject):
    """Empties the clipboard 30 s after something was copied here, and when it is told to.

    What another program has copied since stays: the words are known by their SHA-256.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._copied: dict[QClipboard.Mode, bytes] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LEAVE_MS)
        self._timer.timeout.connect(self.empty)
        self._clipboard.changed.connect(self._follow)

    def empty(self) -> None:
        """Take away what was copied here."""
        self._timer.stop()
        for mode, copied in self._copied.items():
            if self._words(mode) == copied:
                self._clipboard.clear(mode)
        self._copied.clear()

    def _follow(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.focusWindow() is None or not self._clipboard.text(mode):
            return  # somebody else copied, or nothing is there
        self._copied[mode] = self._words(mode)
        self._timer.start()

    def _words(self, mode: QClipboard.Mode) -> bytes:
        return sha256(self._clipboard.text(mode).encode("utf-8", "surrogatepass")).digest()

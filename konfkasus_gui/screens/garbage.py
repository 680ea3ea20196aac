"""Garbage is collected in the window's thread alone: it may hold widgets, which die in no other.

Python collects in whatever thread happens to make the next object; beside a window that closes,
that may be the worker's, and Qt then hangs or dies.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PERIOD_MS = 1000


class Collector(QObject):
    """Collects when Python itself would, once a second at most, as long as ``parent`` lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._again = QTimer(self)
        self._again.setInterval(PERIOD_MS)
        self._again.timeout.connect(self._collect)
        self._again.start()

    def _collect(self) -> None:
        for generation in (2, 1, 0):  # the oldest that is due takes the younger ones along
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

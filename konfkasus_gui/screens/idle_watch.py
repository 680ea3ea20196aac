"""Notices that nobody is at the PC any more, and the keys that lock from any window."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from typing_extensions import override

CHECK_MS = 5000
"""How often the clocks are looked at."""
POWER_MS = 500
"""How long the first page has to itself before the platform is asked to tell of sleep."""

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Asks to lock after ``minutes()`` without a sign of life, on Ctrl+L, and as the PC sleeps.

    It listens where keys and moves reach a window first, before any dialog, menu or wizard has
    them. Two clocks are asked: the one that stands still while the PC sleeps could be outwaited,
    the other, ``clock``, could be set back.
    """

    lock_requested = Signal()

    def __init__(self, minutes: Callable[[], int], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._minutes = minutes
        self._clock = clock
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen_to)
        for window in QGuiApplication.topLevelWindows():
            self._listen_to(window)
        self.touch()
        self._timer.start()
        QTimer.singleShot(POWER_MS, self._listen_to_power)

    def touch(self) -> None:
        """Somebody is there."""
        self._since.restart()
        self._seen_at = self._clock()

    def check(self) -> None:
        """Ask to lock if nobody has been there for long enough."""
        rested = max(timedelta(milliseconds=self._since.elapsed()), self._clock() - self._seen_at)
        if rested >= timedelta(minutes=self._minutes()):
            self.lock_requested.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self.blockSignals(True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SIGNS:
            return False
        self.touch()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _locks(event):
            self.lock_requested.emit()
            return True
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once more makes no difference to Qt

    def _listen_to_power(self) -> None:
        from konfkasus_gui.screens.power import PowerSignals  # the first page does not need it

        PowerSignals(self).leaving.connect(self.lock_requested)


def _locks(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_L and held == Qt.KeyboardModifier.ControlModifier

"""Windows: the messages of sleep and of locked sessions, which reach every window of a program."""

import ctypes
import ctypes.wintypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

assert sys.platform == "win32"

AWAY = {
    (0x0218, 0x0004),  # WM_POWERBROADCAST, PBT_APMSUSPEND (Windows SDK, winuser.h)
    (0x02B1, 0x0007),  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK (Windows SDK, winuser.h)
}
THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION (Windows SDK, wtsapi32.h)


class Messages(QAbstractNativeEventFilter):
    """Calls ``away`` at either message and leaves all messages to Qt."""

    def __init__(self, away: Callable[[], None]) -> None:
        super().__init__()
        self._away = away
        application = QGuiApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)
        for window in QGuiApplication.topLevelWindows():
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), THIS_SESSION)

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        told = ctypes.wintypes.MSG.from_address(int(message))
        if (told.message, told.wParam) in AWAY:
            self._away()
        return False, 0

"""What the platform tells of a PC that goes to sleep or whose screen is locked."""

import sys
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class PowerSignals(QObject):
    """``leaving`` is told as the PC goes to sleep or its screen is locked, where the PC tells."""

    leaving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard_by = listen(self)

    @Slot(bool)
    def turned(self, away: bool) -> None:
        """The PC goes to sleep, or its screen goes dark (True); it is back (False)."""
        if away:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session of this person is locked."""
        self.leaving.emit()


if sys.platform == "win32":
    from konfkasus_gui.screens.power_windows import Messages

    def listen(told: PowerSignals) -> object:
        """Hear the messages that every window gets, as long as what is given back lives."""
        return Messages(told.locked)

else:
    from PySide6.QtCore import SLOT
    from PySide6.QtDBus import QDBusConnection

    LOGIN = "org.freedesktop.login1"
    SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")

    def listen(told: PowerSignals) -> object:
        """Hear of sleep and locks from the login service, of dark screens from the desktop."""
        system, desktop = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        # PySide's stub asks for bytes, PySide itself refuses them
        turned: Any = SLOT("turned(bool)")
        locked: Any = SLOT("locked()")
        if system.isConnected():
            manager = f"{LOGIN}.Manager"
            system.connect(
                LOGIN, "/org/freedesktop/login1", manager, "PrepareForSleep", told, turned
            )
            session, lock = f"{LOGIN}.Session.Lock".rsplit(".", 1)
            system.connect(LOGIN, "", session, lock, told, locked)
        if desktop.isConnected():
            for saver in SAVERS:
                desktop.connect("", "", saver, "ActiveChanged", told, turned)
        return system, desktop

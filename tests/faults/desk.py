"""The program on a desk, and somebody who uses its windows; for processes of their own."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from datetime import datetime, timedelta

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.screens import failures
from konfkasus_gui.screens.dialogs import Question
from konfkasus_gui.screens.garbage import Collector
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.unlock import UnlockWindow
from tests.vaults import CHEAP

MORNING = datetime(2026, 11, 24, 8, 15)
PATIENCE_MS = 40_000


class Clock:
    """Stands still unless somebody sets it."""

    def __init__(self, now=MORNING):
        self.now = now

    def __call__(self):
        return self.now

    def pass_minutes(self, minutes):
        self.now += timedelta(minutes=minutes)


def application():
    """The application as the program has it, uncaught errors and all."""
    made = QApplication(["konfkasus", "-style", "fusion"])
    made.setQuitOnLastWindowClosed(False)
    failures.install(made)
    Collector(made)
    return made


def until(fact, patience=PATIENCE_MS):
    """Let the windows live until ``fact``."""
    left = QDeadlineTimer(patience)
    tick = QTimer(interval=5)
    tick.start()
    while not fact():
        if left.hasExpired():
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Desk:
    """One archive folder, the program in front of it, and what it has said in windows."""

    def __init__(self, folder, clock=None):
        self.clock = clock or Clock()
        self.vault = Vault(folder, CHEAP, self.clock)
        self.program = Program(self.vault, self.clock)
        self.said = []
        self._read = QTimer(interval=5)
        self._read.timeout.connect(self._answer)
        self._read.start()

    def unlock(self, passphrase):
        """Start and type the passphrase; the window that then stands."""
        self.program.start()
        window = self.program.window
        if isinstance(window, UnlockWindow):
            until(lambda: not self.vault.wait())
            QTest.keyClicks(window.passphrase, passphrase)
            window.open.click()
            until(lambda: self.program.window is not window or window.refusal.isVisible())
        return self.program.window

    @property
    def session(self):
        return self.program.session

    @property
    def window(self):
        return self.program.window

    @property
    def open(self):
        return isinstance(self.program.window, MainWindow)

    def _answer(self):
        """Read each message and close it with its button."""
        window = QApplication.activeModalWidget()
        if isinstance(window, Question):
            self.said.append(window.sentence.text())
            window.action.click()

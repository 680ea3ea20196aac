"""A process of its own: starts the program as somebody whom the system may refuse a file.

The superuser gives up the right to write where no permission says so, and stays who he is, so
that the program itself can still be read wherever it lies. What the counselor is told goes to
stdout.
"""

import ctypes
import gc
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konfkasus_gui import app
from konfkasus_gui.screens.dialogs import Question
from konfkasus_gui.screens.first_start.wizard import FirstStartWizard
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.unlock import UnlockWindow

CAPABILITIES_3 = 0x20080522  # (capget(2))
OVERRIDE = 1 << 1 | 1 << 2  # DAC_OVERRIDE and DAC_READ_SEARCH (capabilities(7))


def give_up_override():
    """Obey the permissions of files, as everybody else does."""
    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_3, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; low half, high half
    if system.capget(header, held):
        raise OSError(ctypes.get_errno(), "capget")
    for half in range(3):
        held[half] &= ~OVERRIDE
    if system.capset(header, held):
        raise OSError(ctypes.get_errno(), "capset")


class Counselor:
    """Types the passphrase where it is asked for, says what is told, and leaves."""

    def __init__(self, passphrase):
        self._passphrase = passphrase
        self._look = QTimer(interval=5)
        self._look.timeout.connect(self._see)
        self._look.start()

    def _see(self):
        window = QApplication.activeModalWidget() or first_shown()
        if isinstance(window, Question):
            say("told: " + window.sentence.text())
            window.action.click()
        elif not gc.get_freeze_count():
            return  # the start goes on behind the window: the log comes last
        elif isinstance(window, UnlockWindow):
            self._unlock(window)
        elif isinstance(window, FirstStartWizard | MainWindow):
            say(f"shown: {type(window).__name__}")
            QApplication.quit()

    def _unlock(self, window):
        if window.refusal.isVisible():
            say("refused: " + window.refusal.sentence.text())
            say("open again" if window.open.isEnabled() else "stuck")
            QApplication.quit()
        elif not window.passphrase.text():
            QTest.keyClicks(window.passphrase, self._passphrase)
            window.open.click()


def first_shown():
    """The window of the program that is there, if there is one."""
    kinds = UnlockWindow | FirstStartWizard | MainWindow
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return next((one for one in shown if isinstance(one, kinds)), None)


def say(line):
    """One line for the test."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder, passphrase):
    """The whole program, with a counselor in front of it."""
    prepare = app.prepare
    there = []

    def prepared():
        application = prepare()
        there.append(Counselor(passphrase))
        return application

    app.prepare = prepared
    return app.main(["--data", folder])


if __name__ == "__main__":
    give_up_override()
    sys.exit(main(*sys.argv[1:]))

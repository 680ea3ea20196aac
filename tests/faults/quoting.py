"""A process of its own: the program meets bugs whose errors quote what they stumbled over.

Every word that the windows then show goes to stdout.
"""

import gc
import os
import sys
import threading

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from konfkasus_gui import app
from konfkasus_gui.screens.dialogs import Question


class Stumbling(QObject):
    """Raises in a slot, then in a thread, and reads the message about each."""

    def __init__(self, name):
        super().__init__()
        self._name = name
        self._button = QPushButton()
        self._button.clicked.connect(self.stumble_in_a_slot)
        self._ways = [self._button.click, self._stumble_beside]
        self._begun = self._read = 0
        self._look = QTimer(interval=5)
        self._look.timeout.connect(self._see)
        self._look.start()

    def stumble_in_a_slot(self):
        """An error with a cause, a note and a context that all hold the name."""
        try:
            open_file_of(self._name)
        except KeyError as error:
            error.add_note(self._name)
            raise ValueError(f"no file of {self._name}") from error

    def _stumble_beside(self):
        threading.Thread(target=open_file_of, args=(self._name,)).start()

    def _see(self):
        window = QApplication.activeModalWidget()
        if isinstance(window, Question):
            for word in words(window):
                sys.stdout.write(word + "\n")
            self._read += 1
            window.action.click()
        elif gc.get_freeze_count() and self._read == self._begun:  # the start is over
            if self._begun == len(self._ways):
                QApplication.quit()
            else:
                QTimer.singleShot(0, self._ways[self._begun])
                self._begun += 1


def open_file_of(name):
    """What a library does: its error quotes the key."""
    return {}[name]


def words(window):
    """All that a window shows or a screen reader says."""
    for one in (window, *window.findChildren(QWidget)):
        yield from (one.windowTitle(), one.toolTip(), one.accessibleName())
        yield one.accessibleDescription()
    for label in window.findChildren(QLabel):
        yield label.text()


if __name__ == "__main__":
    prepare = app.prepare
    there = []

    def prepared():
        """The application, and somebody who uses it."""
        application = prepare()
        there.append(Stumbling(sys.argv[2]))
        return application

    app.prepare = prepared
    sys.exit(app.main(["--data", sys.argv[1]]))

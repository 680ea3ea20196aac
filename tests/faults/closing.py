"""A process of its own: the counselor leaves the program while the disk is full.

The first argument is the folder, the second the passphrase, the third how to leave, the fourth
what is answered when the program asks first. What was seen goes to stdout, as one JSON object.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.screens import failures
from konfkasus_gui.screens.dialogs import Question
from konfkasus_gui.screens.garbage import Collector
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.rail import Place
from tests.faults.full_disk import lift_pages, limit_pages

TYPED = "jalan panjang " * 500


class Answers:
    """Gives one answer to every question, and remembers what was said."""

    def __init__(self, yes):
        self.yes = yes
        self.said = []
        self._look = QTimer(interval=5)
        self._look.timeout.connect(self._see)
        self._look.start()

    def _see(self):
        window = QApplication.activeModalWidget()
        if isinstance(window, Question):
            self.said.append(f"{window.sentence.text()} {window.detail.text()}".strip())
            (window.accept if self.yes else window.reject)()


def leave(window, way):
    """Close the window or lock the archive."""
    if way == "close":
        window.close()
    else:
        window.rail.lock.click()


def story(folder, passphrase, way, yes):
    """Type, leave while the disk is full, and once more when there is room."""
    answers, seen = Answers(yes), {}
    vault = Vault(folder, Parameters(memory_kib=64, passes=1, lanes=1))
    program = Program(vault, lambda: datetime(2026, 3, 2, 12))
    with vault.claim():
        program._open(vault.unlock(passphrase))
        window, archive = program.window, program.session.archive
        page = window.go_to(Place.SETTINGS)
        limit_pages(archive)
        address = page.letterhead.address
        address.setFocus()
        QApplication.clipboard().setText(TYPED)
        address.paste()
        leave(window, way)
        seen["said"] = list(answers.said)
        seen["still_there"] = program.window is window and window.isVisible()
        if seen["still_there"]:
            seen["on_screen"] = address.text() == TYPED
            lift_pages(archive)
            leave(window, way)
            seen["said_then"] = answers.said[len(seen["said"]) :]
            seen["gone"] = not (program.window is window and window.isVisible())
        if way == "lock":
            program._ask_passphrase()
            program._open(vault.unlock(passphrase))
            page = program.window.stack.currentWidget()
            seen["back"] = page.letterhead.address.text() == TYPED
        program.lock()
    return seen


if __name__ == "__main__":
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    failures.install(application)
    Collector(application)
    folder, passphrase, way, answer = sys.argv[1:]
    sys.stdout.write(json.dumps(story(Path(folder), passphrase, way, answer == "yes")))

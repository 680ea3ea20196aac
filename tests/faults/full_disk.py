"""A process of its own: somebody types while the disk is full, and goes on when there is room.

What was seen on the way goes to stdout, as one JSON object.
"""

import json
import os
import resource
import signal
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.screens import failures
from konfkasus_gui.screens.dialogs import Question
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.text_area import TextArea

PATIENCE_MS = 10_000
BEFORE = "sebelum "
MEANWHILE = "selama "
PASTED = "diska penuh " * 500  # more than a page of the archive
AFTER = "sesudah "


def limit_files(archive):
    """The system lets the file to which changes are added grow no more."""
    size = archive.path.with_name(archive.path.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def lift_limit(_archive):
    """The system lets files grow again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def limit_pages(archive):
    """SQLite has no room for one page more: its own word for a full disk."""
    archive._database.execute_sql("pragma max_page_count = 1")


def lift_pages(archive):
    """SQLite has room again."""
    archive._database.execute_sql("pragma max_page_count = 4294967294")


WAYS = {"system": (limit_files, lift_limit), "pages": (limit_pages, lift_pages)}


class Desk:
    """A window with a form, and somebody who closes each message with its button."""

    def __init__(self, session):
        [case] = session.archive.every(Case)
        self.read = []
        self.kept = 0
        self.form = Form(session, partial(session.get, Case, case.id))
        self.form.kept.connect(self._count)
        self.problem = self.form.bind(TextArea("", lines=(2, 4)), "problem")
        self.form.add_widget(self.problem)
        self.elsewhere = QLineEdit()
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.form)
        column.addWidget(self.elsewhere)
        self._look = QTimer(interval=5)
        self._look.timeout.connect(self._answer)
        self._look.start()
        self.window.show()
        self.sit_down()

    def sit_down(self):
        """Put the cursor behind what is written."""
        self.window.activateWindow()
        self.problem.setFocus()
        self.problem.moveCursor(QTextCursor.MoveOperation.End)
        self._wait(self.problem.hasFocus)

    def type(self, text, pasted=""):
        """Type and paste, and wait until that was kept or refused; whether it was kept."""
        kept, read = self.kept, len(self.read)
        QTest.keyClicks(self.problem, text)
        if pasted:
            QApplication.clipboard().setText(pasted)
            QTest.keyClick(self.problem, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._wait(lambda: self.kept > kept or len(self.read) > read)
        self._wait(lambda: QApplication.activeModalWidget() is None)
        return self.kept > kept

    def leave(self):
        """Go to another field, and wait for the message that this brings."""
        read = len(self.read)
        self.sit_down()
        self.elsewhere.setFocus()
        self._wait(lambda: len(self.read) > read)
        self._wait(lambda: QApplication.activeModalWidget() is None)

    def _wait(self, fact):
        patience = QDeadlineTimer(PATIENCE_MS)
        while not fact():
            if patience.hasExpired():
                raise TimeoutError
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _count(self):
        self.kept += 1

    def _answer(self):
        window = QApplication.activeModalWidget()
        if isinstance(window, Question):
            self.read.append(window.sentence.text())
            window.action.click()


def type_on(path, fill, make_room):
    """The whole story; what was seen on the way."""
    seen = {}
    with Archive.open(path, bytes(range(32))) as archive:
        session = Session(archive, lambda: datetime(2026, 3, 2, 12))
        desk = Desk(session)
        seen["kept_before"] = desk.type(BEFORE)
        fill(archive)
        seen["kept_while_full"] = desk.type(MEANWHILE, PASTED)
        desk.leave()
        seen["pending"] = desk.form.pending
        session.refresh()  # another screen has changed something
        seen["on_screen"] = desk.problem.value()
        seen["in_archive"] = archive.every(Case)[0].problem
        make_room(archive)
        desk.sit_down()
        seen["kept_after"] = desk.type(AFTER)
        seen["still_pending"] = desk.form.pending
        seen["told"] = desk.read
        desk.window.hide()
        session.lock()
    return seen


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the call is refused, the process goes on
    application = QApplication([])
    failures.install(application)
    sys.stdout.write(json.dumps(type_on(Path(sys.argv[1]), *WAYS[sys.argv[2]])))

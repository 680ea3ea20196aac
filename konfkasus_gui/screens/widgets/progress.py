"""A small window that shows how far long work has come."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import body


class ProgressWindow(QDialog):
    """A bar and *Batal* for ``task``; closes itself when the work ends, however it ends.

    The bar stays without a measure as long as the work tells none.
    """

    def __init__(self, parent: QWidget, sentence: str, task: Task) -> None:
        super().__init__(parent)
        self.setWindowTitle(parent.window().windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.sentence = body(sentence)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.stop = button(_("Batal"), pressed=self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addLayout(row)
        self.setMinimumWidth(360)
        self.task = task
        self.task.progressed.connect(self._advance)
        self.task.finished.connect(self._end)
        self.task.failed.connect(self._end)

    @override
    def reject(self) -> None:
        self.stop.setEnabled(False)
        self.sentence.setText(_("Menghentikan…"))
        self.task.cancel()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total if done else 0)
        self.bar.setValue(done)

    def _end(self) -> None:
        self.accept()


def run_with_progress(
    parent: QWidget, sentence: str, work: Callable[[Report], object], *, after: int = 0
) -> Task:
    """Show ``sentence`` with a bar and start ``work`` once the caller has heard of its task.

    Whoever connects to the task before control goes back to the window hears how it ends. Work
    that takes less than ``after`` milliseconds shows nothing.
    """
    task = Task(parent, work)
    show = partial(_show, parent, sentence, task)
    if after:
        soon = QTimer(parent)
        soon.setSingleShot(True)
        soon.timeout.connect(show)
        for end in (task.finished, task.failed):
            end.connect(soon.stop)
            end.connect(soon.deleteLater)
        soon.start(after)
    else:
        show()
    QTimer.singleShot(0, task.start)
    return task


def _show(parent: QWidget, sentence: str, task: Task) -> None:
    window = ProgressWindow(parent, sentence, task)
    if task.ended:  # while the window was made: nobody would close it
        window.deleteLater()
    else:
        window.show()

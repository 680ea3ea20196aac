"""The frame of the two wizards: steps at the side, one question a page, one piece of work."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import theme, wizard_frame
from konfkasus_gui.screens.background import Cancelled, Report, Task
from konfkasus_gui.screens.first_start.pages import FirstStartPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.progress import run_with_progress
from konfkasus_gui.screens.widgets.step_list import StepList, StepState

T = TypeVar("T")


class TransferWizard(QWizard):
    """Nothing waits for *Selesai*: its work is done, or not, on a page.

    ``steps`` name the pages in their order. Locking stops the work and waits until it has left
    the archive.
    """

    def __init__(
        self, session: Session, parent: QWidget | None, title: str, steps: Sequence[Word]
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.task: Task | None = None
        self._steps = tuple(steps)
        self._pages: list[FirstStartPage] = []
        self._in_archive = Lock()
        self._locked = False
        self._leaving = False
        self._deletes_late = False
        self._title = title
        wizard_frame.dress(self, _("Tutup"))
        self.customButtonClicked.connect(self.reject)
        self.setWindowTitle(title)
        self.setMinimumSize(640, 460)
        self.side = StepList(title)
        self.setSideWidget(self.side)
        session.locked.connect(self._lock)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self.task is not None

    def begin(self, *pages: FirstStartPage) -> None:
        """Show the first of ``pages``."""
        for page in pages:
            self._pages.append(page)
            self.addPage(page)
        self.currentIdChanged.connect(self._arrive)
        self.restart()
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(theme.scaled(960), screen.width()), min(theme.scaled(620), screen.height()))

    def run(
        self,
        sentence: str,
        work: Callable[[Report], T],
        then: Callable[[T], None],
        refuse: Callable[[str], None],
    ) -> None:
        """Do ``work`` beside the window, with a bar and *Batal*; then ``then`` or ``refuse``."""

        def ended() -> bool:
            self.task = None
            self.setEnabled(True)
            if self._leaving and not self._locked:
                self.done(self.DialogCode.Rejected.value)
            if self._deletes_late:
                self.deleteLater()
            return not (self._leaving or self._locked)

        def finish(result: object) -> None:
            if ended():
                then(result)  # type: ignore[arg-type]  # what ``work`` gave

        def fail(error: Exception) -> None:
            shown = ended()
            if not isinstance(error, KonfKasusError | Cancelled):
                raise error
            if shown:
                stopped = _("Dihentikan. Arsip tidak berubah.")
                refuse(stopped if isinstance(error, Cancelled) else str(error))

        self._finish, self._fail = finish, fail
        self.setEnabled(False)
        self.task = run_with_progress(self, sentence, work)
        self.task.finished.connect(self._take_result)
        self.task.failed.connect(self._take_error)

    def in_archive(self, work: Callable[[Report], T]) -> Callable[[Report], T]:
        """``work`` as it may touch the archive: a lock waits for it, or keeps it from beginning."""
        gate = self._in_archive

        def guarded(report: Report) -> T:
            with gate:
                report(0, 1)
                return work(report)

        return guarded

    @override
    def reject(self) -> None:
        if self.task is not None and not self._locked:
            self._leaving = True
            self.task.cancel()
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wizard_frame.lay_bare(self)

    def arrived(self, page: FirstStartPage) -> None:
        """The window shows ``page`` now."""

    def forget(self) -> None:
        """Let go of keys and of what the archive said; the window closes."""

    @override
    def done(self, result: int) -> None:
        self.forget()
        deletes = Qt.WidgetAttribute.WA_DeleteOnClose
        if self.task is not None and self.testAttribute(deletes):
            self._deletes_late = True  # its task belongs to it and must not outlive it
            self.setAttribute(deletes, False)
        super().done(result)

    def _take_result(self, result: object) -> None:
        self._finish(result)

    def _take_error(self, error: Exception) -> None:
        self._fail(error)

    def _arrive(self, number: int) -> None:
        if number < 0:
            return
        wizard_frame.lay_bare(self)
        self.setWindowTitle(self._title)
        page = self._pages[number]
        self.side.show_steps(
            [(step, step.title, _state(at, number), False) for at, step in enumerate(self._steps)]
        )
        self.arrived(page)
        page.take_focus()

    def _lock(self) -> None:
        self._locked = True
        if self.task is not None:
            self.task.cancel()
            with self._in_archive:  # the worker has left the archive, and will not enter again
                pass
        self.reject()


def _state(place: int, now: int) -> StepState:
    if place == now:
        return StepState.CURRENT
    return StepState.DONE if place < now else StepState.LATER

"""Long work beside the window: progress, cancel, and the result back in the window's thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Signal

Report = Callable[[int, int], None]

_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
_aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")


class Cancelled(Exception):
    """The user stopped the work."""


class Task(QObject):
    """Runs ``work(report)`` beside the window; exactly one of ``finished``, ``failed`` follows.

    ``work`` gets plain values, touches no widget and no open archive, and calls
    ``report(done, total)`` often: a cancel takes effect there. The parent owns the task, so that
    it never dies in the worker's thread.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, parent: QObject, work: Callable[[Report], object]) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()

    def start(self, *, aside: bool = False) -> None:
        """Begin, after the tasks that were started before; ``aside`` keeps none of them waiting."""
        (_aside if aside else _worker).submit(self._run)

    def cancel(self) -> None:
        """Ask the work to stop; ``failed`` then brings ``Cancelled``."""
        self._stop.set()

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - handed to the window, not swallowed
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

"""Long work beside the window: progress, cancel, and the result back in the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

Report = Callable[[int, int], None]
EACH = 0.04
"""Seconds between two steps of a bar: work that reports more often does not keep windows busy."""

_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
_aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")


class Cancelled(Exception):
    """The user stopped the work."""


class Task(QObject):
    """Runs ``work(report)`` beside the window; exactly one of ``finished``, ``failed`` follows.

    ``work`` gets plain values, touches no widget and no open archive, and calls
    ``report(done, total)`` often: a cancel takes effect there. ``progressed`` passes on as many
    reports as an eye can follow, the first and the last among them.

    Once the parent is gone, such as after a lock, the work is asked to stop and nobody hears how
    it ends. The task itself stays until its work has returned: an object that is removed in the
    window's thread while another thread is inside one of its signals takes the program with it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, parent: QObject, work: Callable[[Report], object]) -> None:
        super().__init__(parent)
        self._work: Callable[[Report], object] | None = work
        self.ended = False
        self._stop = Event()
        self._unheard = Event()
        self._reported = -EACH

    def start(self, *, aside: bool = False) -> None:
        """Begin, after the tasks that were started before; ``aside`` keeps none of them waiting."""
        parent = self.parent()
        if parent is not None:
            parent.destroyed.connect(self._leave)
        self.setParent(QCoreApplication.instance())
        _let_go()
        _at_work[self] = (_aside if aside else _worker).submit(self._run)

    def cancel(self) -> None:
        """Ask the work to stop; ``failed`` then brings ``Cancelled``."""
        self._stop.set()

    def _leave(self) -> None:
        self._unheard.set()
        self.cancel()

    def _run(self) -> None:
        work, self._work = self._work, None  # may hold a key, and is done but once
        assert work is not None
        try:
            result = work(self._report)
        except Exception as error:  # noqa: BLE001 - handed to the window, not swallowed
            self.ended = True
            self._tell(self.failed, error)
        else:
            self.ended = True
            self._tell(self.finished, result)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if done == total or now - self._reported >= EACH:
            self._reported = now
            self._tell(self.progressed, done, total)

    def _tell(self, signal: SignalInstance, *said: object) -> None:
        if not self._unheard.is_set():
            signal.emit(*said)


_at_work: dict[Task, Future[None]] = {}


def _let_go() -> None:
    """Remove the tasks whose work has returned; in the window's thread."""
    for task in [task for task, work in _at_work.items() if work.done()]:
        del _at_work[task]
        task.deleteLater()

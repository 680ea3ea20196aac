from threading import Event, get_ident

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from konfkasus_gui.screens import background
from konfkasus_gui.screens.background import Cancelled, Task
from konfkasus_gui.screens.widgets.progress import ProgressWindow, run_with_progress


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_work_runs_beside_the_window(qtbot, owner):
    task = Task(owner, lambda _report: get_ident())
    with qtbot.waitSignal(task.finished) as got:
        task.start()
    assert got.args != [get_ident()]


def test_an_error_is_handed_over_not_lost(qtbot, owner):
    def work(report):
        raise OSError("disk")

    task = Task(owner, work)
    with qtbot.waitSignal(task.failed) as got:
        task.start()
    assert isinstance(got.args[0], OSError)


def test_a_cancel_stops_the_work(qtbot, owner):
    begun = Event()

    def work(report):
        begun.set()
        while True:
            report(0, 1)

    task = Task(owner, work)
    with qtbot.waitSignal(task.failed) as got:
        task.start()
        assert begun.wait(5)
        task.cancel()
    assert isinstance(got.args[0], Cancelled)


def test_a_bar_moves_as_often_as_an_eye_can_follow_and_to_its_end(qtbot, owner):
    def work(report):
        for done in range(1, 100_001):
            report(done, 100_000)

    told = []
    task = Task(owner, work)
    task.progressed.connect(lambda done, _total: told.append(done))
    with qtbot.waitSignal(task.finished):
        task.start()
    assert told[0] == 1
    assert told[-1] == 100_000
    assert len(told) < 1000


def test_work_whose_owner_goes_is_stopped_and_ends_quietly(qtbot):
    begun, ended, told = Event(), Event(), []

    def work(report):
        begun.set()
        try:
            while True:
                report(0, 1)
        finally:
            ended.set()

    owner = QObject()
    task = Task(owner, work)
    task.failed.connect(told.append)
    task.start()
    assert begun.wait(5)
    shiboken6.delete(owner)
    assert ended.wait(5)
    background._worker.submit(int).result()
    QApplication.processEvents()
    assert told == []


def test_a_task_stays_until_its_work_has_returned_and_goes_with_the_next(qtbot, owner):
    gone = []
    task = Task(owner, lambda _report: None)
    task.destroyed.connect(lambda: gone.append(True))
    with qtbot.waitSignal(task.finished):
        task.start()
    background._worker.submit(int).result()
    assert not gone
    later = Task(owner, lambda _report: None)
    with qtbot.waitSignal(later.finished):
        later.start()
    qtbot.waitUntil(lambda: bool(gone))


def test_the_small_window_shows_how_far_and_goes_away(qtbot, window):
    go_on = Event()

    def work(report):
        report(3, 6)
        go_on.wait(5)
        return "selesai"

    task = run_with_progress(window, "Menyusun 6 surat…", work)
    small = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressWindow))
    qtbot.waitUntil(lambda: small.bar.value() == 3)
    assert small.bar.maximum() == 6
    assert not small.isModal()
    with qtbot.waitSignals([task.finished, small.finished]):
        go_on.set()


def test_batal_stops_the_work(qtbot, window):
    begun = Event()

    def work(report):
        begun.set()
        while True:
            report(0, 1)

    task = run_with_progress(window, "Menyusun 6 surat…", work)
    small = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressWindow))
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(task.failed) as got:
        small.stop.click()
    assert isinstance(got.args[0], Cancelled)


def test_work_that_is_soon_done_shows_nothing(qtbot, window):
    task = run_with_progress(window, "Membuka…", lambda _report: None, after=60_000)
    [soon] = window.findChildren(QTimer)
    with qtbot.waitSignals([task.finished, soon.destroyed]):
        assert soon.isActive()
    assert window.findChildren(ProgressWindow) == []


def test_work_that_takes_its_time_shows_how_far_it_is(qtbot, window):
    go_on = Event()
    task = run_with_progress(window, "Membuka…", lambda _report: go_on.wait(5), after=1)
    assert window.findChildren(ProgressWindow) == []
    qtbot.waitUntil(lambda: bool(window.findChildren(ProgressWindow)))
    [small] = window.findChildren(ProgressWindow)
    assert small.isVisible()
    with qtbot.waitSignals([task.finished, small.finished]):
        go_on.set()


def test_the_bar_has_no_measure_while_none_is_told(qtbot, window):
    go_on = Event()

    def work(report):
        report(0, 1)
        go_on.wait(5)

    task = run_with_progress(window, "Membuka…", work)
    [small] = window.findChildren(ProgressWindow)
    with qtbot.waitSignal(task.progressed):
        pass
    assert small.bar.maximum() == 0
    with qtbot.waitSignal(task.finished):
        go_on.set()


def test_whoever_connects_to_work_with_progress_hears_how_it_ends(qtbot, window):
    begun, heard = [], []
    task = run_with_progress(window, "Bekerja…", lambda _report: begun.append(True))
    background._worker.submit(int).result()  # whatever was begun so far has ended
    assert begun == []
    task.finished.connect(lambda _result: heard.append(True))
    qtbot.waitUntil(lambda: bool(heard))
    assert begun == [True]

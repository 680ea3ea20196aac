"""Nobody at the PC: the archive locks by itself, and copied words go."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from konfkasus_gui.archive.errors import DiskFailing
from konfkasus_gui.procedure.vocabulary import ConferenceState

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_after_minutes_of_rest_the_archive_locks(program, clock):
    clock.now += timedelta(minutes=4)
    program.custody.watch.check()
    assert program.session is not None
    clock.now += timedelta(minutes=2)
    program.custody.watch.check()
    assert program.session is None


def test_a_key_or_a_move_of_the_mouse_begins_the_rest_anew(program, clock):
    for sign in (
        lambda on: QTest.keyClick(on, Qt.Key.Key_A),
        lambda on: QTest.mouseMove(on, QPoint(5, 5)),
        lambda on: QTest.mouseClick(on, Qt.MouseButton.RightButton, CONTROL, QPoint(500, 5)),
    ):
        clock.now += timedelta(minutes=4)
        sign(program.window.windowHandle())
        program.custody.watch.check()
        assert program.session is not None


def test_a_clock_that_was_set_back_does_not_keep_it_open(qtbot, program, clock):
    clock.now -= timedelta(days=1)
    program.custody.watch.check()
    assert program.session is not None
    program.session.save(replace(program.session.school, lock_minutes=0))
    program.custody.watch.check()
    assert program.session is None


def test_a_disk_that_does_not_answer_keeps_no_archive_open(program, clock, monkeypatch):
    def fail(*_asked):
        raise DiskFailing

    monkeypatch.setattr(program.session.archive._database, "execute_sql", fail)
    clock.now += timedelta(minutes=4)
    program.custody.watch.check()
    assert program.session is not None
    clock.now += timedelta(minutes=2)
    with suppress(DiskFailing):  # nothing can be written any more
        program.custody.watch.check()
    assert program.session is None
    monkeypatch.undo()


def test_while_a_meeting_runs_it_takes_twenty_minutes(program, clock, conference):
    session = program.session
    session.archive.save(replace(conference, state=ConferenceState.RUNNING))
    clock.now += timedelta(minutes=19)
    program.custody.watch.check()
    assert program.session is not None
    clock.now += timedelta(minutes=1)
    program.custody.watch.check()
    assert program.session is None


def test_a_pc_that_goes_to_sleep_locks_the_archive(qtbot, program):
    from konfkasus_gui.screens.power import PowerSignals

    qtbot.waitUntil(lambda: program.custody.watch.findChild(PowerSignals) is not None)
    power = program.custody.watch.findChild(PowerSignals)
    power.turned(False)
    assert program.session is not None
    power.turned(True)
    assert program.session is None


def test_copied_words_leave_the_clipboard_at_the_lock(program):
    QGuiApplication.clipboard().setText("Bayu Rekaan")
    program._lock_and_ask()
    assert QGuiApplication.clipboard().text() == ""


def test_copied_words_leave_the_clipboard_after_half_a_minute(qtbot, program):
    QGuiApplication.clipboard().setText("Bayu Rekaan")
    timer = program.custody.clipboard.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() == 30_000
    timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""

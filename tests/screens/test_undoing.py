"""Every deletion comes back: from the bar, by its keys, and in the next days from the archive."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case, CaseNotOpen
from konfkasus_gui.procedure.deletion import Deletion
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Abstention, Commitment
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.vocabulary import Agenda, CaseState
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.main_window import MainWindow


@pytest.fixture
def window(qtbot, session):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def bar(window):
    return window.undo_bar


@pytest.fixture
def guest(session, conference):
    return session.save(Participant(conference_id=conference.id, name="Ratna Wulandari"))


@pytest.fixture
def promise(session, conference, guest):
    return session.save(
        Commitment(conference_id=conference.id, participant_id=guest.id, text="Mendampingi")
    )


def test_the_bar_names_the_kind_and_never_the_words(session, bar, promise):
    assert bar.isHidden()
    session.remove(promise)
    assert bar.isVisible()
    assert bar.words.text() == "Komitmen dihapus."
    assert bar.window().rect().contains(bar.geometry())
    bar.undo.click()
    assert session.archive.every(Commitment) == (promise,)
    assert bar.isHidden()


def test_ctrl_z_brings_back_where_no_text_has_the_cursor(qtbot, session, window, bar, promise):
    session.remove(promise)
    window.activateWindow()
    window.stack.setFocus()
    qtbot.keyClick(window.stack, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.archive.every(Commitment) == (promise,)


def test_the_offer_ends_by_itself_and_the_archive_still_has_it(qtbot, session, bar, promise):
    assert session.undoing._timer.interval() == 10_000
    session.undoing._timer.setInterval(20)
    session.remove(promise)
    qtbot.waitUntil(bar.isHidden)
    [waiting] = session.archive.bin.waiting()
    session.bring_back(waiting.deletion_id)
    assert session.archive.every(Commitment) == (promise,)


def test_the_offer_stays_while_the_mouse_is_on_it(qtbot, session, bar, promise):
    session.remove(promise)
    at = QPointF(2, 2)
    QApplication.sendEvent(bar, QEnterEvent(at, at, at))
    assert not session.undoing._timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert session.undoing._timer.isActive()
    bar.close_button.click()
    assert bar.isHidden()
    assert session.archive.bin.count() == 1


def test_locking_is_not_stopped_and_nothing_is_offered_afterwards(session, bar, promise):
    session.remove(promise)
    session.lock()
    assert bar.isHidden()
    assert bar.words.text() == ""
    assert session.undoing.offered is None
    assert not session.undoing._timer.isActive()


def test_only_what_belongs_together_and_was_kept_is_offered(session, bar, promise):
    def fail():
        with session.together():
            session.remove(promise)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert bar.isHidden()
    assert session.archive.every(Commitment) == (promise,)
    assert session.archive.bin.count() == 0


def test_an_empty_line_goes_without_a_word(session, bar, promise):
    empty = session.save(replace(promise, id=0, text=" "))
    session.remove(empty)
    assert bar.isHidden()
    assert session.archive.bin.count() == 0


def test_who_and_when_are_kept_and_the_history_tells_of_both(session, promise, account, case):
    session.remove(promise)
    [kept] = session.archive.every(Deletion)
    assert (kept.account_id, kept.case_id, kept.removed_at) == (account.id, case.id, session.now())
    session.bring_back(kept.id)
    back, removed, *_ = session.lists.history(case.id)
    assert (back.deed, back.note) == (Deed.BROUGHT_BACK, "komitmen")
    assert (removed.deed, removed.note) == (Deed.REMOVED, "komitmen")


def test_a_promise_that_is_back_contradicts_that_there_was_none(session, promise, conference):
    session.remove(promise)
    own = {"conference_id": conference.id, "participant_id": promise.participant_id}
    session.save(Abstention(**own, agenda=Agenda.COMMITMENT))
    session.undoing.bring_back()
    assert session.meeting(conference.id).abstentions == ()


def test_nothing_comes_back_into_a_case_that_rests(session, bar, promise, case, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    session.remove(promise)
    closed = session.save(replace(session.get(Case, case.id), state=CaseState.CLOSED))
    bar.undo.click()
    assert len(told) == 1
    assert session.archive.every(Commitment) == ()
    assert session.archive.bin.count() == 1, "it waits until the case is open again"
    [waiting] = session.archive.bin.waiting()
    with pytest.raises(CaseNotOpen):
        session.bring_back(waiting.deletion_id)
    session.save(replace(closed, state=CaseState.OPEN))
    session.bring_back(waiting.deletion_id)
    assert session.archive.every(Commitment) == (promise,)


def test_what_came_back_another_way_is_offered_no_more(session, promise):
    session.remove(promise)
    session.bring_back(session.undoing.offered.id)
    assert session.undoing.bring_back() is None


def test_thirty_days_later_unlocking_forgets_it(session):
    for name in ("Rina", "Rudi"):
        session.remove(session.save(Person(name=name)))
        now = session.now()
        session.now = lambda now=now: now + timedelta(days=20)
    assert session.forget_removed() == 1
    assert [line.title for line in session.archive.bin.waiting()] == ["Rudi"]

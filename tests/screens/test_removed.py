"""Terhapus: what was removed in the last thirty days, and the way back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation
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
def section(window):
    window.show_removed()
    return window.stack.currentWidget().removed


def rows(section):
    table = section.table
    return [[table.cell(row, column) for column in range(6)] for row in range(table.shown_count())]


def test_it_tells_what_whose_by_whom_when_and_how_long(qtbot, session, section, held, case):
    [promise, *_] = session.archive.every(Commitment)
    action = session.save(
        Action(conference_id=promise.conference_id, commitment_id=promise.id, who="Ratna")
    )
    session.remove(action)
    now = session.now()
    session.now = lambda: now + timedelta(days=28)
    section.refresh()
    assert rows(section) == [
        [
            "Tindakan",
            "Janji Ratna Wulandari",
            case.code,
            "Dra. Siti Aminah",
            "2 Mar 12.00",
            "2 hari",
        ]
    ]
    qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert session.archive.every(Action) == (action,)
    qtbot.waitUntil(section.empty.isVisible)
    assert not section.back.isEnabled()
    assert section.said.text()


def test_the_empty_list_says_so(section):
    assert section.empty.isVisible()
    assert not section.table.isVisible()
    assert not section.back.isEnabled()


def test_what_cannot_come_back_stays_and_the_screen_says_why(
    session, section, student, monkeypatch
):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    guardian = session.save(Guardian(student_id=student.id, relation=Relation.FATHER, name="Danu"))
    session.remove(guardian)
    session.remove(student)
    section.refresh()
    section.table.selectRow(1)
    section.back.click()
    assert len(told) == 1
    assert "induknya" in told[0]
    section.table.selectRow(0)
    section.back.click()
    section.refresh()
    section.back.click()
    assert session.archive.every(Student) == (student,)
    assert guardian in session.archive.every(Guardian)


def test_the_cursor_stays_in_the_list_beside_what_came_back(
    qtbot, session, section, conference, window
):
    for number in range(4):
        name = f"Tamu {number}"
        session.remove(session.save(Participant(conference_id=conference.id, name=name)))
    section.refresh()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    section.table.selectRow(1)
    section.back.setFocus()
    section.back.click()
    assert section.table.hasFocus()
    assert [row[1] for row in rows(section)] == ["Tamu 3", "Tamu 1", "Tamu 0"]
    assert section.table.currentIndex().row() == 1
    section.table.selectRow(2)
    section.back.click()
    assert section.table.currentIndex().row() == 1


def test_hundreds_are_read_as_far_as_one_scrolls(session, section, conference):
    for number in range(150):
        name = f"Tamu {number}"
        session.remove(session.save(Participant(conference_id=conference.id, name=name)))
    section.refresh()
    assert section.table.shown_count() == 100
    section.table.scrollToBottom()
    section.table.model().fetchMore(section.table.rootIndex())
    assert section.table.shown_count() == 150


def test_the_menu_of_a_case_leads_there_while_something_waits(window, session, conference, case):
    window.show_case(case.id)
    page = window.stack.currentWidget()
    assert not page.menus.removed.isVisible()
    session.remove(session.save(Participant(conference_id=conference.id, name="Ratna")))
    page.refresh()
    assert page.menus.removed.isVisible()
    page.menus.removed.trigger()
    assert window.stack.currentWidget().removed.table.shown_count() == 1

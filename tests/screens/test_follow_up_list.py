from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.screens.follow_up_list import FollowUpListPage

MONDAY = date(2026, 3, 2)


@pytest.fixture
def page(qtbot, session, school):
    page = FollowUpListPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    return page


def days(*numbers):
    return [MONDAY + timedelta(days=number) for number in numbers]


def test_without_actions_the_page_says_what_will_stand_here(page):
    assert page.empty.isVisible()
    assert not page.table.isVisible()


def test_actions_come_longest_overdue_first_with_words(page, cases):
    cases.followed(due=days(4, -3, 0, 1))
    page.refresh()
    shown = [page.table.cell(row, 0) for row in range(page.table.shown_count())]
    assert shown == ["lewat 3 hari", "hari ini", "besok", "6 Mar"]
    assert page.summary.text() == "1 lewat tenggat · 1 hari ini · 2 akan datang"


def test_what_is_due_later_is_counted_and_one_click_away(qtbot, page, cases):
    cases.followed(due=days(0, 31, 90))
    page.refresh()
    assert page.table.shown_count() == 1
    assert page.later.sentence.text().startswith("2 tindak lanjut lain")
    qtbot.mouseClick(page.later.action, Qt.MouseButton.LeftButton)
    assert page.table.shown_count() == 3
    assert not page.later.isVisible()


def test_enter_on_an_action_opens_its_follow_up(qtbot, page, cases, doors_opened):
    conference = cases.followed(due=days(0))
    page.refresh()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert doors_opened == [(Door.FOLLOW_UP, conference.id, None)]


def test_an_action_that_was_just_planned_appears(qtbot, page, cases):
    cases.followed(due=days(0))
    qtbot.waitUntil(lambda: page.table.shown_count() == 1)

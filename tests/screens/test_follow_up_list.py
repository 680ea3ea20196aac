from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.due import DueGroup, DueOrder
from konfkasus_gui.procedure.follow_up import Action, Assessment, Progress
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    CheckManner,
    Kept,
    Trend,
)
from konfkasus_gui.screens.follow_up_list import FollowUpListPage

MONDAY = date(2026, 3, 2)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, session, school):
    page = FollowUpListPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def days(*numbers):
    return [MONDAY + timedelta(days=number) for number in numbers]


def column(page, number):
    return [page.table.cell(row, number) for row in range(page.table.shown_count())]


def press(qtbot, page, keys):
    """Type ``keys`` into whatever has the cursor."""
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key)


def test_without_actions_the_page_says_what_will_stand_here(page):
    assert page.empty.isVisible()
    assert not page.table.isVisible()


def test_actions_of_all_cases_come_longest_overdue_first_under_headings(page, cases, session):
    first = cases.followed(due=days(4, -3, 0, 1))
    cases.followed(name="Bagas Rekaan", due=days(40))
    session.save(Action(conference_id=first.id, what="Tanpa hari", who="Sri"))
    page.refresh()
    assert column(page, 1) == [
        "lewat 3 hari",
        "hari ini",
        "besok",
        "6 Mar",
        "11 Apr",
        "belum ditentukan",
    ]
    assert column(page, 0) == [
        "Lewat tenggat (1)",
        "Hari ini (1)",
        "Tujuh hari ke depan (2)",
        "",
        "Nanti (1)",
        "Tanpa tanggal (1)",
    ]
    assert page.summary.text() == (
        "1 lewat tenggat · 1 hari ini · 2 tujuh hari ke depan · 1 nanti · 1 tanpa tanggal"
    )


def test_by_person_and_by_case_the_headings_change(page, cases, session):
    first = cases.followed(due=days(4))
    second = cases.followed(name="Bagas Rekaan", due=days(1))
    session.save(Action(conference_id=second.id, what="Les", who="Hendra", due_on=MONDAY))
    page.refresh()
    page.order.set_value(DueOrder.PERSON)
    assert column(page, 0) == ["Hendra (1)", "Sri (2)", ""]
    assert page.table.isColumnHidden(3)
    page.order.set_value(DueOrder.CASE)
    codes = [session.plan(one.id).case.code for one in (second, first)]
    assert column(page, 0) == [f"{codes[0]} (2)", "", f"{codes[1]} (1)"]
    assert page.table.isColumnHidden(4)
    assert not page.table.isColumnHidden(3)


def test_a_filter_is_typed_and_enter_goes_to_the_list(qtbot, page, cases, session):
    conference = cases.followed(due=days(4, 1))
    session.save(Action(conference_id=conference.id, what="Les", who="Hendra", due_on=MONDAY))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "hendra les")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert column(page, 2) == ["Les"]
    assert page.table.hasFocus()
    page.search.setText("tidak ada")
    qtbot.waitUntil(page.empty.isVisible)
    assert "cocok" in page.empty.sentence.text()
    page.search.clear()
    page.group.set_value(DueGroup.WEEK)
    qtbot.waitUntil(lambda: page.table.shown_count() == 2)


def test_a_look_takes_five_keys_and_goes_on_with_the_next(qtbot, page, cases, session):
    conference = cases.followed(due=days(-3, 0))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    page.table.selectRow(0)
    key = Qt.Key
    press(qtbot, page, [key.Key_Return, key.Key_T, key.Key_3, key.Key_S, key.Key_Return])
    followed = session.follow_up(conference.id)
    first, _second = followed.actions
    [look] = followed.progress_of(first)
    assert (look.manner, look.trend) == (CheckManner.CALLED, Trend.BETTER)
    assert (look.noted_on, look.next_check) == (MONDAY, MONDAY + timedelta(days=14))
    assert (first.state, first.kept) == (ActionState.RUNNING, Kept.PARTLY)
    assert not page.check.isVisible()
    assert page.table.hasFocus()
    assert column(page, 1) == ["hari ini", "16 Mar"], "it comes back at its next look"
    assert column(page, 5) == ["", "membaik"]
    assert page.table.cell(page.table.currentIndex().row(), 2) == "Tindakan 2"


def test_after_a_look_the_cursor_is_on_the_row_that_was_below(qtbot, page, cases, session):
    conference = cases.followed(due=days(30, 40))
    session.save(Action(conference_id=conference.id, what="Tanpa hari", who="Sri"))
    session.save(Action(conference_id=conference.id, what="Tanpa hari pula", who="Sri"))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    page.table.selectRow(2)
    key = Qt.Key
    press(qtbot, page, [key.Key_Return, key.Key_T, key.Key_3, key.Key_Return])
    assert column(page, 2) == ["Tanpa hari", "Tindakan 1", "Tindakan 2", "Tanpa hari pula"]
    assert page.table.cell(page.table.currentIndex().row(), 2) == "Tanpa hari pula"


def test_going_on_leaves_the_row_and_a_mere_look_stays(qtbot, page, cases):
    cases.followed(due=days(30, 40))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    page.table.selectRow(0)
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    assert page.table.currentIndex().row() == 0
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_Return])
    assert page.table.currentIndex().row() == 1
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_Return])
    assert page.table.currentIndex().row() == 1


def test_solved_ends_the_action_and_thinking_again_opens_it(qtbot, page, cases, session):
    conference = cases.followed(due=days(-3))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    key = Qt.Key
    press(qtbot, page, [key.Key_Return, key.Key_B, key.Key_4])
    [action] = session.follow_up(conference.id).actions
    assert (action.state, action.ended_on) == (ActionState.DONE, MONDAY)
    press(qtbot, page, [key.Key_2])
    [action] = session.follow_up(conference.id).actions
    assert (action.state, action.ended_on) == (ActionState.RUNNING, None)
    [look] = session.follow_up(conference.id).progress
    assert look.trend is Trend.SAME


def test_a_finding_is_typed_kept_and_left_with_ctrl_enter(qtbot, page, cases, session):
    conference = cases.followed(due=days(5))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_N])
    assert page.check.look.text.hasFocus()
    assert not page.check.kept.isVisible(), "it is not due yet"
    qtbot.keyClicks(page.check.look.text, "b1ntang 4")
    qtbot.keyClick(page.check.look.text, Qt.Key.Key_Return, CTRL)
    [look] = session.follow_up(conference.id).progress
    assert (look.text, look.trend, look.manner) == ("b1ntang 4", None, CheckManner.OBSERVED)
    assert not page.check.isVisible()


def test_looking_and_writing_nothing_leaves_nothing(qtbot, page, cases, session):
    conference = cases.followed(due=days(0))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    assert session.follow_up(conference.id).progress == ()
    assert not page.check.isVisible()


def test_a_look_that_was_a_mistake_is_removed_and_comes_back(qtbot, page, cases, session):
    conference = cases.followed(due=days(0))
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_1])
    assert page.check.drop.isVisible()
    page.check.drop.click()
    assert session.follow_up(conference.id).progress == ()
    assert page.check.look.trend.value() is None
    session.undoing.bring_back()
    assert [one.trend for one in session.follow_up(conference.id).progress] == [Trend.WORSE]


def test_an_assessment_is_done_with_a_key_and_a_sentence(qtbot, page, cases, session):
    conference = cases.followed(due=())
    due = Assessment(conference_id=conference.id, kind=AssessmentKind.SHORT, due_on=MONDAY)
    session.save(due)
    page.refresh()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    press(qtbot, page, [Qt.Key.Key_Return, Qt.Key.Key_D])
    page.check.setFocus()
    press(qtbot, page, [Qt.Key.Key_N])
    qtbot.keyClicks(page.check.assessment.text, "Mulai teratur")
    qtbot.keyClick(page.check.assessment.text, Qt.Key.Key_Return, CTRL)
    [kept] = session.follow_up(conference.id).assessments
    assert (kept.done_on, kept.text) == (MONDAY, "Mulai teratur")
    assert page.table.shown_count() == 0


def test_the_whole_follow_up_is_one_click_away(page, cases, doors_opened):
    conference = cases.followed(due=days(0))
    page.refresh()
    page.table.activated_row.emit(page.table.current_key())
    page.check.open_all.click()
    assert doors_opened == [(Door.FOLLOW_UP, conference.id, None)]


def test_in_a_narrow_window_the_panel_takes_the_place_of_the_list(page, cases):
    cases.followed(due=days(0))
    page.refresh()
    page.resize(700, 560)
    page.table.activated_row.emit(page.table.current_key())
    assert page.check.isVisible()
    assert not page.table.isVisible()
    page.check.cross.click()
    assert page.table.isVisible()


def test_what_is_typed_is_kept_when_the_archive_locks(qtbot, page, cases, session):
    conference = cases.followed(due=days(0))
    page.refresh()
    page.table.activated_row.emit(page.table.current_key())
    qtbot.keyClicks(page.check.look.text, "Sudah")
    session.lock()
    [look] = session.archive.follow_up(conference.id).progress
    assert look.text == "Sudah"


def test_an_action_that_was_just_planned_appears(qtbot, page, cases):
    cases.followed(due=days(0))
    qtbot.waitUntil(lambda: page.table.shown_count() == 1)


@pytest.mark.parametrize(
    ("due", "noted", "again", "day"),
    [
        (0, None, None, 0),
        (-5, -2, None, -5),
        (-5, -2, 9, 9),
        (4, -2, 9, 4),
        (4, -2, 2, 2),
        (None, -2, 2, 2),
    ],
)
def test_the_next_look_counts_unless_a_deadline_comes_before_it(
    session, cases, due, noted, again, day
):
    def on(number):
        return None if number is None else MONDAY + timedelta(days=number)

    conference = cases.followed(due=())
    action = session.save(Action(conference_id=conference.id, what="Les", due_on=on(due)))
    if noted is not None:
        old = Progress(action_id=action.id, noted_on=on(noted - 1), next_check=on(30))
        session.save(old)
        session.save(replace(old, noted_on=on(noted), next_check=on(again)))
    [line] = session.lists.due(date.max)
    assert (line.day, line.due_on) == (on(day), on(due))
    assert session.lists.count_due(on(day)) == 1
    assert session.lists.count_due(on(day - 1)) == 0

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.home import HomePage

MONDAY = date(2026, 3, 2)


@pytest.fixture
def home(qtbot, session):
    def shown():
        page = HomePage(session)
        qtbot.addWidget(page)
        page.resize(1150, 760)
        page.show()
        return page

    return shown


def words(widget):
    labels = widget.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(widget))


def table_words(page):
    table = page.table
    return [[table.cell(row, column) for column in range(7)] for row in range(table.shown_count())]


def test_a_new_archive_offers_the_students_and_the_first_case(qtbot, home, doors_opened):
    page = home()
    assert page.first_steps.isVisible()
    qtbot.mouseClick(page.first_steps.students, Qt.MouseButton.LeftButton)
    assert doors_opened == [("import", None, None)]
    with qtbot.waitSignal(page.new_case_requested):
        qtbot.mouseClick(page.first_steps.case, Qt.MouseButton.LeftButton)


def test_once_there_are_students_the_import_is_not_the_main_button(home, student):
    steps = home().first_steps
    assert steps.isVisible()
    assert (steps.students.property("kind"), steps.case.property("kind")) == ("", "primary")


def test_once_there_is_a_case_the_first_steps_are_gone(home, cases):
    cases.planned()
    page = home()
    assert not page.first_steps.isVisible()
    assert page.table.isVisible()


def test_the_day_and_what_it_asks_for_stand_on_top(home, cases):
    cases.invited()
    cases.followed(due=(MONDAY - timedelta(days=2), MONDAY, MONDAY + timedelta(days=1)))
    page = home()
    assert page.day.text() == "Senin, 2 Maret 2026"
    assert page.summary.text() == "1 konferensi hari ini · 2 tindak lanjut jatuh tempo"


def test_a_meeting_that_was_paused_until_today_stands_here_again(home, cases, session):
    conference = cases.invited(held_on=MONDAY - timedelta(days=4))
    deeds.open_conference(session, session.meeting(conference.id))
    deeds.pause_conference(session, session.meeting(conference.id), "bel", MONDAY)
    page = home()
    assert page.summary.text().startswith("1 konferensi hari ini")
    assert "Konferensi yang dijeda, dilanjutkan hari ini" in words(page)
    assert "Lanjutkan konferensi" in [one.text() for one in page.findChildren(QPushButton)]
    deeds.open_conference(session, session.meeting(conference.id))
    deeds.close_conference(session, session.meeting(conference.id))
    assert session.lists.conferences_on(MONDAY) == ()


def test_todays_conference_can_be_started_from_home(qtbot, home, cases, doors_opened):
    conference = cases.invited()
    page = home()
    [block] = page.today_card.rows.shown
    assert "13.00" in words(block)
    assert "Persetujuan konseli ada" in words(block)
    assert "1 undangan belum dicetak" in words(block)
    qtbot.mouseClick(block.begin, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(block.attendance, Qt.MouseButton.LeftButton)
    assert doors_opened == [
        (Door.MEETING, conference.id, None),
        (DocumentKind.ATTENDANCE_LIST, conference.id, None),
    ]


def test_several_conferences_of_a_day_stand_below_each_other_by_time(home, cases):
    cases.invited("Mira Fadhila", starts_at=time(14))
    cases.invited("Yoga Pratama", starts_at=time(9))
    page = home()
    assert [block.line.starts_at for block in page.today_card.rows.shown] == [time(9), time(14)]


def test_without_one_today_the_next_conference_is_shown(home, cases):
    cases.invited(held_on=MONDAY + timedelta(days=3))
    page = home()
    [block] = page.today_card.rows.shown
    assert "Berikutnya: Kamis, 5 Maret 2026" in words(block)


def test_without_any_conference_the_card_says_what_will_stand_there(qtbot, home, cases):
    cases.planned()
    page = home()
    qtbot.waitUntil(lambda: "Belum ada konferensi terjadwal" in words(page.today_card))


def test_due_actions_come_longest_overdue_first_in_words(home, cases, doors_opened, qtbot):
    days = [MONDAY + timedelta(days=n) for n in (1, -2, 0, 3)]
    conference = cases.followed(due=days)
    page = home()
    rows = page.due_card.rows.shown
    assert [row.badge.text() for row in rows[:3]] == ["lewat 2 hari", "hari ini", "besok"]
    assert [row.badge.property("badge") for row in rows[:3]] == ["danger", "warning", "neutral"]
    assert rows[3].text() == "dan 1 lagi"
    assert page.due_card.count.text() == "2"
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert doors_opened == [(Door.FOLLOW_UP, conference.id, None)]


def test_what_waits_says_for_what_and_leads_to_its_case(qtbot, home, cases):
    conference = cases.planned()
    cases.invited(held_on=MONDAY + timedelta(days=3))
    page = home()
    [row] = page.waiting_card.rows.shown
    assert row.words.text() == "Minta persetujuan konseli · KK-2026-001"
    with qtbot.waitSignal(page.case_requested) as asked:
        qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    assert asked.args == [conference.case_id]


def test_the_table_shows_running_cases_newest_first_with_initials_only(home, cases):
    cases.planned("Mira Fadhila")
    cases.closed()
    cases.held("Raka Saputra")
    page = home()
    assert [(row[0], row[1], row[5]) for row in table_words(page)] == [
        ("KK-2026-003", "R. S.", "Finalkan notulen"),
        ("KK-2026-001", "M. F.", "Minta persetujuan konseli"),
    ]
    everything = words(page) + str(table_words(page))
    for name in ("Mira", "Raka", "Saputra", "Fadhila", "Tiara"):
        assert name not in everything


def test_enter_in_the_search_asks_for_the_cases_that_hold_it(qtbot, home, cases):
    cases.planned()
    page = home()
    qtbot.keyClicks(page.search, "IX-A")
    with qtbot.waitSignal(page.search_requested) as asked:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert asked.args == ["IX-A"]


def test_a_burst_of_changes_draws_the_page_once(qtbot, home, cases, monkeypatch):
    cases.planned()
    page = home()
    drawn = []
    monkeypatch.setattr(page.waiting_card, "show_cases", lambda *_: drawn.append(1))
    cases.planned("Yoga Pratama")
    cases.planned("Bagus Wicaksono")
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == [1]
    assert page.table.shown_count() == 3


def test_a_page_that_is_not_seen_reads_nothing_until_it_is_shown(home, cases, qtbot):
    page = home()
    page.hide()
    cases.planned()
    assert page.table.shown_count() == 0
    page.show()
    assert page.table.shown_count() == 1


def test_after_locking_nothing_is_read_any_more(home, cases, session, monkeypatch, qtbot):
    page = home()
    monkeypatch.setattr(type(session), "lists", property(lambda _: pytest.fail("was read")))
    session.locked.emit()
    session.changed.emit(datetime(2026, 3, 2))
    assert not page._soon.isActive()

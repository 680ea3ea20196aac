from datetime import date

import pytest
from playhouse.test_utils import count_queries
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.vocabulary import CaseState
from konfkasus_gui.screens.cases import CasesPage, Shown

MANY = 230


@pytest.fixture
def page(qtbot, session, school):
    page = CasesPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    return page


def codes(page):
    return [page.table.cell(row, 0) for row in range(page.table.shown_count())]


def test_an_archive_without_cases_offers_the_first_one(qtbot, page):
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.new_case_requested):
        qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)


def test_closed_cases_are_hidden_at_first_and_the_page_says_so(qtbot, page, cases):
    cases.planned()
    cases.closed()
    page.refresh()
    assert codes(page) == ["KK-2026-001"]
    assert page.hidden.sentence.text() == "1 kasus lain disembunyikan oleh saringan."
    qtbot.mouseClick(page.hidden.action, Qt.MouseButton.LeftButton)
    assert codes(page) == ["KK-2026-002", "KK-2026-001"]
    assert not page.hidden.isVisible()


def test_each_chip_counts_its_cases(qtbot, page, cases):
    cases.screened()
    cases.frozen()
    cases.closed()
    page.refresh()
    assert [page.shown.chip(choice).text() for choice in Shown] == [
        "Berjalan (2)",
        "Ditutup (1)",
        "Semua (3)",
    ]
    qtbot.mouseClick(page.shown.chip(Shown.CLOSED), Qt.MouseButton.LeftButton)
    assert codes(page) == ["KK-2026-003"]


def test_typing_searches_and_says_how_much_it_hides(qtbot, page, cases):
    cases.planned("Mira Fadhila")
    cases.planned("Yoga Pratama")
    page.refresh()
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "yoga")
    assert codes(page) == ["KK-2026-002"]
    assert page.hidden.sentence.text().startswith("1 kasus lain")
    qtbot.mouseClick(page.hidden.action, Qt.MouseButton.LeftButton)
    assert len(codes(page)) == 2


def test_a_search_that_finds_nothing_says_so(qtbot, page, cases):
    cases.planned()
    page.look_for("tidak ada di mana pun")
    assert page.empty.isVisible()
    assert not page.empty.action.isVisible()
    assert "Tidak ada kasus" in page.empty.sentence.text()


def test_enter_goes_to_the_rows_and_opens_one_by_keyboard(qtbot, page, cases):
    conference = cases.planned()
    page.look_for("KK")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.case_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [conference.case_id]


def test_a_frozen_and_a_closed_case_say_so_in_words(page, cases):
    cases.frozen()
    cases.closed()
    page.show_all()
    assert [page.table.cell(row, 4) for row in range(2)] == ["Ditutup", "Dibekukan"]


@pytest.fixture
def crowd(archive, student):
    with archive.together():
        for number in range(MANY):
            archive.save(
                Case(
                    code=f"KK-2025-{number:03}",
                    student_id=student.id,
                    state=CaseState.OPEN,
                    opened_on=date(2025, 1, 1),
                )
            )


def test_many_cases_are_read_page_by_page_as_one_scrolls(qtbot, page, crowd):
    with count_queries() as counted:
        page.refresh()
    assert counted.count <= 3
    assert page.table.shown_count() == 100
    assert page.shown.chip(Shown.RUNNING).text() == f"Berjalan ({MANY})"
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.table.shown_count() == 200)
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.table.shown_count() == MANY)
    assert codes(page) == sorted(codes(page), reverse=True)


def test_a_change_keeps_what_was_scrolled_to(qtbot, page, crowd, cases):
    page.refresh()
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.table.shown_count() == 200)
    cases.planned()
    qtbot.waitUntil(lambda: codes(page)[0] == "KK-2026-001")
    assert page.table.shown_count() >= 200

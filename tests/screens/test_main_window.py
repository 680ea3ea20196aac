import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.screens import doors, main_window
from konfkasus_gui.screens.cases import CasesPage
from konfkasus_gui.screens.guide import GuidePage, Topic
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.rail import Place

MONDAY = date(2026, 3, 2)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, session, school):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_home_is_shown_first_and_no_other_page_is_made(window):
    assert window.place is Place.HOME
    assert window.stack.count() == 1
    assert window.minimumSize() == QSize(1024, 600)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_2, Place.CASES),
        (Qt.Key.Key_3, Place.FOLLOW_UP),
        (Qt.Key.Key_5, Place.REGISTRY),
    ],
)
def test_keys_turn_to_the_pages(qtbot, window, key, place):
    qtbot.keyClick(window, key, CONTROL)
    assert window.place is place
    assert window.rail.buttons[place].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.place is Place.HOME


def test_every_place_of_the_rail_leads_somewhere(qtbot, window, monkeypatch):
    made = []

    def page(place, session):
        made.append(place)
        return QWidget()

    monkeypatch.setattr(main_window, "_page", page)
    for place in Place:
        qtbot.mouseClick(window.rail.buttons[place], Qt.MouseButton.LeftButton)
        assert window.place is place
    assert made == [place for place in Place if place is not Place.HOME]


def test_f1_shows_the_guide_without_links(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.stack.currentWidget()
    assert isinstance(page, GuidePage)
    text = page.text.toPlainText()
    assert "Empat tahap konferensi kasus" in text
    assert "Menjaga rahasia" in text
    assert not page.text.openLinks()
    assert "http" not in page.text.toHtml().split("<body", 1)[1]


def test_the_guide_also_tells_how_to_install(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.stack.currentWidget()
    qtbot.mouseClick(page.topic.chip(Topic.INSTALLING), Qt.MouseButton.LeftButton)
    text = page.text.toPlainText()
    for words in ("USB", "Penerbit tidak dikenal", "versi baru", "Pindah ke komputer", "Menghapus"):
        assert words in text
    assert "Empat tahap" not in text


def test_control_k_brings_the_cursor_to_the_search_from_anywhere(qtbot, window):
    window.go_to(Place.FOLLOW_UP)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    page = window.stack.currentWidget()
    assert isinstance(page, CasesPage)
    assert page.search.hasFocus()
    window.go_to(Place.HOME)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.stack.currentWidget().search.hasFocus()


def test_a_search_on_home_shows_the_cases_found(qtbot, window, cases):
    cases.planned("Mira Fadhila")
    cases.closed("Yoga Pratama")
    home = window.stack.currentWidget()
    qtbot.keyClicks(home.search, "yoga")
    qtbot.keyClick(home.search, Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, CasesPage)
    assert page.table.shown_count() == 1
    assert page.table.cell(0, 0) == "KK-2026-002"


def test_the_title_bears_the_code_and_never_the_name(qtbot, window, cases, session):
    conference = cases.planned("Mira Fadhila")
    window.show_case(conference.case_id)
    assert window.windowTitle() == "KonfKasus – KK-2026-001"
    qtbot.mouseClick(window.stack.currentWidget().head.reveal, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "KonfKasus – KK-2026-001"
    session.locked.emit()
    assert window.windowTitle() == "KonfKasus"


def test_a_case_leads_back_to_all_cases(qtbot, window, cases):
    window.show_case(cases.planned().case_id)
    assert window.rail.buttons[Place.CASES].isChecked()
    qtbot.mouseClick(window.stack.currentWidget().head.back, Qt.MouseButton.LeftButton)
    assert isinstance(window.stack.currentWidget(), CasesPage)
    assert window.windowTitle() == "KonfKasus"


def test_the_rail_counts_what_is_overdue_or_due_today(qtbot, window, cases):
    assert not window.rail.badge.isVisible()
    cases.followed(due=[MONDAY + timedelta(days=days) for days in (-2, 0, 1)])
    qtbot.waitUntil(lambda: window.rail.badge.text() == "2")
    assert window.rail.badge.isVisible()
    assert window.rail.buttons[Place.FOLLOW_UP].accessibleName() == "Tindak lanjut, 2 jatuh tempo"


def test_the_rail_says_whose_archive_is_open(window):
    assert window.rail.school.text() == "SMP Negeri 1 Sukamaju"
    assert window.rail.account.text() == "Dra. Siti Aminah · Konselor"


def test_locking_is_one_click_away(qtbot, window):
    with qtbot.waitSignal(window.lock_requested):
        qtbot.mouseClick(window.rail.lock, Qt.MouseButton.LeftButton)


def test_control_n_opens_the_wizard_for_a_new_case(qtbot, window, student):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    wizards = [
        child for child in window.findChildren(QWidget) if type(child).__name__ == "CaseWizard"
    ]
    assert len(wizards) == 1
    assert wizards[0].isVisible()
    wizards[0].reject()


def test_a_new_case_is_shown_once_it_is_declined(qtbot, window, cases, session):
    case = cases.screened()
    window.open_new_case()
    [wizard] = [
        child for child in window.findChildren(QWidget) if type(child).__name__ == "CaseWizard"
    ]
    wizard.declined.emit(case.id)
    assert window.windowTitle() == f"KonfKasus – {case.code}"
    wizard.reject()


def test_starting_reads_no_stage_and_no_paper():
    command = (
        "import sys; import konfkasus_gui.screens.main_window, konfkasus_gui.screens.home;"
        "late = ('screens.planning.', 'screens.meeting.', 'screens.follow_up.', 'screens.cases',"
        " 'screens.case_page', 'screens.directory', 'konfkasus_gui.documents.', 'reportlab');"
        "print([name for name in sys.modules if any(word in name for word in late)])"
    )
    found = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_a_planned_case_is_shown_with_its_planning(qtbot, window, cases, monkeypatch):
    asked = []
    monkeypatch.setattr(doors, "open_door", lambda *wanted: asked.append(wanted[0::2]))
    conference = cases.planned()
    window.open_new_case()
    [wizard] = [
        child for child in window.findChildren(QWidget) if type(child).__name__ == "CaseWizard"
    ]
    wizard.planned.emit(conference.id)
    assert asked == [(Door.PLANNING, conference.id)]
    assert window.windowTitle() == "KonfKasus – KK-2026-001"
    wizard.reject()


def test_a_new_day_is_noticed_when_one_comes_back_to_the_window(qtbot, window, cases, session):
    cases.followed(due=[MONDAY + timedelta(days=1)])
    home = window.stack.currentWidget()
    qtbot.waitUntil(lambda: bool(home.due_card.rows.shown))
    session.now = lambda: datetime(2026, 3, 3, 7)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: home.day.text() == "Selasa, 3 Maret 2026")
    qtbot.waitUntil(lambda: window.rail.badge.text() == "1")

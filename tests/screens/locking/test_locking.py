"""Locking wins over whatever is open, and unlocking brings it back with every character."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,  # noqa: TID251 - the windows themselves are looked at
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import delete, isValid
from typing_extensions import override

from konfkasus_gui.archive.errors import ArchiveFull
from konfkasus_gui.procedure.planning import Step
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Agenda, ConferenceState
from konfkasus_gui.screens import background, dialogs
from konfkasus_gui.screens.case_opening.wizard import CaseWizard
from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
from konfkasus_gui.screens.meeting.addendum import AddendumWindow
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.meeting.wizard import open_wizard as open_meeting
from konfkasus_gui.screens.planning.schedule import ScheduleForm
from konfkasus_gui.screens.planning.wizard import PlanningWizard, open_wizard
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.unlock import UnlockWindow
from konfkasus_gui.screens.wizard import StageWizard

PASSPHRASE = "perahu kertas melintasi jendela"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def no_unexpected_question():
    """Questions are asked here on purpose, to be locked away."""


def unlock(qtbot, program):
    window = program.window
    assert isinstance(window, UnlockWindow)
    qtbot.keyClicks(window.passphrase, PASSPHRASE)
    window.open.click()
    qtbot.waitUntil(lambda: program.session is not None)


def visible():
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def press_lock(window):
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, CONTROL)


def the_wizard():
    [wizard] = [window for window in visible() if isinstance(window, StageWizard)]
    return wizard


def editable(window):
    """The fields for text that one may type into now, in a fixed order."""
    fields = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    return [
        field
        for field in fields
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
    ]


def text_of(field):
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def shown_texts(window):
    return sorted(text_of(field) for field in editable(window) if text_of(field))


def typed_everywhere(qtbot, window):
    """Type into each field that takes words; all that stands in them once it is kept."""
    for number, field in enumerate(editable(window)):
        qtbot.keyClicks(field, f"kata{number}")
    window.flush()
    return shown_texts(window)


def vars_of(value):
    return [getattr(value, name) for name in value.__dataclass_fields__]


def test_control_l_locks_from_the_main_window(program):
    press_lock(program.window)
    assert program.session is None
    assert visible() == [program.window]
    assert program.window.windowTitle() == "KonfKasus"


def test_control_l_locks_from_a_wizard_that_stands_in_front(program, conference):
    open_wizard(program.session, conference.id, program.window)
    press_lock(the_wizard())
    assert visible() == [program.window]
    assert isinstance(program.window, UnlockWindow)


def lock_under(program, show):
    """Lock while ``show`` waits for an answer; what it answered."""
    answers = []
    QTimer.singleShot(0, program._lock_and_ask)
    answers.append(show(program.window))
    assert program.session is None
    assert visible() == [program.window]
    return answers[0]


def test_a_question_is_locked_away_and_answers_no(qtbot, program):
    assert lock_under(program, lambda on: dialogs.confirm(on, "Hapus?", action="Hapus")) is False


def test_a_reason_is_locked_away_and_gives_none(qtbot, program):
    assert lock_under(program, lambda on: dialogs.ask_reason(on, "Mengapa?", action="Ya")) is None


@pytest.mark.parametrize("choose", [dialogs.choose_open_file, dialogs.choose_save_file])
def test_a_choice_of_files_is_locked_away_and_chooses_none(qtbot, program, choose):
    words = ("Berkas", "a.pdf", "*.pdf") if choose is dialogs.choose_save_file else ("Berkas", "*")
    assert lock_under(program, lambda on: choose(on, *words)) is None
    assert not any(isinstance(window, QFileDialog) for window in visible())


def test_an_open_menu_is_locked_away(qtbot, program):
    def show(on):
        menu = QMenu(on)
        menu.addAction("Satu")
        return menu.exec(on.mapToGlobal(QPoint(20, 20)))

    assert lock_under(program, show) is None


class Rival(QWidget):
    """A window of its own that takes another one along when it closes."""

    def __init__(self):
        super().__init__()
        self.other = None

    @override
    def closeEvent(self, event):
        if isValid(self.other):
            delete(self.other)
        super().closeEvent(event)


def test_a_window_that_dies_while_another_closes_does_not_stop_the_lock(program):
    first, second, third = rivals = Rival(), Rival(), Rival()
    first.other, second.other, third.other = second, first, program.window
    for rival in rivals:
        rival.show()
    program._lock_and_ask()
    assert program.session is None
    assert visible() == [program.window]
    assert isinstance(program.window, UnlockWindow)


def test_the_page_and_the_case_come_back(qtbot, program, conference):
    program.window.show_case(conference.case_id)
    program._lock_and_ask()
    unlock(qtbot, program)
    assert program.window.case_id == conference.case_id
    program.window.go_to(Place.SETTINGS)
    program._lock_and_ask()
    unlock(qtbot, program)
    assert program.window.place is Place.SETTINGS
    assert program.window.case_id == 0


@pytest.mark.parametrize("step", list(Step))
def test_every_step_of_the_planning_comes_back_with_all_that_was_typed(
    qtbot, program, conference, step
):
    opened = open_wizard(program.session, conference.id, program.window)
    opened.go_to(step)
    assert opened.step is step
    before = typed_everywhere(qtbot, opened)
    press_lock(opened)
    unlock(qtbot, program)
    again = the_wizard()
    assert isinstance(again, PlanningWizard)
    assert again.step is step
    assert shown_texts(again) == before


@pytest.mark.parametrize("step", list(Agenda))
def test_every_step_of_the_meeting_comes_back_with_all_that_was_typed(
    qtbot, program, conference, step
):
    opened = open_meeting(program.session, conference.id, program.window)
    opened.go_to(step)
    reached = opened.step
    before = typed_everywhere(qtbot, opened)
    press_lock(opened)
    unlock(qtbot, program)
    assert the_wizard().step is reached
    assert shown_texts(the_wizard()) == before


def test_a_new_case_comes_back_with_what_was_looked_for(qtbot, program, conference):
    program.window.open_new_case()
    wizard = the_wizard()
    qtbot.keyClicks(wizard.page_now.search, "Bayu")
    press_lock(wizard)
    unlock(qtbot, program)
    assert isinstance(the_wizard(), CaseWizard)
    assert the_wizard().page_now.search.text() == "Bayu"


def test_the_cursor_stands_where_it_stood_and_typing_on_is_kept(qtbot, program, conference):
    opened = open_wizard(program.session, conference.id, program.window)
    opened.go_to(Step.SCHEDULE)
    field = opened.page_now.findChildren(ScheduleForm)[0].place
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    field.setFocus()
    qtbot.keyClicks(field, "Ruang")
    name = field.accessibleName()
    press_lock(opened)
    unlock(qtbot, program)
    again = the_wizard()
    focus = again.focusWidget()
    assert (focus.accessibleName(), focus.text()) == (name, "Ruang")
    qtbot.keyClicks(focus, " BK")
    again.flush()
    texts = vars_of(program.session.plan(conference.id).conference)
    assert "Ruang BK" in texts


def test_what_the_disk_refused_comes_back_and_is_kept(qtbot, program, conference, monkeypatch):
    opened = open_wizard(program.session, conference.id, program.window)
    opened.go_to(Step.SCHEDULE)
    field = opened.page_now.findChildren(ScheduleForm)[0].place
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    field.setFocus()

    def refuse(_value):
        raise ArchiveFull

    with monkeypatch.context() as full:
        full.setattr(program.session.archive, "save", refuse)
        field.insert("Ruang BK")
        press_lock(opened)
    assert program.session is None, "locking does not ask"
    [before] = program._left.values()
    assert b"Ruang BK" not in before.typed
    unlock(qtbot, program)
    the_wizard().flush()
    assert "Ruang BK" in vars_of(program.session.plan(conference.id).conference)


@pytest.fixture
def final(program, conference):
    """The conference after its minutes were made final."""
    return program.session.archive.save(
        replace(
            conference,
            state=ConferenceState.HELD,
            opened_at=program.session.now(),
            closed_at=program.session.now(),
            minutes_final_at=program.session.now(),
        )
    )


@pytest.mark.parametrize("kind", [AddendumWindow, ReferralWindow])
def test_a_window_that_keeps_nothing_yet_comes_back_with_all_that_was_typed(
    qtbot, program, final, kind
):
    program.window.show_case(final.case_id)
    window = kind(program.session, final.id, program.window)
    window.open()
    for number, field in enumerate(editable(window)):
        qtbot.keyClicks(field, f"kata{number}")
    before = shown_texts(window)
    assert any("kata2" in text for text in before)
    press_lock(window)
    assert visible() == [program.window]
    [left] = program._left.values()
    assert b"kata2" not in left.window.typed
    unlock(qtbot, program)
    [again] = program.window.findChildren(kind)
    assert again.isVisible()
    assert shown_texts(again) == before
    assert program.window.case_id == final.case_id


def test_the_minutes_come_back(qtbot, program, final):
    window = MinutesWindow(program.session, final.id, program.window)
    window.open()
    press_lock(window)
    unlock(qtbot, program)
    assert [again.isVisible() for again in program.window.findChildren(MinutesWindow)] == [True]


def test_another_counselor_does_not_get_what_was_left(qtbot, program, conference):
    second = program.session.save(
        Account(name="Rudi Hartono, S.Pd.", created_at=program.session.now())
    )
    program._vault.set_passphrase(
        program.custody.unlocked.key, "sepeda tua di bukit pinus", second.id
    )
    open_wizard(program.session, conference.id, program.window)
    press_lock(the_wizard())
    qtbot.keyClicks(program.window.passphrase, "sepeda tua di bukit pinus")
    program.window.open.click()
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.session.account.id == second.id
    assert visible() == [program.window]
    program._lock_and_ask()
    unlock(qtbot, program)
    assert isinstance(the_wizard(), PlanningWizard)


def test_the_key_is_forgotten(qtbot, program):
    key, backups = program.custody.unlocked.key, program.session.backups
    backups.make_if_due()
    qtbot.waitUntil(lambda: not backups.busy)
    program._lock_and_ask()
    assert program.custody is None
    assert backups._key == b""
    held = [cell.cell_contents for work in background._at_work for cell in closures(work)]
    assert key not in held


def closures(task):
    """What the work of ``task`` would still hold on to."""
    return getattr(task._work, "__closure__", None) or ()

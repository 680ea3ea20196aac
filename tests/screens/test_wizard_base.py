from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.gap import Severity
from konfkasus_gui.procedure.planning import Conference, Step
from konfkasus_gui.screens import theme
from tests.screens.small_wizard import SmallWizard

NEXT, BACK = QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton
CLOSE, FINISH = QWizard.WizardButton.CustomButton1, QWizard.WizardButton.FinishButton


@pytest.fixture
def opened(qtbot, session, conference):
    """Opens the wizard anew, as often as it is called."""

    def open_wizard():
        wizard = SmallWizard(session, conference.id)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    return open_wizard


@pytest.fixture
def change(session, conference):
    return lambda **fields: session.save(replace(session.get(Conference, conference.id), **fields))


@pytest.fixture
def complete(change):
    return change(place="Ruang BK", chair="Dra. Siti Aminah", wanted="Jadwal")


def test_a_blocking_gap_holds_next_until_it_is_filled(qtbot, opened):
    wizard = opened()
    form = wizard.page_now.place_form
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(form.place, "Ruang BK")
    qtbot.keyClicks(form.chair, "Dra. Siti Aminah")
    qtbot.waitUntil(wizard.button(NEXT).isEnabled)


def test_a_written_reason_lets_one_go_on_and_is_kept(qtbot, opened, change, session, conference):
    change(place="Ruang BK")
    wizard = opened()
    [row] = [row for row in wizard.page_now.missing.rows if row.gap.severity is Severity.REASON]
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(row.reason, "Pimpinan dipilih saat pembukaan.")
    row.flush()
    assert wizard.button(NEXT).isEnabled()
    [waiver] = session.plan(conference.id).waivers
    assert (waiver.gap, waiver.reason) == ("chair", "Pimpinan dipilih saat pembukaan.")
    assert waiver.sentence == "Pimpinan belum ditentukan."


def test_a_reason_is_kept_once_however_often_it_is_changed(
    qtbot, opened, change, session, conference
):
    change(place="Ruang BK")
    wizard = opened()
    row = next(row for row in wizard.page_now.missing.rows if not row.reason.isHidden())
    for words in ("Nanti", " saja"):
        qtbot.keyClicks(row.reason, words)
        row.flush()
    [waiver] = session.plan(conference.id).waivers
    assert waiver.reason == "Nanti saja"


def test_hints_hold_nobody(opened, change):
    change(place="Ruang BK", chair="Dra. Siti Aminah")
    wizard = opened()
    assert [row.gap.key for row in wizard.page_now.missing.rows] == ["wanted"]
    assert wizard.button(NEXT).isEnabled()


def test_gaps_stand_heaviest_first(opened):
    shown = [row.gap.key for row in opened().page_now.missing.rows]
    assert shown == ["place", "chair", "wanted"]


def test_a_step_that_does_not_apply_is_passed_over(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    assert wizard.step is Step.INVITATIONS
    wizard.button(BACK).click()
    assert wizard.step is Step.SCHEDULE


def test_a_step_that_comes_to_apply_appears(opened, complete, change):
    wizard = opened()
    change(place="Aula")
    wizard.button(NEXT).click()
    assert wizard.step is Step.STRUCTURING
    assert wizard.step_list.row(Step.STRUCTURING).property("state") == "current"


def test_a_step_put_in_before_the_present_one_can_be_gone_back_to(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    change(place="Aula")
    wizard.step_list.row(Step.STRUCTURING).click()
    assert wizard.step is Step.STRUCTURING
    wizard.button(NEXT).click()
    assert wizard.step is Step.INVITATIONS


def test_the_side_list_says_done_current_and_later(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    row = wizard.step_list.row(Step.SCHEDULE)
    assert row.text().startswith("✓")
    assert row.accessibleName() == "Jadwal dan tempat, selesai"
    row.click()
    assert wizard.step is Step.SCHEDULE


def test_steps_behind_a_blocking_gap_cannot_be_entered(opened):
    wizard = opened()
    assert not wizard.step_list.row(Step.INVITATIONS).isEnabled()
    wizard.go_to(Step.INVITATIONS)
    assert wizard.step is Step.SCHEDULE


def test_a_step_that_became_incomplete_asks_for_attention(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    change(place="")
    row = wizard.step_list.row(Step.SCHEDULE)
    assert row.text().startswith("!")
    assert row.isEnabled()


def test_work_goes_on_where_it_stopped(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    wizard.button(CLOSE).click()
    again = opened()
    assert again.step is Step.INVITATIONS
    again.button(BACK).click()
    assert again.step is Step.SCHEDULE


def test_a_remembered_step_behind_a_new_gap_leads_to_the_gap(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    wizard.close()
    change(place="")
    assert opened().step is Step.SCHEDULE


@pytest.mark.parametrize("way", ["escape", "cross", "button"])
def test_closing_keeps_what_was_typed_and_never_asks(qtbot, opened, answers, session, way):
    wizard = opened()
    qtbot.keyClicks(wizard.page_now.place_form.place, "Ruang BK")
    if way == "escape":
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    elif way == "cross":
        wizard.close()
    else:
        wizard.button(CLOSE).click()
    assert not wizard.isVisible()
    assert wizard.conference.place == "Ruang BK"


def test_enter_in_a_field_stays_on_the_page(qtbot, opened, complete):
    wizard = opened()
    qtbot.keyClick(wizard.page_now.place_form.place, Qt.Key.Key_Return)
    assert wizard.step is Step.SCHEDULE


@pytest.mark.parametrize(
    ("forward", "back", "with_key"),
    [
        (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_keys_turn_the_pages(qtbot, opened, complete, forward, back, with_key):
    wizard = opened()
    qtbot.keyClick(wizard, forward, with_key)
    assert wizard.step is Step.INVITATIONS
    qtbot.keyClick(wizard, back, with_key)
    assert wizard.step is Step.SCHEDULE


def test_keys_do_not_pass_a_blocking_gap(qtbot, opened):
    wizard = opened()
    qtbot.keyClick(wizard, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wizard.step is Step.SCHEDULE


def test_the_cursor_starts_in_the_first_field(qtbot, opened):
    wizard = opened()
    qtbot.waitUntil(wizard.page_now.place_form.place.hasFocus)


def test_it_says_when_something_was_kept(qtbot, opened):
    wizard = opened()
    assert wizard.saved.text() == ""
    qtbot.keyClicks(wizard.page_now.place_form.place, "Aula")
    wizard.flush()
    assert wizard.saved.text() == "Tersimpan pukul 12.00"


def test_turning_a_page_alone_does_not_claim_something_was_kept(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    assert wizard.saved.text() == ""


def test_locking_puts_the_window_away(opened, session):
    wizard = opened()
    session.locked.emit()
    assert not wizard.isVisible()


def test_the_stage_is_asked_once_per_change(qtbot, opened, complete):
    wizard = opened()
    before = wizard.asked
    qtbot.keyClicks(wizard.page_now.place_form.place, " dua")
    wizard.flush()
    assert wizard.asked == before + 1


def test_the_last_page_finishes(qtbot, opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    with qtbot.waitSignal(wizard.accepted):
        wizard.button(FINISH).click()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_size_of_type_needs_more_than_a_small_screen(qapp, opened, percent):
    theme.apply(qapp, percent)
    try:
        wizard = opened()
        assert wizard.minimumSizeHint().width() <= 1024
        assert wizard.minimumSize().width() <= 1024
        assert wizard.minimumSize().height() <= 600
        assert wizard.height() <= QGuiApplication.primaryScreen().availableSize().height()
    finally:
        theme.apply(qapp, 100)

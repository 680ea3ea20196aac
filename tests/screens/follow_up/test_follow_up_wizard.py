from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.follow_up import Step
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    CaseState,
    ConsentGiver,
    ConsentState,
    Stage,
)
from konfkasus_gui.screens import deeds


@pytest.fixture
def ended(session, acting):
    """Every action is done."""
    for action in acting:
        session.save(replace(action, state=ActionState.DONE))


def test_progress_gets_its_tick_when_the_last_action_has_ended(opened, acting, session):
    first, *others = acting
    for action in others:
        session.save(replace(action, state=ActionState.DONE))
    running = session.save(replace(first, state=ActionState.RUNNING))
    row = opened(Step.ASSESSMENTS).step_list.row(Step.PROGRESS)
    assert not row.text().startswith("✓")
    session.save(replace(running, state=ActionState.DONE))
    assert row.text().startswith("✓")


def test_three_assessments_are_proposed_from_the_day_of_the_meeting(opened, acting):
    forms = opened(Step.ASSESSMENTS).page_now.forms
    assert [forms[kind].due_on.value() for kind in AssessmentKind] == [
        date(2026, 3, 2),
        date(2026, 4, 2),
        date(2026, 9, 2),
    ]
    assert forms[AssessmentKind.IMMEDIATE].badge.text() == "hari ini"


def test_an_assessment_is_kept_from_its_first_edit_on(qtbot, opened, acting, followed, session):
    wizard = opened(Step.ASSESSMENTS)
    assert followed().assessments == ()
    form = wizard.page_now.forms[AssessmentKind.SHORT]
    form.done_on.fill.click()
    qtbot.keyClicks(form.text, "Datang lebih pagi.")
    wizard.flush()
    [kept] = followed().assessments
    assert (kept.kind, kept.done_on) == (AssessmentKind.SHORT, session.today())
    assert (kept.due_on, kept.text) == (date(2026, 4, 2), "Datang lebih pagi.")
    assert form.badge.text() == "selesai"


def test_what_the_client_was_told_and_answered_is_kept(qtbot, opened, acting, followed, session):
    wizard = opened(Step.CLIENT)
    assert followed().debriefing is None
    form = wizard.page_now.debriefing_form
    form.told_on.fill.click()
    qtbot.keyClicks(form.told_by, "Dra. Siti Aminah")
    qtbot.keyClicks(form.told, "Sisi positif dan jadwal.")
    qtbot.keyClicks(form.answer, "Setuju.")
    wizard.reject()
    told = followed().debriefing
    assert (told.told_on, told.told_by) == (session.today(), "Dra. Siti Aminah")
    assert (told.told, told.answer) == ("Sisi positif dan jadwal.", "Setuju.")


def test_a_case_with_open_actions_is_not_closed_and_says_why(opened, acting, followed):
    page = opened(Step.CLOSING).page_now
    assert len(page.open_rows.shown) == 3
    page.close_button.click()
    assert "3 tindakan" in page.refusal.sentence.text()
    assert followed().case.state is CaseState.OPEN


def test_an_open_action_is_one_click_away(opened, acting):
    wizard = opened(Step.CLOSING)
    wizard.page_now.open_rows.shown[1].action.click()
    assert wizard.step is Step.PROGRESS
    assert wizard.page_now.panel.action_id == acting[0].id


def test_a_case_without_a_closing_note_is_not_closed(opened, ended, followed):
    page = opened(Step.CLOSING).page_now
    page.close_button.click()
    assert "catatan penutup" in page.refusal.sentence.text()
    assert followed().case.state is CaseState.OPEN


def test_a_case_closes_with_its_note_and_can_be_reopened(
    qtbot, opened, ended, followed, session, conference
):
    wizard = opened(Step.CLOSING)
    page = wizard.page_now
    assert page.open_card.isHidden()
    qtbot.keyClicks(page.note, "Kehadiran membaik.")
    page.close_button.click()
    case = followed().case
    assert (case.state, case.closed_on) == (CaseState.CLOSED, session.today())
    assert case.closing_note == "Kehadiran membaik."
    assert session.plan(conference.id).bookmark(Stage.FOLLOW_UP).finished_on == session.today()
    assert "ditutup 2 Maret 2026" in page.state.sentence.text()
    assert page.close_button.isHidden()
    page.reopen_button.click()
    assert followed().case.state is CaseState.OPEN
    assert page.reopen_button.isHidden()
    assert page.note_form.isEnabled()
    history = [event.deed for event in session.lists.history(conference.case_id)]
    assert history[0] is Deed.CASE_REOPENED


def test_only_closing_the_case_is_the_main_button_while_it_is_open(
    opened, ended, followed, session
):
    wizard = opened(Step.CLIENT)
    finish = wizard.button(QWizard.WizardButton.FinishButton)
    wizard.go_to(Step.CLOSING)
    assert wizard.page_now.close_button.property("kind") == "primary"
    assert finish.property("kind") == ""
    wizard.page_now.note.setPlainText("Tercapai.")
    wizard.page_now.close_button.click()
    assert followed().case.state is CaseState.CLOSED
    assert finish.property("kind") == "primary"
    wizard.page_now.reopen_button.click()
    assert finish.property("kind") == ""


def test_a_closed_case_is_only_read(opened, ended, followed, session):
    session.save(replace(followed().case, closing_note="Tercapai."))
    deeds.close_case(session, followed())
    wizard = opened(Step.ACTIONS)
    for step in (Step.ACTIONS, Step.PROGRESS, Step.ASSESSMENTS, Step.CLIENT):
        wizard.go_to(step)
        assert not wizard.page_now.content.isEnabled()
        assert "ditutup" in wizard.page_now.advice.text()


def test_a_frozen_case_is_not_changed_but_can_be_closed(
    qtbot, opened, acting, session, conference, followed
):
    wizard = opened(Step.CLIENT)
    consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    given = session.save(replace(consent, state=ConsentState.GIVEN))
    deeds.withdraw_consent(session, conference.id, given)
    assert not wizard.page_now.content.isEnabled()
    wizard.go_to(Step.CLOSING)
    assert "dibekukan" in wizard.page_now.state.sentence.text()
    qtbot.keyClicks(wizard.page_now.note, "Keluarga tidak melanjutkan.")
    wizard.page_now.close_button.click()
    assert followed().case.state is CaseState.CLOSED
    wizard.page_now.reopen_button.click()
    assert followed().case.state is CaseState.FROZEN


def test_the_wizard_goes_on_where_it_stopped(opened, acting):
    opened(Step.ASSESSMENTS).reject()
    assert opened().step is Step.ASSESSMENTS


def test_locking_keeps_what_is_being_typed(qtbot, opened, acting, followed, session):
    wizard = opened(Step.CLOSING)
    qtbot.keyClicks(wizard.page_now.note, "Belum selesai ditulis")
    session.lock()
    assert not wizard.isVisible()
    assert followed().case.closing_note == "Belum selesai ditulis"

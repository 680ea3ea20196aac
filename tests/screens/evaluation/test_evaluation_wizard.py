from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.evaluation import Step, outcome
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    CaseState,
    ConsentGiver,
    ConsentState,
    Function,
    Level,
    Outcome,
    Stage,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.evaluation import outcome as outcome_page
from konfkasus_gui.screens.evaluation.judgement import JudgementForm

NEXT, FINISH = QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton


@pytest.fixture
def judged(session, appraisal, held):
    """All eight were judged."""
    for subject in (*Aim, *Function):
        session.save(replace(appraisal().judgement(subject), level=Level.REACHED))


def test_a_tick_makes_a_contribution_count_although_the_minutes_are_final(opened, held, appraisal):
    page = opened().page_now
    assert page.figure.number.text() == "0 dari 3"
    page.contribution_rows()[1].box.click()
    assert [said.meaningful for said in appraisal().meeting.contributions] == [False, True, False]
    assert page.figure.number.text() == "1 dari 3"
    page.contribution_rows()[1].box.click()
    assert page.figure.number.text() == "0 dari 3"


def test_information_gets_its_tick_when_something_means_much(opened, held, session, appraisal):
    wizard = opened(Step.COMMITMENT)
    row = wizard.step_list.row(Step.INFORMATION)
    assert row.text().startswith("!")
    assert row.accessibleName() == "Informasi baru, belum lengkap"
    session.save(replace(appraisal().meeting.contributions[0], meaningful=True))
    assert row.text().startswith("✓")


def test_what_planning_did_not_choose_may_be_left_open(opened, held, session, appraisal):
    session.archive.save(replace(appraisal().conference, aims=(Aim.PICTURE,)))
    page = opened(Step.JUDGEMENT).page_now
    assert "boleh dikosongkan" in page.forms[Aim.COORDINATED].figure.text()
    assert "boleh dikosongkan" not in page.forms[Aim.PICTURE].figure.text()
    page.forms[Aim.COORDINATED].level.chip(Level.PARTLY).click()
    assert appraisal().judgement(Aim.COORDINATED).level is Level.PARTLY


def test_a_contribution_says_who_about_what_and_how_they_know(opened, held):
    row = opened().page_now.contribution_rows()[0]
    words = [label.text() for label in row.findChildren(type(opened().page_now.question))]
    assert "Keterangan Ratna Wulandari" in words
    assert "Ratna Wulandari · keadaan keluarga · diamati sendiri" in words


def test_the_keyboard_alone_ticks_a_contribution(qtbot, opened, held, appraisal):
    page = opened().page_now
    box = page.contribution_rows()[0].box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert appraisal().meeting.contributions[0].meaningful
    assert page.contribution_rows()[0].box is box


def test_notes_are_kept_as_they_are_typed(qtbot, opened, held, appraisal):
    wizard = opened()
    qtbot.keyClicks(wizard.page_now.note_text, "Jam tidur baru diketahui.")
    wizard.go_to(Step.COMMITMENT)
    qtbot.keyClicks(wizard.page_now.note_text, "Sutrisno perlu waktu.")
    wizard.reject()
    assert appraisal().evaluation.information_note == "Jam tidur baru diketahui."
    assert appraisal().evaluation.commitment_note == "Sutrisno perlu waktu."


def test_who_committed_and_who_did_not_is_named(opened, held):
    page = opened(Step.COMMITMENT).page_now
    assert page.figure.number.text() == "2 dari 3"
    rows = [(row.name.text(), row.sentence.text()) for row in page.people.shown]
    assert rows == [
        ("Ratna Wulandari", "Janji Ratna Wulandari"),
        ("Hendra Gunawan, S.Pd.", "Janji Hendra Gunawan, S.Pd."),
        ("Sutrisno", "Belum berkomitmen"),
    ]


def test_reasons_of_planning_and_meeting_come_back(opened, held, session, conference):
    page = opened(Step.COMMITMENT).page_now
    assert page.reasons_card.isHidden()
    session.save(
        Waiver(
            conference_id=conference.id,
            gap="plan.guardian_consent",
            sentence="Persetujuan orang tua/wali belum dicatat.",
            reason="Ibu setuju lewat telepon.",
            noted_at=session.now(),
        )
    )
    assert not page.reasons_card.isHidden()
    assert len(page.reasons.shown) == 1


def test_a_judgement_is_kept_from_its_first_edit_on(qtbot, opened, held, appraisal):
    wizard = opened(Step.JUDGEMENT)
    assert appraisal().judgements == ()
    form = wizard.page_now.forms[Aim.PICTURE]
    form.level.chip(Level.PARTLY).click()
    qtbot.keyClicks(form.reason, "Keterangan rumah belum lengkap.")
    wizard.flush()
    [judgement] = appraisal().judgements
    assert (judgement.aim, judgement.level) == (Aim.PICTURE, Level.PARTLY)
    assert judgement.reason == "Keterangan rumah belum lengkap."


def test_all_eight_are_judged_or_a_reason_is_written(qtbot, opened, held, appraisal):
    wizard = opened(Step.JUDGEMENT)
    assert not wizard.button(NEXT).isEnabled()
    for form in wizard.page_now.content.findChildren(JudgementForm):
        form.level.chip(Level.REACHED).click()
    assert wizard.button(NEXT).isEnabled()
    assert len(appraisal().judgements) == len(Aim) + len(Function)


def test_the_outcome_is_reckoned_and_says_why(opened, held, judged):
    page = opened(Step.OUTCOME).page_now
    assert page.badge.text() == "berhasil sebagian"
    assert "2 dari 3 peserta hadir berkomitmen" in page.promised.text()
    assert page.origin.text() == "menurut hitungan"


def test_another_outcome_counts_once_it_has_a_reason(qtbot, opened, held, judged, appraisal):
    wizard = opened(Step.OUTCOME)
    form = wizard.page_now.outcome_form
    assert form.reason_row.isHidden()
    form.overruled.chip(Outcome.SUCCESS).click()
    assert outcome(appraisal()) is Outcome.PARTIAL
    assert not wizard.button(FINISH).isEnabled()
    qtbot.keyClicks(form.reason, "Sutrisno sudah menyanggupi lewat telepon.")
    wizard.flush()
    assert outcome(appraisal()) is Outcome.SUCCESS
    assert wizard.page_now.origin.text() == "menurut penilaian konselor"
    assert wizard.button(FINISH).isEnabled()


def test_belum_proposes_a_further_meeting_with_the_same_people(
    opened, held, judged, session, conference, appraisal, answers, monkeypatch
):
    shown = []
    monkeypatch.setattr(outcome_page, "open_wizard", lambda *asked: shown.append(asked[1]))
    page = opened(Step.OUTCOME).page_now
    assert page.further.isHidden()
    session.save(
        replace(
            appraisal().evaluation,
            overruled=Outcome.NOT_YET,
            overruled_reason="Belum ada perubahan.",
        )
    )
    answers.append(("Buat pertemuan", True))
    page.further.action.click()
    _first, second = session.lists.conferences(conference.case_id)
    names = [guest.name for guest in session.plan(second.id).participants]
    assert names == [guest.name for guest in held]
    assert "ke-2" in page.further.sentence.text()
    page.further.action.click()
    assert shown == [second.id]
    assert len(session.lists.conferences(conference.case_id)) == 2


def test_finishing_dates_the_evaluation_and_marks_the_stage(
    opened, held, judged, session, appraisal
):
    wizard = opened(Step.OUTCOME)
    wizard.button(FINISH).click()
    assert appraisal().evaluation.evaluated_on == session.today()
    marked = appraisal().meeting.plan.bookmark(Stage.EVALUATION)
    assert marked.finished_on == session.today()


def test_the_wizard_goes_on_where_it_stopped(opened, held):
    opened(Step.JUDGEMENT).reject()
    assert opened().step is Step.JUDGEMENT


def test_before_the_meeting_the_pages_say_what_will_stand_there(opened):
    wizard = opened()
    assert "akan tampil di sini" in wizard.page_now.empty.sentence.text()
    assert wizard.page_now.figure.isHidden()
    wizard.go_to(Step.COMMITMENT)
    assert "akan tampil di sini" in wizard.page_now.empty.sentence.text()


def test_a_closed_case_is_only_read_until_it_is_reopened(opened, held, session, appraisal):
    case = appraisal().meeting.plan.case
    session.save(replace(case, state=CaseState.CLOSED))
    page = opened().page_now
    assert not page.content.isEnabled()
    assert "ditutup" in page.advice.text()
    session.save(case)
    assert page.content.isEnabled()
    assert "Centang" in page.advice.text()


def test_after_a_withdrawal_nothing_is_finished(
    opened, held, judged, session, conference, appraisal
):
    wizard = opened(Step.OUTCOME)
    consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    given = session.save(replace(consent, state=ConsentState.GIVEN))
    deeds.withdraw_consent(session, conference.id, given)
    assert not wizard.page_now.content.isEnabled()
    with pytest.raises(CaseNotOpen):
        wizard.accept()
    assert appraisal().evaluation.evaluated_on is None


def test_markup_and_ten_thousand_letters_stay_as_they_were_said(
    opened, held, session, archive, appraisal
):
    said = appraisal().meeting.contributions[0]
    archive.save(replace(said, text="<b>مرحبا</b> 😀 " + "kata " * 2000))
    wizard = opened()
    row = wizard.page_now.contribution_rows()[0]
    row.box.click()
    assert wizard.width() <= 1366
    assert appraisal().meeting.contributions[0].meaningful

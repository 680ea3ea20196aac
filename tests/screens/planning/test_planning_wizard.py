from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.planning import Conference, Step
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    ConferenceState,
    Direction,
    Field,
    LetterState,
    Numbering,
    Stage,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.planning import invitations

NEXT, FINISH = QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton


@pytest.fixture
def shown(monkeypatch):
    """The papers that were asked for."""
    papers = []
    monkeypatch.setattr(invitations, "show_paper", lambda *asked: papers.append(asked[2]))
    return papers


def test_the_problem_belongs_to_the_case_and_the_aims_to_the_conference(qtbot, opened, plan):
    wizard = opened()
    form = wizard.page_now.problem_form
    form.problem.clear()
    qtbot.keyClicks(form.problem, "Terlambat dua belas kali.")
    form.fields.chip(Field.SOCIAL).click()
    form.aims.boxes[Aim.COORDINATED].click()
    wizard.flush()
    assert plan().case.problem == "Terlambat dua belas kali."
    assert plan().case.fields == (Field.SOCIAL, Field.LEARNING)
    assert plan().conference.aims == (Aim.COORDINATED,)


def test_nothing_goes_on_without_the_client_s_consent(opened, ready, session, consented):
    session.remove(consented[0])
    wizard = opened()
    wizard.go_to(Step.INVITATIONS)
    assert wizard.step is Step.PROBLEM
    wizard.go_to(Step.CONSENT)
    assert not wizard.button(NEXT).isEnabled()


def test_the_wizard_goes_on_where_it_stopped(opened, ready):
    opened(Step.SCHEDULE).reject()
    assert opened().step is Step.SCHEDULE


def test_the_chair_confirms_five_directions(opened, ready, session, plan):
    session.save(replace(plan().conference, directions=()))
    wizard = opened(Step.STRUCTURING)
    assert not wizard.button(NEXT).isEnabled()
    for box in wizard.page_now.directions.boxes.values():
        box.click()
    wizard.flush()
    assert plan().conference.directions == tuple(Direction)
    assert wizard.button(NEXT).isEnabled()


def test_a_reason_lets_one_go_on_without_them(qtbot, opened, ready, session, plan):
    session.save(replace(plan().conference, directions=()))
    wizard = opened(Step.STRUCTURING)
    [row] = wizard.page_now.missing.rows
    qtbot.keyClicks(row.reason, "Dibahas pada awal pertemuan.")
    wizard.flush()
    assert wizard.button(NEXT).isEnabled()
    assert [waiver.reason for waiver in plan().waivers] == ["Dibahas pada awal pertemuan."]


def test_numbering_gives_each_participant_a_letter_and_shows_it(opened, ready, plan, shown):
    page = opened(Step.INVITATIONS).page_now
    assert page.table.cell(0, 2) == "belum bernomor"
    page.number.click()
    assert [letter.sequence for letter in plan().letters] == [1, 2, 3]
    assert page.table.cell(0, 2) == plan().letters[0].number
    assert [kind.value for kind in shown] == ["invitation"]
    page.number.click()
    assert len(plan().letters) == 3


def test_nothing_is_numbered_once_consent_was_taken_back(
    opened, ready, session, conference, plan, consented, shown
):
    page = opened(Step.INVITATIONS).page_now
    deeds.withdraw_consent(session, conference.id, consented[0])
    assert not page.number.isEnabled()
    assert "ditarik kembali" in page.advice.text()
    assert plan().letters == ()
    assert shown == []


def test_the_menu_of_papers_shows_the_chosen_one(opened, ready, shown):
    page = opened(Step.INVITATIONS).page_now
    [action] = [action for action in page.papers.actions() if action.text() == "Daftar hadir"]
    action.trigger()
    assert [kind.value for kind in shown] == ["attendance_list"]


def test_finishing_marks_the_stage(opened, ready, session, conference, plan, shown):
    wizard = opened(Step.INVITATIONS)
    assert not wizard.button(FINISH).isEnabled()
    wizard.page_now.number.click()
    wizard.button(FINISH).click()
    assert plan().bookmark(Stage.PLANNING).finished_on == session.today()


def test_a_changed_schedule_replaces_numbered_letters(opened, ready, plan, shown, answers):
    wizard = opened(Step.INVITATIONS)
    wizard.page_now.number.click()
    wizard.go_to(Step.SCHEDULE)
    page = wizard.page_now
    assert "3 undangan" in page.numbered.sentence.text()
    answers.append(("Ganti surat", True))
    page.numbered.action.click()
    assert {letter.state for letter in plan().letters} == {LetterState.REPLACED}
    assert page.numbered.isHidden()


def test_a_renamed_guest_is_offered_another_letter(opened, ready, session, plan, shown, answers):
    wizard = opened(Step.INVITATIONS)
    page = wizard.page_now
    page.number.click()
    assert page.renamed.isHidden()
    session.save(replace(plan().participants[0], name="Ratna Wulansari"))
    assert "Ratna Wulansari" in page.renamed.sentence.text()
    answers.append(("Ganti surat", True))
    page.renamed.action.click()
    states = [letter.state for letter in plan().letters]
    assert states.count(LetterState.REPLACED) == 1
    assert page.renamed.isHidden()
    page.number.click()
    assert plan().letter_of(plan().participants[0]).recipient == "Ratna Wulansari"


def test_numbers_of_the_office_are_typed(qtbot, opened, ready, session, plan, shown):
    session.save(replace(session.school, numbering=Numbering.TYPED))
    page = opened(Step.INVITATIONS).page_now
    page.number.click()
    window = page.numbers
    for place, field in enumerate(window.fields):
        qtbot.keyClicks(field, f"0{place}/TU/2026" if place else "")
    window.done_button.click()
    assert "kosong" in window.refusal.sentence.text()
    assert plan().letters == ()
    qtbot.keyClicks(window.fields[0], "00/TU/2026")
    window.done_button.click()
    assert [letter.number for letter in plan().letters] == [
        "00/TU/2026",
        "01/TU/2026",
        "02/TU/2026",
    ]
    assert not window.isVisible()
    assert [kind.value for kind in shown] == ["invitation"]


def test_one_number_of_the_office_serves_all(qtbot, opened, ready, session, plan, shown):
    session.save(replace(session.school, numbering=Numbering.TYPED, shared_number=True))
    page = opened(Step.INVITATIONS).page_now
    page.number.click()
    assert page.numbers.shared.isChecked()
    qtbot.keyClicks(page.numbers.common, "00/TU/2026")
    page.numbers.done_button.click()
    assert [letter.place for letter in plan().letters] == [1, 2, 3]


def test_the_schedule_says_the_day_in_words_and_suggests_people(opened, ready):
    schedule = opened(Step.SCHEDULE).page_now.schedule
    assert schedule.in_words.text() == "Senin, 9 Maret 2026, 10.00 WIB s.d. selesai"
    names = schedule.minute_taker.completer().model().stringList()
    assert names[:2] == ["Dra. Siti Aminah", "Ratna Wulandari"]


def test_a_day_is_filled_with_one_click(opened, ready, session, plan):
    session.save(replace(plan().conference, held_on=None))
    wizard = opened(Step.SCHEDULE)
    assert not wizard.button(NEXT).isEnabled()
    wizard.page_now.schedule.held_on.fill.click()
    wizard.flush()
    assert plan().conference.held_on == session.today()
    assert wizard.button(NEXT).isEnabled()


def test_a_plan_is_only_read_once_the_minutes_are_final(opened, ready, session, conference):
    final = replace(ready, minutes_final_at=datetime(2026, 3, 9, 12, 0))
    session.save(final)
    wizard = opened(Step.SCHEDULE)
    assert not wizard.page_now.schedule.place.isEnabled()
    assert "final" in wizard.page_now.advice.text()
    assert session.get(Conference, conference.id) == final


def test_ten_thousand_letters_and_markup_stay_as_typed(opened, ready, session, guests, plan):
    name = "<b>مرحبا</b> 😀 " + "nama panjang " * 800
    session.save(replace(guests[0], name=name))
    wizard = opened(Step.PARTICIPANTS)
    wizard.page_now.list.choose(guests[0].id)
    assert wizard.page_now.list.table.cell(0, 0) == name
    assert wizard.width() <= 1366
    wizard.flush()
    assert plan().participants[0].name == name


def test_a_new_day_ends_a_postponement(opened, ready, plan, session):
    deeds.postpone_conference(session, plan(), None)
    wizard = opened(Step.SCHEDULE)
    wizard.page_now.schedule.held_on.fill.click()
    wizard.flush()
    conference = plan().conference
    assert conference.held_on == session.today()
    assert conference.state is ConferenceState.PLANNED

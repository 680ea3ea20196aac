from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.archive.lists import CaseFilter
from konfkasus_gui.procedure.case import Case, Step
from konfkasus_gui.procedure.evaluation import earlier_reasons
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import CaseState, Service
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.case_opening.wizard import open_new_case

ANSWERED = {"problem": "Membolos.", "hard": True, "needs_others": True, "in_danger": False}
NEXT, FINISH = QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton


@pytest.fixture
def opened(qtbot, session):
    """Opens the wizard, anew or for a case, and holds it until the test ends."""
    held = []

    def open_wizard(case_id=None):
        wizard = open_new_case(session, None, case_id)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        held.append(wizard)
        return wizard

    yield open_wizard
    held.clear()


@pytest.fixture
def screened(opened, student):
    """The wizard at the screening page of a new case."""
    wizard = opened()
    wizard.page_now.table.selectRow(0)
    wizard.button(NEXT).click()
    return wizard


def draft(session, student, **answers):
    case = Case(code="", student_id=student.id, opened_on=date(2026, 3, 2), **answers)
    return session.register.open_case(case)


def cases(session):
    return session.lists.cases(CaseFilter())


def test_next_waits_for_a_student(opened, student):
    wizard = opened()
    wizard.button(NEXT).click()
    assert wizard.step is Step.STUDENT
    wizard.page_now.table.selectRow(0)
    wizard.button(NEXT).click()
    assert wizard.step is Step.SCREENING


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_student_who_is_missing_is_told_calmly_until_next_is_tried(opened, student, way):
    wizard = opened()

    def role():
        [row] = wizard.page_now.missing.rows
        assert row.sentence.text() == "Konseli belum dipilih."
        return row.sentence.property("role")

    assert role() == "muted"
    if way == "button":
        wizard.button(NEXT).click()
    else:
        wizard.forward()
    assert role() == "danger"


def test_no_case_is_kept_before_next(opened, session, student):
    wizard = opened()
    wizard.page_now.table.selectRow(0)
    wizard.reject()
    assert cases(session) == ()


def test_next_keeps_the_case_under_its_code(screened, session):
    [line] = cases(session)
    assert (line.code, line.state) == ("KK-2026-001", CaseState.SCREENING)
    assert (line.student_name, line.class_name) == ("Anisa Rahmawati", "IX-A")
    assert screened.step is Step.SCREENING


def test_typing_a_name_and_enter_lead_to_the_student_and_on(qtbot, opened, session, student):
    session.save(Student(name="Zahra Melati", class_name="VII-B"))
    wizard = opened()
    page = wizard.page_now
    qtbot.keyClicks(page.search, "zahra")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table.shown_count() == 1
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wizard.step is Step.SCREENING
    assert cases(session)[0].student_name == "Zahra Melati"


def test_a_class_narrows_the_list(opened, session, student):
    session.save(Student(name="Zahra Melati", class_name="VII-B"))
    page = opened().page_now
    page.class_name.set_value("VII-B")
    assert page.table.shown_count() == 1
    assert page.table.cell(0, 0) == "Zahra Melati"


def test_an_empty_list_offers_to_add_a_student(qtbot, opened, session, school):
    wizard = opened()
    page = wizard.page_now
    assert page.empty.isVisible()
    page.empty.action.click()
    qtbot.keyClicks(page.new_student.student_name, "Dimas Pratama")
    qtbot.keyClicks(page.new_student.class_name, "VIII-C")
    qtbot.keyClicks(page.new_student.guardian, "Sari Pratama")
    page.new_student.add_student.click()
    assert wizard.student.name == "Dimas Pratama"
    assert session.lists.guardians(wizard.student.id)[0].name == "Sari Pratama"
    assert wizard.button(NEXT).isEnabled()


def test_another_student_may_be_chosen_before_the_decision(screened, session, student):
    other = session.save(Student(name="Zahra Melati", class_name="VII-B"))
    screened.back()
    screened.page_now.table.choose(other.id)
    screened.next()
    [line] = cases(session)
    assert (line.student_name, line.class_name) == ("Zahra Melati", "VII-B")


def test_a_student_with_a_running_case_is_pointed_out(qtbot, opened, case, student):
    wizard = opened()
    page = wizard.page_now
    assert not page.running.isVisible()
    page.table.selectRow(0)
    assert case.code in page.running.sentence.text()
    with qtbot.waitSignal(wizard.case_wanted) as wanted:
        page.running.action.click()
    assert wanted.args == [case.id]


def test_the_case_at_hand_is_no_other_running_case(opened, session, school, student):
    first = draft(session, student, problem="Membolos.")
    wizard = opened(first.id)
    wizard.go_to(Step.STUDENT)
    assert wizard.page_now.running.isHidden()
    second = draft(session, student)
    wizard.page_now.refreshed()
    assert second.code in wizard.page_now.running.sentence.text()


def test_answers_are_kept(qtbot, screened, session):
    answers = screened.page_now.answers
    qtbot.keyClicks(answers.problem, "Terlambat empat kali seminggu.")
    answers.hard.chip(True).click()
    answers.needs_others.chip(False).click()
    screened.flush()
    kept = session.get(Case, screened.case_id)
    assert kept.problem == "Terlambat empat kali seminggu."
    assert (kept.hard, kept.needs_others, kept.in_danger) == (True, False, None)


def test_danger_brings_the_stop_sign(qtbot, screened, session):
    assert Step.DANGER not in screened.steps()
    screened.page_now.answers.in_danger.chip(True).click()
    screened.button(NEXT).click()
    assert screened.step is Step.DANGER
    qtbot.keyClicks(screened.page_now.handling, "Dilaporkan ke UPTD PPA.")
    screened.button(NEXT).click()
    assert screened.step is Step.DECISION
    assert session.get(Case, screened.case_id).danger_handling == "Dilaporkan ke UPTD PPA."


def test_a_case_in_screening_goes_on_where_answers_are_missing(opened, session, school, student):
    kept = draft(session, student, problem="Sering tidur di kelas.")
    assert opened(kept.id).step is Step.SCREENING
    session.save(replace(kept, hard=True, needs_others=True, in_danger=False))
    assert opened(kept.id).step is Step.DECISION


@pytest.mark.parametrize(
    ("hard", "others", "words"),
    [(True, True, "disarankan"), (False, True, "layanan lain"), (None, True, "Jawab dahulu")],
)
def test_the_decision_page_says_what_the_answers_suggest(
    opened, session, school, student, hard, others, words
):
    kept = draft(session, student, problem="Membolos.", hard=hard, needs_others=others)
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    assert words in wizard.page_now.suggestion.sentence.text()


def test_accepting_plans_the_first_conference(qtbot, opened, session, school, student):
    kept = draft(session, student, **ANSWERED)
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    qtbot.keyClicks(wizard.page_now.reason, "Perlu orang tua dan wali kelas.")
    with qtbot.waitSignal(wizard.planned) as planned:
        wizard.button(FINISH).click()
    assert session.plan(planned.args[0]).case.state is CaseState.OPEN
    assert session.plan(planned.args[0]).case.screening_reason == "Perlu orang tua dan wali kelas."
    assert not wizard.isVisible()


def test_a_decision_without_a_reason_asks_for_it(opened, session, school, student, monkeypatch):
    kept = draft(session, student, **ANSWERED)
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    reasons = [None, "Perlu orang tua."]
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_, **__: reasons.pop(0))
    wizard.button(FINISH).click()
    assert wizard.isVisible()
    assert session.get(Case, kept.id).state is CaseState.SCREENING
    wizard.button(FINISH).click()
    assert session.get(Case, kept.id).screening_reason == "Perlu orang tua."
    assert session.get(Case, kept.id).state is CaseState.OPEN


def test_another_service_closes_the_case(qtbot, opened, session, school, student):
    kept = draft(session, student, problem="Bingung memilih jurusan.", in_danger=False)
    session.save(replace(kept, screening_reason="Cukup dengan konseling."))
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    page = wizard.page_now
    assert not page.decline.isEnabled()
    page.service.set_value(Service.INDIVIDUAL)
    with qtbot.waitSignal(wizard.declined) as declined:
        page.decline.click()
    closed = session.get(Case, kept.id)
    assert declined.args == [closed.id]
    assert (closed.state, closed.other_service) == (CaseState.CLOSED, Service.INDIVIDUAL)


def test_locking_keeps_what_is_typed_and_closes(qtbot, screened, session):
    qtbot.keyClicks(screened.page_now.answers.tried, "Konseling dua kali.")
    session.locked.emit()
    assert not screened.isVisible()
    assert session.get(Case, screened.case_id).tried == "Konseling dua kali."


def test_a_child_in_danger_is_protected_in_written_words_first(
    opened, session, student, monkeypatch
):
    kept = draft(session, student, problem="Luka lebam.", hard=True, needs_others=True)
    session.save(replace(kept, in_danger=True, screening_reason="Perlu banyak pihak."))
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    answers = [None, "Dilaporkan ke UPTD PPA."]
    hints = []

    def ask_line(*_args, hint, **_words):
        hints.append(hint)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask_line", ask_line)
    wizard.button(FINISH).click()
    assert hints == ["Tulis yang sudah atau segera dilakukan"]
    assert session.get(Case, kept.id).state is CaseState.SCREENING
    wizard.button(FINISH).click()
    assert session.get(Case, kept.id).danger_handling == "Dilaporkan ke UPTD PPA."
    assert session.get(Case, kept.id).state is CaseState.OPEN


def test_a_step_with_open_questions_has_no_tick(screened, session):
    screened.go_to(Step.DECISION)
    row = screened.step_list.row(Step.SCREENING)
    assert row.text().startswith("!")
    assert row.accessibleName() == "Telaah kelayakan, belum lengkap"
    assert screened.step_list.row(Step.STUDENT).text().startswith("✓")
    session.save(replace(session.get(Case, screened.case_id), **ANSWERED))
    assert row.text().startswith("✓")


UNKNOWN = {**ANSWERED, "in_danger": None, "screening_reason": "Perlu orang tua."}


def test_danger_that_nobody_answered_is_asked_before_the_case_is_accepted(
    qtbot, opened, session, school, student, monkeypatch
):
    kept = draft(session, student, **UNKNOWN)
    wizard = opened(kept.id)
    wizard.go_to(Step.DECISION)
    asked, reasons = [], [None, "Anak belum masuk sekolah."]

    def ask_reason(_parent, question, **words):
        asked.append((question, words["back"]))
        return reasons.pop(0)

    monkeypatch.setattr(dialogs, "ask_reason", ask_reason)
    wizard.button(FINISH).click()
    assert asked == [
        ("Belum dijawab: apakah anak mungkin dalam bahaya.", "Jawab pertanyaannya"),
    ]
    assert session.get(Case, kept.id).state is CaseState.SCREENING
    assert wizard.step is Step.SCREENING
    qtbot.waitUntil(lambda: wizard.focusWidget() is wizard.page_now.answers.in_danger.chip(True))
    wizard.go_to(Step.DECISION)
    with qtbot.waitSignal(wizard.planned) as planned:
        wizard.button(FINISH).click()
    [waiver] = session.plan(planned.args[0]).waivers
    assert (waiver.gap, waiver.reason) == ("case.in_danger", "Anak belum masuk sekolah.")
    [earlier] = earlier_reasons(session.appraisal(planned.args[0]))
    assert earlier.reason == "Anak belum masuk sekolah."


def test_danger_that_nobody_answered_is_asked_before_another_service_is_taken(
    opened, session, school, student, monkeypatch
):
    kept = draft(session, student, **UNKNOWN)
    wizard = opened(kept.id)
    reasons = [None, "Anak belum masuk."]
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_, **__: reasons.pop(0))
    wizard.decline(Service.INDIVIDUAL)
    assert session.get(Case, kept.id).state is CaseState.SCREENING
    assert wizard.isVisible()
    wizard.decline(Service.INDIVIDUAL)
    closed = session.get(Case, kept.id)
    assert closed.state is CaseState.CLOSED
    assert "Anak belum masuk." in closed.closing_note

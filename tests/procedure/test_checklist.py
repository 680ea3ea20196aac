from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure import case, evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.case import Case, Screening
from konfkasus_gui.procedure.checklist import checks, screening_checks
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, FollowUp
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, Plan
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    Agenda,
    Aim,
    AssessmentKind,
    CaseState,
    Function,
    Kept,
    Level,
    Stage,
)

MONDAY = date(2026, 3, 2)
EMPTY = Plan(
    case=Case(id=1, code="KK-2026-001", student_id=1, state=CaseState.OPEN, opened_on=MONDAY),
    conference=Conference(id=1, case_id=1),
)
STEPS = {
    Stage.PLANNING: planning.Step,
    Stage.MEETING: meeting.Step,
    Stage.EVALUATION: evaluation.Step,
    Stage.FOLLOW_UP: follow_up.Step,
}


def followed_from(gathered, **facts):
    return FollowUp(Appraisal(gathered, Evaluation(conference_id=1)), **facts)


def rows(stage, followed):
    return {row.step: row for row in checks(stage, followed, MONDAY)}


@pytest.mark.parametrize("stage", Stage)
def test_every_step_of_a_stage_has_one_line_in_order(stage, complete):
    shown = checks(stage, followed_from(complete), MONDAY)
    assert [row.step for row in shown] == list(STEPS[stage])


def test_an_empty_plan_asks_for_its_first_step_and_leaves_the_others_for_later():
    shown = checks(Stage.PLANNING, followed_from(Meeting(EMPTY)), MONDAY)
    assert [row.done for row in shown] == [False] + [None] * 6
    assert shown[0].sentence == "Masalah belum dituliskan."


def test_a_complete_plan_is_done_and_says_what_it_holds(complete_plan):
    shown = rows(Stage.PLANNING, followed_from(Meeting(complete_plan)))
    assert {row.done for row in shown.values()} == {True}
    step = planning.Step
    assert shown[step.PROBLEM].sentence == "Bidang belajar · 1 tujuan"
    assert shown[step.CONSENT].sentence == "Konseli: diberikan · Orang tua/wali: diberikan"
    assert (
        shown[step.PARTICIPANTS].sentence
        == "3 orang: 1 penentu, 1 pemberi keterangan, 1 pemberi kemudahan"
    )
    assert shown[step.DATA].sentence == "2 butir, 1 boleh disampaikan"
    assert shown[step.SCHEDULE].sentence == "Senin, 2 Maret 2026 · 10.00–11.00 · Ruang BK"
    assert shown[step.STRUCTURING].sentence == "5 dari 5 arahan dipahami pimpinan"
    assert shown[step.INVITATIONS].sentence == "3 surat bernomor · 1 s.d. 3"


def test_a_step_that_was_begun_asks_for_the_rest_even_after_an_open_one(complete_plan):
    conference = replace(
        complete_plan.conference, directions=complete_plan.conference.directions[:2]
    )
    begun = replace(complete_plan, conference=conference, consents=())
    shown = rows(Stage.PLANNING, followed_from(Meeting(begun)))
    assert shown[planning.Step.CONSENT].done is False
    assert shown[planning.Step.STRUCTURING].done is False
    assert shown[planning.Step.STRUCTURING].sentence.startswith("3 dari 5")


def test_advice_does_not_take_the_tick_away(complete_plan):
    case = replace(complete_plan.case, raised_by=None)
    shown = rows(Stage.PLANNING, followed_from(Meeting(replace(complete_plan, case=case))))
    problem = shown[planning.Step.PROBLEM]
    assert problem.done is True
    assert problem.sentence.endswith("Pengusul kasus belum dipilih.")


def test_a_step_passed_with_a_written_reason_is_done_and_says_so():
    waiver = Waiver(
        conference_id=1,
        gap="plan.problem",
        sentence="Masalah belum dituliskan.",
        reason="Disampaikan lisan",
        noted_at=datetime(2026, 3, 2, 9),
    )
    shown = rows(Stage.PLANNING, followed_from(Meeting(replace(EMPTY, waivers=(waiver,)))))
    assert shown[planning.Step.PROBLEM].done is True
    assert shown[planning.Step.PROBLEM].sentence == "Dilanjutkan dengan alasan tertulis"
    assert shown[planning.Step.CONSENT].done is False


def test_a_complete_meeting_says_who_came_spoke_and_promised(complete):
    shown = rows(Stage.MEETING, followed_from(complete))
    assert {row.done for row in shown.values()} == {True}
    assert shown[Agenda.OPENING].sentence == "3 dari 3 peserta hadir, 3 berikrar"
    assert shown[Agenda.INFORMATION].sentence == "3 keterangan dicatat"
    assert shown[Agenda.COMMITMENT].sentence == "3 dari 3 peserta hadir berkomitmen"


def test_the_evaluation_counts_what_was_judged(complete):
    judged = (*(Judgement(conference_id=1, aim=aim, level=Level.REACHED) for aim in Aim),)
    appraisal = Appraisal(complete, Evaluation(conference_id=1), judged)
    shown = rows(Stage.EVALUATION, FollowUp(appraisal))
    judgement = shown[evaluation.Step.JUDGEMENT]
    assert judgement.done is False
    assert judgement.sentence == "5 dari 6 penilaian belum diisi."
    full = (
        *judged,
        *(Judgement(conference_id=1, function=f, level=Level.PARTLY) for f in Function),
    )
    dated = Evaluation(conference_id=1, evaluated_on=MONDAY)
    shown = rows(Stage.EVALUATION, FollowUp(Appraisal(complete, dated, full)))
    assert shown[evaluation.Step.JUDGEMENT].sentence == "6 dari 6 penilaian terisi"
    assert shown[evaluation.Step.OUTCOME].sentence == "Berhasil sebagian · 2 Maret 2026"


def test_the_follow_up_counts_actions_assessments_and_what_the_client_was_told(complete):
    actions = (
        Action(id=1, conference_id=1, what="Kunjungan", state=ActionState.DONE, kept=Kept.KEPT),
        Action(id=2, conference_id=1, what="Remedial"),
    )
    followed = followed_from(
        complete,
        actions=actions,
        assessments=(Assessment(conference_id=1, kind=AssessmentKind.IMMEDIATE, done_on=MONDAY),),
        debriefing=Debriefing(conference_id=1, told_on=MONDAY, told="Hasil pertemuan"),
    )
    shown = rows(Stage.FOLLOW_UP, followed)
    step = follow_up.Step
    assert shown[step.ACTIONS].sentence.startswith("2 tindakan dipilih")
    assert shown[step.PROGRESS].sentence == "1 dari 2 tindakan berakhir"
    assert shown[step.PROGRESS].done is None
    assert shown[step.ASSESSMENTS].sentence == "1 dari 3 penilaian terisi"
    assert shown[step.CLIENT].sentence == "Disampaikan 2 Maret 2026"
    assert shown[step.CLOSING].done is not True


def test_progress_is_done_once_every_action_has_ended_and_asks_when_one_is_late(complete):
    running = Action(id=1, conference_id=1, what="Kunjungan", state=ActionState.RUNNING)
    ended = replace(running, id=2, state=ActionState.DONE, kept=Kept.KEPT)
    late = replace(running, due_on=date(2026, 3, 1))

    def progress(*actions):
        shown = rows(Stage.FOLLOW_UP, followed_from(complete, actions=actions))
        return shown[follow_up.Step.PROGRESS].done

    assert progress(running) is None
    assert progress(running, ended) is None
    assert progress(late, ended) is False
    assert progress(ended) is True


def test_a_step_of_the_first_look_is_done_when_nothing_of_it_is_left_open():
    student = Student(name="Anisa")
    draft = replace(EMPTY.case, problem="Membolos.", hard=True, needs_others=True)
    screening = Screening(draft, student)

    def done(look):
        found = case.gaps(look, MONDAY)
        return {row.step: row.done for row in screening_checks(look, found)}

    assert done(screening)[case.Step.STUDENT] is True
    assert done(screening)[case.Step.SCREENING] is False
    answered = Screening(replace(draft, in_danger=False), student)
    assert done(answered)[case.Step.SCREENING] is True
    assert done(answered)[case.Step.DECISION] is False


@given(problem=st.text(), place=st.text(), days=st.integers(-400, 400))
def test_whatever_was_typed_each_step_has_a_line_and_none_is_done_without_words(
    problem, place, days
):
    plan = replace(
        EMPTY,
        case=replace(EMPTY.case, problem=problem),
        conference=replace(EMPTY.conference, place=place),
    )
    for stage in Stage:
        for row in checks(stage, followed_from(Meeting(plan)), MONDAY):
            assert row.done is not True or row.sentence

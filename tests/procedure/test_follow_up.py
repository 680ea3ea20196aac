from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.closing import ActionsOpen, CaseUnfinished, close, dropped
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import (
    ENDED,
    Action,
    Assessment,
    Debriefing,
    FollowUp,
    Progress,
    action_from,
    assessment_due,
    by_urgency,
    gaps,
    moved,
    overdue,
    steps,
)
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    CaseState,
    ConferenceState,
    Kept,
)

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)
ACTION = Action(
    id=1,
    conference_id=1,
    what="Kunjungan rumah",
    who="Siti",
    due_on=MONDAY,
    where="rumah",
    kept=Kept.KEPT,
)


@pytest.fixture
def followed(complete):
    """A follow-up that misses nothing and can be closed."""
    case = replace(complete.plan.case, closing_note="Tercapai.")
    held = replace(complete.conference, state=ConferenceState.HELD)
    meeting = replace(complete, plan=replace(complete.plan, case=case, conference=held))
    kept = tuple(
        replace(
            action_from(promise, "Ratna"),
            id=10 + promise.id,
            due_on=MONDAY,
            where="sekolah",
            state=ActionState.DONE,
            kept=Kept.KEPT,
        )
        for promise in meeting.commitments
    )
    return FollowUp(
        Appraisal(meeting, Evaluation(conference_id=1)),
        actions=(replace(ACTION, state=ActionState.DONE), *kept),
        assessments=tuple(
            Assessment(conference_id=1, kind=kind, due_on=MONDAY, done_on=MONDAY)
            for kind in AssessmentKind
        ),
        debriefing=Debriefing(conference_id=1, told_on=MONDAY, told="Hasil", told_by="Siti"),
    )


def keys(follow_up, today=MONDAY):
    return {gap.key for gap in gaps(follow_up, today)}


def with_action(followed, **changes):
    return replace(followed, actions=(replace(ACTION, **changes), *followed.actions[1:]))


def test_a_complete_follow_up_misses_nothing(followed):
    assert keys(followed) == set()
    assert len(steps(followed)) == 5


def test_an_action_never_copies_the_words_of_its_commitment(followed):
    action = followed.actions[1]
    assert action.what == ""
    assert followed.deed(action) == "janji"
    assert followed.deed(followed.actions[0]) == "Kunjungan rumah"


def test_a_case_closes_when_every_action_has_ended(followed):
    closed = close(followed, TUESDAY)
    assert (closed.state, closed.closed_on) == (CaseState.CLOSED, TUESDAY)
    with pytest.raises(CaseUnfinished, match="1 tindakan"):
        close(with_action(followed, state=ActionState.RUNNING), TUESDAY)


def test_a_case_does_not_close_while_another_meeting_left_an_action_open(followed):
    left = replace(followed, open_elsewhere=2)
    assert keys(left) == {"follow.open"}
    with pytest.raises(CaseUnfinished, match="2 tindakan"):
        close(left, TUESDAY)


def in_plan(followed, **changes):
    meeting = followed.appraisal.meeting
    meeting = replace(meeting, plan=replace(meeting.plan, **changes))
    return replace(followed, appraisal=replace(followed.appraisal, meeting=meeting))


def test_a_case_does_not_close_while_its_meeting_runs(followed):
    running = replace(followed.conference, state=ConferenceState.RUNNING)
    with pytest.raises(CaseUnfinished, match="berlangsung"):
        close(in_plan(followed, conference=running), TUESDAY)


def test_a_frozen_case_closes_with_its_open_actions_but_not_without_a_note(followed):
    frozen = replace(followed.case, state=CaseState.FROZEN)
    left = in_plan(with_action(followed, state=ActionState.RUNNING), case=frozen)
    assert close(left, TUESDAY).state is CaseState.CLOSED
    with pytest.raises(CaseUnfinished, match="catatan penutup"):
        close(in_plan(left, case=replace(frozen, closing_note="")), TUESDAY)


def test_open_actions_are_given_up_only_with_a_reason(followed):
    running = with_action(followed, state=ActionState.RUNNING)
    with pytest.raises(ActionsOpen):
        close(running, TUESDAY)
    given_up = tuple(dropped(action, "Keluarga pindah", TUESDAY) for action in running.actions)
    assert [one.state for one in given_up].count(ActionState.DROPPED) == 1
    assert given_up[0].ended_on == TUESDAY
    assert close(replace(running, actions=given_up), TUESDAY).state is CaseState.CLOSED
    silent = tuple(replace(action, state_reason=" ") for action in given_up)
    with pytest.raises(CaseUnfinished, match="alasan"):
        close(replace(running, actions=silent), TUESDAY)


def test_a_case_does_not_close_without_a_note(followed):
    left = in_plan(followed, case=replace(followed.case, closing_note=" "))
    assert keys(left) == {"follow.closing"}
    with pytest.raises(CaseUnfinished, match="catatan penutup"):
        close(left, TUESDAY)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"who": ""}, "follow.action.1"),
        ({"due_on": None}, "follow.action.1"),
        ({"where": " "}, "follow.action.1"),
        ({"state": ActionState.DROPPED}, "follow.dropped.1"),
    ],
)
def test_an_action_says_who_when_and_where(followed, changes, key):
    assert keys(with_action(followed, **{"state": ActionState.DONE, **changes})) == {key}


def test_what_is_late_and_what_is_left_is_told(followed):
    late = with_action(followed, state=ActionState.RUNNING)
    assert keys(late, TUESDAY) == {"follow.overdue", "follow.open"}
    assert keys(replace(followed, actions=followed.actions[:1])) == {"follow.commitments"}
    assert "follow.actions" in keys(replace(followed, actions=()))
    assert keys(replace(followed, debriefing=None)) == {"follow.client"}


def test_whether_a_promise_was_kept_is_asked_once_it_is_due(followed):
    asked = with_action(followed, state=ActionState.RUNNING, kept=None)
    assert "follow.kept" not in keys(asked, MONDAY - timedelta(days=1))
    assert "follow.kept" in keys(asked, MONDAY)
    assert keys(with_action(followed, state=ActionState.DONE, kept=None)) == {"follow.kept"}
    weighed = with_action(followed, chosen=False, kept=None, state=ActionState.NOT_STARTED)
    assert "follow.kept" not in keys(weighed)


def test_assessments_fall_due(followed):
    bare = replace(followed, assessments=())
    assert keys(bare) == {"follow.assessment.laiseg"}
    assert keys(bare, MONDAY + timedelta(days=31)) == {
        "follow.assessment.laiseg",
        "follow.assessment.laijapen",
    }
    undated = replace(bare.conference, held_on=None, opened_at=None)
    meeting = replace(
        bare.appraisal.meeting, plan=replace(bare.appraisal.meeting.plan, conference=undated)
    )
    assert keys(replace(bare, appraisal=replace(bare.appraisal, meeting=meeting))) == set()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(AssessmentKind))
def test_an_assessment_is_due_at_once_in_a_month_or_in_a_semester(held_on, kind):
    days = (assessment_due(kind, held_on) - held_on).days
    low, high = {"laiseg": (0, 0), "laijapen": (28, 31), "laijapang": (181, 184)}[kind.value]
    assert low <= days <= high


def test_an_ended_action_is_no_longer_due():
    assert overdue(ACTION, TUESDAY)
    assert not overdue(ACTION, MONDAY)
    assert not overdue(replace(ACTION, state=ActionState.DONE), TUESDAY)


def test_looks_belong_to_their_action(followed):
    look = Progress(id=1, action_id=1, noted_on=MONDAY)
    other = Progress(id=2, action_id=99, noted_on=MONDAY)
    assert replace(followed, progress=(look, other)).progress_of(ACTION) == (look,)


def test_a_commitment_waits_until_an_action_keeps_it(followed):
    assert followed.waiting() == ()
    left = replace(followed, actions=followed.actions[:-1])
    [promise] = left.waiting()
    assert left.promiser(promise) == "Sutrisno"


def test_an_ended_action_has_its_day_and_one_that_goes_on_has_none():
    done = moved(ACTION, replace(ACTION, state=ActionState.DONE), TUESDAY)
    assert done.ended_on == TUESDAY
    assert moved(done, replace(done, where="kelas"), MONDAY).ended_on == TUESDAY
    assert moved(done, replace(done, state=ActionState.RUNNING), MONDAY).ended_on is None


@given(st.lists(st.tuples(st.sampled_from(ActionState), st.none() | st.dates()), max_size=8))
def test_overdue_actions_stand_first_and_ended_ones_last(drawn):
    actions = [
        replace(ACTION, id=number, state=state, due_on=due_on)
        for number, (state, due_on) in enumerate(drawn, 1)
    ]
    found = by_urgency(actions, MONDAY)
    weights = [(one.state in ENDED, not overdue(one, MONDAY)) for one in found]
    assert weights == sorted(weights)
    assert sorted(one.id for one in found) == [one.id for one in actions]


def test_many_incomplete_actions_are_counted_together(followed):
    bare = tuple(replace(ACTION, id=number, where="", who="") for number in (21, 22, 23))
    left = replace(followed, actions=(*followed.actions, *bare))
    [gap] = [gap for gap in gaps(left, MONDAY) if gap.key == "follow.incomplete"]
    assert gap.sentence == "3 tindakan belum lengkap: siapa, di mana."
    assert "follow.action.21" not in keys(left)


def test_a_meeting_without_a_planned_day_is_assessed_from_the_day_it_began(followed):
    meeting = followed.appraisal.meeting
    conference = replace(meeting.conference, held_on=None)
    meeting = replace(meeting, plan=replace(meeting.plan, conference=conference))
    left = replace(followed, appraisal=replace(followed.appraisal, meeting=meeting), assessments=())
    assert left.assessment(AssessmentKind.SHORT).due_on == date(2026, 4, 2)

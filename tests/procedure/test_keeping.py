from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure.case import Case, CaseNotOpen
from konfkasus_gui.procedure.conduct import MinutesFinal
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.keeping import (
    IN_MINUTES,
    Ground,
    StillNeeded,
    require_changeable,
    require_removable,
)
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import Abstention, Commitment, Contribution
from konfkasus_gui.procedure.seats import SeatTaken
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, CaseState, ConsentGiver

NOON = datetime(2026, 3, 2, 12)
CASE = Case(
    id=1, code="KK-2026-001", student_id=1, opened_on=date(2026, 3, 2), state=CaseState.OPEN
)
DRAFT = Conference(id=1, case_id=1)
FINAL = replace(DRAFT, minutes_final_at=NOON)
SAID = Contribution(
    id=1, conference_id=1, participant_id=1, agenda=Agenda.INFORMATION, text="x", said_at=NOON
)
GUEST = Participant(id=1, conference_id=1, name="Ratna")
ITEM = DataItem(id=1, case_id=1, aspect=Aspect.FAMILY, text="x")
PROMISE = Commitment(id=1, conference_id=1, participant_id=1, text="janji")
ACTION = Action(id=1, conference_id=1, what="kunjungan")
REASON = Waiver(id=1, conference_id=1, gap="plan.seats", sentence="x", reason="x", noted_at=NOON)
OF_A_CASE = [SAID, GUEST, ITEM, DRAFT, ACTION, REASON, Evaluation(conference_id=1)]
RESTING_STATES = [CaseState.FROZEN, CaseState.CLOSED]


def ground(before, *, case=CASE, conference=DRAFT, actions=0):
    return Ground(case=case, before=before, conferences=(conference,), actions=actions)


@pytest.mark.parametrize(
    ("before", "changes"),
    [
        (SAID, {"text": "y"}),
        (GUEST, {"name": "Ratih"}),
        (ITEM, {"text": "y"}),
        (PROMISE, {"agreed": True}),
        (FINAL, {"place": "aula"}),
    ],
)
def test_what_stands_in_final_minutes_does_not_change(before, changes):
    after = replace(before, **changes)
    require_changeable(ground(before), after)
    with pytest.raises(MinutesFinal):
        require_changeable(ground(before, conference=FINAL), after)
    with pytest.raises(MinutesFinal):
        require_removable(ground(before, conference=FINAL), before)


def test_nothing_is_added_to_final_minutes():
    new = Abstention(conference_id=1, participant_id=1, agenda=Agenda.OPINION)
    assert isinstance(new, IN_MINUTES)
    with pytest.raises(MinutesFinal):
        require_changeable(ground(None, conference=FINAL), new)


@pytest.mark.parametrize(
    ("before", "changes"),
    [(SAID, {"meaningful": True}), (GUEST, {"person_id": 7}), (SAID, {}), (ACTION, {"who": "W"})],
)
def test_what_is_judged_or_done_after_the_minutes_may_change(before, changes):
    require_changeable(ground(before, conference=FINAL), replace(before, **changes))


@pytest.mark.parametrize("state", RESTING_STATES)
@pytest.mark.parametrize("value", OF_A_CASE)
def test_nothing_of_a_case_that_rests_changes(value, state):
    resting = replace(CASE, state=state)
    with pytest.raises(CaseNotOpen):
        require_changeable(ground(None, case=resting), value)
    with pytest.raises(CaseNotOpen):
        require_removable(ground(value, case=resting), value)


@pytest.mark.parametrize("state", RESTING_STATES)
def test_an_answer_is_recorded_whatever_the_case_does(state):
    resting = replace(CASE, state=state)
    require_changeable(
        ground(None, case=resting), Consent(case_id=1, giver=ConsentGiver.CLIENT, name="A")
    )


def test_a_case_that_rests_is_only_opened_frozen_or_closed():
    closed = replace(CASE, state=CaseState.CLOSED)
    with pytest.raises(CaseNotOpen):
        require_changeable(Ground(case=closed, before=closed), replace(closed, problem="x"))
    require_changeable(Ground(case=closed, before=closed), CASE)
    require_changeable(Ground(case=CASE, before=CASE), replace(CASE, problem="x"))


def test_a_frozen_case_gets_its_last_note_and_nothing_else():
    frozen = replace(CASE, state=CaseState.FROZEN)
    require_changeable(Ground(case=frozen, before=frozen), replace(frozen, closing_note="x"))
    with pytest.raises(CaseNotOpen):
        require_changeable(Ground(case=frozen, before=frozen), replace(frozen, problem="x"))


def test_a_data_item_that_was_presented_is_not_removed():
    with pytest.raises(StillNeeded, match="disampaikan"):
        require_removable(ground(ITEM), ITEM)
    require_removable(Ground(case=CASE, before=ITEM), ITEM)


def test_a_commitment_that_an_action_keeps_is_not_removed():
    with pytest.raises(StillNeeded, match="tindakan"):
        require_removable(ground(PROMISE, actions=1), PROMISE)
    require_removable(ground(PROMISE), PROMISE)


def test_nobody_leaves_the_list_of_a_meeting_that_has_begun_whoever_asks():
    require_removable(ground(GUEST), GUEST)
    with pytest.raises(SeatTaken):
        require_removable(ground(GUEST, conference=replace(DRAFT, opened_at=NOON)), GUEST)

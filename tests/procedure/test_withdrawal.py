from dataclasses import replace
from datetime import date, datetime

from konfkasus_gui.procedure.case import Case, decline
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    LetterState,
    Service,
)
from konfkasus_gui.procedure.withdrawal import freeze, reopen, stop, thaw

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
CASE = Case(id=1, code="KK-2026-001", student_id=1, opened_on=MONDAY, state=CaseState.OPEN)


def in_state(plan, state):
    return replace(plan, conference=replace(plan.conference, opened_at=NOON, state=state))


def taken_back_by_client(plan):
    consents = tuple(
        replace(consent, state=ConsentState.WITHDRAWN, withdrawn_on=MONDAY)
        if consent.giver is ConsentGiver.CLIENT
        else consent
        for consent in plan.consents
    )
    return replace(plan, consents=consents)


def test_a_withdrawal_cancels_the_letters_that_still_stand(complete_plan):
    retired = replace(complete_plan.letters[0], state=LetterState.REPLACED)
    stopped = stop(replace(complete_plan, letters=(retired, *complete_plan.letters[1:])))
    assert [letter.id for letter in stopped.letters] == [2, 3]
    assert {letter.state for letter in stopped.letters} == {LetterState.CANCELLED}
    assert stopped.conference is None


def test_a_withdrawal_in_mid_meeting_pauses_it(complete_plan):
    stopped = stop(in_state(complete_plan, ConferenceState.RUNNING))
    assert stopped.conference is not None
    assert stopped.conference.state is ConferenceState.PAUSED


def test_a_meeting_that_was_held_keeps_its_letters(complete_plan):
    stopped = stop(in_state(complete_plan, ConferenceState.HELD))
    assert (stopped.conference, stopped.letters) == (None, ())


def test_a_new_consent_opens_a_frozen_case(complete_plan):
    frozen = replace(complete_plan, case=freeze(complete_plan.case))
    assert thaw(frozen).state is CaseState.OPEN
    assert thaw(taken_back_by_client(frozen)).state is CaseState.FROZEN
    assert thaw(complete_plan) is complete_plan.case


def test_a_new_consent_does_not_reopen_a_case_that_was_closed(complete_plan):
    closed = replace(complete_plan.case, state=CaseState.CLOSED, closed_on=MONDAY)
    assert thaw(replace(complete_plan, case=freeze(closed))) == closed


def test_a_declined_case_is_looked_at_anew():
    assert reopen(decline(CASE, Service.INDIVIDUAL, MONDAY), frozen=False).state is (
        CaseState.SCREENING
    )


def test_a_closed_case_is_reopened_as_it_was():
    closed = replace(CASE, state=CaseState.CLOSED, closed_on=MONDAY)
    assert reopen(closed, frozen=False) == CASE
    assert reopen(closed, frozen=True) == freeze(CASE)

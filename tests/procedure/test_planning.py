from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.case import Case, CaseNotOpen
from konfkasus_gui.procedure.consent import AGREED, Consent, ConsentMissing, withdraw
from konfkasus_gui.procedure.gap import Waiver, holding
from konfkasus_gui.procedure.planning import (
    Conference,
    Participant,
    Plan,
    Step,
    consented,
    gaps,
    may_correct,
    require_consent,
    steps,
    withdrawn,
)
from konfkasus_gui.procedure.seats import group_counts
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConsentGiver,
    ConsentState,
    Group,
    LetterState,
    Stage,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
cases = st.builds(
    Case,
    code=st.just("KK-2026-001"),
    student_id=st.just(1),
    opened_on=st.dates(),
    state=st.sampled_from(CaseState),
    problem=st.text(max_size=5),
)
consents = st.lists(
    st.builds(
        Consent,
        case_id=st.just(1),
        giver=st.sampled_from(ConsentGiver),
        state=st.none() | st.sampled_from(ConsentState),
    ),
    max_size=2,
    unique_by=lambda consent: consent.giver,
).map(tuple)
participants = st.lists(
    st.builds(
        Participant,
        id=st.integers(1, 50),
        conference_id=st.just(1),
        name=st.text(max_size=5),
        group=st.none() | st.sampled_from(Group),
    ),
    max_size=3,
).map(tuple)
plans = st.builds(
    Plan,
    cases,
    st.builds(
        Conference,
        case_id=st.just(1),
        held_on=st.none() | st.dates(),
        starts_at=st.none() | st.times(),
        ends_at=st.none() | st.times(),
        chair=st.text(max_size=3),
    ),
    consents,
    participants,
    clashes=st.integers(0, 2),
)


def keys(plan, today=MONDAY):
    return {gap.key for gap in gaps(plan, today)}


def answered(plan, giver, state, **more):
    return replace(
        plan,
        consents=tuple(
            replace(consent, state=state, **more) if consent.giver is giver else consent
            for consent in plan.consents
        ),
    )


@given(plans)
def test_only_consent_blocks(plan):
    blocked = {gap.step for gap in gaps(plan, MONDAY) if gap.blocks}
    assert blocked <= {Step.CONSENT}
    assert bool(blocked) is (not consented(plan) or withdrawn(plan))


@given(plans)
def test_nothing_is_printed_without_the_clients_consent(plan):
    if not consented(plan) or withdrawn(plan):
        with pytest.raises(ConsentMissing):
            require_consent(plan)


@given(plans)
def test_every_gap_points_to_a_step_the_counselor_can_reach(plan):
    assert {gap.step for gap in gaps(plan, MONDAY)} <= set(steps(plan))


@given(plans)
def test_blocking_gaps_stand_first_and_keys_are_unique_for_each_person(plan):
    found = gaps(plan, MONDAY)
    weights = [list(type(gap.severity)).index(gap.severity) for gap in found]
    assert weights == sorted(weights)


def test_a_complete_plan_misses_nothing(complete_plan):
    assert gaps(complete_plan, MONDAY) == []
    require_consent(complete_plan)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (None, "belum dicatat"),
        (ConsentState.REFUSED, "belum bersedia"),
        (ConsentState.WITHDRAWN, "dibekukan"),
    ],
)
def test_the_clients_answer_decides(complete_plan, state, word):
    plan = answered(complete_plan, ConsentGiver.CLIENT, state)
    [gap] = [gap for gap in gaps(plan, MONDAY) if gap.blocks]
    assert word in gap.sentence


@pytest.mark.parametrize("state", AGREED)
def test_a_consent_with_conditions_is_a_consent(complete_plan, state):
    assert consented(answered(complete_plan, ConsentGiver.CLIENT, state))


def test_a_guardian_who_cannot_be_asked_needs_a_reason_and_a_name(complete_plan):
    plan = answered(complete_plan, ConsentGiver.GUARDIAN, ConsentState.UNOBTAINABLE)
    assert keys(plan) == {"plan.guardian_reason"}
    told = answered(
        complete_plan,
        ConsentGiver.GUARDIAN,
        ConsentState.UNOBTAINABLE,
        reason="tidak terjangkau",
        decided_by="Kepala Sekolah",
    )
    assert keys(told) == set()


@pytest.mark.parametrize(
    ("state", "key", "word"),
    [
        (None, "plan.guardian_consent", "belum dicatat"),
        (ConsentState.REFUSED, "plan.guardian_refused", "belum bersedia"),
    ],
)
def test_a_guardian_who_did_not_agree_is_a_warning(complete_plan, state, key, word):
    plan = answered(complete_plan, ConsentGiver.GUARDIAN, state)
    [gap] = gaps(plan, MONDAY)
    assert (gap.key, gap.blocks) == (key, False)
    assert word in gap.sentence


def test_the_reason_for_not_having_asked_a_guardian_does_not_explain_a_refusal(complete_plan):
    unasked = answered(complete_plan, ConsentGiver.GUARDIAN, None)
    [gap] = gaps(unasked, MONDAY)
    written = Waiver(
        conference_id=1, gap=gap.key, sentence=gap.sentence, reason="sakit", noted_at=NOON
    )
    refused = answered(complete_plan, ConsentGiver.GUARDIAN, ConsentState.REFUSED)
    assert holding(gaps(unasked, MONDAY), Step.CONSENT, [written]) == []
    assert holding(gaps(refused, MONDAY), Step.CONSENT, [written])


def test_an_answer_a_meeting_has_begun_on_can_only_be_withdrawn(complete_plan):
    begun = replace(complete_plan.conference, opened_at=NOON)
    plan = replace(complete_plan, conference=begun, letters=())
    assert not may_correct(plan, ConsentGiver.CLIENT)
    assert may_correct(replace(complete_plan, letters=()), ConsentGiver.CLIENT)


def test_a_guardian_who_withdraws_stops_the_work(complete_plan):
    plan = answered(complete_plan, ConsentGiver.GUARDIAN, ConsentState.WITHDRAWN)
    assert any(gap.blocks for gap in gaps(plan, MONDAY))
    with pytest.raises(ConsentMissing, match="ditarik"):
        require_consent(plan)


def test_consent_that_was_never_given_cannot_be_withdrawn():
    with pytest.raises(ConsentMissing):
        withdraw(Consent(case_id=1, giver=ConsentGiver.CLIENT), MONDAY)


def test_a_withdrawal_keeps_the_day(complete_plan):
    taken_back = withdraw(complete_plan.consent(ConsentGiver.CLIENT), MONDAY)
    assert (taken_back.state, taken_back.withdrawn_on) == (ConsentState.WITHDRAWN, MONDAY)


@pytest.mark.parametrize("state", [CaseState.CLOSED, CaseState.FROZEN])
def test_a_case_at_rest_prints_nothing(complete_plan, state):
    plan = replace(complete_plan, case=replace(complete_plan.case, state=state))
    with pytest.raises(CaseNotOpen):
        require_consent(plan)


def test_each_seat_needs_group_capacity_and_reason(complete_plan):
    nobody = Participant(id=9, conference_id=1)
    teacher = Participant(id=10, conference_id=1, name="Sari", group=Group.INFORMS, reason="x")
    plan = replace(complete_plan, participants=(*complete_plan.participants, nobody, teacher))
    [gap] = [gap for gap in gaps(plan, MONDAY) if gap.key == "plan.seats"]
    assert "peserta tanpa nama (nama, kelompok, kedudukan, alasan)" in gap.sentence
    assert "Sari (kedudukan)" in gap.sentence
    assert "Ratna" not in gap.sentence


def test_a_missing_group_is_named(complete_plan):
    plan = replace(complete_plan, participants=complete_plan.participants[:1])
    assert keys(plan) == {"plan.group.informs", "plan.group.eases"}


@pytest.mark.parametrize(
    ("changes", "today", "key"),
    [
        ({"held_on": None}, MONDAY, "plan.date"),
        ({"starts_at": None}, MONDAY, "plan.time"),
        ({"place": " "}, MONDAY, "plan.place"),
        ({"chair": ""}, MONDAY, "plan.chair"),
        ({"minute_taker": ""}, MONDAY, "plan.minute_taker"),
        ({}, date(2026, 3, 3), "plan.past"),
        ({"held_on": date(2026, 3, 8)}, MONDAY, "plan.sunday"),
        ({"ends_at": time(9)}, MONDAY, "plan.end"),
        ({"minute_taker": "Siti "}, MONDAY, "plan.same_person"),
        ({"aims": ()}, MONDAY, "plan.aims"),
        ({"directions": ()}, MONDAY, "plan.directions"),
    ],
)
def test_a_conference_misses_what_was_not_settled(complete_plan, changes, today, key):
    plan = replace(complete_plan, conference=replace(complete_plan.conference, **changes))
    assert keys(plan, today) == {key}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"clashes": 1}, "plan.clash"),
        ({"data_items": ()}, "plan.data"),
        ({"letters": ()}, "plan.invitations"),
    ],
)
def test_a_plan_misses_what_was_not_collected(complete_plan, changes, key):
    assert keys(replace(complete_plan, **changes)) == {key}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"problem": ""}, "plan.problem"),
        ({"fields": ()}, "plan.fields"),
        ({"raised_by": None}, "plan.raiser"),
    ],
)
def test_a_case_misses_what_was_not_told(complete_plan, changes, key):
    assert keys(replace(complete_plan, case=replace(complete_plan.case, **changes))) == {key}


def test_data_that_may_not_be_told_is_not_shared(complete_plan):
    assert [item.text for item in complete_plan.shareable()] == ["78 %"]
    hidden = replace(complete_plan, data_items=complete_plan.data_items[1:])
    assert keys(hidden) == {"plan.shareable"}


def test_an_invitation_that_was_cancelled_is_none(complete_plan):
    guest = complete_plan.participants[0]
    assert complete_plan.letter_of(guest) is complete_plan.letters[0]
    cancelled = replace(complete_plan.letters[0], state=LetterState.CANCELLED)
    assert replace(complete_plan, letters=(cancelled,)).letter_of(guest) is None


def test_a_wizard_starts_at_its_beginning(complete_plan):
    bookmark = complete_plan.bookmark(Stage.MEETING)
    assert (bookmark.stage, bookmark.step) == (Stage.MEETING, "")
    marked = replace(bookmark, step="x")
    assert replace(complete_plan, bookmarks=(marked,)).bookmark(Stage.MEETING) is marked
    assert replace(complete_plan, bookmarks=(marked,)).bookmark(Stage.PLANNING) is not marked


def test_groups_are_counted(complete_plan):
    assert group_counts(complete_plan.participants) == dict.fromkeys(Group, 1)


@pytest.mark.parametrize("state", [None, ConsentState.REFUSED, ConsentState.UNOBTAINABLE])
def test_only_a_new_agreement_ends_a_withdrawal(complete_plan, state):
    frozen = replace(complete_plan, case=replace(complete_plan.case, state=CaseState.FROZEN))
    other = answered(frozen, ConsentGiver.GUARDIAN, state, withdrawn_on=MONDAY)
    assert withdrawn(other)
    assert "plan.guardian_consent" in {gap.key for gap in gaps(other, MONDAY) if gap.blocks}
    with pytest.raises(ConsentMissing, match="ditarik"):
        require_consent(other)

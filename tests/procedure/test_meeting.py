from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure import conduct
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.consent import ConsentMissing
from konfkasus_gui.procedure.meeting import committed, gaps, identity_may_be_shown, steps, unheard
from konfkasus_gui.procedure.proceedings import Abstention, Remark
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    CaseState,
    ConclusionKind,
    ConferenceState,
    ConsentState,
    PledgeManner,
    Presence,
    RemarkKind,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


def keys(meeting):
    return {gap.key for gap in gaps(meeting, MONDAY)}


def came(meeting, presence, pledge=PledgeManner.SPOKEN):
    """The meeting as if its first participant came as ``presence``."""
    first, *others = meeting.attendances
    return replace(meeting, attendances=(replace(first, presence=presence, pledge=pledge), *others))


def without(meeting, kind, participant_id=1):
    """The meeting without what the participant added of ``kind``."""
    left = tuple(one for one in getattr(meeting, kind) if one.participant_id != participant_id)
    return replace(meeting, **{kind: left})


def test_a_complete_meeting_misses_nothing(complete):
    assert keys(complete) == set()
    assert steps(complete) == tuple(Agenda)


def test_whoever_has_not_pledged_does_not_stay(complete):
    meeting = came(complete, Presence.LATE, pledge=None)
    [gap] = [gap for gap in gaps(meeting, MONDAY) if gap.blocks]
    assert "Ratna" in gap.sentence
    assert not identity_may_be_shown(meeting)
    assert identity_may_be_shown(complete)


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.ABSENT, Presence.WRITTEN])
def test_whoever_is_away_needs_no_pledge_and_no_turn(complete, presence):
    meeting = came(complete, presence, pledge=None)
    meeting = without(without(meeting, "contributions"), "commitments")
    assert keys(meeting) == set()


def test_nobody_here_shows_no_identity(complete):
    empty = replace(complete, attendances=())
    assert not identity_may_be_shown(empty)
    assert {"meet.present", "meet.attendance"} <= keys(empty)


@pytest.mark.parametrize("state", [ConsentState.WITHDRAWN, ConsentState.REFUSED, None])
def test_no_meeting_without_consent(complete, state):
    consents = tuple(replace(consent, state=state) for consent in complete.plan.consents)
    meeting = replace(complete, plan=replace(complete.plan, consents=consents))
    assert "meet.consent" in {gap.key for gap in gaps(meeting, MONDAY) if gap.blocks}
    with pytest.raises(ConsentMissing):
        conduct.open_meeting(meeting, NOON)


@pytest.mark.parametrize(
    ("agenda", "kind"),
    [
        (Agenda.INFORMATION, "contributions"),
        (Agenda.OPINION, "contributions"),
        (Agenda.COMMITMENT, "commitments"),
    ],
)
def test_going_on_before_all_have_spoken_takes_a_reason(complete, agenda, kind):
    meeting = without(complete, kind)
    assert [guest.name for guest in unheard(meeting, agenda)] == ["Ratna"]
    assert f"meet.round.{agenda.value}" in keys(meeting)
    nothing = Abstention(id=1, conference_id=1, participant_id=1, agenda=agenda)
    assert unheard(replace(meeting, abstentions=(nothing,)), agenda) == ()


@pytest.mark.parametrize("kind", ConclusionKind)
def test_each_conclusion_is_due(complete, kind):
    left = tuple(found for found in complete.conclusions if found.kind is not kind)
    assert keys(replace(complete, conclusions=left)) == {f"meet.conclusion.{kind.value}"}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"presentations": ()}, "meet.data"),
        ({"attendances": ()}, "meet.attendance"),
    ],
)
def test_the_meeting_misses_what_was_not_done(complete, changes, key):
    assert key in keys(replace(complete, **changes))


@pytest.mark.parametrize(
    ("changes", "key"),
    [({"aim_stated": False}, "meet.opening"), ({"diagnosis": " "}, "meet.diagnosis")],
)
def test_the_chair_misses_what_was_not_said(complete, changes, key):
    conference = replace(complete.conference, **changes)
    meeting = replace(complete, plan=replace(complete.plan, conference=conference))
    assert keys(meeting) == {key}


def test_a_promise_counts_once_it_was_read_back(complete):
    first, *others = complete.commitments
    meeting = replace(complete, commitments=(replace(first, agreed=False), *others))
    assert keys(meeting) == {"meet.agreed"}
    assert [guest.name for guest in committed(meeting)] == ["Hendra", "Sutrisno"]


def test_remarks_are_told_apart(complete):
    said = Remark(id=1, conference_id=1, kind=RemarkKind.CLIENT, text="Saya ingin berubah.")
    empty = Remark(id=2, conference_id=1, kind=RemarkKind.CLIENT, text=" ")
    meeting = replace(complete, remarks=(said, empty))
    assert meeting.remarked(RemarkKind.CLIENT) == (said,)
    assert meeting.remarked(RemarkKind.DISSENT) == ()


def test_a_meeting_opens_rests_goes_on_and_ends(complete):
    later = datetime(2026, 3, 2, 13)
    resting = conduct.pause(complete.conference)
    assert resting.state is ConferenceState.PAUSED
    paused = replace(complete, plan=replace(complete.plan, conference=resting))
    resumed = conduct.open_meeting(paused, later)
    assert (resumed.state, resumed.opened_at) == (ConferenceState.RUNNING, NOON)
    held = conduct.close_meeting(resumed, later, "waktu habis")
    assert (held.state, held.closed_at, held.ended_early) == (
        ConferenceState.HELD,
        later,
        "waktu habis",
    )


def test_a_meeting_that_was_held_is_not_postponed(complete):
    held = conduct.close_meeting(complete.conference, datetime(2026, 3, 2, 12))
    with pytest.raises(conduct.MeetingHeld):
        conduct.postpone(held, None)


def test_final_minutes_are_not_opened_again(complete):
    final = conduct.finalise(complete, datetime(2026, 3, 2, 13))
    again = replace(complete, plan=replace(complete.plan, conference=final))
    with pytest.raises(conduct.MinutesFinal):
        conduct.open_meeting(again, datetime(2026, 3, 2, 14))


def test_a_postponed_meeting_has_another_day(complete):
    moved = conduct.postpone(complete.conference, None)
    assert (moved.state, moved.held_on) == (ConferenceState.POSTPONED, None)


def test_minutes_become_final_once(complete):
    conference = conduct.finalise(complete, NOON)
    final = replace(complete, plan=replace(complete.plan, conference=conference))
    with pytest.raises(conduct.MinutesFinal):
        conduct.finalise(final, NOON)


def test_a_meeting_that_ended_has_begun(complete):
    later = datetime(2026, 3, 2, 13)
    unopened = replace(complete.conference, opened_at=None, state=ConferenceState.PLANNED)
    ended = conduct.close_meeting(unopened, later)
    assert (ended.opened_at, ended.closed_at) == (later, later)
    meeting = replace(complete, plan=replace(complete.plan, conference=unopened))
    assert conduct.finalise(meeting, later).opened_at == later
    assert conduct.close_meeting(complete.conference, later).opened_at == NOON


def test_minutes_of_a_frozen_case_do_not_become_final(complete):
    frozen = replace(complete.plan.case, state=CaseState.FROZEN)
    meeting = replace(complete, plan=replace(complete.plan, case=frozen))
    with pytest.raises(CaseNotOpen, match="dibekukan"):
        conduct.finalise(meeting, NOON)

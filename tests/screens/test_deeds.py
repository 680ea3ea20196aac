from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case, CaseNotOpen
from konfkasus_gui.procedure.closing import CaseUnfinished
from konfkasus_gui.procedure.conduct import MinutesFinal
from konfkasus_gui.procedure.consent import ConsentMissing
from konfkasus_gui.procedure.follow_up import Assessment
from konfkasus_gui.procedure.keeping import StillNeeded
from konfkasus_gui.procedure.letter import fingerprint
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import Presentation
from konfkasus_gui.procedure.vocabulary import (
    Aspect,
    AssessmentKind,
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    LetterState,
    Service,
)
from konfkasus_gui.screens import deeds, letter_deeds

ONCE = (Deed.CONSENT_REFUSED, Deed.LETTERS_REPLACED, Deed.CONFERENCE_ADDED)


@pytest.fixture
def agreed(session, conference):
    """The client agreed; two people are invited."""
    consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    deeds.record_consent(session, conference.id, replace(consent, state=ConsentState.GIVEN))
    for name in ("Ratna", "Hendra"):
        session.save(Participant(conference_id=conference.id, name=name))
    return session.plan(conference.id).consent(ConsentGiver.CLIENT)


def invite(session, conference):
    return letter_deeds.number_invitations(session, conference.id, session.today())


def history(session, conference):
    return [event.deed for event in reversed(session.lists.history(conference.case_id))]


def test_no_letter_is_numbered_without_consent(session, conference):
    with pytest.raises(ConsentMissing):
        invite(session, conference)
    assert session.plan(conference.id).letters == ()


def test_each_participant_gets_one_number_once(session, conference, agreed):
    assert [letter.sequence for letter in invite(session, conference)] == [1, 2]
    assert invite(session, conference) == ()


def test_a_withdrawal_freezes_cancels_and_is_remembered(session, conference, agreed):
    invite(session, conference)
    deeds.withdraw_consent(session, conference.id, agreed)
    plan = session.plan(conference.id)
    assert plan.case.state is CaseState.FROZEN
    assert {letter.state for letter in plan.letters} == {LetterState.CANCELLED}
    assert history(session, conference)[-2:] == [Deed.CONSENT_WITHDRAWN, Deed.LETTERS_CANCELLED]
    with pytest.raises(ConsentMissing):
        deeds.open_conference(session, session.meeting(conference.id))


def test_a_new_consent_goes_on_with_new_numbers(session, conference, agreed):
    invite(session, conference)
    deeds.withdraw_consent(session, conference.id, agreed)
    again = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    deeds.record_consent(session, conference.id, replace(again, state=ConsentState.GIVEN))
    assert session.plan(conference.id).case.state is CaseState.OPEN
    assert [letter.sequence for letter in invite(session, conference)] == [3, 4]


def test_a_moved_meeting_needs_new_letters(session, conference, agreed):
    invite(session, conference)
    later = session.today() + timedelta(days=7)
    moved = deeds.postpone_conference(session, session.plan(conference.id), later)
    assert (moved.state, moved.held_on) == (ConferenceState.PLANNED, later)
    assert [letter.sequence for letter in invite(session, conference)] == [3, 4]


def test_a_printed_paper_is_kept_once_with_its_fingerprint(session, conference, agreed):
    plan = session.plan(conference.id)
    invite(session, conference)
    plan = session.plan(conference.id)
    first = deeds.keep_document(session, plan, DocumentKind.INVITATION, b"%PDF", Deed.PRINTED)
    again = deeds.keep_document(session, plan, DocumentKind.INVITATION, b"%PDF", Deed.PRINTED)
    other = deeds.keep_document(session, plan, DocumentKind.INVITATION, b"%PDF 2", Deed.SAVED)
    assert first.id == again.id
    assert (first.version, other.version) == (1, 2)
    assert first.sha256 == fingerprint(b"%PDF")
    states = {letter.state for letter in session.plan(conference.id).letters}
    assert states == {LetterState.PRINTED}


def test_a_case_for_another_service_is_closed_and_can_come_back(session, student):
    case = deeds.open_case(session, Case(code="", student_id=student.id, opened_on=session.today()))
    closed = deeds.decline_case(session, case, Service.INDIVIDUAL)
    assert closed.state is CaseState.CLOSED
    assert deeds.reopen_case(session, closed).state is CaseState.SCREENING


def test_accepting_twice_makes_one_conference(session, student):
    case = deeds.open_case(session, Case(code="", student_id=student.id, opened_on=session.today()))
    first = deeds.accept_case(session, case)
    assert deeds.accept_case(session, case).id == first.id
    assert first.chair == "Dra. Siti Aminah"


def test_a_further_meeting_brings_the_same_people(session, conference, agreed):
    plan = session.plan(conference.id)
    further = deeds.follow_on(session, plan)
    assert further.number == 2
    guests = session.plan(further.id).participants
    assert [guest.name for guest in guests] == ["Ratna", "Hendra"]
    assert len(session.plan(conference.id).participants) == 2


def test_a_withdrawal_cancels_the_letters_of_every_meeting(session, conference, agreed):
    invite(session, conference)
    further = deeds.follow_on(session, session.plan(conference.id))
    invite(session, further)
    deeds.withdraw_consent(session, conference.id, agreed)
    states = {letter.state for letter in session.plan(further.id).letters}
    assert states == {LetterState.CANCELLED}


def test_a_guest_without_a_name_takes_no_number(session, conference, agreed):
    session.save(Participant(conference_id=conference.id, name=" "))
    assert [letter.recipient for letter in invite(session, conference)] == ["Ratna", "Hendra"]


def test_each_meeting_counts_its_own_versions(session, conference, agreed):
    further = deeds.follow_on(session, session.plan(conference.id))
    kept = [
        deeds.keep_document(
            session, session.plan(one.id), DocumentKind.PLEDGE, b"%PDF", Deed.PRINTED
        )
        for one in (conference, further)
    ]
    assert [document.version for document in kept] == [1, 1]
    assert kept[0].id != kept[1].id


def test_a_withdrawal_in_mid_meeting_lets_it_rest(session, conference, agreed):
    deeds.open_conference(session, session.meeting(conference.id))
    deeds.withdraw_consent(session, conference.id, agreed)
    assert session.plan(conference.id).conference.state is ConferenceState.PAUSED
    with pytest.raises(CaseNotOpen):
        deeds.close_conference(session, session.meeting(conference.id))


def test_a_closed_case_takes_no_further_meeting(session, conference, agreed):
    case = session.get(Case, conference.case_id)
    session.save(replace(case, state=CaseState.CLOSED))
    with pytest.raises(CaseNotOpen):
        deeds.follow_on(session, session.plan(conference.id))
    assert len(session.lists.conferences(conference.case_id)) == 1


def test_what_was_presented_stays_in_the_data(session, conference):
    item = session.save(
        DataItem(case_id=conference.case_id, aspect=Aspect.FAMILY, text="x", shareable=True)
    )
    session.save(Presentation(conference_id=conference.id, data_item_id=item.id))
    with pytest.raises(StillNeeded):
        session.remove(item)
    session.save(replace(session.get(Conference, conference.id), minutes_final_at=session.now()))
    with pytest.raises(MinutesFinal):
        session.save(replace(item, text="y"))
    assert session.get(DataItem, item.id) == item


def test_finishing_the_evaluation_makes_the_assessments_due(session, conference):
    session.save(replace(conference, held_on=session.today()))
    deeds.finish_evaluation(session, session.appraisal(conference.id).evaluation)
    deeds.finish_evaluation(session, session.appraisal(conference.id).evaluation)
    kept = session.archive.every(Assessment)
    assert [one.kind for one in kept] == list(AssessmentKind)
    assert all(one.due_on is not None for one in kept)


def test_the_history_tells_a_refusal_replaced_letters_and_a_further_meeting(
    session, conference, agreed
):
    guardian = session.plan(conference.id).consent(ConsentGiver.GUARDIAN)
    deeds.record_consent(session, conference.id, replace(guardian, state=ConsentState.REFUSED))
    invite(session, conference)
    plan = session.plan(conference.id)
    assert letter_deeds.replace_letters(session, plan, plan.letters) == 2
    assert letter_deeds.replace_letters(session, plan, session.plan(conference.id).letters) == 0
    deeds.follow_on(session, plan)
    told = history(session, conference)
    assert [told.count(deed) for deed in ONCE] == [1, 1, 1]


def test_an_agreement_that_another_meeting_stands_on_only_a_withdrawal_ends(
    session, conference, agreed
):
    invite(session, conference)
    second = deeds.follow_on(session, session.plan(conference.id))
    assert not deeds.may_correct(session, second.id, ConsentGiver.CLIENT)
    with pytest.raises(ConsentMissing, match="Tarik kembali"):
        deeds.record_consent(session, second.id, replace(agreed, state=ConsentState.REFUSED))
    assert session.plan(second.id).consent(ConsentGiver.CLIENT).state is ConsentState.GIVEN


def test_a_second_postponement_gets_numbers_of_its_own(session, conference, agreed):
    kind = DocumentKind.POSTPONEMENT
    counted = []
    for _time in range(2):
        invite(session, conference)
        deeds.postpone_conference(session, session.plan(conference.id), None)
        letters = letter_deeds.number_notices(session, conference.id, kind, session.today())
        counted.append(len(letters))
    assert counted == [2, 2]


def test_a_case_does_not_close_from_one_meeting_while_another_runs(session, conference, agreed):
    second = deeds.follow_on(session, session.plan(conference.id))
    deeds.open_conference(session, session.meeting(second.id))
    case = session.get(Case, conference.case_id)
    session.save(replace(case, closing_note="Selesai."))
    with pytest.raises(CaseUnfinished, match="berlangsung"):
        deeds.close_case(session, session.follow_up(conference.id))


def test_a_frozen_case_is_not_accepted_anew(session, conference, agreed):
    deeds.withdraw_consent(session, conference.id, agreed)
    with pytest.raises(CaseNotOpen):
        deeds.accept_case(session, session.get(Case, conference.case_id))

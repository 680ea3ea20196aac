from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent, answered
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import Conference, Participant, Plan, may_correct
from konfkasus_gui.procedure.seats import (
    SeatTaken,
    count_in_words,
    letters_without_reader,
    require_not_begun,
)
from konfkasus_gui.procedure.vocabulary import (
    ConsentGiver,
    ConsentManner,
    ConsentState,
    DocumentKind,
    Group,
    LetterState,
)

MONDAY = date(2026, 3, 2)
GUEST = Participant(id=7, conference_id=1, name="Hendra Gunawan", group=Group.DECIDES)
PLAN = Plan(
    case=Case(id=1, code="KK-2026-001", student_id=1, opened_on=MONDAY),
    conference=Conference(id=1, case_id=1),
    participants=(GUEST,),
)

LETTER = Letter(
    id=3,
    case_id=1,
    conference_id=1,
    participant_id=7,
    year=2026,
    sequence=1,
    number="1",
    dated=MONDAY,
    recipient=GUEST.name,
    subject="Undangan",
)


def test_counts_name_the_groups_that_are_there():
    guests = (GUEST, GUEST, replace(GUEST, group=Group.EASES), replace(GUEST, group=None))
    words = "4 peserta · 2 penentu, 1 pemberi kemudahan, 1 belum berkelompok"
    assert count_in_words(guests) == words
    assert count_in_words(()) == "0 peserta"


def test_the_letters_of_somebody_who_leaves_are_cancelled():
    second = replace(LETTER, id=LETTER.id + 1, kind=DocumentKind.SECOND_INVITATION)
    replaced = replace(LETTER, id=LETTER.id + 2, state=LetterState.REPLACED)
    somebody = replace(LETTER, id=LETTER.id + 3, participant_id=GUEST.id + 1)
    held = replace(PLAN, letters=(LETTER, second, replaced, somebody))
    assert letters_without_reader(held, GUEST) == tuple(
        replace(letter, state=LetterState.CANCELLED) for letter in (LETTER, second)
    )
    assert letters_without_reader(PLAN, GUEST) == ()


def test_nobody_leaves_the_list_once_the_meeting_has_begun():
    require_not_begun(PLAN.conference)
    begun = replace(PLAN.conference, opened_at=datetime(2026, 3, 2, 9, 0))
    with pytest.raises(SeatTaken):
        require_not_begun(begun)


def test_a_new_answer_is_dated_and_signed():
    asked = Consent(case_id=1, giver=ConsentGiver.CLIENT)
    given = answered(asked, replace(asked, state=ConsentState.GIVEN), MONDAY, "Dra. Siti Aminah")
    assert (given.given_on, given.recorded_by) == (MONDAY, "Dra. Siti Aminah")


def test_an_answer_that_stays_is_left_alone():
    given = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN)
    noted = replace(given, audience="Wali kelas")
    assert answered(given, noted, MONDAY, "Dra. Siti Aminah") == noted


def test_consent_after_a_withdrawal_begins_anew():
    before = Consent(
        case_id=1,
        giver=ConsentGiver.CLIENT,
        state=ConsentState.WITHDRAWN,
        given_on=date(2026, 1, 5),
        withdrawn_on=date(2026, 2, 2),
    )
    again = answered(before, replace(before, state=ConsentState.GIVEN), MONDAY, "Dra. Siti Aminah")
    assert (again.given_on, again.withdrawn_on) == (MONDAY, None)


def test_an_answer_may_be_corrected_until_an_invitation_stands_on_it():
    given = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN)
    plan = replace(PLAN, consents=(given,))
    assert may_correct(plan, ConsentGiver.CLIENT)
    lettered = replace(plan, letters=(LETTER,))
    assert not may_correct(lettered, ConsentGiver.CLIENT)
    assert may_correct(lettered, ConsentGiver.GUARDIAN)
    cancelled = replace(LETTER, state=LetterState.CANCELLED)
    assert may_correct(replace(plan, letters=(cancelled,)), ConsentGiver.CLIENT)


@pytest.mark.parametrize("state", [ConsentState.REFUSED, ConsentState.UNOBTAINABLE])
def test_another_answer_keeps_the_day_of_the_withdrawal_until_there_is_an_agreement(state):
    taken_back = Consent(
        id=1,
        case_id=1,
        giver=ConsentGiver.GUARDIAN,
        state=ConsentState.WITHDRAWN,
        withdrawn_on=MONDAY,
    )
    other = answered(taken_back, replace(taken_back, state=state), MONDAY, "Dra. Siti Aminah")
    assert other.withdrawn_on == MONDAY
    again = answered(other, replace(other, state=ConsentState.GIVEN), MONDAY, "Dra. Siti Aminah")
    assert again.withdrawn_on is None


def test_the_paper_of_a_consent_that_was_taken_back_proves_no_new_one():
    taken_back = Consent(
        id=1,
        case_id=1,
        giver=ConsentGiver.CLIENT,
        state=ConsentState.WITHDRAWN,
        manner=ConsentManner.WRITTEN,
        withdrawn_on=MONDAY,
        scan_id=7,
    )
    again = answered(
        taken_back, replace(taken_back, state=ConsentState.GIVEN), MONDAY, "Dra. Siti Aminah"
    )
    assert (again.manner, again.scan_id) == (None, None)
    spoken = replace(taken_back, state=ConsentState.GIVEN, manner=ConsentManner.ORAL, scan_id=8)
    kept = answered(taken_back, spoken, MONDAY, "Dra. Siti Aminah")
    assert (kept.manner, kept.scan_id) == (ConsentManner.ORAL, 8)

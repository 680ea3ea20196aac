from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from konfkasus_gui.procedure.letter import Letter, invitation_subject
from konfkasus_gui.procedure.planning import RETIRED
from konfkasus_gui.procedure.register import (
    NEXT,
    LetterSettled,
    NumberUnusable,
    filled_in,
    invitations,
    issued,
    may_share,
    notices,
    refers_to,
    shown_recipient,
    sole,
    subject,
    turned,
    unwritten,
    waiting,
    with_numbers,
)
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Origin

MONDAY = date(2026, 3, 2)
BLANK = Letter(dated=MONDAY, recipient="Ratna", subject="Undangan")
DRAFTS = (BLANK, replace(BLANK, recipient="Hendra"), replace(BLANK, recipient="Sutrisno"))


def test_those_without_an_invitation_wait_for_one(complete_plan):
    assert waiting(complete_plan) == ()
    first, *others = complete_plan.letters
    lapsed = replace(first, state=LetterState.CANCELLED)
    plan = replace(complete_plan, letters=(lapsed, *others))
    [guest] = waiting(plan)
    [draft] = invitations(plan, [guest], MONDAY)
    assert (draft.participant_id, draft.recipient, draft.number) == (guest.id, guest.name, "")
    unnamed = replace(plan, participants=(replace(guest, name=" "),))
    assert waiting(unnamed) == ()


def test_each_letter_gets_its_typed_number():
    numbered = with_numbers(DRAFTS, [" 1/BK ", "2/BK", "3  /BK"])
    assert [letter.number for letter in numbered] == ["1/BK", "2/BK", "3 /BK"]
    assert {letter.place for letter in numbered} == {1}


def test_one_typed_number_serves_all_recipients():
    numbered = with_numbers(DRAFTS, ["7/BK"])
    assert [(letter.number, letter.place) for letter in numbered] == [
        ("7/BK", 1),
        ("7/BK", 2),
        ("7/BK", 3),
    ]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["1", "", "3"], "kosong"),
        (["1", "2", "1"], "dua kali"),
        (["1", "1  /2", "1 /2"], "dua kali"),
    ],
)
def test_numbers_that_cannot_be_taken_are_named(typed, words):
    with pytest.raises(NumberUnusable, match=words):
        with_numbers(DRAFTS, typed)


@given(some.lists(some.sampled_from(LetterState), max_size=12))
def test_a_cancelled_or_replaced_letter_stays_so(wanted):
    letter = BLANK
    for state in wanted:
        before = letter.state
        if state in NEXT[before]:
            letter = turned(letter, state)
        else:
            with pytest.raises(LetterSettled):
                turned(letter, state)
        if before in RETIRED:
            assert letter.state is before


def test_a_number_written_by_hand_is_recorded_once():
    kept = filled_in(BLANK, "  12/BK ")
    assert kept.number == "12/BK"
    with pytest.raises(LetterSettled):
        filled_in(kept, "13/BK")
    with pytest.raises(LetterSettled):
        filled_in(replace(BLANK, state=LetterState.CANCELLED), "13/BK")
    with pytest.raises(NumberUnusable):
        filled_in(BLANK, " ")


def test_a_notice_is_kept_under_its_own_kind_and_subject(complete_plan):
    kind = DocumentKind.POSTPONEMENT
    drafts = notices(complete_plan, kind, complete_plan.participants, MONDAY)
    assert {draft.kind for draft in drafts} == {kind}
    assert {draft.subject for draft in drafts} == {subject(kind, Origin.SCHOOL)}


def test_the_last_letter_of_a_kind_counts_while_it_stands(complete_plan):
    guest, *_others = complete_plan.participants
    kind = DocumentKind.SECOND_INVITATION
    assert issued(complete_plan, kind, guest) is None
    first, second = (
        replace(BLANK, kind=kind, participant_id=guest.id, number=number) for number in "78"
    )
    plan = replace(complete_plan, letters=(*complete_plan.letters, first, second))
    assert issued(plan, kind, guest) == second
    assert issued(plan, kind) == second
    lapsed = replace(second, state=LetterState.CANCELLED)
    plan = replace(complete_plan, letters=(*complete_plan.letters, first, lapsed))
    assert issued(plan, kind, guest) == first
    assert issued(plan, DocumentKind.INVITATION, guest) == complete_plan.letters[0]


def test_after_a_new_invitation_an_earlier_notice_is_not_meant_any_more(complete_plan):
    guest, *_others = complete_plan.participants
    kind = DocumentKind.POSTPONEMENT
    notice = replace(BLANK, kind=kind, participant_id=guest.id, number="8")
    told = replace(complete_plan, letters=(*complete_plan.letters, notice))
    assert issued(told, kind, guest) == notice
    assert guest not in unwritten(told, kind)
    again = replace(complete_plan.letters[0], id=99, number="9")
    moved = replace(told, letters=(*told.letters, again))
    assert issued(moved, kind, guest) is None
    assert guest in unwritten(moved, kind)


def test_a_paper_with_one_number_is_found_whoever_it_goes_to(complete_plan):
    report = sole(complete_plan, DocumentKind.REFERRAL, " dr.  Lina ", MONDAY)
    assert (report.recipient, report.subject, report.participant_id) == (
        "dr. Lina",
        "Rujukan",
        None,
    )
    plan = replace(complete_plan, letters=(*complete_plan.letters, report))
    assert issued(plan, DocumentKind.REFERRAL) == report


def test_lists_never_tie_the_family_to_the_code():
    assert shown_recipient("Ratna", Origin.FAMILY, "Penundaan Pertemuan") == "Orang tua/wali"
    own = invitation_subject(Origin.FAMILY)
    assert shown_recipient("Ratna", None, own) == "Orang tua/wali"
    assert shown_recipient("Hendra", Origin.SCHOOL, "Penundaan Pertemuan") == "Hendra"


def test_a_number_is_shared_within_one_mailing_only():
    first = replace(BLANK, conference_id=1, participant_id=1, number="5")
    second = replace(first, participant_id=2)
    assert may_share(second, (first,))
    assert may_share(second, ())
    for other in (
        replace(first, conference_id=2),
        replace(first, kind=DocumentKind.CANCELLATION),
        replace(first, state=LetterState.CANCELLED),
        replace(first, participant_id=2),
    ):
        assert not may_share(second, (first, other))


def test_a_letter_follows_the_invitation_that_lapsed_else_the_last_one(complete_plan):
    guest, *_others = complete_plan.participants
    own, *others = complete_plan.letters
    newer = replace(own, id=9, number="9")
    for kind, state in (
        (DocumentKind.POSTPONEMENT, LetterState.REPLACED),
        (DocumentKind.CANCELLATION, LetterState.CANCELLED),
    ):
        lapsed = replace(own, state=state)
        plan = replace(complete_plan, letters=(lapsed, *others, newer))
        assert refers_to(plan, kind, guest) == lapsed
        assert refers_to(plan, DocumentKind.SECOND_INVITATION, guest) == newer
    assert refers_to(replace(complete_plan, letters=()), kind, guest) is None

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import RETIRED, Participant
from konfkasus_gui.procedure.register import SOLE, LetterSettled, NumberUnusable, turned
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Numbering

MONDAY = date(2026, 3, 2)
SCHOOL = School(name="SMP Negeri 1 Sukamaju", number_unit="SMPN1")
DRAFT = Letter(dated=MONDAY, recipient="Ratna", subject="Undangan")
KEY = bytes(range(32))


def numbers(letters):
    return [letter.number for letter in letters]


def test_numbers_are_counted_and_start_anew_each_january(archive):
    issue = archive.register.issue
    assert numbers(issue([DRAFT, DRAFT], SCHOOL)) == [
        "421.3/001/SMPN1/III/2026",
        "421.3/002/SMPN1/III/2026",
    ]
    january = replace(DRAFT, dated=date(2027, 1, 4))
    assert numbers(issue([january], SCHOOL)) == ["421.3/001/SMPN1/I/2027"]
    assert numbers(issue([DRAFT], SCHOOL)) == ["421.3/003/SMPN1/III/2026"]


def test_one_number_serves_all_recipients_of_a_mailing(archive):
    shared = replace(SCHOOL, shared_number=True)
    first = archive.register.issue([DRAFT] * 3, shared)
    assert {letter.number for letter in first} == {"421.3/001/SMPN1/III/2026"}
    assert [letter.place for letter in first] == [1, 2, 3]
    [later] = archive.register.issue([DRAFT], shared)
    assert later.sequence == 2


def test_typed_numbers_are_taken_once(archive):
    typed = replace(SCHOOL, numbering=Numbering.TYPED)
    archive.register.issue([DRAFT], typed, ["009/TU/2026"])
    with pytest.raises(NumberUnusable, match="009/TU/2026 sudah tercatat"):
        archive.register.issue([DRAFT, DRAFT], typed, ["010/TU/2026", "009/TU/2026"])
    assert numbers(archive.every(Letter)) == ["009/TU/2026"]


def test_a_counted_number_passes_over_one_that_was_typed(archive):
    typed = replace(SCHOOL, numbering=Numbering.TYPED)
    archive.register.issue([DRAFT], typed, ["421.3/001/SMPN1/III/2026"])
    [counted] = archive.register.issue([DRAFT], SCHOOL)
    assert counted.number == "421.3/002/SMPN1/III/2026"


def test_a_blank_number_is_filled_in_later_and_once(archive):
    blank = replace(SCHOOL, numbering=Numbering.BLANK)
    first, second = archive.register.issue([DRAFT, DRAFT], blank)
    assert (first.number, second.number) == ("", "")
    archive.register.fill_in(first, "5/TU")
    assert numbers(archive.every(Letter)) == ["5/TU", ""]
    with pytest.raises(NumberUnusable, match="sudah tercatat"):
        archive.register.fill_in(second, "5/TU")


def test_those_of_one_mailing_may_share_a_number_written_by_hand(archive, conference):
    guests = [
        archive.save(Participant(conference_id=conference.id, name=name))
        for name in ("Ratna", "Hendra", "Nurul")
    ]
    drafts = [
        replace(DRAFT, conference_id=conference.id, participant_id=guest.id) for guest in guests
    ]
    blank = replace(SCHOOL, numbering=Numbering.BLANK)
    first, second, third = archive.register.issue(drafts, blank)
    archive.register.fill_in(first, "5/TU")
    assert archive.register.fill_in(second, "5/TU").place == 2
    [notice] = archive.register.issue([replace(drafts[0], kind=DocumentKind.CANCELLATION)], blank)
    with pytest.raises(NumberUnusable, match="sudah tercatat"):
        archive.register.fill_in(notice, "5/TU")
    archive.save(replace(archive.get(Letter, first.id), state=LetterState.CANCELLED))
    with pytest.raises(NumberUnusable, match="sudah tercatat"):
        archive.register.fill_in(third, "5/TU")


def test_no_letters_need_no_number(archive):
    assert archive.register.issue([], SCHOOL) == ()
    assert archive.every(Letter) == ()


KINDS = [DocumentKind.INVITATION, DocumentKind.POSTPONEMENT, *SOLE]
WAYS = some.one_of(
    some.tuples(some.just("counted"), some.integers(1, 4), some.booleans()),
    some.tuples(some.just("typed"), some.lists(some.integers(1, 9), max_size=3)),
    some.tuples(some.just("blank"), some.integers(1, 3)),
    some.tuples(some.just("turn"), some.integers(0, 60), some.sampled_from(LetterState)),
    some.tuples(some.just("fill in"), some.integers(0, 60), some.integers(1, 12)),
)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(some.lists(WAYS, min_size=200, max_size=200), some.randoms(use_true_random=False))
def test_two_hundred_operations_never_give_a_number_twice(tmp_path_factory, ways, chance):
    path = tmp_path_factory.mktemp("register") / "arsip.kkdb"
    with Archive.open(path, KEY) as archive:
        retired = {}
        for place, way in enumerate(ways):
            with suppress(NumberUnusable, LetterSettled):
                act(archive, way, chance, f"surat ke-{place}")
            check(archive, retired)


def act(archive, way, chance, mailing):
    register, letters = archive.register, archive.every(Letter)
    dated = date(chance.choice((2026, 2027)), chance.randint(1, 12), 7)
    draft = replace(DRAFT, dated=dated, kind=chance.choice(KINDS), subject=mailing)
    match way:
        case ("counted", count, shared):
            register.issue([draft] * count, replace(SCHOOL, shared_number=shared))
        case ("typed", wanted):
            school = replace(SCHOOL, numbering=Numbering.TYPED)
            texts = [f"421.3/{number:03}/SMPN1/III/2026" for number in wanted]
            register.issue([draft] * max(1, len(texts)), school, texts or [""])
        case ("blank", count):
            register.issue([draft] * count, replace(SCHOOL, numbering=Numbering.BLANK))
        case ("turn", place, state) if letters:
            archive.save(turned(letters[place % len(letters)], state))
        case ("fill in", place, number) if letters:
            letter = letters[place % len(letters)]
            register.fill_in(letter, f"421.3/{number:03}/SMPN1/III/2026")


def check(archive, retired):
    """Each number was given in one mailing, and what was cancelled keeps its number and state."""
    seen, mailings = set(), {}
    for letter in archive.every(Letter):
        if letter.number:
            assert mailings.setdefault(letter.number, letter.subject) == letter.subject
            assert (letter.number, letter.place) not in seen
            seen.add((letter.number, letter.place))
            if letter.place > 1:
                assert (letter.number, letter.place - 1) in seen
        if letter.id in retired:
            assert retired[letter.id] == (letter.number, letter.state)
        elif letter.state in RETIRED:
            retired[letter.id] = (letter.number, letter.state)

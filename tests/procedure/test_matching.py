from datetime import date

from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.matching import Numbered, Taken, marked_code, paper_code
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.transfer import Holding, Item
from konfkasus_gui.procedure.variant import Cause
from tests.procedure.holdings import a_case, exported, found, imported, name

LETTER = name("letter")


def with_letter(number="421.3/005", sequence=5):
    letter = Letter(
        number=number,
        year=2026,
        sequence=sequence,
        dated=date(2026, 3, 2),
        recipient="R",
        subject="S",
    )
    links = {"case_id": name("ac"), "conference_id": None, "participant_id": None}
    return Holding({**a_case().items, LETTER: Item(LETTER, letter, links)})


def test_a_code_that_is_taken_gets_a_mark_and_keeps_what_is_on_paper():
    assert marked_code("KK-2026-014", []) == "KK-2026-014"
    assert marked_code("KK-2026-014", ["KK-2026-014"]) == "KK-2026-014 (2)"
    assert marked_code("KK-2026-014", ["KK-2026-014", "KK-2026-014 (2)"]) == "KK-2026-014 (3)"
    assert paper_code("KK-2026-014 (3)") == paper_code("KK-2026-014") == "KK-2026-014"


def test_a_case_whose_code_is_taken_here_is_marked_and_told():
    there = exported(a_case())
    taken = Taken(codes=frozenset({"KK-2026-001"}))
    fate = found(Holding(), there, taken).fates[name("ac")]
    assert fate.kept.record.code == "KK-2026-001 (2)"
    assert fate.cause is Cause.NUMBER_TAKEN
    assert fate.aside.record.code == "KK-2026-001"


def test_a_code_that_was_marked_here_is_no_change_for_the_other_side():
    first = exported(a_case())
    second = imported(Holding(), first, Taken(codes=frozenset({"KK-2026-001"})))
    assert not found(first, exported(second)).fates[name("ac")].kept


def test_a_letter_number_that_is_taken_stays_and_gets_the_next_place():
    taken = Taken(letters={"x": Numbered("421.3/005", None, None, 1)})
    fate = found(Holding(), exported(with_letter()), taken).fates[LETTER]
    assert (fate.kept.record.number, fate.kept.record.place) == ("421.3/005", 2)
    assert fate.cause is Cause.NUMBER_TAKEN


def test_a_counted_number_that_is_taken_gets_the_next_place():
    taken = Taken(letters={"x": Numbered("B/5", 2026, 5, 3)})
    assert found(Holding(), exported(with_letter()), taken).fates[LETTER].kept.record.place == 1
    taken = Taken(letters={"x": Numbered("B/5", 2026, 5, 1)})
    assert found(Holding(), exported(with_letter()), taken).fates[LETTER].kept.record.place == 2


def test_letters_without_a_number_take_no_place_from_each_other():
    taken = Taken(letters={"x": Numbered("", None, None, 1)})
    there = exported(with_letter("", None))
    assert found(Holding(), there, taken).fates[LETTER].aside is None


def test_two_second_meetings_are_both_kept():
    first = exported(a_case())
    second = imported(Holding(), first)
    links = {"case_id": name("ac")}
    here, there = name("here"), name("there")
    second = Holding(
        {**second.items, here: Item(here, Conference(case_id=0, number=2), links)}, second.seen
    )
    first = Holding(
        {**first.items, there: Item(there, Conference(case_id=0, number=2), links)}, first.seen
    )
    after = imported(second, exported(first))
    numbers = [one.record.number for one in after.items.values() if one.kind is Conference]
    assert sorted(numbers) == [1, 2, 3]

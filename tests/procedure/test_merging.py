from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.merging import Outcome
from konfkasus_gui.procedure.school import Person, Student
from konfkasus_gui.procedure.transfer import Holding, Item, fingerprint
from konfkasus_gui.procedure.variant import Cause, Variant
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
)
from tests.procedure.holdings import (
    NOON,
    a_case,
    edited,
    exported,
    found,
    imported,
    name,
    states,
    without,
)

SAID, CASE, MEETING, GUEST, STUDENT = (name("a" + one) for one in "kcmgs")
EMPTY = Holding()


def both():
    """Two archives after a case went from the first to the second."""
    first = exported(a_case())
    return first, imported(EMPTY, first)


def outcome(merged, uid):
    return merged.fates[uid].outcome


def texts(holding):
    """What is said, here and in versions kept beside."""
    return {
        item.record.content if isinstance(item.record, Variant) else item.record.text
        for item in holding.items.values()
        if isinstance(item.record, Variant) or item.uid == SAID
    }


def test_a_case_that_is_not_here_is_new():
    merged = found(EMPTY, exported(a_case()))
    assert {fate.outcome for fate in merged.fates.values()} == {Outcome.NEW}


def test_what_only_the_other_side_changed_is_taken():
    first, second = both()
    first = exported(edited(first, SAID, text="baru"))
    assert outcome(found(second, first), SAID) is Outcome.CHANGED
    assert imported(second, first).items[SAID].record.text == "baru"


def test_what_only_this_side_changed_stays():
    first, second = both()
    second = edited(second, SAID, text="di sini")
    assert not found(second, exported(first)).changes


def test_what_both_changed_is_kept_twice():
    first, second = both()
    first = exported(edited(first, SAID, text="di sana"))
    after = imported(edited(second, SAID, text="di sini"), first)
    assert after.items[SAID].record.text == "di sini"
    [other] = texts(after) - {"di sini"}
    assert "di sana" in other
    assert not found(after, first).changes


def test_a_file_that_never_arrived_makes_nobody_lose_what_it_held():
    first, second = both()
    first = exported(edited(first, SAID, text="di sana"))  # the stick was lost
    second = exported(edited(second, SAID, text="di sini"))
    assert outcome(found(first, second), SAID) is Outcome.CONFLICT


def test_an_older_file_that_comes_late_changes_nothing():
    first, second = both()
    old = first
    newer = exported(edited(first, SAID, text="baru"))
    second = imported(second, newer)
    assert not found(second, old).changes


def test_whoever_saw_both_versions_is_newer():
    first, second = both()
    first = exported(edited(first, SAID, text="di sana"))
    second = imported(edited(second, SAID, text="di sini"), first)
    after = imported(first, exported(second))
    assert after.items[SAID].record.text == "di sini"
    assert any("di sana" in text for text in texts(after))


def test_what_was_removed_here_stays_removed():
    first, second = both()
    second = without(second, SAID)
    assert not found(second, first).changes


def test_what_was_removed_here_comes_back_if_it_was_changed_there():
    first, second = both()
    first = exported(edited(first, SAID, text="baru"))
    assert SAID in imported(without(second, SAID), first).items


def test_what_was_removed_here_comes_back_if_something_new_hangs_on_it():
    first, second = both()
    more = replace(first.items[SAID], uid=name("more"))
    first = exported(Holding({**first.items, more.uid: more}, first.seen))
    after = imported(without(second, SAID, GUEST), first)
    assert {more.uid, GUEST} <= set(after.items)
    assert SAID not in after.items


def test_a_whole_case_that_was_removed_comes_back_whole():
    first, _second = both()
    second = without(imported(EMPTY, first), *first.items)
    assert states(imported(second, first)) == states(first)


def test_final_minutes_here_take_nothing_in():
    first, second = both()
    second = edited(second, MEETING, minutes_final_at=NOON)
    more = replace(first.items[SAID], uid=name("more"))
    first = Holding({**first.items, more.uid: more}, first.seen)
    first = exported(edited(first, SAID, text="terlambat"))
    merged = found(second, first)
    after = imported(second, first)
    assert merged.fates[SAID].cause is merged.fates[more.uid].cause is Cause.MINUTES_FINAL
    assert after.items[SAID].record.text == ""
    assert more.uid not in after.items
    assert any("terlambat" in text for text in texts(after))
    assert not found(after, first).changes


def test_what_is_judged_after_final_minutes_is_taken():
    first, second = both()
    first = exported(edited(first, MEETING, minutes_final_at=NOON))
    second = imported(second, first)
    first = exported(edited(first, SAID, meaningful=True))
    assert imported(second, first).items[SAID].record.meaningful


def test_minutes_become_final_here_when_the_meeting_is_the_same():
    first, second = both()
    first = exported(edited(first, MEETING, minutes_final_at=NOON))
    assert imported(second, first).items[MEETING].record.minutes_final_at == NOON


def test_minutes_do_not_become_final_here_over_what_they_do_not_hold():
    first, second = both()
    first = exported(edited(first, MEETING, minutes_final_at=NOON))
    second = edited(second, SAID, text="hanya di sini")
    merged = found(second, first)
    assert outcome(merged, MEETING) is Outcome.CONFLICT
    after = imported(second, first)
    assert after.items[MEETING].record.minutes_final_at is None
    assert not found(after, first).changes


def consent(state):
    record = Consent(case_id=0, giver=ConsentGiver.CLIENT, state=state)
    return Item(name("consent"), record, {"case_id": CASE, "scan_id": None})


def test_a_withdrawal_stands_whichever_side_it_comes_from():
    given = Holding({**a_case().items, name("consent"): consent(ConsentState.GIVEN)})
    first = exported(given)
    second = imported(EMPTY, first)
    first = exported(edited(first, name("consent"), state=ConsentState.WITHDRAWN))
    second = edited(second, name("consent"), audience="wali kelas")
    after = imported(second, first)
    assert after.items[name("consent")].record.state is ConsentState.WITHDRAWN
    assert any("wali kelas" in text for text in texts(after))
    other = imported(first, exported(second))
    assert other.items[name("consent")].record.state is ConsentState.WITHDRAWN


def test_a_case_that_was_frozen_there_is_frozen_here():
    first, second = both()
    first = exported(edited(first, CASE, state=CaseState.FROZEN))
    second = edited(second, CASE, problem="Ditulis di sini.")
    assert imported(second, first).items[CASE].record.state is CaseState.FROZEN


def test_two_answers_of_one_client_are_one_record():
    mine = replace(consent(ConsentState.GIVEN), uid=name("mine"))
    here = Holding({**a_case().items, mine.uid: mine})
    there = Holding({**a_case().items, name("consent"): consent(None)})
    there = edited(there, name("consent"), audience="wali kelas")
    after = imported(here, exported(there))
    kept = [item.record for item in after.items.values() if isinstance(item.record, Consent)]
    assert [(one.state, one.audience) for one in kept] == [(ConsentState.GIVEN, "wali kelas")]


def test_a_student_with_the_same_nisn_is_matched_and_completed():
    here = Holding({name("own"): Item(name("own"), Student(name="Siswa a", nisn="0099999901"))})
    there = edited(a_case(nisn="0099999901"), STUDENT, phone="0811")
    after = imported(here, exported(there))
    students = [item for item in after.items.values() if item.kind is Student]
    assert [(one.uid, one.record.phone) for one in students] == [(name("own"), "0811")]
    assert after.items[CASE].links["student_id"] == name("own")
    assert not found(after, exported(there)).changes


def test_students_with_two_nisn_are_two():
    here = Holding({name("own"): Item(name("own"), Student(name="Siswa a", nisn="0099999909"))})
    after = imported(here, exported(a_case(nisn="0099999901")))
    assert sum(item.kind is Student for item in after.items.values()) == 2


def test_a_name_in_capitals_is_no_other_version_of_it():
    student = Student(name="SISWA  A", nisn="0099999901")
    here = Holding({name("own"): Item(name("own"), student)})
    merged = found(here, exported(a_case(nisn="0099999901")))
    assert outcome(merged, name("own")) is Outcome.SAME


def test_what_two_directories_say_otherwise_is_kept_twice():
    here = Holding(
        {name("own"): Item(name("own"), Student(name="S", nisn="0099999901", phone="0812"))}
    )
    there = edited(a_case(nisn="0099999901"), STUDENT, phone="0811")
    after = imported(here, exported(there))
    assert after.items[name("own")].record.phone == "0812"
    assert any("0811" in text for text in texts(after))


def test_a_version_that_came_along_stays_beside_its_record():
    here = Holding({name("own"): Item(name("own"), Student(name="S", nisn="0099999901"))})
    version = Variant(
        kind="student",
        record_uid=STUDENT,
        cause=Cause.BOTH_CHANGED,
        content="{}",
        origin="0" * 16,
        made_at=NOON,
    )
    there = a_case(nisn="0099999901")
    item = Item(name("version"), version, {"case_id": CASE})
    there = exported(Holding({**there.items, item.uid: item}))
    after = imported(here, there)
    assert after.items[item.uid].record.record_uid == name("own")
    assert not found(after, there).changes


def test_one_colleague_in_two_directories_is_one():
    guest = Person(name="Hendra Gunawan, S.Pd.", capacity="wali kelas")
    here = Holding({name("own"): Item(name("own"), guest)})
    there = Holding(
        {name("other"): Item(name("other"), replace(guest, name="hendra  gunawan, s.pd."))}
    )
    after = imported(here, exported(there))
    assert list(after.items)[:1] == [name("own")]
    assert sum(item.kind is Person for item in after.items.values()) == 1


def test_a_paper_that_differs_under_one_name_is_kept_a_second_time():
    paper = Document(kind=DocumentKind.MINUTES, title="N", content=b"", sha256="1", kept_at=NOON)
    item = Item(name("paper"), paper, {"case_id": CASE, "conference_id": None})
    here = Holding({**a_case().items, item.uid: item})
    there = exported(edited(here, item.uid, sha256="2"))
    after = imported(here, there)
    papers = {one.record.sha256 for one in after.items.values() if one.kind is Document}
    assert papers == {"1", "2"}
    assert not found(after, there).changes


def test_a_line_of_the_history_is_told_once():
    line = AuditEvent(at=NOON, deed=Deed.PRINTED)
    item = Item(name("line"), line, {"account_id": name("who"), "case_id": CASE})
    here = Holding({**a_case().items, item.uid: item})
    assert not found(edited(here, item.uid, note="oleh Siti"), exported(here)).changes


@pytest.mark.parametrize("word", ["a", "b"])
def test_a_state_is_told_by_what_it_says_and_not_by_ids(word):
    item = a_case(word).items[name(word + "k")]
    moved = replace(item, record=replace(item.record, id=7, conference_id=9))
    assert fingerprint(moved) == fingerprint(item)
    assert fingerprint(replace(item, record=replace(item.record, text="x"))) != fingerprint(item)


TEXTS = st.sampled_from(["", "satu", "dua", "tiga"])
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.sampled_from([SAID]), TEXTS),
        st.tuples(st.just("problem"), st.just(CASE), TEXTS),
        st.tuples(st.just("diagnosis"), st.just(MEETING), TEXTS),
        st.tuples(st.just("reason"), st.just(GUEST), TEXTS),
        st.tuples(st.just("phone"), st.just(STUDENT), TEXTS),
        st.tuples(st.just("minutes_final_at"), st.just(MEETING), st.sampled_from([None, NOON])),
        st.tuples(st.just("gone"), st.just(SAID), TEXTS),
    ),
    max_size=5,
)


def worked_on(holding, edits):
    for what, uid, value in edits:
        if uid in holding.items:
            gone = what == "gone"
            holding = without(holding, uid) if gone else edited(holding, uid, **{what: value})
    return holding


@given(EDITS, EDITS)
def test_the_same_file_twice_changes_nothing(mine, theirs):
    first, second = both()
    first, second = exported(worked_on(first, theirs)), worked_on(second, mine)
    after = imported(second, first)
    assert not found(after, first).changes


@given(EDITS)
def test_there_and_back_again_changes_nothing(edits):
    first = exported(worked_on(a_case(), edits))
    second = exported(imported(EMPTY, first))
    assert not found(first, second).changes
    assert states(second) == states(first)


@given(EDITS, EDITS)
def test_two_archives_that_exchanged_both_ways_hold_every_text(mine, theirs):
    first, second = both()
    first, second = exported(worked_on(first, theirs)), worked_on(second, mine)
    second = exported(imported(second, first))
    first = imported(first, second)
    held = " ".join(texts(first)) + " ".join(texts(second))
    for holding in (worked_on(a_case(), theirs), worked_on(a_case(), mine)):
        if SAID in holding.items:
            assert holding.items[SAID].record.text in held


@given(EDITS, st.booleans())
def test_the_order_of_two_disjoint_files_does_not_matter(edits, known):
    one = exported(worked_on(a_case("a", "0099999901"), edits))
    other = exported(a_case("b", "0099999902", "KK-2026-002"))
    here = a_case("c", code="KK-2026-003") if known else EMPTY
    forth = imported(imported(here, one), other)
    back = imported(imported(here, other), one)
    assert states(forth) == states(back)
    assert forth.seen == back.seen

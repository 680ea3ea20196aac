"""Small archives as values, for the rules of transfers."""

from dataclasses import replace
from datetime import date, datetime

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.matching import Taken, names_here, with_free_numbers
from konfkasus_gui.procedure.merging import merge
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.transfer import Holding, Item, fingerprint
from konfkasus_gui.procedure.variant import Variant
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


def name(word):
    """A name of a row, made of a word."""
    return "".join(f"{ord(letter):02x}" for letter in word).ljust(32, "0")[:32]


def a_case(word="a", nisn="", code="KK-2026-001"):
    """A student's case with one meeting, one guest and what the guest said."""
    student, case, meeting, guest = (name(word + one) for one in "scmg")
    items = [
        Item(student, Student(name=f"Siswa {word}", nisn=nisn)),
        Item(case, Case(code=code, student_id=0, opened_on=DAY), {"student_id": student}),
        Item(meeting, Conference(case_id=0), {"case_id": case}),
        Item(name(word + "d"), DataItem(case_id=0, aspect=Aspect.FAMILY), {"case_id": case}),
        Item(
            guest,
            Participant(conference_id=0, name="Tamu"),
            {"conference_id": meeting, "person_id": None, "guardian_id": None},
        ),
        Item(
            name(word + "k"),
            Contribution(
                conference_id=0, participant_id=0, agenda=Agenda.INFORMATION, said_at=NOON
            ),
            {"conference_id": meeting, "participant_id": guest},
        ),
    ]
    return Holding({item.uid: item for item in items})


def edited(holding, uid, **values):
    """``holding`` after somebody typed into one record."""
    item = holding.items[uid]
    changed = replace(item, record=replace(item.record, **values))
    return Holding({**holding.items, uid: changed}, holding.seen)


def without(holding, *uids):
    """``holding`` after somebody removed records."""
    items = {uid: item for uid, item in holding.items.items() if uid not in uids}
    return Holding(items, holding.seen)


def exported(holding):
    """The archive after it wrote a file, which holds the same."""
    seen = {uid: holding.known(uid) | {fingerprint(item)} for uid, item in holding.items.items()}
    return Holding(holding.items, {**holding.seen, **seen})


def found(here, there, taken=None):
    """What an import of ``there`` would do ``here``."""
    merged = merge(here, there, names_here(here, there))
    return with_free_numbers(merged, here, taken or Taken())


def imported(here, there, taken=None):
    """The archive after it took a file over; a version kept beside becomes an item of its own."""
    merged = found(here, there, taken)
    items, seen = dict(here.items), dict(here.seen)
    for fate in merged.fates.values():
        if fate.kept is not None:
            items[fate.kept.uid] = fate.kept
        if fate.aside is not None:
            variant = Variant(
                kind=fate.aside.kind.__name__,
                record_uid=fate.item.uid,
                cause=fate.cause,
                content=str(fate.aside.plain()),
                origin="0" * 16,
                made_at=NOON,
            )
            items[fate.aside_uid] = Item(fate.aside_uid, variant, {"case_id": None})
    for uid, states in merged.seen.items():
        seen[uid] = here.known(uid) | states
    return Holding(items, seen)


def states(holding):
    """What an archive says, whatever its past."""
    return {uid: fingerprint(item) for uid, item in holding.items.items()}

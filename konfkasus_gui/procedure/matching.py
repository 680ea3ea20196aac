"""Which records of a file are here already under another name, and numbers that two PCs gave."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.merging import Fate, Merge, Outcome, renamed
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.transfer import Holding, Item, identity, same_person
from konfkasus_gui.procedure.variant import Cause

Counts: TypeAlias = dict[tuple[type[Record], str | None], set[int]]
_MARK = re.compile(r" \((?:[2-9]|[1-9][0-9]+)\)$")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Under which number a letter stands in the register."""

    number: str
    year: int | None
    sequence: int | None
    place: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of the whole archive, not only of the cases that are merged.

    ``codes`` are those of cases; ``letters`` all letters under their names.
    """

    codes: frozenset[str] = frozenset()
    letters: Mapping[str, Numbered] = field(default_factory=dict)


def names_here(here: Holding, there: Holding) -> dict[str, str]:
    """The names that records of ``there`` have here, where these differ from their own."""
    free = {uid: item for uid, item in here.items.items() if uid not in there.items}
    by_identity: dict[tuple[object, ...], str] = {}
    for uid, item in free.items():
        told = identity(item)
        if told is not None:
            by_identity.setdefault(told, uid)
    found: dict[str, str] = {}
    for uid, item in there.items.items():
        if uid in here.items:
            continue
        if isinstance(item.record, Student):
            other = _student(item.record, free, found.values())
        else:
            told = identity(renamed(item, found))
            other = by_identity.pop(told, None) if told is not None else None
        if other is not None:
            found[uid] = other
    return found


def _student(student: Student, free: Mapping[str, Item], matched: Iterable[str]) -> str | None:
    taken = set(matched)
    for uid, item in free.items():
        known = item.record
        if isinstance(known, Student) and uid not in taken and same_person(student, known):
            return uid
    return None


def paper_code(code: str) -> str:
    """The code of a case as it stands on its papers, without the mark of an import."""
    return _MARK.sub("", code)


def marked_code(code: str, taken: Iterable[str]) -> str:
    """``code``, or with the first mark that makes it the only one: ``KK-2026-014 (2)``."""
    used = set(taken)
    marked, number = code, 1
    while marked in used:
        number += 1
        marked = f"{paper_code(code)} ({number})"
    return marked


def with_free_numbers(found: Merge, here: Holding, taken: Taken) -> Merge:
    """``found`` with every record under a number that is free here.

    What stands on paper stays: a case keeps its code and gets a mark behind it, a letter keeps its
    number and gets the next place under it. A meeting or an addendum is counted after those here.
    Each such record is kept with the number that it had as another version of it.
    """
    codes = set(taken.codes)
    letters = dict(taken.letters)
    counts: Counts = {}
    for item in here.items.values():
        if (own := _count(item)) is not None:
            counts.setdefault(own[0], set()).add(own[1])
    fates = dict(found.fates)
    for uid, fate in found.fates.items():
        if fate.kept is None:
            continue
        record = fate.kept.record
        numbered = record
        if isinstance(record, Letter):
            letters.pop(fate.kept.uid, None)
            place = _free_place(record, letters.values())
            numbered = replace(record, place=place)
            letters[fate.kept.uid] = Numbered(record.number, record.year, record.sequence, place)
        elif isinstance(record, Case) and fate.mine is None:
            numbered = replace(record, code=marked_code(record.code, codes))
            codes.add(numbered.code)
        elif fate.mine is None and (own := _count(fate.kept)) is not None:
            used = counts.setdefault(own[0], set())
            number = own[1] if own[1] not in used else max(used) + 1
            used.add(number)
            numbered = _with_number(record, number)
        if numbered != record:
            fates[uid] = _renumbered(fate, replace(fate.kept, record=numbered))
    return Merge(fates, found.seen)


def _renumbered(fate: Fate, kept: Item) -> Fate:
    if fate.aside is not None:
        return replace(fate, kept=kept)
    return replace(
        fate, kept=kept, outcome=Outcome.CONFLICT, aside=fate.item, cause=Cause.NUMBER_TAKEN
    )


def _count(item: Item) -> tuple[tuple[type[Record], str | None], int] | None:
    """Whose count a meeting or an addendum is part of, and its number in it."""
    if isinstance(item.record, Conference):
        return (Conference, item.links["case_id"]), item.record.number
    if isinstance(item.record, Addendum):
        return (Addendum, item.links["conference_id"]), item.record.number
    return None


def _with_number(record: Record, number: int) -> Record:
    return replace(record, number=number) if isinstance(record, Conference | Addendum) else record


def _free_place(letter: Letter, others: Iterable[Numbered]) -> int:
    """The place that ``letter`` wants under its number, or the first one after those taken."""
    used = {
        other.place
        for other in others
        if (letter.number and other.number == letter.number)
        or (
            letter.sequence is not None
            and (other.year, other.sequence) == (letter.year, letter.sequence)
        )
    }
    return letter.place if letter.place not in used else max(used) + 1

"""What travels between archives: records with names that every archive knows, and their past.

A state of a record is told by its fingerprint. Each archive remembers which states of a record it
has sent or received (``Holding.seen``): who knows the other's state and moved on is newer; where
neither knows the other's, both were changed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from hashlib import sha256
from typing import TypeAlias

from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.deletion import Deletion
from konfkasus_gui.procedure.evaluation import Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Assessment, Debriefing
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.letter import Document, Letter
from konfkasus_gui.procedure.planning import Bookmark, Conference
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Duration,
    Presentation,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.school import Account, Guardian, Person, School, Student, Wording
from konfkasus_gui.procedure.school_words import SchoolWord
from konfkasus_gui.procedure.word import Word

Plain: TypeAlias = str | int | bool | None
UID_SIZE = 32  # hexadecimal digits

STAYING: Mapping[type[Record], str] = {
    School: "each PC prints its own letterhead and has its own settings",
    Wording: "the school's sentences belong to the letterhead",
    Account: "who may open an archive is decided there; history lines name the person",
    SchoolWord: "the school's own words of bahasa netral belong to its settings",
    Deletion: "what was removed waits where it was removed, and comes back there",
}
"""The kinds that stay where they are, and why."""

STAYING_DEEDS = frozenset({Deed.CASE_EXPORTED, Deed.CASE_IMPORTED})
"""The deeds whose lines stay: they tell of the archive that sent or received the case."""

LOCAL: Mapping[type[Record], frozenset[str]] = {
    Case: frozenset({"code"}),
    Letter: frozenset({"place"}),
    Conference: frozenset({"number"}),
    Addendum: frozenset({"number"}),
    Bookmark: frozenset({"step"}),
    AuditEvent: frozenset({"code", "previous", "digest"}),  # the chain of each archive is its own
    Document: frozenset({"content"}),  # its SHA-256 stands for it
}
"""What each archive counts on its own; it comes along with a new record and is not compared."""

DIRECTORY: tuple[type[Record], ...] = (Student, Guardian, Person)
"""The kinds that several cases share, and that each archive may know under a name of its own."""

DIRECTORY_LINKS = frozenset({"student_id", "guardian_id", "person_id", "account_id"})

LASTING: tuple[type[Record], ...] = (Document, Addendum, AuditEvent)
"""The kinds that never change once they are there."""

SAME_BY: Mapping[type[Record], tuple[str, ...]] = {
    Guardian: ("student_id", "relation", "name"),
    Person: ("name", "capacity", "institution"),
    Consent: ("case_id", "giver"),
    Bookmark: ("conference_id", "stage"),
    Waiver: ("conference_id", "gap"),
    Evaluation: ("conference_id",),
    Judgement: ("conference_id", "aim", "function"),
    Debriefing: ("conference_id",),
    Referral: ("conference_id",),
    Assessment: ("conference_id", "kind"),
    Attendance: ("participant_id",),
    Presentation: ("conference_id", "data_item_id"),
    Abstention: ("participant_id", "agenda", "aspect"),
    Citation: ("conclusion_id", "contribution_id"),
    Answer: ("conference_id", "question"),
    Duration: ("conference_id", "agenda", "participant_id"),
}
"""What makes two records the same although they were written on two PCs."""

GIVEN_NUMBERS: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Case: (("code",),),
    Letter: (("number", "place"), ("year", "sequence", "place")),
    Conference: (("case_id", "number"),),
    Addendum: (("conference_id", "number"),),
}
"""Numbers of which an archive has each once; two PCs may have given the same one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record under its name ``uid``; ``links`` are the names of those that it points to.

    The ids inside ``record`` are those of the archive that it was read from, and mean nothing
    elsewhere. A document comes without its bytes.
    """

    uid: str
    record: Record
    links: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def kind(self) -> type[Record]:
        """What kind of value it is."""
        return type(self.record)

    def values(self) -> Iterator[tuple[str, object]]:
        """The fields that are compared, without links and without what each archive counts."""
        skipped = LOCAL.get(self.kind, frozenset())
        for one in fields(self.record):
            if one.name != "id" and one.name not in skipped and one.name not in self.links:
                yield one.name, getattr(self.record, one.name)

    def compared_links(self) -> Iterator[tuple[str, str | None]]:
        """The links that are compared: the people in a directory may have two names."""
        return ((name, uid) for name, uid in self.links.items() if name not in DIRECTORY_LINKS)

    def plain(self) -> dict[str, Plain]:
        """All that is compared, as JSON can hold it."""
        found = {name: plain(value) for name, value in self.values()}
        return {**found, **dict(self.compared_links())}


@dataclass(frozen=True, slots=True)
class Holding:
    """What an archive, or a file, holds of some cases: items by name, owners before what they own.

    ``seen`` has the fingerprints of the states that were sent or received, also of records that
    are no longer there.
    """

    items: Mapping[str, Item] = field(default_factory=dict)
    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def known(self, uid: str) -> frozenset[str]:
        """The states of ``uid`` that were sent or received."""
        return self.seen.get(uid, frozenset())

    def holding(self, owner: str, link: str) -> Iterator[Item]:
        """The items whose ``link`` is ``owner``."""
        return (item for item in self.items.values() if item.links.get(link) == owner)


def plain(value: object) -> Plain:
    """``value`` as the archive writes it into a column.

    Raises:
        TypeError: no column holds such a value.
    """
    if isinstance(value, Word):
        return str(value.value)
    if isinstance(value, tuple):
        return ",".join(str(plain(one)) for one in value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(type(value).__name__)


def fingerprint(item: Item) -> str:
    """32 hexadecimal digits that are the same wherever ``item`` says the same."""
    said = [item.kind.__name__, item.plain()]
    written = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:UID_SIZE]


def derived_uid(*parts: str) -> str:
    """A name that every archive makes of the same ``parts``."""
    return sha256("/".join(parts).encode()).hexdigest()[:UID_SIZE]


def blank(value: object) -> bool:
    """Whether a field says nothing."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def alike(one: object, other: object) -> bool:
    """Whether two fields say the same, whatever the capitals and spaces."""
    if isinstance(one, str) and isinstance(other, str):
        return _closed(one) == _closed(other)
    return one == other


def same_person(one: Student, other: Student) -> bool:
    """Whether two lists mean one student: by NISN, else by name and birth date (7.1).

    Two different NISN are two students, whatever their names are.
    """
    if _is_nisn(one.nisn) and _is_nisn(other.nisn):
        return one.nisn == other.nisn
    born = one.birth_date is not None and one.birth_date == other.birth_date
    return born and _closed(one.name) == _closed(other.name)


def identity(item: Item) -> tuple[object, ...] | None:
    """What tells whether two items of one kind are the same, None if only their names do."""
    names = SAME_BY.get(item.kind)
    if names is None:
        return None
    found = [item.links[name] if name in item.links else _told(item, name) for name in names]
    return (item.kind, *found)


def case_of(items: Mapping[str, Item]) -> dict[str, str]:
    """The case of each of ``items``, owners before what they own; the directory belongs to none."""
    found: dict[str, str] = {}
    for uid, item in items.items():
        if isinstance(item.record, Case):
            found[uid] = uid
        else:
            owners = (found[link] for link in item.links.values() if link and link in found)
            if (owner := next(owners, None)) is not None:
                found[uid] = owner
    return found


def case_concerned(items: Mapping[str, Item]) -> dict[str, str]:
    """As ``case_of``; people of the directory concern the first case in which they are named."""
    found = case_of(items)
    named = dict(found)
    for uid, case in found.items():
        for link in items[uid].links.values():
            if link and link in items and link not in named:
                named[link] = case
    for uid, item in items.items():
        if uid not in named:
            owners = (named[link] for link in item.links.values() if link and link in named)
            if (owner := next(owners, None)) is not None:
                named[uid] = owner
    return named


def conference_of(item: Item, items: Mapping[str, Item]) -> str | None:
    """The name of the meeting that ``item`` is part of, if it is part of one."""
    if isinstance(item.record, Conference):
        return item.uid
    found = item.links.get("conference_id")
    if found is None and (owner := item.links.get("action_id")) and owner in items:
        return conference_of(items[owner], items)
    return found


def records(items: Iterable[Item], kind: type[Record]) -> Iterator[Item]:
    """The items of one kind."""
    return (item for item in items if item.kind is kind)


def _told(item: Item, name: str) -> object:
    value = getattr(item.record, name)
    return _closed(value) if isinstance(value, str) else value


def _closed(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_nisn(text: str) -> bool:
    return len(text) == 10 and text.isdecimal() and text.strip("0") != ""

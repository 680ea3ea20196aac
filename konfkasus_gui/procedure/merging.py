"""What an archive makes of records from another one: nothing is lost, and nothing comes twice.

Promised: merging the same file again changes nothing; a record that only one side changed is
taken in its newer state; where both changed it, one version stands and the other is kept beside it
(``procedure.variant``); final minutes, kept papers and numbers on paper never change; a withdrawal
of consent always stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import AGREED, Consent
from konfkasus_gui.procedure.keeping import IN_MINUTES, changed_in_minutes
from konfkasus_gui.procedure.letter import Document, Letter
from konfkasus_gui.procedure.planning import Bookmark, Conference
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.transfer import (
    DIRECTORY,
    LASTING,
    LOCAL,
    Holding,
    Item,
    alike,
    blank,
    conference_of,
    derived_uid,
    fingerprint,
)
from konfkasus_gui.procedure.variant import Cause, Variant
from konfkasus_gui.procedure.vocabulary import CaseState
from konfkasus_gui.procedure.word import Word

ON_PAPER: tuple[type[Record], ...] = (Letter, Document)
"""The kinds that are out in the world: they come in even if what they speak of was set aside."""


class Outcome(Word):
    """What becomes of one record of the file."""

    NEW = "new", N_("baru")
    CHANGED = "changed", N_("diperbarui")
    SAME = "same", N_("tetap sama")
    CONFLICT = "conflict", N_("berbeda")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of ``item``, a record of the file under the name that it has here.

    ``kept`` is the record to write, None to leave what is here. ``aside`` is the version that is
    kept beside it, with its ``cause``. ``mine`` is what is here now.
    """

    item: Item
    outcome: Outcome
    kept: Item | None = None
    mine: Item | None = None
    aside: Item | None = None
    cause: Cause = Cause.BOTH_CHANGED

    @property
    def aside_uid(self) -> str:
        """The name of the version kept beside; the same in every archive."""
        if self.aside is None:
            return ""
        return derived_uid("variant", self.item.uid, fingerprint(self.aside), self.cause.value)


@dataclass(slots=True)
class Merge:
    """What an import would do: a fate for each record of the file, owners before what they own.

    ``seen`` are the states that the archive knows afterwards.
    """

    fates: dict[str, Fate] = field(default_factory=dict)
    seen: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether there is anything to import."""
        return any(fate.kept or fate.aside for fate in self.fates.values())

    def conflicts(self) -> tuple[Fate, ...]:
        """Those of which two versions are kept."""
        return tuple(fate for fate in self.fates.values() if fate.aside is not None)


def merge(here: Holding, there: Holding, same: Mapping[str, str]) -> Merge:
    """What becomes of each record of ``there``.

    Args:
        here: what the archive holds of the same cases, and all of its directory that may match.
        there: what the file holds.
        same: the names that records of the file have here (``matching.names_here``).
    """
    found = Merge()
    for uid, theirs in there.items.items():
        item = renamed(theirs, same)
        seen = here.known(item.uid) | there.known(uid) | {fingerprint(item)}
        mine = here.items.get(item.uid)
        if mine is None:
            fate = _absent(item, here, found)
        else:
            fate = _present(item, mine, here, there.known(uid))
            if fate.kept is not None:
                seen |= {fingerprint(mine)}
        if fate.aside is not None and fate.aside_uid in here.items:
            again = Outcome.CHANGED if fate.kept is not None else Outcome.SAME
            fate = replace(fate, outcome=again, aside=None)
        found.fates[item.uid] = fate
        found.seen[item.uid] = frozenset(seen)
    _bring_owners_back(found)
    _hold_back_final_minutes(found, here)
    return found


def renamed(item: Item, same: Mapping[str, str]) -> Item:
    """``item`` with the names that it and its owners have here."""
    links = {name: same.get(uid, uid) if uid else uid for name, uid in item.links.items()}
    record = item.record
    if isinstance(record, Variant):
        record = replace(record, record_uid=same.get(record.record_uid, record.record_uid))
    return Item(same.get(item.uid, item.uid), record, links)


def combined(mine: Item, theirs: Item) -> tuple[Item, bool]:
    """``mine`` with what only ``theirs`` says, and whether they contradict each other."""
    filled: dict[str, Any] = {}
    contradicted = False
    for name, value in theirs.values():
        own = getattr(mine.record, name)
        if alike(own, value) or blank(value):
            continue
        if blank(own):
            filled[name] = value
        else:
            contradicted = True
    links = dict(mine.links)
    for name, uid in theirs.links.items():
        if links.get(name) is None:
            links[name] = uid
        elif name in dict(theirs.compared_links()) and uid and links[name] != uid:
            contradicted = True
    return Item(mine.uid, replace(mine.record, **filled), links), contradicted


def differing(one: Item, other: Item) -> tuple[str, ...]:
    """The names of the fields that two states of a record do not share."""
    mine, theirs = one.plain(), other.plain()
    return tuple(name for name in theirs if mine.get(name) != theirs[name])


def _absent(item: Item, here: Holding, found: Merge) -> Fate:
    if fingerprint(item) in here.known(item.uid) and not _comes_whole(item, found):
        return Fate(item, Outcome.SAME)  # removed here, or set aside by an earlier import
    owners = _owners(item, found)
    aside = any(_is_aside(owner) for owner in owners) and item.kind not in ON_PAPER
    if aside or _enters_final_minutes(item, here):
        return Fate(item, Outcome.CONFLICT, aside=item, cause=Cause.MINUTES_FINAL)
    return Fate(item, Outcome.NEW, kept=item)


def _present(item: Item, mine: Item, here: Holding, known: frozenset[str]) -> Fate:
    ours, theirs = fingerprint(mine), fingerprint(item)
    newer_here, newer_there = theirs in here.known(item.uid), ours in known
    if ours == theirs or (newer_here and not newer_there):
        return Fate(item, Outcome.SAME, mine=mine)
    if item.kind in LASTING:
        return _second(item, mine, here)
    if isinstance(item.record, Variant):
        return _versions(item, mine)
    if not _minutes_allow(item, mine, here):
        return Fate(item, Outcome.CONFLICT, mine=mine, aside=item, cause=Cause.MINUTES_FINAL)
    if newer_there and not newer_here:
        return Fate(item, Outcome.CHANGED, kept=_over(item, mine), mine=mine)
    if _stricter(item.record, mine.record):
        kept = _over(item, mine)
        return Fate(item, Outcome.CONFLICT, kept=kept, mine=mine, aside=mine)
    if here.known(item.uid).isdisjoint(known) or isinstance(item.record, Bookmark):
        return _met(item, mine)
    return Fate(item, Outcome.CONFLICT, mine=mine, aside=item)


def _met(item: Item, mine: Item) -> Fate:
    """Two records that never met: each fills in what the other leaves empty."""
    both, contradicted = combined(mine, item)
    kept = both if both != mine else None
    if contradicted and not isinstance(item.record, Bookmark):
        return Fate(item, Outcome.CONFLICT, kept=kept, mine=mine, aside=item)
    return Fate(item, Outcome.CHANGED if kept else Outcome.SAME, kept=kept, mine=mine)


def _over(item: Item, mine: Item) -> Item:
    """``item`` in the place of ``mine``, with what this archive counts on its own."""
    own = {name: getattr(mine.record, name) for name in LOCAL.get(item.kind, ())}
    return replace(item, record=replace(item.record, **own))


def _owners(item: Item, found: Merge) -> list[Fate]:
    return [found.fates[uid] for uid in item.links.values() if uid and uid in found.fates]


def _second(item: Item, mine: Item, here: Holding) -> Fate:
    """A paper that differs under one name is kept a second time; history lines are never told."""
    if isinstance(item.record, AuditEvent):
        return Fate(item, Outcome.SAME, mine=mine)
    second = replace(item, uid=derived_uid("second", item.uid, fingerprint(item)))
    if second.uid in here.items:
        return Fate(item, Outcome.SAME, mine=mine)
    return Fate(second, Outcome.NEW, kept=second)


def _versions(item: Item, mine: Item) -> Fate:
    """What was decided stays decided."""
    one, other = mine.record, item.record
    if isinstance(one, Variant) and isinstance(other, Variant) and one.open and not other.open:
        return Fate(item, Outcome.CHANGED, kept=item, mine=mine)
    return Fate(item, Outcome.SAME, mine=mine)


def _stricter(theirs: Record, mine: Record) -> bool:
    """Whether the other side protects the client more: consent taken back, or a case frozen."""
    if isinstance(theirs, Consent) and isinstance(mine, Consent):
        return mine.state in AGREED and theirs.state is not None and theirs.state not in AGREED
    if isinstance(theirs, Case) and isinstance(mine, Case):
        return theirs.state is CaseState.FROZEN and mine.state is not CaseState.FROZEN
    return False


def _comes_whole(item: Item, found: Merge) -> bool:
    """Whether its case comes back as a whole, so that nothing of it was left out on purpose."""
    if isinstance(item.record, Case | Student):
        return True
    owners = (owner for owner in _owners(item, found) if owner.item.kind not in DIRECTORY)
    return any(owner.mine is None and _comes_whole(owner.item, found) for owner in owners)


def _is_aside(owner: Fate) -> bool:
    return owner.kept is None and owner.mine is None and owner.aside is not None


def _final_here(conference: str | None, here: Holding) -> bool:
    held = here.items.get(conference or "")
    return (
        held is not None
        and isinstance(held.record, Conference)
        and held.record.minutes_final_at is not None
    )


def _enters_final_minutes(item: Item, here: Holding) -> bool:
    return (
        isinstance(item.record, IN_MINUTES)
        and not isinstance(item.record, Conference)
        and _final_here(conference_of(item, here.items), here)
    )


def _minutes_allow(item: Item, mine: Item, here: Holding) -> bool:
    """Whether ``mine`` may become ``item``: final minutes, and what they say, stay."""
    if not isinstance(item.record, IN_MINUTES):
        return True
    presented = any(
        _final_here(shown.links.get("conference_id"), here)
        for shown in here.holding(mine.uid, "data_item_id")
    )
    if not presented and not _final_here(conference_of(mine, here.items), here):
        return True
    return not changed_in_minutes(item.kind, frozenset(differing(mine, item)))


def _bring_owners_back(found: Merge) -> None:
    """What was removed here comes back if something new hangs on it."""
    for fate in reversed(list(found.fates.values())):
        if fate.kept is None or fate.mine is not None:
            continue
        for uid in fate.item.links.values():
            owner = found.fates.get(uid or "")
            if owner is not None and owner.mine is None and owner.outcome is Outcome.SAME:
                found.fates[owner.item.uid] = replace(owner, outcome=Outcome.NEW, kept=owner.item)


def _hold_back_final_minutes(found: Merge, here: Holding) -> None:
    """Minutes become final here only if the meeting is the same on both sides."""
    for fate in list(found.fates.values()):
        mine, kept = fate.mine, fate.kept
        if mine is None or kept is None or not isinstance(kept.record, Conference):
            continue
        if kept.record.minutes_final_at is None or _final_here(mine.uid, here):
            continue
        if any(
            _differs_here(item, found)
            for item in here.items.values()
            if isinstance(item.record, IN_MINUTES)
            and item.uid != mine.uid
            and conference_of(item, here.items) == mine.uid
        ):
            found.fates[mine.uid] = Fate(fate.item, Outcome.CONFLICT, mine=mine, aside=fate.item)


def _differs_here(item: Item, found: Merge) -> bool:
    """Whether the file knows nothing of ``item`` as it is here."""
    fate = found.fates.get(item.uid)
    if fate is None:
        return True
    if fate.outcome is Outcome.CHANGED:
        return False
    return fate.outcome is Outcome.CONFLICT or fingerprint(fate.item) != fingerprint(item)

"""What an import would do, as lines for a screen: by case code, and both sides of a conflict."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.confidentiality import initials
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.merging import Fate, Merge, Outcome, differing
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.transfer import LOCAL, Holding, Item, case_concerned, records
from konfkasus_gui.procedure.transfer_words import field_title, kind_title, spoken
from konfkasus_gui.procedure.variant import Cause


@dataclass(frozen=True, slots=True)
class CaseLook:
    """One case of a file: ``code`` as it would stand here, ``paper_code`` as on its papers.

    ``known`` says whether the case itself is here already, ``returning`` whether it was here once.
    """

    uid: str
    code: str
    paper_code: str
    student_name: str
    documents: int
    counts: Mapping[Outcome, int]
    known: bool
    returning: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One field as it is said on both sides; ``named`` says that it is the name of a client."""

    label: str
    here: str
    there: str
    named: bool = False

    def discreet(self) -> "Pair":
        """The same with initials for a client's name."""
        if not self.named:
            return self
        return replace(self, here=initials(self.here), there=initials(self.there))


@dataclass(frozen=True, slots=True)
class ConflictLook:
    """Two versions of one record; ``stands`` says in words which one is used."""

    uid: str
    code: str
    kind: str
    cause: Cause
    stands: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the preview of an import shows."""

    cases: tuple[CaseLook, ...] = ()
    conflicts: tuple[ConflictLook, ...] = ()
    counts: Mapping[Outcome, int] = field(default_factory=dict)
    changes: bool = False


def view(found: Merge, here: Holding) -> View:
    """The preview of an import that was found to do this ``here``."""
    items = {uid: fate.item for uid, fate in found.fates.items()}
    case_of = case_concerned(items)
    codes = {uid: _code(found.fates[uid]) for uid in items if items[uid].kind is Case}
    cases = tuple(
        _case_look(item, found, here, case_of, items) for item in records(items.values(), Case)
    )
    conflicts = tuple(
        conflict_look(fate, codes.get(case_of.get(fate.item.uid, ""), ""))
        for fate in found.conflicts()
    )
    return View(cases, conflicts, _counted(found.fates.values()), found.changes)


def conflict_look(fate: Fate, code: str) -> ConflictLook:
    """Both sides of one record."""
    aside = fate.aside or fate.item
    stands = fate.kept or fate.mine
    kind = aside.kind
    theirs_stands = fate.kept is not None and fate.mine is not None and aside == fate.mine
    if fate.cause is Cause.NUMBER_TAKEN:
        names: tuple[str, ...] = tuple(sorted(LOCAL.get(kind, ())))
        words = _("Nomor pada kertas tidak berubah; di sini diberi tanda agar tidak tertukar.")
    elif stands is None:
        names = tuple(name for name, _value in aside.values())
        words = _("Tidak masuk notulen yang sudah final; disimpan di samping kasusnya.")
    else:
        names = differing(stands, aside)
        words = (
            _("Yang dari berkas dipakai karena lebih melindungi konseli.")
            if theirs_stands
            else _("Yang di sini tetap dipakai; yang dari berkas disimpan di sampingnya.")
        )
    here, there = (aside, stands) if theirs_stands else (stands, aside)
    pairs = tuple(_pairs(kind, names, here, there))
    return ConflictLook(fate.item.uid, code, kind_title(kind), fate.cause, words, pairs)


def _pairs(
    kind: type[Record], names: tuple[str, ...], here: Item | None, there: Item | None
) -> Iterator[Pair]:
    for name in names:
        one, other = _said(here, name), _said(there, name)
        if one != other:
            yield Pair(field_title(kind, name), one, other, names_client(kind, name))


def names_client(kind: type[Record], name: str) -> bool:
    """Whether a field holds the name of a client."""
    return kind is Student and name in ("name", "nickname")


def _said(item: Item | None, name: str) -> str:
    if item is None:
        return "–"
    if name in item.links:
        return _("catatan lain") if item.links[name] else "–"
    return spoken(getattr(item.record, name))


def _case_look(
    item: Item,
    found: Merge,
    here: Holding,
    case_of: Mapping[str, str],
    items: Mapping[str, Item],
) -> CaseLook:
    own = [fate for uid, fate in found.fates.items() if case_of.get(uid) == item.uid]
    student = items.get(item.links.get("student_id") or "")
    name = student.record.name if student and isinstance(student.record, Student) else ""
    fate = found.fates[item.uid]
    return CaseLook(
        uid=item.uid,
        code=_code(fate),
        paper_code=item.record.code if isinstance(item.record, Case) else "",
        student_name=name,
        documents=sum(one.item.kind is Document for one in own),
        counts=_counted(own),
        known=fate.mine is not None,
        returning=fate.mine is None and bool(here.known(item.uid)),
    )


def _code(fate: Fate) -> str:
    stands = fate.mine or fate.kept or fate.item
    return stands.record.code if isinstance(stands.record, Case) else ""


def _counted(fates: Iterable[Fate]) -> dict[Outcome, int]:
    found = dict.fromkeys(Outcome, 0)
    for fate in fates:
        found[fate.outcome] += 1
    return found

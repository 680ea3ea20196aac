"""The list of what is to be done in all cases: by time, by person, by case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.standing import DueLine
from konfkasus_gui.procedure.word import Word

WEEK = timedelta(days=7)


class DueGroup(Word):
    """How soon something is due."""

    OVERDUE = "overdue", N_("lewat tenggat")
    TODAY = "today", N_("hari ini")
    WEEK = "week", N_("tujuh hari ke depan")
    LATER = "later", N_("nanti")
    UNDATED = "undated", N_("tanpa tanggal")


class DueOrder(Word):
    """By what the list is ordered."""

    TIME = "time", N_("menurut waktu")
    PERSON = "person", N_("menurut orang")
    CASE = "case", N_("menurut kasus")


@dataclass(frozen=True, slots=True)
class DueSection:
    """Lines under one heading, the most urgent first."""

    heading: str
    lines: tuple[DueLine, ...]


def group_of(line: DueLine, today: date) -> DueGroup:
    """How soon ``line`` is due."""
    if line.day is None:
        return DueGroup.UNDATED
    if line.day < today:
        return DueGroup.OVERDUE
    if line.day == today:
        return DueGroup.TODAY
    return DueGroup.WEEK if line.day <= today + WEEK else DueGroup.LATER


def counts(lines: Iterable[DueLine], today: date) -> dict[DueGroup, int]:
    """How many lines are in each group; every group is there."""
    found = dict.fromkeys(DueGroup, 0)
    for line in lines:
        found[group_of(line, today)] += 1
    return found


def holding(
    lines: Iterable[DueLine], text: str, group: DueGroup | None, today: date
) -> tuple[DueLine, ...]:
    """The lines of ``group``, or of all, that hold every word of ``text`` in any order."""
    words = text.casefold().split()
    return tuple(
        line
        for line in lines
        if (group is None or group_of(line, today) is group)
        and all(word in f"{line.code} {line.what} {line.who}".casefold() for word in words)
    )


def sections(lines: Iterable[DueLine], order: DueOrder, today: date) -> tuple[DueSection, ...]:
    """``lines`` under the headings of ``order``; people and cases with the most urgent first."""
    urgent = sorted(lines, key=_urgency)
    found: dict[str, list[DueLine]] = {}
    for line in urgent:
        found.setdefault(_heading(line, order, today), []).append(line)
    names: Sequence[str] = list(found)
    if order is DueOrder.TIME:
        names = [group.title for group in DueGroup if group.title in found]
    return tuple(DueSection(name, tuple(found[name])) for name in names)


def _urgency(line: DueLine) -> tuple[date, str, int, int]:
    return line.day or date.max, line.code, line.action_id, line.assessment_id


def _heading(line: DueLine, order: DueOrder, today: date) -> str:
    if order is DueOrder.PERSON:
        return line.who.strip() or _("Belum ditentukan")
    return line.code if order is DueOrder.CASE else group_of(line, today).title

"""Students of a file against those of the archive: what would change, and changing it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import TypeAlias, TypeVar

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.cells import is_nisn
from konfkasus_gui.archive.dapodik import (
    Oddity,
    Report,
    Sheet,
    StudentRow,
    person_key,
    shared_numbers,
)
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Sex

R = TypeVar("R", Student, Guardian)
Known: TypeAlias = tuple[Student, tuple[Guardian, ...]]

_STUDENT_LABELS = {
    "name": N_("nama"),
    "nisn": N_("NISN"),
    "nipd": N_("NIPD"),
    "sex": N_("jenis kelamin"),
    "birth_place": N_("tempat lahir"),
    "birth_date": N_("tanggal lahir"),
    "religion": N_("agama"),
    "address": N_("alamat"),
    "phone": N_("telepon"),
    "class_name": N_("kelas"),
    "left_on": N_("tanggal keluar"),
}
_GUARDIAN_LABELS = {"name": N_("nama {relation}"), "occupation": N_("pekerjaan {relation}")}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words for the screen; empty where nothing stood."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StudentChange:
    """A known student as the file completes them, and the guardians that are new or differ."""

    student: Student
    guardians: tuple[Guardian, ...]
    fields: tuple[FieldChange, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing was done yet."""

    new: tuple[StudentRow, ...] = ()
    changed: tuple[StudentChange, ...] = ()
    unchanged: int = 0
    skipped: tuple[Oddity, ...] = ()
    warnings: tuple[Oddity, ...] = ()


def compare(sheet: Sheet, known: Sequence[Known]) -> Preview:
    """What importing ``sheet`` would do to the ``known`` students.

    A student is recognised by NISN, else by name and birth date (the school's lists, 7.1). What
    the file leaves empty stays as it is, and so does every student and guardian it does not name.
    """
    matches = _matches(sheet.rows, known)
    new: list[StudentRow] = []
    changed: list[StudentChange] = []
    for row in sheet.rows:
        if (match := matches.get(row.row)) is None:
            new.append(row)
        elif (change := _change(row, *match)).fields:
            changed.append(change)
    namesakes = _namesakes(new, known, matches.values())
    return Preview(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=len(sheet.rows) - len(new) - len(changed),
        skipped=sheet.skipped,
        warnings=tuple(sorted([*sheet.warnings, *namesakes], key=attrgetter("row"))),
    )


def apply(preview: Preview, archive: Archive, report: Report) -> int:
    """Keep what ``preview`` shows, all of it or nothing; how many students were kept.

    Args:
        preview: from ``compare``.
        archive: open in the calling thread.
        report: called with the students kept and their total; may raise to stop, and then
            nothing at all is kept.
    """
    lines = [(row.student, row.guardians) for row in preview.new]
    lines += [(change.student, change.guardians) for change in preview.changed]
    with archive.together():
        for done, (student, guardians) in enumerate(lines):
            report(done, len(lines))
            kept = archive.save(student)
            for guardian in guardians:
                archive.save(replace(guardian, student_id=kept.id))
        report(len(lines), len(lines))
    return len(lines)


def _matches(rows: Sequence[StudentRow], known: Sequence[Known]) -> Mapping[int, Known]:
    """The known student of each row number: first all that the NISN tells, then the others."""
    shared = shared_numbers(rows)
    by_number: dict[str, list[Known]] = {}
    by_person: dict[tuple[str, date | None], list[Known]] = {}
    for one in known:
        by_number.setdefault(one[0].nisn, []).append(one)
        by_person.setdefault(person_key(one[0]), []).append(one)
    found: dict[int, Known] = {}
    taken: set[int] = set()

    def match(row: StudentRow, candidates: Iterable[Known]) -> None:
        free = [one for one in candidates if one[0].id not in taken]
        if row.row not in found and free:
            best = min(free, key=lambda one: (_unlikeness(row.student, one[0]), one[0].id))
            found[row.row] = best
            taken.add(best[0].id)

    for row in rows:
        if is_nisn(row.student.nisn) and row.student.nisn not in shared:
            match(row, by_number.get(row.student.nisn, ()))
    for row in rows:
        match(row, by_person.get(person_key(row.student), ()))
    return found


def _unlikeness(one: Student, other: Student) -> int:
    return (person_key(one) != person_key(other)) + (one.nisn != other.nisn)


def _namesakes(
    new: Iterable[StudentRow], known: Sequence[Known], matched: Iterable[Known]
) -> Iterator[Oddity]:
    """New students who bear the name of somebody whom the file does not otherwise name."""
    recognised = {student.id for student, _guardians in matched}
    names = {person_key(one)[0] for one, _guardians in known if one.id not in recognised}
    for row in new:
        if person_key(row.student)[0] in names:
            sentence = _(
                "Baris {row}: nama ini sudah ada di daftar dengan NISN atau tanggal lahir yang "
                "berbeda atau kosong. Ditambahkan sebagai siswa baru; periksa apakah orangnya sama."
            )
            yield Oddity(row.row, sentence.format(row=row.row))


def _change(row: StudentRow, student: Student, guardians: Sequence[Guardian]) -> StudentChange:
    completed, differences = _completed(student, row.student, _STUDENT_LABELS)
    kept: list[Guardian] = []
    for guardian in row.guardians:
        before = _same_guardian(guardian, guardians)
        after, different = _completed(before, guardian, _GUARDIAN_LABELS)
        if different:
            kept.append(after)
            relation = guardian.relation.label
            differences += [
                replace(one, label=one.label.format(relation=relation)) for one in different
            ]
    return StudentChange(completed, tuple(kept), tuple(differences), row.row)


def _same_guardian(guardian: Guardian, known: Sequence[Guardian]) -> Guardian:
    """The known guardian of that relation; a new, still empty one if it is none or unclear."""
    related = [one for one in known if one.relation is guardian.relation]
    same = [one for one in related if one.name.casefold() == guardian.name.casefold()]
    if same or len(related) == 1:
        return (same or related)[0]
    return Guardian(student_id=0, relation=guardian.relation, name="")


def _completed(before: R, from_file: R, labels: Mapping[str, str]) -> tuple[R, list[FieldChange]]:
    """``before`` with what the file knows; what the file leaves empty stays as it is."""
    different = {
        name: value
        for name in labels
        if (value := getattr(from_file, name)) and value != getattr(before, name)
    }
    changes = [
        FieldChange(_(labels[name]), _shown(getattr(before, name)), _shown(value))
        for name, value in different.items()
    ]
    return replace(before, **different), changes


def _shown(value: str | date | Sex | None) -> str:
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Sex):
        return value.label
    return value or ""

"""Students from the lists that Dapodik and EMIS give out: header by content, columns by name."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import TypeAlias, TypeVar

from konfkasus_gui.archive.cells import day_of, is_nisn, nisn_of, phone_of, sex_of, text_of
from konfkasus_gui.archive.header import HEADER_WITHIN, Column, find_header
from konfkasus_gui.archive.spreadsheet import Cell, Row, open_spreadsheet
from konfkasus_gui.archive.spreadsheet_errors import NoStudents
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation

Report: TypeAlias = Callable[[int, int], None]
T = TypeVar("T")

LONGEST_CELL = 2_000


_PARENTS = (
    (Relation.FATHER, Column.FATHER, Column.FATHER_WORK),
    (Relation.MOTHER, Column.MOTHER, Column.MOTHER_WORK),
    (Relation.GUARDIAN, Column.GUARDIAN, Column.GUARDIAN_WORK),
)
_HAS_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student of the file; the guardians' ``student_id`` is 0 until they are kept."""

    student: Student
    guardians: tuple[Guardian, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is unusual about a row, in a sentence for the screen that is never logged."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds: its students, what to look at again, and what was left out and why."""

    rows: tuple[StudentRow, ...]
    warnings: tuple[Oddity, ...] = ()
    skipped: tuple[Oddity, ...] = ()


def read_students(path: Path, report: Report) -> Sheet:
    """The students in the first sheet of an .xlsx file; nothing is changed anywhere.

    Args:
        path: the file that the counselor chose.
        report: called with the rows read and the rows expected; may raise to stop.

    Raises:
        FileUnusable: one of its kinds, when the file cannot be used at all.
    """
    rows: list[StudentRow] = []
    warnings: list[Oddity] = []
    skipped: list[Oddity] = []
    with open_spreadsheet(path) as spreadsheet:
        numbered = enumerate(spreadsheet.rows(), start=1)
        top = list(islice(numbered, HEADER_WITHIN + 1))
        columns, begin = find_header([row for _number, row in top])
        for number, row in chain(top[begin:], numbered):
            if row.count(None) == len(row):
                continue
            line = _Line(number, row, columns)
            if line.is_empty():
                continue
            report(number, max(number, spreadsheet.expected_rows))
            found = line.student()
            (warnings if found else skipped).extend(line.oddities)
            if found:
                rows.append(found)
    if not rows and not skipped:
        raise NoStudents
    kept, repeated = _without_repeats(rows)
    skipped += repeated
    left_out = {oddity.row for oddity in skipped}
    warnings = [oddity for oddity in warnings if oddity.row not in left_out]
    warnings += _shared_numbers(kept)
    return Sheet(tuple(kept), _in_order(warnings), _in_order(skipped))


def person_key(student: Student) -> tuple[str, date | None]:
    """What two entries of the same child share, whatever the case and spacing of the name."""
    return " ".join(student.name.casefold().split()), student.birth_date


def shared_numbers(rows: Iterable[StudentRow]) -> frozenset[str]:
    """The student numbers that stand in more than one row, so that they tell nobody apart."""
    counts = Counter(row.student.nisn for row in rows)
    return frozenset(nisn for nisn, count in counts.items() if count > 1)


def _without_repeats(rows: Iterable[StudentRow]) -> tuple[list[StudentRow], list[Oddity]]:
    """The rows, without those that cannot be told from an earlier one."""
    kept: dict[tuple[str, date | None], list[StudentRow]] = {}
    repeated: list[Oddity] = []
    for row in rows:
        namesakes = kept.setdefault(person_key(row.student), [])
        earlier = next((one for one in namesakes if not _differ(one.student, row.student)), None)
        if earlier is None:
            namesakes.append(row)
        else:
            sentence = _(
                "Baris {row}: sama dengan siswa di baris {other}, jadi baris ini dilewati. "
                "Jika orangnya berbeda, lengkapi NISN atau tanggal lahirnya."
            )
            repeated.append(Oddity(row.row, sentence.format(row=row.row, other=earlier.row)))
    return sorted(chain.from_iterable(kept.values()), key=attrgetter("row")), repeated


def _differ(one: Student, other: Student) -> bool:
    """Whether two students of one name and birth date have numbers that tell them apart."""
    return is_nisn(one.nisn) and is_nisn(other.nisn) and one.nisn != other.nisn


def _shared_numbers(rows: Sequence[StudentRow]) -> Iterator[Oddity]:
    shared = {nisn for nisn in shared_numbers(rows) if is_nisn(nisn)}
    first: dict[str, int] = {}
    for row in rows:
        nisn = row.student.nisn
        if nisn in shared and (other := first.setdefault(nisn, row.row)) != row.row:
            sentence = _(
                "Baris {row}: NISN sama dengan baris {other}. Keduanya diimpor; periksa NISN-nya."
            )
            yield Oddity(row.row, sentence.format(row=row.row, other=other))


def _in_order(oddities: Iterable[Oddity]) -> tuple[Oddity, ...]:
    return tuple(sorted(oddities, key=attrgetter("row")))


class _Line:
    """One row below the header, and what was found to be odd about it."""

    def __init__(self, number: int, row: Row, columns: Mapping[Column, int]) -> None:
        self.oddities: list[Oddity] = []
        self._number = number
        self._cells = {column: row[index] for column, index in columns.items()}

    def is_empty(self) -> bool:
        """Whether nothing stands in any column that is read."""
        return not any(text_of(cell) for cell in self._cells.values())

    def student(self) -> StudentRow | None:
        """The student in this row; None when it cannot be one."""
        name = self._text(Column.NAME)
        if not name:
            self._note(_("Baris {row}: nama kosong, jadi baris ini dilewati."))
            return None
        if not _HAS_LETTER.search(name):
            self._note(_("Baris {row}: isi kolom nama bukan nama, jadi baris ini dilewati."))
            return None
        student = Student(
            name=name,
            nisn=self._nisn(),
            nipd=self._text(Column.NIPD),
            sex=self._read(
                sex_of,
                Column.SEX,
                _("Baris {row}: jenis kelamin bukan L atau P, jadi dikosongkan."),
            ),
            birth_place=self._text(Column.BIRTH_PLACE),
            birth_date=self._read(
                day_of,
                Column.BIRTH_DATE,
                _("Baris {row}: tanggal lahir tidak terbaca, jadi dikosongkan."),
            ),
            religion=self._text(Column.RELIGION),
            address=self._address(),
            phone=phone_of(self._text(Column.MOBILE)) or phone_of(self._text(Column.LANDLINE)),
            class_name=self._text(Column.CLASS),
            left_on=self._read(
                day_of,
                Column.LEFT_ON,
                _("Baris {row}: tanggal keluar tidak terbaca, jadi dikosongkan."),
            ),
        )
        return StudentRow(student, self._guardians(), self._number)

    def _cell(self, column: Column) -> Cell:
        """What stands in ``column``; nothing if it is longer than any such entry."""
        cell = self._cells.get(column)
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            self._note(
                _("Baris {row}: isi kolom {column} terlalu panjang, jadi dikosongkan."), column
            )
            return None
        return cell

    def _text(self, column: Column) -> str:
        return text_of(self._cell(column))

    def _read(self, reader: Callable[[Cell], T | None], column: Column, sentence: str) -> T | None:
        try:
            return reader(self._cell(column))
        except ValueError:
            self._note(sentence)
            return None

    def _nisn(self) -> str:
        nisn = nisn_of(self._cell(Column.NISN))
        if nisn and not is_nisn(nisn):
            self._note(
                _("Baris {row}: NISN bukan 10 angka. Siswa tetap diimpor; periksa NISN-nya.")
            )
        return nisn

    def _address(self) -> str:
        """Street, RT/RW, village and district on one line, none of them twice."""
        address = self._text(Column.STREET)
        rt, rw = (self._text(column).lstrip("0") for column in (Column.RT, Column.RW))
        hamlet = "/".join(f"{word} {n}" for word, n in (("RT", rt), ("RW", rw)) if n)
        if hamlet and not re.search(r"\bR[TW]\b", address, re.IGNORECASE):
            address = f"{address}, {hamlet}" if address else hamlet
        district = self._text(Column.DISTRICT)
        if district and not district.casefold().startswith("kec"):
            district = f"Kec. {district}"
        for part in (self._text(Column.VILLAGE), district):
            said = [known.strip().casefold() for known in address.split(",")]
            if part and part.casefold() not in said:
                address = f"{address}, {part}" if address else part
        return address

    def _guardians(self) -> tuple[Guardian, ...]:
        return tuple(
            Guardian(student_id=0, relation=relation, name=name, occupation=self._text(work))
            for relation, who, work in _PARENTS
            if _HAS_LETTER.search(name := self._text(who))
        )

    def _note(self, sentence: str, column: Column | None = None) -> None:
        label = column.label if column else ""
        self.oddities.append(Oddity(self._number, sentence.format(row=self._number, column=label)))

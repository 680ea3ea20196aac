"""The school's students, their guardians, and the directory of those who may be invited."""

from collections.abc import Iterable

from peewee import ModelSelect

from konfkasus_gui.archive.rows import record, records
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.school import GuardianTable, PersonTable, StudentTable
from konfkasus_gui.procedure.school import Guardian, Person, Student


class SchoolLists:
    """Reads the school's people; changes nothing."""

    def students(
        self,
        text: str = "",
        class_name: str = "",
        *,
        left: bool = False,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[Student, ...]:
        """The students whose name or number holds ``text``, by class and name.

        With ``left`` those who have left the school, otherwise those who are there.
        """
        rows = _students(text, class_name, left=left).order_by(
            StudentTable.class_name, StudentTable.name.collate("NOCASE"), StudentTable.id
        )
        return records(Student, rows.limit(limit).offset(offset))

    def count_students(self, text: str = "", class_name: str = "", *, left: bool = False) -> int:
        """How many students ``students`` would bring without a limit."""
        return int(_students(text, class_name, left=left).count())

    def count_cases_of(self, student_id: int) -> int:
        """How many cases one student has, the closed ones too."""
        return int(CaseTable.select().where(CaseTable.student == student_id).count())

    def class_names(self) -> tuple[str, ...]:
        """The classes that students are in."""
        rows = StudentTable.select(StudentTable.class_name).distinct()
        return tuple(sorted(row.class_name for row in rows if row.class_name))

    def all_students(self) -> tuple[tuple[Student, tuple[Guardian, ...]], ...]:
        """Every student with the guardians, in two queries, for comparing with an import."""
        guardians: dict[int, list[Guardian]] = {}
        for row in GuardianTable.select().order_by(GuardianTable.id):
            guardian = record(Guardian, row)
            guardians.setdefault(guardian.student_id, []).append(guardian)
        students = records(Student, StudentTable.select().order_by(StudentTable.id))
        return tuple((student, tuple(guardians.get(student.id, ()))) for student in students)

    def student_names(self, *, but: int = 0) -> tuple[str, ...]:
        """The names of all students, also of those who left, without the student ``but``."""
        rows = StudentTable.select(StudentTable.name).where(StudentTable.id != but)
        return tuple(str(row.name) for row in rows)

    def guardians(self, student_id: int) -> tuple[Guardian, ...]:
        """The parents and guardians of one student."""
        rows = GuardianTable.select().where(GuardianTable.student == student_id)
        return records(Guardian, rows.order_by(GuardianTable.id))

    def guardians_of(self, student_ids: Iterable[int]) -> dict[int, tuple[Guardian, ...]]:
        """The parents and guardians of several students, in one query, by the student's id."""
        rows = GuardianTable.select().where(GuardianTable.student.in_(list(student_ids)))
        found: dict[int, tuple[Guardian, ...]] = {}
        for guardian in records(Guardian, rows.order_by(GuardianTable.id)):
            found[guardian.student_id] = (*found.get(guardian.student_id, ()), guardian)
        return found

    def people(self, text: str = "", *, limit: int = 200, offset: int = 0) -> tuple[Person, ...]:
        """The directory: those whose name, capacity or institution holds ``text``, by name."""
        rows = _people(text).order_by(PersonTable.name.collate("NOCASE"), PersonTable.id)
        return records(Person, rows.limit(limit).offset(offset))

    def count_people(self, text: str = "") -> int:
        """How many people ``people`` would bring without a limit."""
        return int(_people(text).count())


def _students(text: str, class_name: str, *, left: bool) -> "ModelSelect[StudentTable]":
    rows = StudentTable.select().where(StudentTable.left_on.is_null(not left))
    if text.strip():
        rows = rows.where(
            StudentTable.name.contains(text.strip())
            | StudentTable.nisn.startswith(text.strip())
            | StudentTable.nipd.startswith(text.strip())
        )
    return rows.where(StudentTable.class_name == class_name) if class_name else rows


def _people(text: str) -> "ModelSelect[PersonTable]":
    rows = PersonTable.select()
    if not text.strip():
        return rows
    return rows.where(
        PersonTable.name.contains(text.strip())
        | PersonTable.capacity.contains(text.strip())
        | PersonTable.institution.contains(text.strip())
    )

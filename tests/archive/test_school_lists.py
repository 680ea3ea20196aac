from datetime import date

from playhouse.test_utils import count_queries

from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.vocabulary import Relation

MONDAY = date(2026, 3, 2)


def test_students_come_page_by_page_and_none_twice(archive):
    with archive.together():
        for number in range(25):
            archive.save(Student(name="Bayu Rekaan", class_name="VII-A", nipd=str(number)))
    lists = archive.lists
    pages = [lists.students(limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert len({student.id for page in pages for student in page}) == 25


def test_those_who_left_are_listed_apart(archive):
    archive.save(Student(name="Bayu Rekaan", class_name="VII-A"))
    archive.save(Student(name="Citra Rekaan", class_name="IX-A", left_on=MONDAY))
    lists = archive.lists
    assert [one.name for one in lists.students(left=True)] == ["Citra Rekaan"]
    assert lists.count_students() == lists.count_students(left=True) == 1
    assert lists.count_students("bayu") == 1
    assert lists.count_students("bayu", "IX-A") == 0


def test_the_guardians_of_a_page_come_in_one_query(archive, student):
    other = archive.save(Student(name="Bayu Rekaan"))
    archive.save(Guardian(student_id=other.id, relation=Relation.FATHER, name="Danu"))
    with count_queries() as counted:
        found = archive.lists.guardians_of([student.id, other.id, 99])
    assert counted.count == 1
    assert {key: [one.name for one in names] for key, names in found.items()} == {
        student.id: ["Ratna Wulandari"],
        other.id: ["Danu"],
    }


def test_the_cases_of_a_student_are_counted(archive, case):
    assert archive.lists.count_cases_of(case.student_id) == 1
    assert archive.lists.count_cases_of(99) == 0


def test_people_come_page_by_page_and_are_counted(archive):
    for name in ("Hendra", "Budi", "Maya"):
        archive.save(Person(name=name, capacity="guru mapel" if name == "Budi" else ""))
    lists = archive.lists
    assert [one.name for one in lists.people(limit=2)] == ["Budi", "Hendra"]
    assert [one.name for one in lists.people(limit=2, offset=2)] == ["Maya"]
    assert lists.count_people() == 3
    assert lists.count_people("mapel") == 1


def test_the_archive_says_where_it_lies(archive, tmp_path):
    assert archive.path == tmp_path / "arsip.kkdb"

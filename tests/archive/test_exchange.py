from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.dapodik import Oddity, Sheet, StudentRow, read_students
from konfkasus_gui.archive.exchange import FieldChange, Preview, apply, compare
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation, Sex

BORN = date(2012, 5, 17)
MELATI = Student(name="Melati Rekaan", nisn="0099999901", birth_date=BORN, class_name="VIII-A")
BAYU = Student(name="Bayu Rekaan", nisn="0099999902", birth_date=BORN, class_name="VIII-A")


class Stopped(Exception):
    pass


def nothing(done, total):
    assert 0 <= done <= total


def father(name="Jati Rekaan", occupation="", student_id=0):
    return Guardian(
        student_id=student_id, relation=Relation.FATHER, name=name, occupation=occupation
    )


def sheet(*students, guardians=()):
    rows = enumerate(students, start=7)
    return Sheet(tuple(StudentRow(student, tuple(guardians), row) for row, student in rows))


def imported(archive, found):
    preview = compare(found, archive.lists.all_students())
    assert apply(preview, archive, nothing) == len(preview.new) + len(preview.changed)
    return preview


def kept(archive):
    return archive.lists.all_students()


def test_new_students_are_kept_with_their_guardians(archive):
    preview = imported(archive, sheet(MELATI, BAYU, guardians=[father()]))
    assert [row.student for row in preview.new] == [MELATI, BAYU]
    for (student, guardians), wanted in zip(kept(archive), (MELATI, BAYU), strict=True):
        assert student == replace(wanted, id=student.id)
        [guardian] = guardians
        assert guardian == replace(father(), id=guardian.id, student_id=student.id)


def test_a_student_is_recognised_by_nisn_though_all_else_changed(archive):
    known = archive.save(MELATI)
    moved = replace(
        MELATI,
        name="Melati R.",
        sex=Sex.FEMALE,
        birth_date=date(2012, 5, 18),
        class_name="IX-A",
    )
    preview = imported(archive, sheet(moved))
    [change] = preview.changed
    assert change.fields == (
        FieldChange("nama", "Melati Rekaan", "Melati R."),
        FieldChange("jenis kelamin", "", "perempuan"),
        FieldChange("tanggal lahir", "17 Mei 2012", "18 Mei 2012"),
        FieldChange("kelas", "VIII-A", "IX-A"),
    )
    assert kept(archive) == ((replace(moved, id=known.id), ()),)


def test_without_nisn_a_student_is_recognised_by_name_and_birth_date(archive):
    known = archive.save(replace(MELATI, nisn=""))
    imported(archive, sheet(replace(MELATI, name="MELATI  REKAAN")))
    assert [(student.id, student.nisn) for student, _ in kept(archive)] == [
        (known.id, "0099999901")
    ]


def test_a_namesake_born_on_another_day_is_somebody_else(archive):
    archive.save(replace(MELATI, nisn=""))
    twin = replace(MELATI, birth_date=date(2013, 1, 1))
    preview = imported(archive, sheet(twin))
    assert [row.student for row in preview.new] == [twin]
    assert [oddity.row for oddity in preview.warnings] == [7]
    assert "periksa apakah orangnya sama" in preview.warnings[0].sentence
    assert len(kept(archive)) == 2


def test_what_the_file_leaves_empty_stays(archive):
    known = archive.save(replace(MELATI, phone="081200000001", sex=Sex.FEMALE, left_on=BORN))
    preview = imported(archive, sheet(Student(name="Melati Rekaan", nisn="0099999901")))
    assert (preview.changed, preview.unchanged) == ((), 1)
    assert kept(archive) == ((known, ()),)


def test_a_guardian_added_by_hand_stays(archive):
    known = archive.save(MELATI)
    by_hand = archive.save(
        Guardian(student_id=known.id, relation=Relation.GUARDIAN, name="Sekar Rekaan", phone="0812")
    )
    imported(archive, sheet(MELATI, guardians=[father()]))
    [(_student, guardians)] = kept(archive)
    assert guardians[0] == by_hand
    assert guardians[1].name == "Jati Rekaan"


def test_a_guardian_is_recognised_by_relation_and_keeps_the_phone(archive):
    known = archive.save(MELATI)
    before = archive.save(replace(father("Jati", student_id=known.id), phone="081200000002"))
    preview = imported(archive, sheet(MELATI, guardians=[father("Jati Rekaan", "Petani")]))
    assert preview.changed[0].fields == (
        FieldChange("nama ayah", "Jati", "Jati Rekaan"),
        FieldChange("pekerjaan ayah", "", "Petani"),
    )
    [(_student, guardians)] = kept(archive)
    assert guardians == (replace(before, name="Jati Rekaan", occupation="Petani"),)


def test_of_two_guardians_of_one_relation_only_the_one_named_changes(archive):
    known = archive.save(MELATI)
    for name in ("Sekar Rekaan", "Tegar Rekaan"):
        archive.save(Guardian(student_id=known.id, relation=Relation.GUARDIAN, name=name))
    named = Guardian(
        student_id=0, relation=Relation.GUARDIAN, name="TEGAR REKAAN", occupation="Guru"
    )
    imported(archive, sheet(MELATI, guardians=[named]))
    [(_student, guardians)] = kept(archive)
    assert [(one.name, one.occupation) for one in guardians] == [
        ("Sekar Rekaan", ""),
        ("TEGAR REKAAN", "Guru"),
    ]


def test_one_nisn_on_two_students_joins_nobody(archive):
    twice = sheet(MELATI, replace(BAYU, nisn=MELATI.nisn))
    assert len(imported(archive, twice).new) == 2
    assert imported(archive, twice).unchanged == 2
    assert [student.name for student, _ in kept(archive)] == ["Melati Rekaan", "Bayu Rekaan"]


def test_a_student_whom_the_file_does_not_name_stays(archive):
    archive.save(BAYU)
    imported(archive, sheet(MELATI))
    assert [student.name for student, _ in kept(archive)] == ["Bayu Rekaan", "Melati Rekaan"]


def test_what_reading_found_odd_is_in_the_preview():
    odd, left_out = Oddity(9, "Baris 9: …"), Oddity(8, "Baris 8: …")
    preview = compare(Sheet((), (odd,), (left_out,)), ())
    assert preview == Preview(skipped=(left_out,), warnings=(odd,))


@pytest.mark.parametrize("stop_at", [0, 1, 2, 3])
def test_stopping_anywhere_leaves_nothing_half_done(archive, stop_at):
    known = archive.save(replace(MELATI, class_name="VII-A"))
    third = replace(BAYU, name="Kenanga Rekaan", nisn="0099999903")
    preview = compare(sheet(MELATI, BAYU, third, guardians=[father()]), kept(archive))

    def report(done, total):
        assert total == 3
        if done == stop_at:
            raise Stopped

    with pytest.raises(Stopped):
        apply(preview, archive, report)
    assert kept(archive) == ((known, ()),)


def test_a_file_goes_into_the_archive_and_the_next_year_s_updates_it(archive, sheet_of):
    header = ["Nama", "NISN", "NIPD", "JK", "Tanggal Lahir", "Rombel Saat Ini", "Nama Ibu"]
    first = [
        ["MELATI REKAAN", "0099999901", "1", "P", "2012-05-17", "VIII-A", "Mawar Rekaan"],
        ["BAYU REKAAN", 99999902, "2", "L", date(2012, 1, 2), "VIII-A", "-"],
    ]
    imported(archive, read_students(sheet_of([header, *first]), nothing))
    later = [
        ["MELATI REKAAN", "0099999901", "1", "P", "2012-05-17", "IX-A", ""],
        ["KENANGA REKAAN", "0099999903", "3", "P", "2014-03-04", "VII-A", "Seruni Rekaan"],
    ]
    preview = imported(archive, read_students(sheet_of([header, *later]), nothing))
    assert (len(preview.new), len(preview.changed), preview.unchanged) == (1, 1, 0)
    assert [
        (student.name, student.class_name, [guardian.name for guardian in guardians])
        for student, guardians in kept(archive)
    ] == [
        ("MELATI REKAAN", "IX-A", ["Mawar Rekaan"]),
        ("BAYU REKAAN", "VIII-A", []),
        ("KENANGA REKAAN", "VII-A", ["Seruni Rekaan"]),
    ]


NAMES = st.sampled_from(["Melati", "MELATI", "Bayu", "Kenanga R."])
NUMBERS = st.sampled_from(["", "123", "0099999901", "0099999902", "0000000000", 99999903])
DAYS = st.sampled_from([None, "2012-05-17", "17/05/2012", "2013-01-01", "kemarin"])
CLASSES = st.sampled_from(["", "VII-A", "VIII-B"])
PARENTS = st.sampled_from(["", "-", "Jati", "Sekar"])
ROWS = st.lists(st.tuples(NAMES, NUMBERS, DAYS, CLASSES, PARENTS, PARENTS), min_size=1, max_size=6)
HEADER = ("Nama", "NISN", "Tanggal Lahir", "Rombel", "Nama Ibu", "Nama Wali")
STUDENTS = st.builds(
    Student,
    name=NAMES,
    nisn=st.sampled_from(["", "123", "0099999901", "0099999903"]),
    birth_date=st.sampled_from([None, BORN]),
    class_name=CLASSES,
)
GUARDIANS = st.builds(
    Guardian,
    student_id=st.just(0),
    relation=st.sampled_from(Relation),
    name=st.sampled_from(["Jati", "SEKAR", "Mawar"]),
)
ARCHIVED = st.lists(st.tuples(STUDENTS, st.lists(GUARDIANS, max_size=3)), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, archived=ARCHIVED)
def test_importing_the_same_file_again_changes_nothing(tmp_path_factory, sheet_of, rows, archived):
    folder = tmp_path_factory.mktemp("arsip")
    found = read_students(sheet_of([HEADER, *rows]), nothing)
    with Archive.open(folder / "arsip.kkdb", bytes(32)) as archive:
        for student, guardians in archived:
            student_id = archive.save(student).id
            for guardian in guardians:
                archive.save(replace(guardian, student_id=student_id))
        before = kept(archive)
        first = imported(archive, found)
        assert len(first.new) + len(first.changed) + first.unchanged == len(found.rows)
        after = kept(archive)
        again = imported(archive, found)
        assert (again.new, again.changed, again.unchanged) == ((), (), len(found.rows))
        assert kept(archive) == after
    people = {student.id: guardians for student, guardians in after}
    for student, guardians in before:
        assert {one.id for one in guardians} <= {one.id for one in people[student.id]}

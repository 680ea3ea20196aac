import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from playhouse.test_utils import count_queries

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveTooNew, NotAnArchive, WrongKey
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import ActionState, Aim, Direction

KEY = bytes(range(32))


def test_what_was_saved_is_there_after_a_restart(tmp_path):
    path = tmp_path / "arsip.kkdb"
    with Archive.open(path, KEY) as archive:
        kept = archive.save(Student(name="Bayu Made-up", birth_date=date(2012, 5, 4)))
    with Archive.open(path, KEY) as archive:
        assert archive.get(Student, kept.id) == kept


def test_saving_again_changes_the_same_row(archive, conference):
    changed = replace(
        conference, place="Ruang BK", aims=(Aim.PICTURE, Aim.INFORMED), directions=tuple(Direction)
    )
    archive.save(changed)
    assert archive.plan(conference.id).conference == changed


def test_what_was_removed_cannot_be_saved_by_mistake(archive, conference):
    guest = archive.save(Participant(conference_id=conference.id, name="Sari"))
    archive.remove(guest)
    with pytest.raises(LookupError):
        archive.save(guest)


def test_a_failure_inside_together_keeps_nothing(archive):
    def save_two_and_fail():
        with archive.together():
            archive.save(Student(name="A"))
            archive.save(Student(name="B"))
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        save_two_and_fail()
    assert archive.every(Student) == ()


def test_a_wrong_key_says_so_and_changes_nothing(tmp_path):
    path = tmp_path / "arsip.kkdb"
    with Archive.open(path, KEY):
        pass
    before = path.read_bytes()
    with pytest.raises((WrongKey, NotAnArchive)), Archive.open(path, bytes(32)):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Bukan arsip. " * 500, b"x", bytes(4096)])
def test_a_file_that_is_no_archive_says_so_and_stays_as_it_was(tmp_path, content):
    path = tmp_path / "arsip.kkdb"
    path.write_bytes(content)
    with pytest.raises((WrongKey, NotAnArchive)), Archive.open(path, KEY):
        pass
    assert path.read_bytes() == content


def test_a_plain_database_is_no_archive(tmp_path):
    path = tmp_path / "arsip.kkdb"
    plain = sqlite3.connect(path)
    plain.execute("create table t (a)")
    plain.commit()
    plain.close()
    before = path.read_bytes()
    with pytest.raises((WrongKey, NotAnArchive)), Archive.open(path, KEY):
        pass
    assert path.read_bytes() == before


def test_no_plain_text_on_disk(tmp_path):
    with Archive.open(tmp_path / "arsip.kkdb", KEY) as archive:
        archive.save(Student(name="RAHASIA-9f3"))
        assert not [path for path in tmp_path.iterdir() if b"RAHASIA-9f3" in path.read_bytes()]


def test_a_newer_archive_is_refused_and_stays_as_it_was(tmp_path):
    path = tmp_path / "arsip.kkdb"
    with Archive.open(path, KEY) as archive:
        archive._database.execute_sql(
            "insert into schema_migration (name, applied) values ('9999_future', '2030-01-01')"
        )
    before = path.read_bytes()
    with pytest.raises(ArchiveTooNew, match="lebih baru"), Archive.open(path, KEY):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("read", "queries"), [("plan", 9), ("meeting", 20), ("appraisal", 22), ("follow_up", 28)]
)
@pytest.mark.parametrize("guests", [0, 30])
def test_a_stage_is_read_in_a_fixed_number_of_queries(archive, conference, read, queries, guests):
    for number in range(guests):
        archive.save(Participant(conference_id=conference.id, name=f"Tamu {number}"))
    with count_queries() as counted:
        getattr(archive, read)(conference.id)
    assert counted.count <= queries


def test_a_follow_up_knows_the_open_actions_of_the_other_meetings(archive, case, conference):
    first = archive.save(Action(conference_id=conference.id, what="Kunjungan rumah"))
    archive.save(Action(conference_id=conference.id, what="Mediasi", chosen=False))
    archive.save(Action(conference_id=conference.id))
    second = archive.save(Conference(case_id=case.id, number=2))
    archive.save(Action(conference_id=second.id, what="Konsultasi"))
    assert archive.follow_up(second.id).open_elsewhere == 1
    archive.save(replace(first, state=ActionState.DONE))
    assert archive.follow_up(second.id).open_elsewhere == 0
    assert archive.follow_up(conference.id).open_elsewhere == 1


def test_case_codes_count_up_in_their_year_and_are_never_given_again(archive, student):
    def opened(on):
        return archive.register.open_case(Case(code="", student_id=student.id, opened_on=on))

    first, second = opened(date(2026, 3, 2)), opened(date(2026, 3, 3))
    archive.remove(second)
    third, next_year = opened(date(2026, 12, 31)), opened(date(2027, 1, 1))
    assert [case.code for case in (first, second, third, next_year)] == [
        "KK-2026-001",
        "KK-2026-002",
        "KK-2026-003",
        "KK-2027-001",
    ]

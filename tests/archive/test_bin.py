"""What was removed comes back whole, or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.deletion import Deletion, NotRestorable, RemovedKind
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Contribution, Remark
from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    DocumentKind,
    LetterState,
    Presence,
    Relation,
    RemarkKind,
)
from tests.conftest import NOON


def deletion(case_id=None, removed_at=NOON):
    return Deletion(removed_at=removed_at, case_id=case_id, kind=RemovedKind.OTHER, title="x")


def whole(archive):
    """Every row of every table, with its uid."""
    return {
        kind: [tuple(row) for row in table.select().order_by(table.id).tuples()]
        for kind, table in TABLE_OF.items()
        if kind is not Deletion
    }


@pytest.fixture
def guest(archive, conference):
    """Somebody who was invited, came, spoke, promised, and dissented."""
    guest = archive.save(Participant(conference_id=conference.id, name="Ratna"))
    own = {"conference_id": conference.id, "participant_id": guest.id}
    archive.save(Attendance(**own, presence=Presence.PRESENT))
    archive.save(Contribution(**own, agenda=Agenda.INFORMATION, text="Rajin", said_at=NOON))
    archive.save(Commitment(**own, text="Mendampingi"))
    archive.save(Remark(**own, kind=RemarkKind.DISSENT, text="Lain"))
    archive.save(
        Letter(
            case_id=conference.case_id,
            conference_id=conference.id,
            participant_id=guest.id,
            kind=DocumentKind.INVITATION,
            number="1",
            dated=NOON.date(),
            recipient="Ratna",
            subject="Undangan",
            state=LetterState.ISSUED,
        )
    )
    return guest


def test_all_that_hung_on_it_comes_back_with_its_names_and_pointers(archive, guest):
    before = whole(archive)
    kept = archive.bin.remove(guest, deletion())
    assert archive.every(Contribution) == archive.every(Attendance) == ()
    assert archive.every(Remark)[0].participant_id is None
    assert archive.bin.restore(kept.id) == (Participant, guest.id)
    assert whole(archive) == before
    assert archive.bin.count() == 0


def test_a_number_that_was_given_away_is_not_taken_back(archive, conference, guest):
    uid = TABLE_OF[Participant].get_by_id(guest.id).uid
    kept = archive.bin.remove(guest, deletion())
    other = archive.save(Participant(conference_id=conference.id, name="Sutrisno"))
    assert other.id == guest.id, "SQLite gives the number of the last row again"
    _kind, back = archive.bin.restore(kept.id)
    assert back != guest.id
    assert TABLE_OF[Participant].get_by_id(back).uid == uid
    assert archive.get(Participant, other.id).name == "Sutrisno"
    [said] = archive.every(Contribution)
    [letter] = archive.every(Letter)
    assert said.participant_id == letter.participant_id == back


def test_what_hung_on_something_that_is_gone_waits_for_it(archive, conference):
    action = archive.save(Action(conference_id=conference.id, what="Belajar"))
    look = archive.save(Progress(action_id=action.id, noted_on=NOON.date(), text="Baik"))
    first = archive.bin.remove(look, deletion())
    second = archive.bin.remove(action, deletion())
    archive.save(Action(conference_id=conference.id, what="Yang lain"))
    with pytest.raises(NotRestorable):
        archive.bin.restore(first.id)
    assert archive.every(Progress) == ()
    assert archive.bin.count() == 2, "it still waits"
    archive.bin.restore(second.id)
    archive.bin.restore(first.id)
    [back] = archive.every(Progress)
    assert archive.get(Action, back.action_id).what == "Belajar"


def test_a_place_that_is_taken_refuses_and_changes_nothing(archive, conference, guest):
    [attendance] = archive.every(Attendance)
    kept = archive.bin.remove(attendance, deletion())
    archive.save(replace(attendance, id=0))
    before = whole(archive)
    with pytest.raises(NotRestorable):
        archive.bin.restore(kept.id)
    assert whole(archive) == before
    assert archive.bin.count() == 1


def test_it_comes_back_once(archive):
    person = archive.save(Person(name="Rina"))
    kept = archive.bin.remove(person, deletion())
    archive.bin.restore(kept.id)
    with pytest.raises(LookupError):
        archive.bin.restore(kept.id)
    with pytest.raises(LookupError):
        archive.bin.remove(replace(person, id=99), deletion())
    assert archive.every(Person) == (person,)


def test_a_student_comes_back_with_the_guardians(archive, school):
    student = archive.save(Student(name="Yoga"))
    for relation in (Relation.MOTHER, Relation.FATHER):
        archive.save(Guardian(student_id=student.id, relation=relation, name="Wali"))
    kept = archive.bin.remove(student, deletion())
    assert archive.bin.hangs_on(student) is False
    archive.bin.restore(kept.id)
    assert archive.bin.hangs_on(student) is True
    assert len(archive.lists.guardians(student.id)) == 2


def test_a_column_that_is_younger_than_the_removal_gets_its_default(archive, conference):
    action = archive.save(Action(conference_id=conference.id, what="Belajar"))
    kept = archive.bin.remove(action, deletion())
    archive._database.execute_sql(
        "update deleted_row set content = json_remove(content, '$.values.chosen')"
    )
    archive.bin.restore(kept.id)
    assert archive.every(Action) == (action,)


def test_thirty_days_later_it_is_gone_for_good(archive, conference):
    for days, name in ((0, "Muda"), (31, "Tua")):
        person = archive.save(Person(name=name))
        archive.bin.remove(person, deletion(removed_at=NOON - timedelta(days=days)))
    assert archive.bin.purge(NOON - timedelta(days=30)) == 1
    assert archive.bin.count() == 1
    [(left,)] = archive._database.execute_sql("select count(*) from deleted_row").fetchall()
    assert left == 1


def test_what_waits_is_told_newest_first_with_case_and_remover(archive, conference, account):
    case = archive.get(Case, conference.case_id)
    for number in range(2):
        remark = archive.save(
            Remark(conference_id=conference.id, kind=RemarkKind.QUESTION, text=f"{number}?")
        )
        archive.bin.remove(
            remark,
            Deletion(
                removed_at=NOON + timedelta(minutes=number),
                account_id=account.id,
                case_id=case.id,
                kind=RemovedKind.REMARK,
                title=remark.text,
            ),
        )
    archive.bin.remove(archive.save(Person(name="Rina")), deletion())
    first, second = archive.bin.waiting(case_id=case.id)
    assert (first.title, first.code, first.by) == ("1?", case.code, account.name)
    assert second.title == "0?"
    assert len(archive.bin.waiting()) == 3
    archive.bin.forget(first.deletion_id)
    assert archive.bin.waiting(case_id=case.id) == (second,)

from dataclasses import replace

import pytest
from playhouse.test_utils import count_queries

from konfkasus_gui.procedure import conduct
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.planning import DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    CaseState,
    ConclusionKind,
    Presence,
    RemarkKind,
    Stage,
)


@pytest.fixture
def told(session):
    """Everything but lines of the history that the session said has changed."""
    heard = []

    def hear(record):
        if not isinstance(record, AuditEvent):
            heard.append(record)

    session.changed.connect(hear)
    return heard


@pytest.fixture
def guest(session, conference):
    return session.save(Participant(conference_id=conference.id, name="Hendra"))


@pytest.fixture
def said(session, conference, guest):
    return session.save(
        Contribution(
            conference_id=conference.id,
            participant_id=guest.id,
            agenda=Agenda.INFORMATION,
            text="Sering mengantuk.",
            said_at=session.now(),
        )
    )


def test_what_is_saved_is_told_with_its_id(session, told):
    kept = session.save(Student(name="Bayu"))
    assert told == [kept]
    assert kept.id


def test_a_stage_is_read_once_until_something_changes(session, conference, guest):
    session.meeting(conference.id)
    with count_queries() as counted:
        session.meeting(conference.id)
    assert counted.count == 0
    session.save(replace(guest, name="Hendra Gunawan"))
    assert session.meeting(conference.id).plan.participants[0].name == "Hendra Gunawan"


def test_what_belongs_together_is_told_at_the_end(session, told):
    with session.together():
        session.save(Student(name="A"))
        with session.together():
            session.save(Student(name="B"))
        assert told == []
    assert [student.name for student in told] == ["A", "B"]


def test_a_failure_tells_and_keeps_nothing(session, told):
    def save_and_fail():
        with session.together():
            session.save(Student(name="A"))
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        save_and_fail()
    assert told == []
    assert session.archive.every(Student) == ()


def test_final_minutes_take_no_change(session, conference, said, guest):
    session.save(conduct.finalise(session.meeting(conference.id), session.now()))
    with pytest.raises(conduct.MinutesFinal):
        session.save(replace(said, text="lain"))
    with pytest.raises(conduct.MinutesFinal):
        session.remove(said)
    with pytest.raises(conduct.MinutesFinal):
        session.save(Commitment(conference_id=conference.id, participant_id=guest.id, text="x"))
    session.save(replace(said, meaningful=True))
    assert session.meeting(conference.id).contributions[0].meaningful


def test_a_bookmark_and_a_finished_stage_are_remembered(session, conference):
    session.set_bookmark(conference.id, Stage.PLANNING, "CONSENT")
    session.finish_stage(conference.id, Stage.PLANNING)
    session.finish_stage(conference.id, Stage.PLANNING)
    assert session.bookmark(conference.id, Stage.PLANNING) == "CONSENT"
    deeds = [event.deed for event in session.lists.history(conference.case_id)]
    assert deeds == [Deed.STAGE_FINISHED]


def test_a_reason_for_going_on_is_kept(session, conference):
    session.save(
        Waiver(
            conference_id=conference.id,
            gap="plan.data",
            sentence="Himpunan data masih kosong.",
            reason="menyusul",
            noted_at=session.now(),
        )
    )
    assert session.plan(conference.id).waivers[0].reason == "menyusul"


def test_locking_says_so_before_anything_is_forgotten(session, conference):
    heard = []
    session.locked.connect(lambda: heard.append(session.plan(conference.id).case.code))
    session.lock()
    assert heard == ["KK-2026-001"]


def test_what_a_worker_changed_is_read_anew_and_told(qtbot, session):
    assert session.school.name == "SMP Negeri 1 Sukamaju"
    session.archive.save(replace(session.school, name="SMP Negeri 2 Sukamaju"))
    with qtbot.waitSignal(session.changed) as told:
        session.refresh()
    assert told.args == [None]
    assert session.school.name == "SMP Negeri 2 Sukamaju"


def test_the_counselor_at_work_is_known_by_the_new_name(session, account):
    session.save(replace(account, name="Dra. Siti Aminah, M.Pd."))
    assert session.account.name == "Dra. Siti Aminah, M.Pd."


def test_the_meeting_of_a_frozen_case_takes_no_change(session, conference, said):
    case = session.plan(conference.id).case
    session.save(replace(case, state=CaseState.FROZEN))
    with pytest.raises(CaseNotOpen):
        session.save(replace(said, text="lain"))
    with pytest.raises(CaseNotOpen):
        session.remove(said)


def test_what_was_read_of_a_meeting_follows_each_line_that_is_kept(session, conference, guest):
    """A crowded meeting is not read anew at each key; what stands in memory is the archive's."""
    session.meeting(conference.id)
    here = {"conference_id": conference.id}
    mine = {**here, "participant_id": guest.id}
    asked = {**mine, "agenda": Agenda.INFORMATION, "said_at": session.now()}
    later = session.save(Contribution(**asked, text="Kedua", place=2))
    first = session.save(Contribution(**asked, text="Pertama", place=1))
    conclusion = session.save(Conclusion(**here, kind=ConclusionKind.POSITIVE, text="Tekun"))
    item = session.save(DataItem(case_id=conference.case_id, aspect=Aspect.HEALTH, text="Sehat"))
    for value in (
        Attendance(**mine, presence=Presence.PRESENT),
        Presentation(**here, data_item_id=item.id),
        Abstention(**mine, agenda=Agenda.OPINION),
        Remark(**here, kind=RemarkKind.CLIENT, text="Saya mau."),
        Commitment(**mine, text="Janji"),
        Citation(**here, conclusion_id=conclusion.id, contribution_id=first.id),
        Answer(**here, question="Waktu tidur", contribution_id=later.id),
        Duration(**here, agenda=Agenda.OPENING, seconds=5),
        replace(later, place=0, text="Kini pertama"),
    ):
        session.save(value)
        assert session.meeting(conference.id) == session.archive.meeting(conference.id)
    session.remove(first)
    assert session.meeting(conference.id) == session.archive.meeting(conference.id)
    assert session.meeting(conference.id).citations == ()


def test_a_line_that_is_kept_costs_no_reading_of_the_whole(session, conference, guest, said):
    session.meeting(conference.id)
    with count_queries() as counter:
        session.save(replace(said, text="Mengantuk pada jam pertama"))
        session.meeting(conference.id)
    assert counter.count <= 8

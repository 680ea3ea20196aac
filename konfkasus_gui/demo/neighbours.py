"""Other fictional cases in other stages, so that lists look as they do in a school."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.conduct import close_meeting, finalise
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.vocabulary import (
    AssessmentKind,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Field,
    Group,
    Raiser,
    Service,
    Stage,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.session import Session


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A case that is not told in full: how far it has come, and its one action if it has any."""

    opened_on: date
    problem: str
    fields: tuple[Field, ...]
    reached: Stage
    consented: bool = True
    action: str = ""
    who: str = ""
    due_on: date | None = None


NEIGHBOURS = (
    Neighbour(
        date(2026, 10, 5),
        "Belum menentukan pilihan sekolah lanjutan dan sering menghindari pembicaraan itu.",
        (Field.CAREER,),
        Stage.FOLLOW_UP,
        action="Konseling individual",
        who="Dra. Siti Aminah",
        due_on=date(2026, 11, 24),
    ),
    Neighbour(
        date(2026, 10, 12),
        "Nilai tiga pelajaran turun sejak pindah rumah.",
        (Field.LEARNING,),
        Stage.FOLLOW_UP,
        action="Jadwal remedial",
        who="Lestari Dewi, M.Pd.",
        due_on=date(2026, 11, 23),
    ),
    Neighbour(
        date(2026, 10, 19),
        "Sering sendiri pada jam istirahat dan menolak kerja kelompok.",
        (Field.SOCIAL, Field.PERSONAL),
        Stage.FOLLOW_UP,
        action="Kunjungan rumah",
        who="Dra. Siti Aminah",
        due_on=date(2026, 11, 21),
    ),
    Neighbour(
        date(2026, 11, 2),
        "Berselisih dengan teman sekelas tiga kali dalam sebulan.",
        (Field.SOCIAL,),
        Stage.MEETING,
    ),
    Neighbour(
        date(2026, 11, 16),
        "Tidak mengikuti pelajaran olahraga sejak awal semester.",
        (Field.PERSONAL,),
        Stage.PLANNING,
        consented=False,
    ),
)


def move_in(session: Session, neighbour: Neighbour, place: int) -> None:
    """Take one more case as far as it has come; ``place`` picks another student each time."""
    students = session.lists.students(limit=200)
    student = students[(place * 23 + 7) % len(students)]
    with session.together():
        case = deeds.open_case(
            session,
            Case(
                code="",
                student_id=student.id,
                class_name=student.class_name,
                opened_on=neighbour.opened_on,
                problem=neighbour.problem,
                fields=neighbour.fields,
                raised_by=Raiser.HOMEROOM,
                hard=True,
                needs_others=True,
                in_danger=False,
            ),
        )
        conference = deeds.accept_case(session, case)
        if neighbour.consented:
            consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
            agreed = replace(
                consent, state=ConsentState.GIVEN, given_on=neighbour.opened_on + timedelta(days=1)
            )
            deeds.record_consent(session, conference.id, agreed)
        if neighbour.reached is not Stage.PLANNING:
            _meet(session, conference, neighbour)


def _meet(session: Session, conference: Conference, neighbour: Neighbour) -> None:
    day = neighbour.opened_on + timedelta(days=14)
    session.save(
        Participant(
            conference_id=conference.id,
            name="Hendra Gunawan, S.Pd.",
            group=Group.DECIDES,
            capacity="wali kelas",
            reason="Mengajukan kasus",
        )
    )
    opened = replace(
        conference,
        held_on=day,
        starts_at=time(10),
        place="Ruang BK",
        state=ConferenceState.RUNNING,
        opened_at=datetime.combine(day, time(10)),
    )
    session.save(close_meeting(opened, datetime.combine(day, time(11))))
    session.finish_stage(conference.id, Stage.PLANNING)
    if neighbour.reached is Stage.MEETING:
        return
    final = finalise(session.meeting(conference.id), datetime.combine(day, time(13)))
    session.save(final)
    session.finish_stage(conference.id, Stage.MEETING)
    deeds.finish_evaluation(session, Evaluation(conference_id=conference.id, evaluated_on=day))
    at_once = session.follow_up(conference.id).assessment(AssessmentKind.IMMEDIATE)
    session.save(replace(at_once, done_on=day, text="Semua peserta memahami masalahnya."))
    session.save(
        Action(
            conference_id=conference.id,
            what=neighbour.action,
            who=neighbour.who,
            where="sekolah",
            service=Service.INDIVIDUAL,
            due_on=neighbour.due_on,
        )
    )

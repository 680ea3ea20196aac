from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from konfkasus_gui.documents.papers import Materials
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant, Plan
from konfkasus_gui.procedure.proceedings import (
    Attendance,
    Commitment,
    Conclusion,
    Contribution,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.school import Account, Guardian, School, Student
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    Agenda,
    Aspect,
    Basis,
    CaseState,
    ConclusionKind,
    ConsentGiver,
    ConsentState,
    Field,
    Origin,
    PledgeManner,
    Presence,
    Relation,
    RemarkKind,
    Service,
)

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
CODE = "KK-2026-014"
NOT_TYPED = {"name", "chair", "minute_taker", "code", "number", "recipient", "class_name"}


def pages_of(content):
    """The text of each page, with every stretch of white space as one blank."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def logo(size=(40, 60), kind="PNG", mode="RGB"):
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def typed_everywhere(value, words):
    """``value`` with ``words`` after every text that people type, and not after names."""
    if isinstance(value, tuple):
        return tuple(typed_everywhere(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if isinstance(old, str) and field.name not in NOT_TYPED:
                changes[field.name] = f"{old} {words}"
            elif not isinstance(old, str):
                changes[field.name] = typed_everywhere(old, words)
        return replace(value, **changes)
    return value


@pytest.fixture
def read():
    return pages_of


@pytest.fixture
def picture():
    return logo


@pytest.fixture
def full():
    """A made-up case whose meeting was held."""
    guests = tuple(
        Participant(id=number, conference_id=1, name=name, origin=origin, capacity=capacity)
        for number, (name, origin, capacity) in enumerate(
            [
                ("Ratna Wulandari", Origin.FAMILY, "orang tua (ibu)"),
                ("Hendra Gunawan, S.Pd.", Origin.SCHOOL, "wali kelas"),
                ("Nurul Hidayah, M.Psi.", Origin.OUTSIDE, "psikolog"),
            ],
            1,
        )
    )
    plan = Plan(
        case=Case(
            id=1,
            code=CODE,
            student_id=1,
            class_name="IX-A",
            state=CaseState.OPEN,
            opened_on=FRIDAY,
            problem="Sering terlambat karena membantu usaha keluarga.",
            fields=(Field.LEARNING, Field.PERSONAL),
        ),
        conference=Conference(
            id=1,
            case_id=1,
            wanted="Keterangan tentang waktu tidur.",
            held_on=MONDAY,
            starts_at=time(10),
            ends_at=time(11, 30),
            place="Ruang BK",
            chair="Dra. Siti Aminah",
            minute_taker="Budi Santoso, S.Pd.",
            confirm_by=FRIDAY,
            opened_at=datetime(2026, 11, 23, 10, 2),
            closed_at=datetime(2026, 11, 23, 11, 26),
            aim_stated=True,
            secrecy_stated=True,
            diagnosis="Waktu istirahat kurang.",
            minutes_final_at=datetime(2026, 11, 23, 13),
        ),
        consents=(
            Consent(
                case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN, given_on=FRIDAY
            ),
            Consent(
                case_id=1,
                giver=ConsentGiver.GUARDIAN,
                name="ratna wulandari",
                state=ConsentState.CONDITIONAL,
                exceptions="Penghasilan keluarga tidak dibicarakan.",
            ),
        ),
        participants=guests,
        data_items=(
            DataItem(id=1, case_id=1, aspect=Aspect.ATTENDANCE, text="Hadir 78 %", shareable=True),
            DataItem(id=2, case_id=1, aspect=Aspect.HEALTH, text="Belum boleh dibuka"),
        ),
        letters=tuple(
            Letter(
                case_id=1,
                conference_id=1,
                participant_id=guest.id,
                year=2026,
                sequence=guest.id,
                number=f"421.3/{guest.id:03}/SMPN1/XI/2026",
                dated=FRIDAY,
                recipient=guest.name,
                subject="Undangan",
            )
            for guest in guests
        ),
    )
    meeting = Meeting(
        plan=plan,
        attendances=tuple(
            Attendance(
                conference_id=1,
                participant_id=number,
                presence=presence,
                arrived_at=arrived,
                represented_by=stand_in,
                pledge=pledge,
            )
            for number, presence, arrived, stand_in, pledge in (
                (1, Presence.PRESENT, time(9, 50), "", PledgeManner.SIGNED),
                (2, Presence.REPRESENTED, None, "Lestari Dewi, M.Pd.", PledgeManner.SPOKEN),
                (3, Presence.EXCUSED, None, "", None),
            )
        ),
        presentations=(Presentation(conference_id=1, data_item_id=1),),
        contributions=(
            Contribution(
                conference_id=1,
                participant_id=1,
                agenda=Agenda.INFORMATION,
                aspect=Aspect.FAMILY,
                basis=Basis.OBSERVED,
                text="Warung tutup pukul 23.30.",
                said_at=datetime(2026, 11, 23, 10, 20),
            ),
        ),
        conclusions=(
            Conclusion(conference_id=1, kind=ConclusionKind.POSITIVE, text="Tekun."),
            Conclusion(conference_id=1, kind=ConclusionKind.POSITIVE, text="Jujur."),
        ),
        remarks=(
            Remark(conference_id=1, kind=RemarkKind.DISSENT, participant_id=2, text="Satu bulan."),
        ),
        commitments=(
            Commitment(
                id=1,
                conference_id=1,
                participant_id=1,
                text="Berhenti pukul 20.00.",
                starts_on=MONDAY,
                agreed=True,
            ),
        ),
    )
    return Materials(
        school=School(
            name="SMP Negeri 1 Sukamaju",
            authority="PEMERINTAH KABUPATEN SUKAMAJU\nDINAS PENDIDIKAN",
            address="Jalan Pendidikan Nomor 1, Sukamaju",
            city="Sukamaju",
            principal="Drs. H. Ahmad Fauzi, M.Pd.",
            principal_identity="NIP 19680512 199303 1 007",
            coordinator="Budi Santoso, S.Pd.",
            logo_left=logo(),
            logo_right=logo((70, 50), "JPEG"),
        ),
        counselor=Account(
            name="Dra. Siti Aminah", phone="080000000201", created_at=datetime(2026, 1, 1)
        ),
        student=Student(name="Anisa Rahmawati", nisn="0099999901", class_name="IX-A"),
        guardians=(
            Guardian(student_id=1, relation=Relation.FATHER, name="Slamet Riyadi"),
            Guardian(student_id=1, relation=Relation.MOTHER, name="Ratna Wulandari"),
        ),
        plan=plan,
        meeting=meeting,
        follow_up=FollowUp(
            Appraisal(meeting, Evaluation(conference_id=1)),
            actions=(
                Action(
                    conference_id=1,
                    commitment_id=1,
                    who="Ratna Wulandari",
                    due_on=date(2026, 12, 7),
                    where="rumah",
                    technique="jadwal harian",
                    service=Service.CONSULTATION,
                    state=ActionState.RUNNING,
                ),
            ),
        ),
        dated=date(2026, 11, 24),
    )


@pytest.fixture
def empty():
    """A school of which only the name is known, and a case where nothing is planned."""
    plan = Plan(
        case=Case(code=CODE, student_id=1, state=CaseState.OPEN, opened_on=FRIDAY),
        conference=Conference(case_id=1),
        consents=tuple(
            Consent(case_id=1, giver=giver, state=ConsentState.GIVEN) for giver in ConsentGiver
        ),
        participants=tuple(
            Participant(id=number, conference_id=1, origin=origin)
            for number, origin in enumerate(Origin, 1)
        ),
    )
    return Materials(
        school=School(name="SMP Negeri 1 Sukamaju"),
        counselor=Account(name="", created_at=datetime(2026, 1, 1)),
        student=Student(name=""),
        plan=plan,
        dated=FRIDAY,
    )


@pytest.fixture
def with_plan():
    """Materials with a changed plan, also inside the meeting and the follow-up."""

    def change(materials, **changes):
        plan = replace(materials.plan, **changes)
        meeting = replace(materials.meeting, plan=plan)
        appraisal = replace(materials.follow_up.appraisal, meeting=meeting)
        follow_up = replace(materials.follow_up, appraisal=appraisal)
        return replace(materials, plan=plan, meeting=meeting, follow_up=follow_up)

    return change


@pytest.fixture
def typed(full):
    """Materials in which the words were typed into every free text."""

    def with_words(words):
        return replace(
            full,
            plan=typed_everywhere(full.plan, words),
            meeting=typed_everywhere(full.meeting, words),
            follow_up=typed_everywhere(full.follow_up, words),
            referral=typed_everywhere(Referral(conference_id=1), words),
        )

    return with_words

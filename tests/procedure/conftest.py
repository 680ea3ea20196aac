from dataclasses import replace
from datetime import date, datetime, time

import pytest

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant, Plan
from konfkasus_gui.procedure.proceedings import (
    Attendance,
    Commitment,
    Conclusion,
    Contribution,
    Presentation,
)
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aim,
    Aspect,
    CaseState,
    ConclusionKind,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Direction,
    Field,
    Group,
    PledgeManner,
    Presence,
    Raiser,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


@pytest.fixture
def complete_plan():
    """A plan that misses nothing."""
    guests = tuple(
        Participant(
            id=number, conference_id=1, name=name, group=group, capacity="guru", reason="mengenal"
        )
        for number, (name, group) in enumerate(
            [("Ratna", Group.DECIDES), ("Hendra", Group.INFORMS), ("Sutrisno", Group.EASES)], 1
        )
    )
    return Plan(
        case=Case(
            id=1,
            code="KK-2026-001",
            student_id=1,
            state=CaseState.OPEN,
            opened_on=MONDAY,
            problem="Sering terlambat.",
            fields=(Field.LEARNING,),
            raised_by=Raiser.HOMEROOM,
        ),
        conference=Conference(
            id=1,
            case_id=1,
            aims=(Aim.PICTURE,),
            held_on=MONDAY,
            starts_at=time(10),
            ends_at=time(11),
            place="Ruang BK",
            chair="Siti",
            minute_taker="Budi",
            directions=tuple(Direction),
        ),
        consents=tuple(
            Consent(id=number, case_id=1, giver=giver, state=ConsentState.GIVEN)
            for number, giver in enumerate(ConsentGiver, 1)
        ),
        participants=guests,
        data_items=(
            DataItem(id=1, case_id=1, aspect=Aspect.ATTENDANCE, text="78 %", shareable=True),
            DataItem(id=2, case_id=1, aspect=Aspect.HEALTH, text="rahasia"),
        ),
        letters=tuple(
            Letter(
                id=guest.id,
                case_id=1,
                conference_id=1,
                participant_id=guest.id,
                year=2026,
                sequence=guest.id,
                number=f"{guest.id}",
                dated=MONDAY,
                recipient=guest.name,
                subject="Undangan",
            )
            for guest in guests
        ),
    )


@pytest.fixture
def complete(complete_plan):
    """A meeting that misses nothing."""
    guests = complete_plan.participants
    conference = replace(
        complete_plan.conference,
        opened_at=NOON,
        state=ConferenceState.RUNNING,
        aim_stated=True,
        case_stated=True,
        secrecy_stated=True,
        diagnosis="Kurang istirahat.",
    )
    return Meeting(
        plan=replace(complete_plan, conference=conference),
        attendances=tuple(
            Attendance(
                id=guest.id,
                conference_id=1,
                participant_id=guest.id,
                presence=Presence.PRESENT,
                pledge=PledgeManner.SPOKEN,
            )
            for guest in guests
        ),
        presentations=(Presentation(id=1, conference_id=1, data_item_id=1),),
        contributions=tuple(
            Contribution(
                id=10 * guest.id + turn,
                conference_id=1,
                participant_id=guest.id,
                agenda=agenda,
                text="keterangan",
                said_at=NOON,
            )
            for guest in guests
            for turn, agenda in enumerate((Agenda.INFORMATION, Agenda.OPINION))
        ),
        conclusions=tuple(
            Conclusion(id=number, conference_id=1, kind=kind, text="kesimpulan")
            for number, kind in enumerate(ConclusionKind, 1)
        ),
        commitments=tuple(
            Commitment(
                id=guest.id, conference_id=1, participant_id=guest.id, text="janji", agreed=True
            )
            for guest in guests
        ),
    )

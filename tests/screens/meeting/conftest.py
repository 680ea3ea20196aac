"""A meeting of two people, at the steps that tests ask for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.procedure.gap import Severity, Waiver, explained
from konfkasus_gui.procedure.meeting import gaps
from konfkasus_gui.procedure.planning import DataItem, Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    ConsentGiver,
    ConsentState,
    Group,
    PledgeManner,
    Presence,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.meeting.wizard import MeetingWizard


def _explain_all(session, conference):
    """Write a reason for everything that asks for one, as a hurried chair would."""
    found = session.meeting(conference.id)
    for gap in gaps(found, session.today()):
        if gap.severity is Severity.REASON and not explained(gap, found.waivers):
            session.save(
                Waiver(
                    conference_id=conference.id,
                    gap=gap.key,
                    sentence=gap.sentence,
                    reason="waktu habis",
                    noted_at=session.now(),
                )
            )


@pytest.fixture
def explain_all():
    """Writes a reason for everything that asks for one."""
    return _explain_all


@pytest.fixture
def planned(session, conference):
    """The client agreed, two people are invited, one data item may be told."""
    consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    deeds.record_consent(session, conference.id, replace(consent, state=ConsentState.GIVEN))
    for name, group in (("Ratna", Group.DECIDES), ("Hendra", Group.INFORMS)):
        session.save(Participant(conference_id=conference.id, name=name, group=group))
    session.save(
        DataItem(
            case_id=conference.case_id,
            aspect=Aspect.ATTENDANCE,
            text="Hadir tepat waktu 78 persen",
            shareable=True,
        )
    )
    return conference


@pytest.fixture
def opened(qtbot, session):
    """Opens wizards and holds them until the test ends."""
    held = []

    def open_wizard(conference):
        wizard = MeetingWizard(session, conference.id)
        held.append(wizard)
        qtbot.addWidget(wizard)
        wizard.resize(1366, 768)
        with qtbot.waitExposed(wizard):
            wizard.show()
        return wizard

    yield open_wizard
    held.clear()


@pytest.fixture
def wizard(opened, planned):
    return opened(planned)


@pytest.fixture
def begun(session, planned, opened):
    """The meeting runs: both are here and have pledged, the chair has spoken."""
    for guest in session.plan(planned.id).participants:
        session.save(
            Attendance(
                conference_id=planned.id,
                participant_id=guest.id,
                presence=Presence.PRESENT,
                pledge=PledgeManner.SPOKEN,
            )
        )
    spoken = {"aim_stated": True, "case_stated": True, "secrecy_stated": True}
    session.save(replace(session.plan(planned.id).conference, **spoken))
    deeds.open_conference(session, session.meeting(planned.id))
    return opened(planned)


@pytest.fixture
def information(begun, session, planned):
    """Item c on the screen; what stands before it has its reason."""
    _explain_all(session, planned)
    begun.go_to(Agenda.INFORMATION)
    assert begun.step is Agenda.INFORMATION
    return begun.page_now


@pytest.fixture
def commitment(begun, session, planned):
    """Item g on the screen."""
    _explain_all(session, planned)
    begun.go_to(Agenda.COMMITMENT)
    assert begun.step is Agenda.COMMITMENT
    return begun.page_now


class Clock:
    """The clock of the session, that tests set."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now

    def pass_time(self, **passed):
        self.now += timedelta(**passed)


@pytest.fixture
def clock(session):
    session.now = Clock(session.now())
    return session.now

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.meeting import Attendance, Commitment, Contribution
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis, ConferenceState, Presence
from konfkasus_gui.screens.evaluation.wizard import open_wizard


@pytest.fixture
def opened(qtbot, session, conference):
    """Opens the evaluation wizard, as often as it is called, and holds it until the test ends."""
    held = []

    def open_evaluation(step=None):
        wizard = open_wizard(session, conference.id)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        held.append(wizard)
        if step is not None:
            wizard.go_to(step)
            assert wizard.step is step
            qtbot.waitUntil(wizard.page_now.content.isVisible)
        return wizard

    yield open_evaluation
    held.clear()


@pytest.fixture
def appraisal(session, conference):
    """Reads stage 3 as the archive has it now."""
    return lambda: session.appraisal(conference.id)


@pytest.fixture
def held(session, conference):
    """A meeting that was held: three said something, two of them promised something."""
    session.save(
        replace(
            conference, held_on=date(2026, 3, 2), opened_at=session.now(), closed_at=session.now()
        )
    )
    guests = []
    for name in ("Ratna Wulandari", "Hendra Gunawan, S.Pd.", "Sutrisno"):
        guest = session.save(Participant(conference_id=conference.id, name=name))
        guests.append(guest)
        session.save(
            Attendance(
                conference_id=conference.id, participant_id=guest.id, presence=Presence.PRESENT
            )
        )
        session.save(
            Contribution(
                conference_id=conference.id,
                participant_id=guest.id,
                agenda=Agenda.INFORMATION,
                aspect=Aspect.FAMILY,
                basis=Basis.OBSERVED,
                text=f"Keterangan {name}",
                said_at=session.now(),
            )
        )
    for guest in guests[:2]:
        session.save(
            Commitment(
                conference_id=conference.id,
                participant_id=guest.id,
                text=f"Janji {guest.name}",
                agreed=True,
            )
        )
    final = replace(
        session.get(Conference, conference.id),
        state=ConferenceState.HELD,
        minutes_final_at=session.now(),
    )
    session.save(final)
    return tuple(guests)

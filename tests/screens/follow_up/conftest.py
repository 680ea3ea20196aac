from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.meeting import Attendance, Commitment
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.vocabulary import ConferenceState, Presence
from konfkasus_gui.screens.follow_up import deeds
from konfkasus_gui.screens.follow_up.wizard import open_wizard


@pytest.fixture
def opened(qtbot, session, conference):
    """Opens the follow-up wizard, as often as it is called, and holds it until the test ends."""
    held = []

    def open_follow_up(step=None):
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

    yield open_follow_up
    held.clear()


@pytest.fixture
def followed(session, conference):
    """Reads stage 4 as the archive has it now."""
    return lambda: session.follow_up(conference.id)


@pytest.fixture
def held(session, conference):
    """A meeting that was held: three were there, two of them promised something."""
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


@pytest.fixture
def acting(session, conference, held, followed):
    """The two promises have become actions; a third action was due a week ago."""
    kept = deeds.keep_commitments(session, followed(), followed().waiting())
    late = session.save(
        Action(
            conference_id=conference.id,
            what="Kunjungan rumah",
            who="Dra. Siti Aminah",
            where="rumah",
            due_on=date(2026, 2, 23),
        )
    )
    return (*kept, late)

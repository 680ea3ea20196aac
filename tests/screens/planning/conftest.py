from dataclasses import replace
from datetime import date, time

import pytest

from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    Aspect,
    ConsentGiver,
    ConsentState,
    Direction,
    Group,
)
from konfkasus_gui.screens.planning.wizard import open_wizard


@pytest.fixture
def opened(opener):
    """Opens the planning wizard, as often as it is called, and holds it until the test ends."""
    return opener(open_wizard)


@pytest.fixture
def plan(session, conference):
    """Reads stage 1 as the archive has it now."""
    return lambda: session.plan(conference.id)


@pytest.fixture
def consented(session, case):
    """The client and the mother have agreed."""
    return tuple(
        session.save(Consent(case_id=case.id, giver=giver, state=ConsentState.GIVEN))
        for giver in ConsentGiver
    )


@pytest.fixture
def directory(session, archive):
    """Three people of the directory."""
    people = (
        Person(name="Hendra Gunawan, S.Pd.", capacity="Wali kelas IX-A"),
        Person(name="Lestari Dewi, M.Pd.", capacity="Guru matematika"),
        Person(name="Sutrisno", capacity="Ketua RT", institution="RT 03", outside=True),
    )
    return tuple(session.save(person) for person in people)


@pytest.fixture
def guests(session, conference):
    """One participant of each group."""
    return tuple(
        session.save(
            Participant(
                conference_id=conference.id,
                name=name,
                group=group,
                capacity=capacity,
                reason="Mengenal konseli",
            )
        )
        for name, group, capacity in (
            ("Ratna Wulandari", Group.DECIDES, "Ibu"),
            ("Lestari Dewi, M.Pd.", Group.INFORMS, "Guru matematika"),
            ("Sutrisno", Group.EASES, "Ketua RT"),
        )
    )


@pytest.fixture
def ready(session, conference, case, consented, guests):
    """Everything is planned; only the numbers are missing."""
    session.save(
        DataItem(case_id=case.id, aspect=Aspect.ATTENDANCE, text="Terlambat.", shareable=True)
    )
    return session.save(
        replace(
            session.get(Conference, conference.id),
            aims=(Aim.PICTURE,),
            held_on=date(2026, 3, 9),
            starts_at=time(10, 0),
            place="Ruang BK",
            chair="Dra. Siti Aminah",
            minute_taker="Lestari Dewi, M.Pd.",
            directions=tuple(Direction),
        )
    )

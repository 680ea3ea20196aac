from datetime import date

import pytest

from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.screens.follow_up import deeds
from konfkasus_gui.screens.follow_up.wizard import open_wizard


@pytest.fixture
def opened(opener):
    """Opens the follow-up wizard, as often as it is called, and holds it until the test ends."""
    return opener(open_wizard)


@pytest.fixture
def followed(session, conference):
    """Reads stage 4 as the archive has it now."""
    return lambda: session.follow_up(conference.id)


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

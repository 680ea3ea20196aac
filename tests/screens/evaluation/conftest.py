import pytest

from konfkasus_gui.screens.evaluation.wizard import open_wizard


@pytest.fixture
def opened(opener):
    """Opens the evaluation wizard, as often as it is called, and holds it until the test ends."""
    return opener(open_wizard)


@pytest.fixture
def appraisal(session, conference):
    """Reads stage 3 as the archive has it now."""
    return lambda: session.appraisal(conference.id)

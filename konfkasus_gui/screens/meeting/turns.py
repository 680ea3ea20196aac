"""Taking a turn under an agenda item: saying something, promising, or having nothing to add."""

from typing import TypeVar

from konfkasus_gui.procedure.attending import arriving, uninvited
from konfkasus_gui.procedure.meeting import (
    Abstention,
    Commitment,
    Contribution,
    abstention,
)
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda
from konfkasus_gui.screens.session import Session

S = TypeVar("S", Contribution, Commitment)


def speak(session: Session, said: S) -> S:
    """Keep what somebody said or promised; that there was nothing to add no longer holds."""
    agenda = said.agenda if isinstance(said, Contribution) else Agenda.COMMITMENT
    none = abstention(session.meeting(said.conference_id), said.participant_id, agenda)
    with session.together():
        if none is not None and said.text.strip():
            session.remove(none)
        return session.save(said)


def have_nothing(session: Session, conference_id: int, guest_id: int, agenda: Agenda) -> None:
    """Note that the participant has nothing to add under ``agenda``."""
    if abstention(session.meeting(conference_id), guest_id, agenda) is None:
        session.save(
            Abstention(conference_id=conference_id, participant_id=guest_id, agenda=agenda)
        )


def take_back(session: Session, conference_id: int, guest_id: int, agenda: Agenda) -> None:
    """Forget that the participant had nothing to add under ``agenda``."""
    none = abstention(session.meeting(conference_id), guest_id, agenda)
    if none is not None:
        session.remove(none)


def welcome(session: Session, conference_id: int, name: str, capacity: str) -> Participant:
    """A seat for a guest who came without an invitation, and the line that tells they are here."""
    meeting = session.meeting(conference_id)
    with session.together():
        guest = session.save(uninvited(meeting, name, capacity))
        session.save(arriving(meeting, guest, session.now()))
    return guest

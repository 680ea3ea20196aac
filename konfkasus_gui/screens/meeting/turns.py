"""Taking a turn under an agenda item: saying something, promising, or having nothing to add."""

from dataclasses import replace
from typing import TypeVar, cast

from konfkasus_gui.procedure.attending import arriving, uninvited
from konfkasus_gui.procedure.meeting import abstention
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Abstention, Commitment, Contribution
from konfkasus_gui.procedure.rounds import last_place, moved
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Group
from konfkasus_gui.screens.session import Session

S = TypeVar("S", Contribution, Commitment)


def speak(session: Session, said: S) -> S:
    """Keep what somebody said or promised; that there was nothing to add no longer holds."""
    meeting = session.meeting(said.conference_id)
    agenda, aspect = Agenda.COMMITMENT, None
    if isinstance(said, Contribution):
        agenda, aspect = said.agenda, said.aspect
        if not said.id:
            said = replace(said, place=last_place(meeting, agenda) + 1)
    nones = {abstention(meeting, said.participant_id, agenda, about) for about in (None, aspect)}
    with session.together():
        if said.text.strip():
            for none in nones - {None}:
                session.remove(cast(Abstention, none))
        return session.save(said)


def have_nothing(
    session: Session,
    conference_id: int,
    guest_id: int,
    agenda: Agenda,
    aspect: Aspect | None = None,
) -> None:
    """Note that the participant has nothing to add under ``agenda``, or about ``aspect``."""
    if abstention(session.meeting(conference_id), guest_id, agenda, aspect) is None:
        session.save(
            Abstention(
                conference_id=conference_id,
                participant_id=guest_id,
                agenda=agenda,
                aspect=aspect,
            )
        )


def take_back(
    session: Session,
    conference_id: int,
    guest_id: int,
    agenda: Agenda,
    aspect: Aspect | None = None,
) -> None:
    """Forget that the participant had nothing to add under ``agenda``, or about ``aspect``."""
    none = abstention(session.meeting(conference_id), guest_id, agenda, aspect)
    if none is not None:
        session.remove(none)


def put_elsewhere(session: Session, conference_id: int, said_id: int, by: int) -> None:
    """Move what was said ``by`` places down in its agenda item."""
    with session.together():
        for one in moved(session.meeting(conference_id), said_id, by):
            session.save(one)


def welcome(
    session: Session, conference_id: int, name: str, group: Group, capacity: str, reason: str
) -> Participant:
    """A seat for a guest who came without an invitation, and the line that tells they are here.

    Raises:
        GuestUnknown: see ``attending.uninvited``.
    """
    meeting = session.meeting(conference_id)
    with session.together():
        guest = session.save(uninvited(meeting, name, group, capacity, reason))
        session.save(arriving(meeting, guest, session.now()))
    return guest

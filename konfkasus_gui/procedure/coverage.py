"""The board of item c: what each participant gave of each aspect, and what is still unasked."""

from collections.abc import Mapping
from enum import Enum

from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect

Square = tuple[int, Aspect]
"""The id of a participant, and an aspect."""


class Coverage(Enum):
    """What one participant gave of one aspect."""

    GIVEN = "given"
    NOTHING = "nothing"
    UNASKED = "unasked"


def coverage(meeting: Meeting) -> Mapping[Square, Coverage]:
    """What was given and what is known not to be there; a square not named is unasked."""
    board: dict[Square, Coverage] = {}
    for none in meeting.abstentions:
        if none.agenda is not Agenda.INFORMATION:
            continue
        for aspect in Aspect if none.aspect is None else (none.aspect,):
            board[none.participant_id, aspect] = Coverage.NOTHING
    for said in meeting.contributions:
        if said.agenda is Agenda.INFORMATION and said.aspect is not None and said.text.strip():
            board[said.participant_id, said.aspect] = Coverage.GIVEN
    return board


def without_aspect(meeting: Meeting) -> Mapping[int, tuple[int, ...]]:
    """By the id of a participant, what they said under c of no aspect yet: ids, in order."""
    found: dict[int, list[int]] = {}
    for said in meeting.contributions:
        if said.agenda is Agenda.INFORMATION and said.aspect is None and said.text.strip():
            found.setdefault(said.participant_id, []).append(said.id)
    return {guest_id: tuple(ids) for guest_id, ids in found.items()}


def unasked(meeting: Meeting) -> tuple[Aspect, ...]:
    """The aspects of which nobody has said anything, not even that nothing is known."""
    asked = {aspect for _guest_id, aspect in coverage(meeting)}
    return tuple(aspect for aspect in Aspect if aspect not in asked and aspect is not Aspect.OTHER)

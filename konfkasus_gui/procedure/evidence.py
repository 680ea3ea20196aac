"""What a conclusion rests on: the contributions that it cites, by the numbers of the minutes."""

from collections.abc import Mapping

from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.proceedings import Citation, Contribution
from konfkasus_gui.procedure.rounds import noted
from konfkasus_gui.procedure.vocabulary import Agenda

SECTIONS: Mapping[Agenda, int] = {Agenda.INFORMATION: 3, Agenda.OPINION: 5}
"""The sections of the minutes in which what was said stands (domain, 3.8)."""


def numbers(meeting: Meeting) -> dict[int, str]:
    """The number of each contribution in the minutes, such as ``3.2``, by its id."""
    return {
        said.id: f"{section}.{place}"
        for agenda, section in SECTIONS.items()
        for place, said in enumerate(noted(meeting, agenda), 1)
    }


def cited(meeting: Meeting, conclusion_id: int) -> tuple[Contribution, ...]:
    """The contributions that a conclusion rests on, in the order of the minutes."""
    wanted = {
        one.contribution_id for one in meeting.citations if one.conclusion_id == conclusion_id
    }
    return tuple(
        said for agenda in SECTIONS for said in noted(meeting, agenda) if said.id in wanted
    )


def citation(meeting: Meeting, conclusion_id: int, contribution_id: int) -> Citation | None:
    """The word that a conclusion rests on a contribution, if it was given."""
    for one in meeting.citations:
        if (one.conclusion_id, one.contribution_id) == (conclusion_id, contribution_id):
            return one
    return None

"""The order of what was said, and the turns of those who say it."""

from dataclasses import replace

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting, unheard
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis

GOOD_ASPECTS = (Aspect.TALENT, Aspect.INTEREST, Aspect.HOBBY)
"""What is said of these is mostly good."""


def noted(meeting: Meeting, agenda: Agenda) -> tuple[Contribution, ...]:
    """All that was said under ``agenda``, in its order."""
    return tuple(
        said for said in meeting.contributions if said.agenda is agenda and said.text.strip()
    )


def last_place(meeting: Meeting, agenda: Agenda) -> int:
    """The place of what was said last under ``agenda``; 0 when nothing was."""
    return max((said.place for said in meeting.contributions if said.agenda is agenda), default=0)


def moved(meeting: Meeting, said_id: int, by: int) -> tuple[Contribution, ...]:
    """Those that stand elsewhere once a contribution went ``by`` places down (up: negative).

    It stops at the first and at the last place of its agenda item.
    """
    said = next(one for one in meeting.contributions if one.id == said_id)
    line = list(noted(meeting, said.agenda))
    at = line.index(said)
    to = max(0, min(at + by, len(line) - 1))
    if to == at:
        return ()
    line.insert(to, line.pop(at))
    return tuple(
        replace(one, place=place) for place, one in enumerate(line, 1) if one.place != place
    )


def next_speaker(meeting: Meeting, after: int, *, by: int = 1) -> int:
    """The id of whoever sits ``by`` seats after the participant ``after``, around the table."""
    ids = [guest.id for guest in meeting.present()]
    place = ids.index(after) if after in ids else -by
    return ids[(place + by) % len(ids)]


def waiting_speaker(meeting: Meeting, agenda: Agenda, after: int) -> int:
    """The id of the next one around the table who has not had a turn; ``after`` if all have."""
    ids = [guest.id for guest in meeting.present()]
    place = ids.index(after) + 1 if after in ids else 0
    left = {guest.id for guest in unheard(meeting, agenda)}
    return next((one for one in (*ids[place:], *ids[:place]) if one in left), after)


def positives(meeting: Meeting) -> tuple[Contribution, ...]:
    """What was said that may be a good side of the client; what was marked so stands first."""
    said = [one for one in meeting.contributions if one.text.strip()]
    marked = [one for one in said if one.positive]
    likely = [one for one in said if not one.positive and one.aspect in GOOD_ASPECTS]
    return (*marked, *likely)


def basis_in_words(said: Contribution) -> str:
    """From where a contribution is known: ``didengar dari tetangga``."""
    if said.basis is None:
        return ""
    if said.basis is Basis.HEARD and said.heard_from.strip():
        return _("didengar dari {who}").format(who=said.heard_from.strip())
    return said.basis.label

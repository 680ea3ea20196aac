"""What the family gets to read of a conference: never what somebody else said in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from konfkasus_gui.language import _
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    ConclusionKind,
    Origin,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One thing that will be done. ``by`` is a capacity such as ``wali kelas``, never a name."""

    what: str
    by: str = ""
    starts_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySummary:
    """All that the summary for one reader is made of.

    ``positive`` are the good sides that were concluded; ``own`` is what the reader promised;
    ``others`` is what the school and those who help will do; ``next_look`` is the last day on
    which the development is looked at again.
    """

    reader: str = ""
    capacity: str = ""
    held_on: date | None = None
    positive: tuple[str, ...] = ()
    own: tuple[Agreed, ...] = ()
    others: tuple[Agreed, ...] = ()
    next_look: date | None = None


def family_summary(
    followed: FollowUp, reader: Participant | None, relatives: Collection[str], counselor: str
) -> FamilySummary:
    """What ``reader`` may know: good sides, agreed actions, own promises and dates (domain, 6).

    Left out are the causes, all contributions and remarks, findings, and what other members of the
    family promised: parents may live apart.

    Args:
        followed: the conference and its follow-up.
        reader: a participant of the family; None when nobody of it was invited.
        relatives: the names of parents and guardians.
        counselor: the name of the counselor.
    """
    meeting = followed.appraisal.meeting
    guests = meeting.plan.participants
    family = {
        _key(name)
        for name in (*relatives, *(one.name for one in guests if one.origin is Origin.FAMILY))
    }
    mine = _key(reader.name) if reader else ""
    own_promises = meeting.promised(reader) if reader else ()
    own, others = [], []
    for action in followed.chosen():
        if action.state is ActionState.DROPPED:
            continue
        promise = followed.commitment_of(action)
        person = _key(followed.promiser(promise) if promise else action.who)
        if promise in own_promises or (mine and person == mine):
            own.append(_kept(followed, action, promise))
        elif person not in family:
            others.append(_by(followed, action, guests, person, counselor))
    kept = {action.commitment_id for action in followed.actions}
    own += [
        Agreed(what=one.text.strip(), starts_on=one.starts_on, due_on=one.check_on)
        for one in own_promises
        if one.id not in kept
    ]
    return FamilySummary(
        reader=reader.name.strip() if reader else "",
        capacity=reader.capacity.strip() if reader else "",
        held_on=followed.conference.held_on,
        positive=tuple(one.text.strip() for one in meeting.concluded(ConclusionKind.POSITIVE)),
        own=tuple(own),
        others=tuple(others),
        next_look=_next_look(followed),
    )


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _kept(followed: FollowUp, action: Action, promise: Commitment | None) -> Agreed:
    return Agreed(
        what=followed.deed(action),
        starts_on=promise.starts_on if promise else None,
        due_on=action.due_on or (promise.check_on if promise else None),
    )


def _by(
    followed: FollowUp,
    action: Action,
    guests: Collection[Participant],
    person: str,
    counselor: str,
) -> Agreed:
    by = _("pihak yang ditunjuk") if person else ""
    if person and person == _key(counselor):
        by = _("Guru BK")
    for guest in guests:
        if person and _key(guest.name) == person:
            by = guest.capacity.strip() or guest.origin.label
    return Agreed(what=followed.deed(action), by=by, due_on=action.due_on)


def _next_look(followed: FollowUp) -> date | None:
    """The first of the later assessments that was not done yet."""
    for kind in (AssessmentKind.SHORT, AssessmentKind.LONG):
        assessment = followed.assessment(kind)
        if assessment.done_on is None:
            return assessment.due_on
    return None

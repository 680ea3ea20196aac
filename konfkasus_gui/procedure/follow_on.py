"""A further meeting of the same case: what it takes over, and what the last one concluded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from konfkasus_gui.language import _
from konfkasus_gui.procedure import checking
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.proceedings import Commitment, Conclusion
from konfkasus_gui.procedure.vocabulary import ConclusionKind, RemarkKind


@dataclass(frozen=True, slots=True)
class Unkept:
    """A promise of the last meeting that was not kept, or not wholly, and how it stands."""

    guest: Participant | None
    who: str
    text: str
    standing: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the next meeting needs to know of the one before it."""

    number: int
    held_on: date | None
    conclusions: tuple[Conclusion, ...]
    questions: tuple[str, ...]
    unkept: tuple[Unkept, ...]

    def concluded(self, kinds: Iterable[ConclusionKind]) -> tuple[Conclusion, ...]:
        """Its conclusions of ``kinds``, in the order of the kinds."""
        return tuple(one for kind in kinds for one in self.conclusions if one.kind is kind)


def earlier(followed: FollowUp) -> Earlier:
    """What a meeting hands on: conclusions, questions left open, promises that were not kept."""
    meeting = followed.appraisal.meeting
    return Earlier(
        number=meeting.conference.number,
        held_on=meeting.conference.held_on,
        conclusions=tuple(one for one in meeting.conclusions if one.text.strip()),
        questions=tuple(one.text.strip() for one in meeting.remarked(RemarkKind.QUESTION)),
        unkept=_unkept(followed),
    )


def next_meeting(followed: FollowUp, number: int) -> Conference:
    """The further meeting, still without a day; what was left open is what it wishes to learn."""
    before = followed.conference
    left = earlier(followed)
    wishes = [*left.questions]
    wishes += [
        _("Mengapa belum terlaksana: {text} ({who})").format(text=one.text, who=one.who)
        if one.who
        else _("Mengapa belum terlaksana: {text}").format(text=one.text)
        for one in left.unkept
    ]
    return Conference(
        case_id=before.case_id,
        number=number,
        aims=before.aims,
        functions=before.functions,
        wanted="\n".join(" ".join(wish.split()) for wish in wishes),
        chair=before.chair,
        minute_taker=before.minute_taker,
        place=before.place,
        inviter=before.inviter,
    )


def heir(guest: Participant | None, guests: Iterable[Participant]) -> Participant | None:
    """The same person among the ``guests`` of the next meeting, if they are invited again."""
    if guest is None:
        return None
    for known in guests:
        if guest.person_id is not None and known.person_id == guest.person_id:
            return known
        if guest.guardian_id is not None and known.guardian_id == guest.guardian_id:
            return known
        if guest.name.strip() and known.name.strip().casefold() == guest.name.strip().casefold():
            return known
    return None


def promised_again(unkept: Unkept, guest: Participant) -> Commitment:
    """The promise for the new meeting, still to be read back and agreed."""
    return Commitment(conference_id=guest.conference_id, participant_id=guest.id, text=unkept.text)


def invited_again(guest: Participant, conference_id: int) -> Participant:
    """The same participant, invited to another meeting."""
    return replace(guest, id=0, conference_id=conference_id)


def _unkept(followed: FollowUp) -> tuple[Unkept, ...]:
    """Open or broken promises: of actions, and of commitments that never became one."""
    guests = {guest.id: guest for guest in followed.appraisal.meeting.plan.participants}
    found = []
    for action in checking.unkept(followed):
        promise = followed.commitment_of(action)
        found.append(
            Unkept(
                guest=guests.get(promise.participant_id) if promise else None,
                who=action.who.strip(),
                text=followed.deed(action),
                standing=action.kept.label if action.kept else action.state.label,
            )
        )
    for promise in followed.waiting():
        guest = guests.get(promise.participant_id)
        who = guest.called if guest else ""
        found.append(Unkept(guest, who, promise.text.strip(), _("belum ditindaklanjuti")))
    return tuple(found)

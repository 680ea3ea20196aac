"""The attendance list: the minute somebody comes or pledges, and guests nobody had invited."""

from dataclasses import replace
from datetime import datetime

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import TAKING_PART, Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.vocabulary import Group, Origin, PledgeManner, Presence


class GuestUnknown(KonfKasusError):
    """Somebody is to sit in the meeting of whom it is not known who they are, or why they came."""


def recorded(meeting: Meeting, edited: Attendance, at: datetime) -> Attendance:
    """``edited`` with the minute of coming and of pledging, where it is told as it happens.

    On another day than the meeting's the list is written after the fact: nobody came "now".
    """
    before = next(
        (one for one in meeting.attendances if one.participant_id == edited.participant_id),
        Attendance(conference_id=edited.conference_id, participant_id=edited.participant_id),
    )
    live = meeting.conference.held_on in (None, at.date())
    arrived_at, pledged_at = edited.arrived_at, edited.pledged_at
    if edited.presence not in TAKING_PART:
        arrived_at = None
        edited = replace(edited, left_at=None)
    elif before.presence not in TAKING_PART and live:
        arrived_at = arrived_at or at.time().replace(second=0, microsecond=0)
    if edited.pledge is None:
        pledged_at = None
    elif before.pledge is None and live:
        pledged_at = at
    return replace(edited, arrived_at=arrived_at, pledged_at=pledged_at)


def all_present(meeting: Meeting, at: datetime) -> tuple[Attendance, ...]:
    """Everybody whose line is still empty, as present."""
    return tuple(
        recorded(meeting, replace(line, presence=Presence.PRESENT), at)
        for guest in meeting.plan.participants
        if (line := meeting.attendance(guest)).presence is None
    )


def all_pledged(meeting: Meeting, at: datetime) -> tuple[Attendance, ...]:
    """Everybody who takes part and had not pledged, as having spoken the pledge."""
    return tuple(
        recorded(meeting, replace(meeting.attendance(guest), pledge=PledgeManner.SPOKEN), at)
        for guest in meeting.unpledged()
    )


def uninvited(meeting: Meeting, name: str, group: Group, capacity: str, reason: str) -> Participant:
    """A guest who came without an invitation: heard, and bound to the pledge like all others.

    Raises:
        GuestUnknown: the meeting is closed: nobody sits in it without name, capacity and reason.
    """
    missing = [
        word
        for word, given in (
            (_("nama"), name),
            (_("kedudukan"), capacity),
            (_("alasan ikut"), reason),
        )
        if not given.strip()
    ]
    if missing:
        raise GuestUnknown(
            _("Konferensi terbatas dan tertutup. Isi dahulu {what} tamu ini.").format(
                what=", ".join(missing)
            )
        )
    return Participant(
        conference_id=meeting.conference.id,
        name=name.strip(),
        origin=Origin.SCHOOL,
        group=group,
        capacity=capacity.strip(),
        reason=reason.strip(),
    )


def leaving(line: Attendance, at: datetime) -> Attendance:
    """The line of somebody who goes before the end; whoever never pledged then took no part."""
    return replace(line, left_at=at.time().replace(second=0, microsecond=0))


def returning(line: Attendance) -> Attendance:
    """The line of somebody who is back, or never went."""
    return replace(line, left_at=None)


def arriving(meeting: Meeting, guest: Participant, at: datetime) -> Attendance:
    """The line of a guest who has just come: late once the meeting has begun."""
    late = meeting.conference.opened_at is not None
    line = Attendance(
        conference_id=meeting.conference.id,
        participant_id=guest.id,
        presence=Presence.LATE if late else Presence.PRESENT,
    )
    return recorded(meeting, line, at)

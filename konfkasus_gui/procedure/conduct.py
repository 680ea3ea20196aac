"""How a meeting begins, rests, moves, ends, and becomes final."""

from dataclasses import replace
from datetime import date, datetime

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import require_open
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, require_consent
from konfkasus_gui.procedure.vocabulary import ConferenceState


class MinutesFinal(KonfKasusError):
    """The minutes are final; only an addendum (ralat) may be added."""


class MeetingHeld(KonfKasusError):
    """The meeting has taken place."""


def open_meeting(meeting: Meeting, at: datetime) -> Conference:
    """The conference running, from its first opening or again after a pause.

    Raises:
        ConsentMissing, CaseNotOpen: see ``planning.require_consent``.
        MinutesFinal: the minutes are final.
    """
    require_consent(meeting.plan)
    require_draft(meeting.conference)
    conference = meeting.conference
    return replace(
        conference,
        state=ConferenceState.RUNNING,
        opened_at=conference.opened_at or at,
        closed_at=None,
    )


def pause(conference: Conference) -> Conference:
    """The conference paused; opening it again resumes it."""
    return replace(conference, state=ConferenceState.PAUSED)


def close_meeting(conference: Conference, at: datetime, reason: str = "") -> Conference:
    """The conference held; ``reason`` says why it ended early, if it did."""
    return replace(
        conference,
        state=ConferenceState.HELD,
        opened_at=conference.opened_at or at,
        closed_at=at,
        ended_early=reason,
    )


def postpone(conference: Conference, on: date | None) -> Conference:
    """The conference on another day, or resting until one is found; it needs new letters.

    Raises:
        MeetingHeld: it has taken place.
    """
    if conference.state is ConferenceState.HELD:
        raise MeetingHeld(
            _("Pertemuan ini sudah selesai, jadi tidak dapat ditunda. Buat pertemuan lanjutan.")
        )
    state = ConferenceState.POSTPONED if on is None else ConferenceState.PLANNED
    return replace(conference, state=state, held_on=on, confirm_by=None)


def finalise(meeting: Meeting, at: datetime) -> Conference:
    """The conference with its minutes final: from now on they never change.

    Raises:
        MinutesFinal: they are final already.
        CaseNotOpen: the case is frozen or closed.
    """
    require_draft(meeting.conference)
    require_open(meeting.plan.case)
    conference = meeting.conference
    return replace(
        conference,
        state=ConferenceState.HELD,
        opened_at=conference.opened_at or at,
        closed_at=conference.closed_at or at,
        minutes_final_at=at,
    )


def require_draft(conference: Conference) -> None:
    """Stop unless the minutes may still be changed.

    Raises:
        MinutesFinal: they are final.
    """
    if conference.minutes_final_at is not None:
        raise MinutesFinal(
            _("Notulen sudah final dan tidak dapat diubah. Koreksi ditulis sebagai ralat.")
        )

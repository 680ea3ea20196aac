"""How long the agenda items took, and each participant's turns."""

from dataclasses import replace
from datetime import datetime, timedelta

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.proceedings import Duration
from konfkasus_gui.procedure.vocabulary import Agenda

ASLEEP = timedelta(minutes=10)
"""Nobody looks away for longer: the PC slept, or its clock was set."""


def passed(since: datetime, until: datetime) -> tuple[int, datetime]:
    """The whole seconds between two looks at the clock, and from when to count on.

    Where the clock cannot be believed nothing has passed, and one counts on from ``until``.
    """
    between = until - since
    if between < timedelta(0) or between > ASLEEP:
        return 0, until
    seconds = int(between.total_seconds())
    return seconds, since + timedelta(seconds=seconds)


def duration(meeting: Meeting, agenda: Agenda, participant_id: int | None = None) -> Duration:
    """How long ``agenda`` took so far, or a participant's turns under it; 0 seconds at first."""
    for one in meeting.durations:
        if one.agenda is agenda and one.participant_id == participant_id:
            return one
    return Duration(
        conference_id=meeting.conference.id, participant_id=participant_id, agenda=agenda
    )


def longer(
    meeting: Meeting, agenda: Agenda, seconds: int, participant_id: int | None = None
) -> Duration:
    """The duration of ``agenda``, or of a participant's turns under it, ``seconds`` longer."""
    before = duration(meeting, agenda, participant_id)
    return replace(before, seconds=before.seconds + seconds)


def in_minutes(seconds: int) -> str:
    """``6 menit``; what took less than half a minute is not told."""
    minutes = (seconds + 30) // 60
    return _("{n} menit").format(n=minutes) if minutes else ""

"""Pauses of a meeting: the ones that were called, and those that a power cut made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import ConferenceState

if TYPE_CHECKING:
    from konfkasus_gui.procedure.meeting import Meeting

SILENT_FOR = timedelta(minutes=15)
"""A running meeting of which nothing was kept for so long was perhaps cut off."""

LONG_REST = timedelta(hours=1)
"""Through a longer pause the clock of the meeting stands still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Record):
    """The meeting rested; ``ended_at`` is None while it does, ``resumes_on`` a day agreed upon."""

    conference_id: int
    began_at: datetime
    ended_at: datetime | None = None
    resumes_on: date | None = None
    reason: str = ""


def standing(pauses: Sequence[Pause]) -> Pause | None:
    """The pause that goes on, if there is one."""
    return next((one for one in reversed(pauses) if one.ended_at is None), None)


def ended(pause: Pause, at: datetime) -> Pause:
    """The pause over; it never ends before it began, whatever the clock of the PC says."""
    return replace(pause, ended_at=max(at, pause.began_at))


def cut_off_since(meeting: "Meeting", now: datetime) -> datetime | None:
    """When the last thing of a running meeting was kept, if that was long ago; else None."""
    if meeting.conference.state is not ConferenceState.RUNNING:
        return None
    last = max(_signs(meeting), default=None)
    return last if last is not None and now - last >= SILENT_FOR else None


def cut_off(meeting: "Meeting", since: datetime, now: datetime) -> Pause:
    """The pause that nobody called: the power failed, or the window was closed."""
    reason = _("terputus")
    return Pause(
        conference_id=meeting.conference.id, began_at=since, ended_at=max(now, since), reason=reason
    )


def lasted(meeting: "Meeting", now: datetime) -> timedelta:
    """How long the meeting has sat or sat in all, its pauses left out."""
    conference = meeting.conference
    if conference.opened_at is None:
        return timedelta()
    until = conference.closed_at or now
    rested = sum(
        (min(one.ended_at or until, until) - one.began_at for one in meeting.pauses), timedelta()
    )
    return max(timedelta(), until - conference.opened_at - rested)


def clock_from(meeting: "Meeting") -> datetime | None:
    """From when the clock of the meeting counts; None before it begins.

    It goes on through a short rest, as the one on the wall does, and stands still through one of
    more than an hour: nobody sat there overnight.
    """
    opened_at = meeting.conference.opened_at
    if opened_at is None:
        return None
    rests = (one.ended_at - one.began_at for one in meeting.pauses if one.ended_at is not None)
    return opened_at + sum((rest for rest in rests if rest > LONG_REST), timedelta())


def in_words(pauses: Sequence[Pause]) -> str:
    """``10.42–10.55 (istirahat); 11.20 sampai 27 November 2026 09.00``; empty without pauses."""
    return "; ".join(_one(pause) for pause in pauses)


def _one(pause: Pause) -> str:
    began = clock_time(pause.began_at.time())
    if pause.ended_at is None:
        span = _("sejak {time}").format(time=began)
    elif pause.ended_at.date() == pause.began_at.date():
        span = f"{began}–{clock_time(pause.ended_at.time())}"
    else:
        day = long_date(pause.ended_at.date())
        span = _("{began} sampai {day} pukul {time}").format(
            began=began, day=day, time=clock_time(pause.ended_at.time())
        )
    reason = pause.reason.strip()
    return f"{span} ({reason})" if reason else span


def _signs(meeting: "Meeting") -> Iterator[datetime]:
    """Every moment of which the record of the meeting knows."""
    if meeting.conference.opened_at is not None:
        yield meeting.conference.opened_at
    for said in meeting.contributions:
        yield said.said_at
    for attendance in meeting.attendances:
        if attendance.pledged_at is not None:
            yield attendance.pledged_at
    for waiver in meeting.waivers:
        yield waiver.noted_at
    for pause in meeting.pauses:
        yield pause.ended_at or pause.began_at

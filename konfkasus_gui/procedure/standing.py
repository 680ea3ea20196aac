"""Where a case stands, and what its counselor does next: one line in every list."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import clock_time, short_date
from konfkasus_gui.procedure.consent import AGREED
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentState,
    DocumentKind,
    Field,
    LetterState,
    Origin,
    Stage,
    Trend,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """The facts of one case and its latest conference that a list needs, read in one query.

    ``conference_id`` is None until the case was found to need a conference. ``actions`` counts
    those chosen in this conference, ``open_actions`` those of the whole case that have not ended,
    ``next_due`` is the earliest of their dates.
    ``letters`` counts the invitations that stand, ``printed`` those of them that left the printer.
    """

    case_id: int
    code: str
    state: CaseState
    student_name: str
    class_name: str
    fields: tuple[Field, ...] = ()
    opened_on: date
    conference_id: int | None = None
    number: int = 0
    conference_state: ConferenceState | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    opened_at: datetime | None = None
    minutes_final_at: datetime | None = None
    evaluated_on: date | None = None
    client_consent: ConsentState | None = None
    participants: int = 0
    letters: int = 0
    printed: int = 0
    actions: int = 0
    open_actions: int = 0
    next_due: date | None = None
    touched_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One open follow-up action, or an assessment, for the due lists.

    ``action_id`` is 0 for an assessment, which its conference's counselor does, and
    ``assessment_id`` is 0 for an action. ``day`` is when one looks next: the check agreed upon
    last, or ``due_on``, the day by which it should be done; None where neither is known.
    """

    action_id: int
    case_id: int
    conference_id: int
    code: str
    what: str
    who: str
    due_on: date | None
    day: date | None
    assessment_id: int = 0
    trend: Trend | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One letter of the register, and the case it was written for, if there is one."""

    letter_id: int
    case_id: int | None
    code: str
    kind: DocumentKind
    number: str
    dated: date
    recipient: str
    subject: str
    state: LetterState
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One kept paper, and the case it belongs to."""

    document_id: int
    case_id: int | None
    code: str
    kind: DocumentKind
    title: str
    version: int
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One line of the history: who did what, when, and in which case, if in one.

    ``account`` is empty where nobody is known, as with a wrong passphrase; ``case_id`` is None
    also for a case that was destroyed, whose ``code`` stays.
    """

    event_id: int
    at: datetime
    account: str
    case_id: int | None
    code: str
    deed: Deed
    note: str


def said(line: EventLine) -> str:
    """What was done, as one phrase: ``Dokumen dicetak: notulen``."""
    return f"{line.deed.title}: {line.note}" if line.note else line.deed.title


def invited(line: CaseLine) -> bool:
    """Whether the meeting only waits for its day: agreed to, dated, and its letters numbered."""
    return line.client_consent in AGREED and line.held_on is not None and line.letters > 0


def stage(line: CaseLine) -> Stage:
    """The stage that the case's latest conference is in; with its letters, planning ends."""
    if line.opened_at is None:
        return Stage.MEETING if invited(line) else Stage.PLANNING
    if line.minutes_final_at is None:
        return Stage.MEETING
    if line.evaluated_on is None:
        return Stage.EVALUATION
    return Stage.FOLLOW_UP


def next_step(line: CaseLine, today: date) -> str:
    """What to do next, as a short wish: ``Minta persetujuan konseli``."""
    resting = {
        CaseState.SCREENING: _("Selesaikan telaah kelayakan"),
        CaseState.FROZEN: _("Dibekukan: persetujuan ditarik"),
        CaseState.CLOSED: _("Ditutup"),
    }
    if line.state in resting:
        return resting[line.state]
    if line.opened_at is None:
        return _next_in_planning(line, today)
    steps: dict[Stage, Callable[[CaseLine, date], str]] = {
        Stage.MEETING: _next_in_meeting,
        Stage.EVALUATION: lambda _line, _today: _("Isi analisis dan evaluasi"),
        Stage.FOLLOW_UP: _next_in_follow_up,
    }
    return steps[stage(line)](line, today)


def waits(line: CaseLine, today: date) -> bool:
    """Whether the case waits for its counselor rather than for a day that is still to come."""
    if line.state is not CaseState.OPEN:
        return line.state is CaseState.SCREENING
    if line.opened_at is None:
        return not invited(line) or (line.held_on is not None and line.held_on < today)
    if stage(line) is Stage.FOLLOW_UP:
        return line.open_actions == 0
    return True


def due_in_words(due_on: date, today: date) -> str:
    """``lewat 2 hari``, ``hari ini``, ``besok``, or the date."""
    days = (due_on - today).days
    if days < 0:
        return _("lewat {n} hari").format(n=-days)
    return {0: _("hari ini"), 1: _("besok")}.get(days, near_date(due_on, today))


def ago_in_words(day: date, today: date) -> str:
    """``hari ini``, ``kemarin``, or the date."""
    return {
        timedelta(0): _("hari ini"),
        timedelta(days=1): _("kemarin"),
    }.get(today - day, near_date(day, today))


def near_date(day: date, today: date) -> str:
    """``20 Nov``, and with the year when it is not this one: ``20 Nov 2025``."""
    return short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"


def _next_in_planning(line: CaseLine, today: date) -> str:
    if line.client_consent is ConsentState.REFUSED:
        return _("Bicarakan lagi dengan konseli")
    if line.client_consent not in AGREED:
        return _("Minta persetujuan konseli")
    if not line.participants:
        return _("Pilih peserta")
    if line.held_on is None:
        return _("Tentukan jadwal")
    if not line.letters:
        return _("Cetak undangan")
    if line.held_on < today:
        return _("Tanggal sudah lewat: atur jadwal")
    if line.held_on == today and line.starts_at is not None:
        return _("Konferensi pukul {time}").format(time=clock_time(line.starts_at))
    return _("Konferensi {day}").format(day=due_in_words(line.held_on, today))


def _next_in_meeting(line: CaseLine, _today: date) -> str:
    if line.conference_state is ConferenceState.HELD:
        return _("Finalkan notulen")
    return _("Lanjutkan konferensi")


def _next_in_follow_up(line: CaseLine, today: date) -> str:
    if not line.actions:
        return _("Susun tindak lanjut")
    if not line.open_actions:
        return _("Tutup kasus")
    if line.next_due is None:
        return _("Tentukan tenggat tindak lanjut")
    return _("Tindak lanjut, {day}").format(day=due_in_words(line.next_due, today))

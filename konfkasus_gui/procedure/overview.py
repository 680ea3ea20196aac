"""One case at a glance: its four stages, and what the one at hand asks for."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import cast

from konfkasus_gui.language import _
from konfkasus_gui.procedure import evaluation
from konfkasus_gui.procedure.calendar import clock_time, full_date, time_span
from konfkasus_gui.procedure.checklist import checks
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.planning import Plan, Step, consented
from konfkasus_gui.procedure.standing import CaseLine, due_in_words, near_date, next_step, stage
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Stage,
)


class StageState(Enum):
    """Where a stage stands."""

    DONE = "done"
    CURRENT = "current"
    LATER = "later"


class Door(Enum):
    """The window in which the work of a stage goes on."""

    PLANNING = "planning"
    MEETING = "meeting"
    MINUTES = "minutes"
    EVALUATION = "evaluation"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage in the strip above a case."""

    stage: Stage
    sentence: str
    state: StageState


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands above the steps of a stage; an empty ``action`` offers nothing to do.

    ``steps_of`` is the stage whose steps are shown: until a meeting has begun, what it needs is
    what was planned.
    """

    heading: str
    sentence: str
    steps_of: Stage
    action: str = ""
    door: Door = Door.PLANNING
    leads: bool = False


def stage_lines(line: CaseLine, followed: FollowUp | None, today: date) -> tuple[StageLine, ...]:
    """The four stages of one conference; ``followed`` is None while the case is screened."""
    if followed is None:
        return tuple(StageLine(one, _not_yet(one), StageState.LATER) for one in Stage)
    return tuple(_stage_line(one, line, followed, today) for one in Stage)


def overview(
    shown: Stage, line: CaseLine, followed: FollowUp, today: date, zone: str = ""
) -> Overview:
    """What the stage ``shown`` asks for, or what became of it."""
    state = stage_state(shown, line)
    if state is StageState.LATER:
        heading = _("{stage} belum dimulai").format(stage=shown.title)
        return Overview(heading, _not_yet(shown), shown)
    found = {
        Stage.PLANNING: _planning,
        Stage.MEETING: _meeting,
        Stage.EVALUATION: _evaluation,
        Stage.FOLLOW_UP: _follow_up,
    }[shown](line, followed, today, zone)
    if line.state is not CaseState.OPEN:
        return Overview(found.heading, found.sentence, found.steps_of)
    return found


def stage_state(one: Stage, line: CaseLine) -> StageState:
    """Whether the conference of ``line`` has passed ``one``, is in it, or has not come to it."""
    order = list(Stage)
    apart = order.index(one) - order.index(stage(line))
    if apart == 0 and one is Stage.FOLLOW_UP and line.state is CaseState.CLOSED:
        return StageState.DONE
    if apart == 0:
        return StageState.CURRENT
    return StageState.DONE if apart < 0 else StageState.LATER


def _not_yet(one: Stage) -> str:
    return {
        Stage.PLANNING: _("setelah telaah kelayakan"),
        Stage.MEETING: _("setelah undangan bernomor"),
        Stage.EVALUATION: _("setelah notulen final"),
        Stage.FOLLOW_UP: _("setelah evaluasi"),
    }[one]


def _stage_line(one: Stage, line: CaseLine, followed: FollowUp, today: date) -> StageLine:
    state = stage_state(one, line)
    if state is StageState.LATER:
        return StageLine(one, _not_yet(one), state)
    done = state is StageState.DONE
    sentence = {
        Stage.PLANNING: _planning_words,
        Stage.MEETING: _meeting_words,
        Stage.EVALUATION: _evaluation_words,
        Stage.FOLLOW_UP: _follow_up_words,
    }[one](line, followed, today, done)
    return StageLine(one, sentence, state)


def _planning_words(_line: CaseLine, followed: FollowUp, today: date, done: bool) -> str:
    if not done:
        rows = checks(Stage.PLANNING, followed, today)
        return _("{n} dari {total} langkah").format(
            n=sum(row.done is True for row in rows), total=len(rows)
        )
    finished = followed.appraisal.meeting.plan.bookmark(Stage.PLANNING).finished_on
    return _("selesai") if finished is None else _finished(finished, today)


def _meeting_words(line: CaseLine, _followed: FollowUp, today: date, done: bool) -> str:
    if done and line.minutes_final_at is not None:
        return _("notulen final {day}").format(day=near_date(line.minutes_final_at.date(), today))
    if line.opened_at is None:
        return _when(line, today)
    return {
        ConferenceState.RUNNING: _("sedang berlangsung"),
        ConferenceState.PAUSED: _("dijeda"),
        ConferenceState.POSTPONED: _("ditunda"),
    }.get(line.conference_state or ConferenceState.HELD, _("notulen belum final"))


def _evaluation_words(_line: CaseLine, followed: FollowUp, _today: date, done: bool) -> str:
    return evaluation.outcome(followed.appraisal).label if done else _("belum selesai")


def _follow_up_words(line: CaseLine, _followed: FollowUp, _today: date, done: bool) -> str:
    if done:
        return _("kasus ditutup")
    if not line.actions:
        return _("belum ada rencana")
    left = line.open_actions
    return _("{n} tindakan berjalan").format(n=left) if left else _("semua tindakan berakhir")


def _planning(line: CaseLine, followed: FollowUp, today: date, _zone: str) -> Overview:
    if stage(line) is not Stage.PLANNING:
        heading = _("Rencana pertemuan ke-{n}").format(n=line.number)
        return Overview(
            heading, _when(line, today), Stage.PLANNING, _("Lihat perencanaan"), Door.PLANNING
        )
    if line.state is not CaseState.OPEN:
        return Overview(_("Rencana pertemuan ke-{n}").format(n=line.number), "", Stage.PLANNING)
    return Overview(
        _("Pertemuan ke-{n} sedang disiapkan").format(n=line.number),
        _("Langkah berikutnya: {step}").format(step=_lowered(_next(line, followed, today))),
        Stage.PLANNING,
        _("Lanjutkan perencanaan"),
        Door.PLANNING,
        leads=True,
    )


def _next(line: CaseLine, followed: FollowUp, today: date) -> str:
    """The wish of the first planning step that has something open, as its checks tell it."""
    plan = followed.appraisal.meeting.plan
    rows = checks(Stage.PLANNING, followed, today)
    step = next((row.step for row in rows if row.done is False), None)
    if step is None:
        return next_step(line, today)
    if step is Step.CONSENT:
        return _wanted_consent(plan)
    return {
        Step.PROBLEM: _("Tuliskan masalah dan tujuan"),
        Step.PARTICIPANTS: _("Lengkapi peserta") if plan.participants else _("Pilih peserta"),
        Step.DATA: _("Himpun data"),
        Step.SCHEDULE: _("Tentukan jadwal"),
        Step.STRUCTURING: _("Bahas penstrukturan dengan pimpinan"),
        Step.INVITATIONS: _("Cetak undangan"),
    }[cast(Step, step)]


def _wanted_consent(plan: Plan) -> str:
    if consented(plan):
        return _("Minta persetujuan orang tua/wali")
    if plan.consent(ConsentGiver.CLIENT).state is ConsentState.REFUSED:
        return _("Bicarakan lagi dengan konseli")
    return _("Minta persetujuan konseli")


def _meeting(line: CaseLine, followed: FollowUp, today: date, zone: str) -> Overview:
    conference = followed.conference
    facts = (
        full_date(conference.held_on) if conference.held_on else "",
        time_span(conference.starts_at, conference.ends_at, zone).strip(),
        _("pimpinan {name}").format(name=conference.chair) if conference.chair.strip() else "",
        _("notulis {name}").format(name=conference.minute_taker)
        if conference.minute_taker.strip()
        else "",
    )
    sentence = " · ".join(fact for fact in facts if fact)
    if line.minutes_final_at is not None:
        heading = _("Pertemuan ke-{n} terlaksana").format(n=line.number)
        return Overview(heading, sentence, Stage.MEETING, _("Lihat notulen"), Door.MINUTES)
    if line.opened_at is None:
        return Overview(
            _ready_words(line, today).format(n=line.number),
            sentence,
            Stage.PLANNING,
            _("Mulai konferensi"),
            Door.MEETING,
            leads=True,
        )
    if line.conference_state is ConferenceState.HELD:
        heading = _("Notulen pertemuan ke-{n} belum final").format(n=line.number)
        action, door = _("Finalkan notulen"), Door.MINUTES
    else:
        paused = line.conference_state is ConferenceState.PAUSED
        heading = _("Konferensi dijeda") if paused else _("Konferensi sedang berlangsung")
        action, door = _("Lanjutkan konferensi"), Door.MEETING
    return Overview(heading, sentence, Stage.MEETING, action, door, leads=True)


def _evaluation(line: CaseLine, followed: FollowUp, today: date, _zone: str) -> Overview:
    if line.evaluated_on is not None:
        return Overview(
            _("Hasil konferensi: {outcome}").format(
                outcome=evaluation.outcome(followed.appraisal).label
            ),
            _("Dinilai {day}").format(day=near_date(line.evaluated_on, today)),
            Stage.EVALUATION,
            _("Lihat evaluasi"),
            Door.EVALUATION,
        )
    return Overview(
        _("Apakah konferensi berhasil?"),
        _("Tandai keterangan yang berarti dan nilai tujuan serta fungsi pertemuan."),
        Stage.EVALUATION,
        _("Isi evaluasi"),
        Door.EVALUATION,
        leads=True,
    )


def _follow_up(line: CaseLine, followed: FollowUp, today: date, _zone: str) -> Overview:
    if not line.actions:
        heading, action = _("Belum ada tindak lanjut"), _("Susun tindak lanjut")
    elif line.open_actions:
        heading, action = _("Tindak lanjut berjalan"), _("Lanjutkan tindak lanjut")
    else:
        heading, action = _("Semua tindakan berakhir"), _("Tutup kasus")
    if line.state is CaseState.CLOSED:
        heading = _("Tindak lanjut selesai")
    words = _follow_up_words(line, followed, today, done=False)
    if line.open_actions and line.next_due is not None:
        due = _("tenggat terdekat {day}").format(day=due_in_words(line.next_due, today))
        words = f"{words} · {due}"
    sentence = words[:1].upper() + words[1:]
    return Overview(heading, sentence, Stage.FOLLOW_UP, action, Door.FOLLOW_UP, leads=True)


def _ready_words(line: CaseLine, today: date) -> str:
    if line.held_on is None or line.held_on == today:
        return _("Pertemuan ke-{n} siap dimulai")
    if line.held_on < today:
        return _("Tanggal pertemuan ke-{n} sudah lewat")
    return _("Pertemuan ke-{n} menunggu harinya")


def _when(line: CaseLine, today: date) -> str:
    """``hari ini 10.00 · Ruang BK``."""
    day = "" if line.held_on is None else due_in_words(line.held_on, today)
    hour = "" if line.starts_at is None else clock_time(line.starts_at)
    return " · ".join(part for part in (f"{day} {hour}".strip(), line.place.strip()) if part)


def _finished(day: date, today: date) -> str:
    return _("selesai {day}").format(day=near_date(day, today))


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]

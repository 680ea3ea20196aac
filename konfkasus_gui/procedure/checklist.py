"""How the steps of a stage stand: done, asked for, or not begun, each with a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from konfkasus_gui.language import _
from konfkasus_gui.procedure import case, evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.calendar import clock_time, full_date, long_date
from konfkasus_gui.procedure.case import Screening
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.follow_up import ENDED, FollowUp
from konfkasus_gui.procedure.gap import Gap, Severity, Waiver, explained, holding
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.seats import group_counts
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    Agenda,
    AssessmentKind,
    ConclusionKind,
    ConsentGiver,
    Direction,
    Group,
    Stage,
)
from konfkasus_gui.procedure.word import Word


@dataclass(frozen=True, slots=True)
class Check:
    """One step: ``done`` is false when it is asked for now.

    It is None when it is not its turn yet, or when it is under way and asks for nothing.
    """

    step: Word
    sentence: str
    done: bool | None


def checks(stage: Stage, followed: FollowUp, today: date) -> tuple[Check, ...]:
    """The steps of ``stage`` as they stand in one conference, in order."""
    appraisal = followed.appraisal
    gathered = appraisal.meeting
    plan = gathered.plan
    if stage is Stage.PLANNING:
        return planning_checks(plan, planning.gaps(plan, today))
    if stage is Stage.MEETING:
        return meeting_checks(gathered, meeting.gaps(gathered, today))
    if stage is Stage.EVALUATION:
        return evaluation_checks(appraisal, evaluation.gaps(appraisal, today))
    return follow_up_checks(followed, follow_up.gaps(followed, today))


def screening_checks(screening: Screening, gaps: Sequence[Gap]) -> tuple[Check, ...]:
    """The steps of the first look at a case, which has ``gaps``; every one of them is asked for."""
    lacking = {gap.step: gap.sentence for gap in reversed(gaps)}
    return tuple(
        Check(step, lacking.get(step, ""), step not in lacking) for step in case.steps(screening)
    )


def planning_checks(plan: Plan, gaps: Sequence[Gap]) -> tuple[Check, ...]:
    """The steps of stage 1, which misses ``gaps``."""
    return _checks(planning.steps(plan), planning_facts(plan), gaps, plan.waivers)


def meeting_checks(gathered: Meeting, gaps: Sequence[Gap]) -> tuple[Check, ...]:
    """The agenda of stage 2, which misses ``gaps``."""
    return _checks(meeting.steps(gathered), meeting_facts(gathered), gaps, gathered.waivers)


def evaluation_checks(appraisal: Appraisal, gaps: Sequence[Gap]) -> tuple[Check, ...]:
    """The steps of stage 3, which misses ``gaps``."""
    steps, waivers = evaluation.steps(appraisal), appraisal.meeting.waivers
    return _checks(steps, evaluation_facts(appraisal), gaps, waivers)


def follow_up_checks(followed: FollowUp, gaps: Sequence[Gap]) -> tuple[Check, ...]:
    """The steps of stage 4, which misses ``gaps``; progress ends with the last action."""
    running = any(action.state not in ENDED for action in followed.chosen())
    under_way = (follow_up.Step.PROGRESS,) if running else ()
    steps, waivers = follow_up.steps(followed), followed.appraisal.meeting.waivers
    return _checks(steps, follow_up_facts(followed), gaps, waivers, under_way)


def planning_facts(plan: Plan) -> dict[Word, str]:
    """What each planning step holds, in a few words; empty where nothing is yet."""
    step = planning.Step
    return {
        step.PROBLEM: _problem(plan),
        step.CONSENT: _consents(plan),
        step.PARTICIPANTS: _participants(plan),
        step.DATA: _items(plan),
        step.SCHEDULE: _schedule(plan),
        step.STRUCTURING: _directions(plan),
        step.INVITATIONS: _letters(plan),
    }


def meeting_facts(gathered: Meeting) -> dict[Word, str]:
    """What the minutes hold under each agenda item."""
    present, invited = len(gathered.present()), len(gathered.plan.participants)
    pledged = present - len(gathered.unpledged())
    shareable = gathered.plan.shareable()
    shown = sum(gathered.presented(item) for item in shareable)
    said = {
        agenda: sum(
            one.agenda is agenda and bool(one.text.strip()) for one in gathered.contributions
        )
        for agenda in (Agenda.INFORMATION, Agenda.OPINION)
    }
    concluded = {kind: len(gathered.concluded(kind)) for kind in ConclusionKind}
    promised = len(meeting.committed(gathered))
    return {
        Agenda.OPENING: _("{present} dari {invited} peserta hadir, {pledged} berikrar").format(
            present=present, invited=invited, pledged=pledged
        )
        if present
        else "",
        Agenda.PRESENTATION: _counted(
            shown, _("{n} dari {total} butir data disampaikan"), len(shareable)
        ),
        Agenda.INFORMATION: _counted(said[Agenda.INFORMATION], _("{n} keterangan dicatat")),
        Agenda.FIRST_CONCLUSION: _joined(
            _counted(concluded[ConclusionKind.POSITIVE], _("{n} sisi positif")),
            _counted(concluded[ConclusionKind.BACKGROUND], _("{n} latar belakang masalah")),
        ),
        Agenda.OPINION: _counted(said[Agenda.OPINION], _("{n} pendapat dicatat")),
        Agenda.SECOND_CONCLUSION: _counted(
            concluded[ConclusionKind.CAUSE], _("{n} kemungkinan latar belakang")
        ),
        Agenda.COMMITMENT: _counted(
            promised, _("{n} dari {total} peserta hadir berkomitmen"), present
        ),
    }


def evaluation_facts(appraisal: Appraisal) -> dict[Word, str]:
    """What each step of the evaluation holds."""
    step = evaluation.Step
    informed = evaluation.information(appraisal.meeting)
    promises = evaluation.commitment(appraisal.meeting)
    subjects = evaluation.awaited(appraisal.conference)
    judged = sum(appraisal.judgement(subject).level is not None for subject in subjects)
    dated = appraisal.evaluation.evaluated_on
    return {
        step.INFORMATION: _counted(
            informed.reached, _("{n} dari {total} keterangan berarti"), informed.total
        ),
        step.COMMITMENT: _counted(
            promises.reached, _("{n} dari {total} peserta hadir berkomitmen"), promises.total
        ),
        step.JUDGEMENT: _counted(judged, _("{n} dari {total} penilaian terisi"), len(subjects)),
        step.OUTCOME: ""
        if dated is None
        else _joined(evaluation.outcome(appraisal).title, long_date(dated)),
    }


def follow_up_facts(followed: FollowUp) -> dict[Word, str]:
    """What each step of the follow-up holds."""
    step = follow_up.Step
    chosen = followed.chosen()
    moving = sum(action.state is not ActionState.NOT_STARTED for action in chosen)
    ended = sum(action.state in ENDED for action in chosen)
    assessed = sum(followed.assessment(kind).done_on is not None for kind in AssessmentKind)
    told = followed.debriefing
    return {
        step.ACTIONS: _counted(len(chosen), _("{n} tindakan dipilih")),
        step.PROGRESS: _("{n} dari {total} tindakan berakhir").format(n=ended, total=len(chosen))
        if moving
        else "",
        step.ASSESSMENTS: _counted(
            assessed, _("{n} dari {total} penilaian terisi"), len(AssessmentKind)
        ),
        step.CLIENT: ""
        if told is None or told.told_on is None
        else _("Disampaikan {day}").format(day=long_date(told.told_on)),
        step.CLOSING: _("Catatan penutup tertulis") if followed.case.closing_note.strip() else "",
    }


def _checks(
    steps: Sequence[Word],
    facts: Mapping[Word, str],
    gaps: Sequence[Gap],
    waivers: Iterable[Waiver],
    under_way: Sequence[Word] = (),
) -> tuple[Check, ...]:
    written = tuple(waivers)
    rows: list[Check] = []
    asked = False
    for step in steps:
        fact = facts.get(step, "")
        kept_here = holding(gaps, step, written)
        rest = [gap for gap in gaps if gap.step is step and gap not in kept_here]
        if kept_here:
            rows.append(Check(step, kept_here[0].sentence, False if fact or not asked else None))
            asked = True
        else:
            row = _free(step, fact, rest, written, asked=asked)
            if row.done and step in under_way:
                row = replace(row, done=False if rest else None)
            rows.append(row)
            asked = asked or rows[-1].done is False
    return tuple(rows)


def _free(
    step: Word, fact: str, rest: Sequence[Gap], waivers: tuple[Waiver, ...], *, asked: bool
) -> Check:
    """A step that holds nobody up: what it has, and what was passed over or is only advised."""
    passed = any(gap.severity is Severity.REASON and explained(gap, waivers) for gap in rest)
    advice = rest[0].sentence if rest else ""
    if passed:
        return Check(step, _joined(fact, _("Dilanjutkan dengan alasan tertulis")), done=True)
    if fact:
        return Check(step, _joined(fact, advice), done=True)
    if rest:
        return Check(step, advice, done=None if asked else False)
    return Check(step, "", done=None)


def _problem(plan: Plan) -> str:
    about = plan.case
    if not about.problem.strip():
        return ""
    fields = ", ".join(field.label for field in about.fields)
    return _joined(
        _("Bidang {fields}").format(fields=fields) if fields else _("Masalah tertulis"),
        _("{n} tujuan").format(n=len(plan.conference.aims)) if plan.conference.aims else "",
    )


def _consents(plan: Plan) -> str:
    return _joined(*(_consent(plan.consent(giver)) for giver in ConsentGiver))


def _consent(consent: Consent) -> str:
    if consent.state is None:
        return ""
    facts = [consent.state.label]
    if consent.manner is not None:
        facts.append(consent.manner.label)
    if consent.given_on is not None:
        facts.append(long_date(consent.given_on))
    return f"{consent.giver.title}: {', '.join(facts)}"


def _participants(plan: Plan) -> str:
    if not plan.participants:
        return ""
    counts = group_counts(plan.participants)
    people = _("{n} orang").format(n=len(plan.participants))
    groups = ", ".join(f"{counts[group]} {group.label}" for group in Group if counts[group])
    return f"{people}: {groups}" if groups else people


def _items(plan: Plan) -> str:
    kept = sum(bool(item.text.strip()) for item in plan.data_items)
    if not kept:
        return ""
    return _("{n} butir, {shareable} boleh disampaikan").format(
        n=kept, shareable=len(plan.shareable())
    )


def _schedule(plan: Plan) -> str:
    conference = plan.conference
    if conference.held_on is None:
        return ""
    hours = [hour for hour in (conference.starts_at, conference.ends_at) if hour is not None]
    return _joined(
        full_date(conference.held_on),
        "–".join(clock_time(hour) for hour in hours),
        conference.place.strip(),
    )


def _directions(plan: Plan) -> str:
    return _counted(
        len(plan.conference.directions),
        _("{n} dari {total} arahan dipahami pimpinan"),
        len(Direction),
    )


def _letters(plan: Plan) -> str:
    letters = [letter for guest in plan.participants if (letter := plan.letter_of(guest))]
    if not letters:
        return ""
    count = _("{n} surat bernomor").format(n=len(letters))
    first, last = letters[0].number, letters[-1].number
    if first == last:
        return _joined(count, first)
    return _joined(count, _("{first} s.d. {last}").format(first=first, last=last))


def _counted(number: int, sentence: str, total: int = 0) -> str:
    """``sentence`` with its figures; nothing when there are none."""
    return sentence.format(n=number, total=total) if number else ""


def _joined(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)

"""Stage 4, Tindak lanjut: who does what, when, where, how; assessments; closing the case."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.gap import Gap, Severity, by_weight
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    CheckManner,
    Kept,
    Service,
    Trend,
)
from konfkasus_gui.procedure.word import Word


class Step(Word):
    """The pages of the follow-up wizard, in order."""

    ACTIONS = "actions", N_("rencana tindakan")
    PROGRESS = "progress", N_("kemajuan")
    ASSESSMENTS = "assessments", N_("penilaian")
    CLIENT = "client", N_("penyampaian kepada konseli")
    CLOSING = "closing", N_("penutupan kasus")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """What is done, by whom, when, where and how; ``chosen`` is false for a weighed alternative.

    An action that keeps a commitment leaves ``what`` empty: ``FollowUp.deed`` reads it there.
    """

    conference_id: int
    commitment_id: int | None = None
    what: str = ""
    who: str = ""
    due_on: date | None = None
    where: str = ""
    technique: str = ""
    service: Service | None = None
    measure: str = ""
    chosen: bool = True
    consideration: str = ""
    state: ActionState = ActionState.NOT_STARTED
    state_reason: str = ""
    ended_on: date | None = None
    kept: Kept | None = None
    kept_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """One look at an action: how, what was found, where it moves."""

    action_id: int
    noted_on: date
    manner: CheckManner | None = None
    text: str = ""
    trend: Trend | None = None
    next_check: date | None = None

    @property
    def written(self) -> bool:
        """Whether anything was noted but the day."""
        noted = (self.manner, self.trend, self.next_check)
        return bool(self.text.strip()) or any(one is not None for one in noted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """One of the three assessments of the service; ``due_on`` is proposed from the meeting."""

    conference_id: int
    kind: AssessmentKind
    due_on: date | None = None
    done_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debriefing(Record):
    """What the client was told afterwards, by whom, and what the client answered."""

    conference_id: int
    told_on: date | None = None
    told_by: str = ""
    told: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """All that stage 4 knows of one conference, and the appraisal it follows.

    ``open_elsewhere`` counts the actions of the case's other conferences that have not ended;
    ``runs_elsewhere`` says whether another meeting of the case is running.
    """

    appraisal: Appraisal
    actions: tuple[Action, ...] = ()
    progress: tuple[Progress, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    debriefing: Debriefing | None = None
    open_elsewhere: int = 0
    runs_elsewhere: bool = False

    @property
    def case(self) -> Case:
        """The case that is followed up."""
        return self.appraisal.meeting.plan.case

    @property
    def conference(self) -> Conference:
        """The conference that brought the actions."""
        return self.appraisal.conference

    def chosen(self) -> tuple[Action, ...]:
        """The actions that will be done, in order."""
        return tuple(action for action in self.actions if action.chosen and self.deed(action))

    def left(self) -> int:
        """How many actions of the whole case have not ended."""
        return sum(action.state not in ENDED for action in self.chosen()) + self.open_elsewhere

    def commitment_of(self, action: Action) -> Commitment | None:
        """The commitment that ``action`` keeps, if it came from one."""
        for commitment in self.appraisal.meeting.commitments:
            if commitment.id == action.commitment_id:
                return commitment
        return None

    def deed(self, action: Action) -> str:
        """What is done: the words of the commitment, else those of the action itself."""
        commitment = self.commitment_of(action)
        return (commitment.text if commitment else action.what).strip()

    def waiting(self) -> tuple[Commitment, ...]:
        """The commitments that no action keeps yet."""
        kept = {action.commitment_id for action in self.actions}
        return tuple(
            promise
            for promise in self.appraisal.meeting.commitments
            if promise.id not in kept and promise.text.strip()
        )

    def promiser(self, commitment: Commitment) -> str:
        """The name of the participant who made ``commitment``."""
        for guest in self.appraisal.meeting.plan.participants:
            if guest.id == commitment.participant_id:
                return guest.name.strip()
        return ""

    def progress_of(self, action: Action) -> tuple[Progress, ...]:
        """The looks at ``action``, oldest first."""
        return tuple(look for look in self.progress if look.action_id == action.id)

    def assessment(self, kind: AssessmentKind) -> Assessment:
        """The assessment of ``kind``; a proposed one with its due date at first."""
        for assessment in self.assessments:
            if assessment.kind is kind:
                return assessment
        held_on, opened_at = self.conference.held_on, self.conference.opened_at
        day = held_on or (opened_at.date() if opened_at else None)
        due_on = None if day is None else assessment_due(kind, day)
        return Assessment(conference_id=self.conference.id, kind=kind, due_on=due_on)


ENDED = (ActionState.DONE, ActionState.DROPPED)


def overdue(action: Action, today: date) -> bool:
    """Whether the action should be done by now and is not."""
    return (
        action.chosen
        and action.state not in ENDED
        and action.due_on is not None
        and action.due_on < today
    )


def asks_kept(action: Action, today: date) -> bool:
    """Whether it is time to say if what was promised was done: it is due, or it has ended."""
    due = action.due_on is not None and action.due_on <= today
    return action.chosen and (due or action.state in ENDED)


def assessment_due(kind: AssessmentKind, held_on: date) -> date:
    """The last day for ``kind``: at once, a month later, a semester later (paper, D.4)."""
    months = {AssessmentKind.IMMEDIATE: 0, AssessmentKind.SHORT: 1, AssessmentKind.LONG: 6}[kind]
    total = held_on.month - 1 + months
    year, month = held_on.year + total // 12, total % 12 + 1
    return date(year, month, min(held_on.day, monthrange(year, month)[1]))


def action_from(commitment: Commitment, who: str) -> Action:
    """A follow-up action that keeps ``commitment``; its words stay in the commitment alone."""
    return Action(
        conference_id=commitment.conference_id,
        commitment_id=commitment.id,
        who=who,
        due_on=commitment.check_on,
    )


def moved(before: Action, after: Action, on: date) -> Action:
    """``after`` with what follows from a new state: the day it ended, or none once it goes on."""
    if after.state is before.state:
        return after
    return replace(after, ended_on=on if after.state in ENDED else None)


def by_urgency(actions: Iterable[Action], today: date) -> list[Action]:
    """The overdue ones first, then the open ones by their day, then those that have ended."""
    return sorted(
        actions,
        key=lambda action: (
            action.state in ENDED,
            not overdue(action, today),
            action.due_on or date.max,
            action.id,
        ),
    )


_MOST_NAMED = 2
"""More actions than this are counted in a gap, not named."""
_LONGEST = 48


def _short(words: str) -> str:
    return shorten(words, _LONGEST, placeholder="…")


def _left_out(action: Action) -> tuple[str, ...]:
    """Which of who, when and where an action does not say yet."""
    asked = (
        (_("siapa"), action.who.strip()),
        (_("kapan"), action.due_on),
        (_("di mana"), action.where.strip()),
    )
    return tuple(word for word, filled in asked if not filled)


def _action_gaps(follow_up: FollowUp, _today: date) -> Iterator[Gap]:
    """Each chosen action says who, what, when, where (paper, D.4)."""
    if not follow_up.chosen():
        yield Gap("follow.actions", _("Belum ada tindakan."), Step.ACTIONS, Severity.REASON)
    incomplete = {action: words for action in follow_up.chosen() if (words := _left_out(action))}
    if len(incomplete) > _MOST_NAMED:
        every = dict.fromkeys(word for found in incomplete.values() for word in found)
        yield Gap(
            "follow.incomplete",
            _("{n} tindakan belum lengkap: {missing}.").format(
                n=len(incomplete), missing=", ".join(every)
            ),
            Step.ACTIONS,
        )
    else:
        for action, words in incomplete.items():
            yield Gap(
                f"follow.action.{action.id}",
                _("“{what}”: {missing} belum diisi.").format(
                    what=_short(follow_up.deed(action)), missing=", ".join(words)
                ),
                Step.ACTIONS,
            )
    left = follow_up.waiting()
    if left:
        yield Gap(
            "follow.commitments",
            _("{n} komitmen belum menjadi tindakan.").format(n=len(left)),
            Step.ACTIONS,
        )


def _progress_gaps(follow_up: FollowUp, today: date) -> Iterator[Gap]:
    late = sum(overdue(action, today) for action in follow_up.chosen())
    if late:
        yield Gap(
            "follow.overdue",
            _("{n} tindakan melewati tenggat.").format(n=late),
            Step.PROGRESS,
        )
    for action in follow_up.chosen():
        if action.state is ActionState.DROPPED and not action.state_reason.strip():
            yield Gap(
                f"follow.dropped.{action.id}",
                _("Tulis mengapa “{what}” dibatalkan.").format(what=_short(follow_up.deed(action))),
                Step.PROGRESS,
                Severity.REASON,
            )

    unjudged = [one for one in follow_up.chosen() if one.kept is None and asks_kept(one, today)]
    if unjudged:
        yield Gap(
            "follow.kept",
            _("{n} tindakan belum dinilai: ditepati, sebagian, atau belum.").format(
                n=len(unjudged)
            ),
            Step.PROGRESS,
        )


def _assessment_gaps(follow_up: FollowUp, today: date) -> Iterator[Gap]:
    for kind in AssessmentKind:
        assessment = follow_up.assessment(kind)
        if assessment.done_on is None and assessment.due_on and assessment.due_on <= today:
            yield Gap(
                f"follow.assessment.{kind.value}",
                _("{kind} sudah waktunya diisi.").format(kind=kind.title),
                Step.ASSESSMENTS,
            )


def _client_gap(follow_up: FollowUp, _today: date) -> Iterator[Gap]:
    told = follow_up.debriefing
    if told is None or told.told_on is None or not told.told.strip():
        yield Gap(
            "follow.client", _("Hasil pertemuan belum disampaikan kepada konseli."), Step.CLIENT
        )


def _closing_gaps(follow_up: FollowUp, _today: date) -> Iterator[Gap]:
    if left := follow_up.left():
        yield Gap("follow.open", _("{n} tindakan belum berakhir.").format(n=left), Step.CLOSING)
    if not follow_up.case.closing_note.strip():
        yield Gap("follow.closing", _("Catatan penutup belum ditulis."), Step.CLOSING)


RULES: tuple[Callable[[FollowUp, date], Iterator[Gap]], ...] = (
    _action_gaps,
    _progress_gaps,
    _assessment_gaps,
    _client_gap,
    _closing_gaps,
)


def gaps(follow_up: FollowUp, today: date) -> list[Gap]:
    """What the follow-up still misses, by weight."""
    return by_weight(gap for rule in RULES for gap in rule(follow_up, today))


def steps(_follow_up: FollowUp) -> tuple[Step, ...]:
    """The pages that apply, in order."""
    return tuple(Step)

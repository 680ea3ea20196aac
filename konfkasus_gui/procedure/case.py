"""Before the stages: the case, and whether it needs a conference (telaah kelayakan)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.gap import Gap, Severity, Waiver, by_weight
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import CaseState, Field, Raiser, Service
from konfkasus_gui.procedure.word import Word


class CaseNotOpen(KonfKasusError):
    """The case is frozen or closed; it must be reopened before anything is changed or printed."""


class Step(Word):
    """The pages of the wizard for a new case, in order."""

    STUDENT = "student", N_("konseli")
    SCREENING = "screening", N_("telaah kelayakan")
    DANGER = "danger", N_("keselamatan anak")
    DECISION = "decision", N_("keputusan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """One student's problem that is worked on.

    ``class_name`` is the class when the case was opened. The screening answers are None until
    they are given. ``other_service`` is the service chosen when no conference is needed.
    ``keep_until`` is the day up to which somebody decided to keep it (``procedure.retention``).
    """

    code: str
    student_id: int
    class_name: str = ""
    state: CaseState = CaseState.SCREENING
    opened_on: date
    problem: str = ""
    fields: tuple[Field, ...] = ()
    raised_by: Raiser | None = None
    hard: bool | None = None
    needs_others: bool | None = None
    tried: str = ""
    in_danger: bool | None = None
    danger_handling: str = ""
    screening_reason: str = ""
    other_service: Service | None = None
    closed_on: date | None = None
    closing_note: str = ""
    keep_until: date | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """All that the first look at a case knows."""

    case: Case
    student: Student | None = None


def needs_conference(case: Case) -> bool | None:
    """Whether the answers call for a conference: the problem is hard and others are needed.

    None while either answer is missing (paper, A: a conference is for problems that the
    counselor cannot solve alone).
    """
    if case.hard is None or case.needs_others is None:
        return None
    return case.hard and case.needs_others


def steps(screening: Screening) -> tuple[Step, ...]:
    """The pages that apply: the stop sign stands only where the child may be in danger."""
    skipped = set() if screening.case.in_danger else {Step.DANGER}
    return tuple(step for step in Step if step not in skipped)


def _student_gap(screening: Screening) -> Iterator[Gap]:
    if screening.student is None:
        yield Gap("case.student", _("Konseli belum dipilih."), Step.STUDENT, Severity.BLOCKS)


def _answer_gaps(screening: Screening) -> Iterator[Gap]:
    case = screening.case
    if not case.problem.strip():
        yield Gap(
            "case.problem",
            _("Masalah belum dituliskan. Satu kalimat tentang perilaku yang teramati sudah cukup."),
            Step.SCREENING,
        )
    asked = (
        (case.hard, _("apakah masalahnya pelik")),
        (case.needs_others, _("apakah pihak lain perlu dilibatkan")),
    )
    if open_questions := [question for answer, question in asked if answer is None]:
        yield Gap(
            "case.answers",
            _("Belum dijawab: {questions}.").format(questions=", ".join(open_questions)),
            Step.SCREENING,
        )


def unknown_danger(case: Case) -> Gap | None:
    """The question whether the child is in danger, while it has no answer: that is no "no".

    Who decides without an answer writes why. The reason waits for the decision, because it is kept
    with the conference, or with the closing of the case where there is none.
    """
    if case.in_danger is not None:
        return None
    sentence = _("Belum dijawab: apakah anak mungkin dalam bahaya.")
    return Gap("case.in_danger", sentence, Step.SCREENING)


def danger_waiver(case: Case, conference_id: int, reason: str, at: datetime) -> Waiver | None:
    """``reason`` for planning a conference although nobody answered whether the child is safe."""
    gap = unknown_danger(case)
    if gap is None:
        return None
    return Waiver(
        conference_id=conference_id, gap=gap.key, sentence=gap.sentence, reason=reason, noted_at=at
    )


def _unknown_danger(screening: Screening) -> Iterator[Gap]:
    if (gap := unknown_danger(screening.case)) is not None:
        yield gap


def _danger_gap(screening: Screening) -> Iterator[Gap]:
    """A conference does not replace the report that is due (domain, 6)."""
    case = screening.case
    if case.in_danger and not case.danger_handling.strip():
        yield Gap(
            "case.danger",
            _("Tulis pelaporan atau perlindungan yang sudah atau segera dilakukan."),
            Step.DANGER,
        )


def _decision_gap(screening: Screening) -> Iterator[Gap]:
    if not screening.case.screening_reason.strip():
        yield Gap("case.reason", _("Alasan keputusan belum ditulis."), Step.DECISION)


RULES = (_student_gap, _unknown_danger, _answer_gaps, _danger_gap, _decision_gap)


def gaps(screening: Screening, _today: date) -> list[Gap]:
    """What the first look at the case still misses, by weight."""
    return by_weight(gap for rule in RULES for gap in rule(screening))


def accept(case: Case) -> Case:
    """The case on its way to a conference.

    Raises:
        CaseNotOpen: it is frozen or closed.
    """
    require_open(case)
    return replace(case, state=CaseState.OPEN, other_service=None)


def decline(case: Case, service: Service, on: date, danger_reason: str = "") -> Case:
    """The case closed because ``service`` serves it better than a conference; can be reopened.

    ``danger_reason`` says why nobody answered whether the child is safe; it joins the closing note.
    """
    note = case.closing_note
    gap = unknown_danger(case)
    if gap is not None and danger_reason:
        note = f"{note}\n{gap.sentence} {danger_reason}".strip()
    closed = CaseState.CLOSED
    return replace(case, state=closed, other_service=service, closed_on=on, closing_note=note)


def require_open(case: Case) -> None:
    """Stop unless work on the case may go on.

    Raises:
        CaseNotOpen: the case is frozen or closed.
    """
    if case.state is CaseState.FROZEN:
        raise CaseNotOpen(
            _(
                "Kasus ini dibekukan karena persetujuan ditarik kembali."
                " Catat persetujuan baru dahulu."
            )
        )
    if case.state is CaseState.CLOSED:
        raise CaseNotOpen(_("Kasus ini sudah ditutup. Buka kembali dahulu untuk melanjutkan."))

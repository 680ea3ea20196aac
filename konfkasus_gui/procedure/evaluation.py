"""Stage 3, Analisis dan evaluasi: did the conference succeed, in the procedure's own terms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.gap import Gap, Severity, by_weight
from konfkasus_gui.procedure.meeting import Meeting, committed
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import Agenda, Aim, Function, Level, Outcome
from konfkasus_gui.procedure.word import Word


class Step(Word):
    """The pages of the evaluation wizard, in order."""

    INFORMATION = "information", N_("informasi baru")
    COMMITMENT = "commitment", N_("komitmen peserta")
    JUDGEMENT = "judgement", N_("tujuan dan fungsi")
    OUTCOME = "outcome", N_("hasil")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Record):
    """The counselor's view of one conference; ``overruled`` replaces the reckoned outcome."""

    conference_id: int
    information_note: str = ""
    commitment_note: str = ""
    overruled: Outcome | None = None
    overruled_reason: str = ""
    summary: str = ""
    evaluated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Record):
    """How far one aim or one function was reached; exactly one of the two is set."""

    conference_id: int
    aim: Aim | None = None
    function: Function | None = None
    level: Level | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """All that stage 3 knows of one conference, and the meeting it looks at."""

    meeting: Meeting
    evaluation: Evaluation
    judgements: tuple[Judgement, ...] = ()

    @property
    def conference(self) -> Conference:
        """The conference that is evaluated."""
        return self.meeting.conference

    def judgement(self, subject: Aim | Function) -> Judgement:
        """What was judged of one aim or function; an empty judgement at first."""
        for judgement in self.judgements:
            if subject in (judgement.aim, judgement.function):
                return judgement
        return Judgement(
            conference_id=self.conference.id,
            aim=subject if isinstance(subject, Aim) else None,
            function=subject if isinstance(subject, Function) else None,
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from the meeting: ``reached`` of ``total``."""

    reached: int
    total: int


def added(meeting: Meeting) -> tuple[Contribution, ...]:
    """The information that the participants added under c and e."""
    rounds = (Agenda.INFORMATION, Agenda.OPINION)
    return tuple(
        said for said in meeting.contributions if said.agenda in rounds and said.text.strip()
    )


def information(meeting: Meeting) -> Measure:
    """How many of the added contributions mean much for solving the problem (paper, D.3)."""
    said = added(meeting)
    return Measure(sum(one.meaningful for one in said), len(said))


def commitment(meeting: Meeting) -> Measure:
    """How many of those present committed to support the help (paper, D.3)."""
    return Measure(len(committed(meeting)), len(meeting.present()))


def reckoned(meeting: Meeting) -> Outcome:
    """The outcome as the two measures give it.

    Success needs meaningful information and a commitment of every person present (paper, D.3);
    either one alone, or commitments of some, is a partial success.
    """
    informed = information(meeting).reached > 0
    promises = commitment(meeting)
    everyone = promises.total > 0 and promises.reached == promises.total
    if informed and everyone:
        return Outcome.SUCCESS
    if informed or promises.reached:
        return Outcome.PARTIAL
    return Outcome.NOT_YET


def outcome(appraisal: Appraisal) -> Outcome:
    """The outcome that counts: the counselor's, once it has a written reason, else the reckoned."""
    evaluation = appraisal.evaluation
    if evaluation.overruled is not None and evaluation.overruled_reason.strip():
        return evaluation.overruled
    return reckoned(appraisal.meeting)


def grounds(meeting: Meeting) -> tuple[str, str]:
    """Why the outcome is reckoned as it is: a sentence for each of the two measures."""
    found, promises = information(meeting), commitment(meeting)
    if not found.total:
        informed = _("Pertemuan tidak mencatat keterangan tambahan.")
    elif not found.reached:
        informed = _("Belum ada keterangan yang ditandai berarti.")
    else:
        informed = _("{n} dari {total} keterangan berarti bagi pemecahan masalah.").format(
            n=found.reached, total=found.total
        )
    if not promises.total:
        return informed, _("Belum ada peserta yang tercatat hadir.")
    if promises.reached == promises.total:
        return informed, _("Semua {total} peserta hadir berkomitmen.").format(total=promises.total)
    return informed, _("{n} dari {total} peserta hadir berkomitmen.").format(
        n=promises.reached, total=promises.total
    )


@dataclass(frozen=True, slots=True)
class Reason:
    """What was missing, and the reason that was written for going on."""

    sentence: str
    reason: str


def earlier_reasons(appraisal: Appraisal) -> tuple[Reason, ...]:
    """The reasons written before stage 3 for going on although something was missing."""
    found = [
        Reason(waiver.sentence, waiver.reason.strip())
        for waiver in appraisal.meeting.waivers
        if waiver.reason.strip() and waiver.gap.startswith(_EARLIER)
    ]
    if early := appraisal.conference.ended_early.strip():
        found.append(Reason(_("Pertemuan diakhiri sebelum semua langkahnya selesai."), early))
    return tuple(found)


_EARLIER = ("case.", "plan.", "meet.")


def proposes_another_meeting(appraisal: Appraisal) -> bool:
    """Whether a further meeting with the same participants is proposed."""
    return outcome(appraisal) is Outcome.NOT_YET


def _measure_gaps(appraisal: Appraisal) -> Iterator[Gap]:
    found = information(appraisal.meeting)
    if found.total and not found.reached:
        yield Gap(
            "eval.meaningful",
            _("Belum ada keterangan yang ditandai berarti."),
            Step.INFORMATION,
        )
    if not found.total:
        yield Gap(
            "eval.information",
            _("Pertemuan tidak mencatat keterangan tambahan."),
            Step.INFORMATION,
        )
    promises = commitment(appraisal.meeting)
    if promises.reached < promises.total:
        yield Gap(
            "eval.commitment",
            _("{n} dari {total} peserta hadir belum berkomitmen.").format(
                n=promises.total - promises.reached, total=promises.total
            ),
            Step.COMMITMENT,
        )


def awaited(conference: Conference) -> tuple[Aim | Function, ...]:
    """The aims and functions that the meeting was to serve; a judgement of each is awaited.

    Each of all eight may be judged (paper, B). Where planning chose no aim, or no function, the
    judgement of all aims, or all functions, is awaited.
    """
    return (*(conference.aims or tuple(Aim)), *(conference.functions or tuple(Function)))


def _judgement_gap(appraisal: Appraisal) -> Iterator[Gap]:
    subjects = awaited(appraisal.conference)
    left = sum(appraisal.judgement(subject).level is None for subject in subjects)
    if left:
        yield Gap(
            "eval.judgements",
            _("{n} dari {total} penilaian belum diisi.").format(n=left, total=len(subjects)),
            Step.JUDGEMENT,
            Severity.REASON,
        )


def _overrule_gap(appraisal: Appraisal) -> Iterator[Gap]:
    """The counselor may overrule the outcome with a written reason."""
    evaluation = appraisal.evaluation
    if evaluation.overruled is not None and not evaluation.overruled_reason.strip():
        yield Gap(
            "eval.overruled",
            _("Tulis alasan mengubah hasil; tanpa alasan, hasil hitungan yang berlaku."),
            Step.OUTCOME,
            Severity.REASON,
        )


RULES: tuple[Callable[[Appraisal], Iterator[Gap]], ...] = (
    _measure_gaps,
    _judgement_gap,
    _overrule_gap,
)


def gaps(appraisal: Appraisal, _today: date) -> list[Gap]:
    """What the evaluation still misses, by weight."""
    return by_weight(gap for rule in RULES for gap in rule(appraisal))


def steps(_appraisal: Appraisal) -> tuple[Step, ...]:
    """The pages that apply, in order."""
    return tuple(Step)

"""Stage 1, Perencanaan: who agrees, who is invited, what may be said, and what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.calendar import SUNDAY
from konfkasus_gui.procedure.case import Case, require_open
from konfkasus_gui.procedure.consent import AGREED, Consent, ConsentMissing, taken_back
from konfkasus_gui.procedure.gap import Gap, Severity, Waiver, by_weight
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    Aspect,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Direction,
    DocumentKind,
    Function,
    Group,
    Inviter,
    LetterState,
    Origin,
    Stage,
)
from konfkasus_gui.procedure.word import Word


class Step(Word):
    """The pages of the planning wizard, in order."""

    PROBLEM = "problem", N_("masalah dan tujuan")
    CONSENT = "consent", N_("persetujuan")
    PARTICIPANTS = "participants", N_("peserta")
    DATA = "data", N_("himpunan data")
    SCHEDULE = "schedule", N_("jadwal dan tempat")
    STRUCTURING = "structuring", N_("penstrukturan")
    INVITATIONS = "invitations", N_("undangan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference(Record):
    """One meeting about one case; ``number`` counts the meetings of the case from 1.

    The moments ``opened_at`` and ``closed_at`` are those of the meeting itself.
    """

    case_id: int
    number: int = 1
    state: ConferenceState = ConferenceState.PLANNED
    aims: tuple[Aim, ...] = ()
    functions: tuple[Function, ...] = ()
    wanted: str = ""
    held_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    chair: str = ""
    minute_taker: str = ""
    directions: tuple[Direction, ...] = ()
    inviter: Inviter = Inviter.PRINCIPAL
    confirm_by: date | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    aim_stated: bool = False
    case_stated: bool = False
    secrecy_stated: bool = False
    diagnosis: str = ""
    ended_early: str = ""
    minutes_final_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A person invited to a conference: group, capacity and reason, because it is closed."""

    conference_id: int
    person_id: int | None = None
    guardian_id: int | None = None
    name: str = ""
    origin: Origin = Origin.SCHOOL
    group: Group | None = None
    capacity: str = ""
    institution: str = ""
    reason: str = ""

    @property
    def called(self) -> str:
        """What to call this guest: the name, or the capacity of a seat without one."""
        return self.name.strip() or self.capacity.strip() or _("Peserta tanpa nama")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataItem(Record):
    """Something known about the client. Only ``shareable`` items reach a paper or the meeting."""

    case_id: int
    aspect: Aspect
    text: str = ""
    source: str = ""
    noted_on: date | None = None
    shareable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark(Record):
    """Where a stage's wizard stopped, and when the stage was finished."""

    conference_id: int
    stage: Stage
    step: str = ""
    finished_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that stage 1 knows of one conference.

    ``clashes`` counts others at the same time; ``settled`` are the data items that stand in
    minutes that are final.
    """

    case: Case
    conference: Conference
    consents: tuple[Consent, ...] = ()
    participants: tuple[Participant, ...] = ()
    data_items: tuple[DataItem, ...] = ()
    letters: tuple[Letter, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    clashes: int = 0
    settled: tuple[int, ...] = ()

    def consent(self, giver: ConsentGiver) -> Consent:
        """The answer of ``giver``; an empty one when they were not asked yet."""
        for consent in self.consents:
            if consent.giver is giver:
                return consent
        return Consent(case_id=self.case.id, giver=giver)

    def bookmark(self, stage: Word) -> Bookmark:
        """Where the wizard of ``stage`` stands; at its beginning at first."""
        for bookmark in self.bookmarks:
            if bookmark.stage is stage:
                return bookmark
        return Bookmark(conference_id=self.conference.id, stage=Stage[stage.name])

    def shareable(self) -> tuple[DataItem, ...]:
        """The data that may be presented in the conference."""
        return tuple(item for item in self.data_items if item.shareable and item.text.strip())

    def letter_of(self, participant: Participant) -> Letter | None:
        """The participant's invitation, unless it was cancelled or replaced."""
        for letter in reversed(self.letters):
            mine = letter.participant_id == participant.id and letter.kind in INVITING
            if mine and letter.state not in RETIRED:
                return letter
        return None


RETIRED = (LetterState.CANCELLED, LetterState.REPLACED)
INVITING = (DocumentKind.INVITATION, DocumentKind.SECOND_INVITATION)
"""The letters that ask somebody to come."""


def consented(plan: Plan) -> bool:
    """Whether the client's consent stands (paper, D.1: discussed with and agreed by the client)."""
    return plan.consent(ConsentGiver.CLIENT).state in AGREED


def withdrawn(plan: Plan) -> bool:
    """Whether the client or the guardian took consent back and has not agreed again."""
    return any(taken_back(consent) for consent in plan.consents)


def may_correct(plan: Plan, giver: ConsentGiver) -> bool:
    """Whether the answer of ``giver`` may be put right as a mistake of writing.

    Once invitations or a meeting stand on an agreement, only a withdrawal ends it.
    """
    invited = any(letter.state not in RETIRED for letter in plan.letters)
    standing = invited or plan.conference.opened_at is not None
    return not (standing and plan.consent(giver).state in AGREED)


def require_consent(plan: Plan) -> None:
    """Stop unless invitations may be numbered and printed and the meeting may start.

    Raises:
        ConsentMissing: the client has not agreed, or somebody took the consent back.
        CaseNotOpen: the case is frozen or closed.
    """
    if withdrawn(plan):
        raise ConsentMissing(
            _("Persetujuan telah ditarik kembali. Tidak ada surat yang dicetak lagi.")
        )
    if not consented(plan):
        raise ConsentMissing(
            _("Undangan dan pertemuan menunggu persetujuan konseli. Catat persetujuannya dahulu.")
        )
    require_open(plan.case)


def _problem_gaps(plan: Plan, _today: date) -> Iterator[Gap]:
    if not plan.case.problem.strip():
        yield Gap("plan.problem", _("Masalah belum dituliskan."), Step.PROBLEM, Severity.REASON)
    if not plan.case.fields:
        yield Gap("plan.fields", _("Bidang bimbingan belum dipilih."), Step.PROBLEM)
    if plan.case.raised_by is None:
        yield Gap("plan.raiser", _("Pengusul kasus belum dipilih."), Step.PROBLEM)
    if not plan.conference.aims:
        yield Gap("plan.aims", _("Tujuan pertemuan belum dipilih."), Step.PROBLEM)


def _client_consent_gap(plan: Plan, _today: date) -> Iterator[Gap]:
    """No invitation is numbered or printed before the client agrees (paper, D.1)."""
    client = plan.consent(ConsentGiver.CLIENT)
    if client.state is ConsentState.WITHDRAWN:
        sentence = _("Konseli menarik persetujuannya. Kasus dibekukan.")
    elif client.state is ConsentState.REFUSED:
        sentence = _("Konseli belum bersedia. Pertemuan menunggu persetujuannya.")
    elif client.state not in AGREED:
        sentence = _("Persetujuan konseli belum dicatat. Bicarakan dahulu dengan konseli.")
    else:
        return
    yield Gap("plan.client_consent", sentence, Step.CONSENT, Severity.BLOCKS)


def _guardian_consent_gap(plan: Plan, _today: date) -> Iterator[Gap]:
    """A child's data needs a parent's consent, or a reason why it cannot be asked for.

    (UU 27/2022, Pasal 25; domain, 9.)
    """
    guardian = plan.consent(ConsentGiver.GUARDIAN)
    if taken_back(guardian):
        yield Gap(
            "plan.guardian_consent",
            _("Orang tua/wali menarik persetujuannya. Kasus dibekukan."),
            Step.CONSENT,
            Severity.BLOCKS,
        )
    elif guardian.state is ConsentState.UNOBTAINABLE:
        if not guardian.reason.strip() or not guardian.decided_by.strip():
            yield Gap(
                "plan.guardian_reason",
                _(
                    "Tulis mengapa orang tua/wali tidak dapat dimintai persetujuan dan siapa "
                    "yang memutuskan."
                ),
                Step.CONSENT,
                Severity.REASON,
            )
    elif guardian.state is ConsentState.REFUSED:
        yield Gap(
            "plan.guardian_refused",
            _("Orang tua/wali belum bersedia. Bicarakan lagi, atau tulis alasan melanjutkan."),
            Step.CONSENT,
            Severity.REASON,
        )
    elif guardian.state not in AGREED:
        yield Gap(
            "plan.guardian_consent",
            _("Persetujuan orang tua/wali belum dicatat."),
            Step.CONSENT,
            Severity.REASON,
        )


def _participant_gaps(plan: Plan, _today: date) -> Iterator[Gap]:
    """The meeting is limited and closed, so every seat has a group and a reason (paper, D.1)."""
    if not plan.participants:
        yield Gap("plan.participants", _("Belum ada peserta."), Step.PARTICIPANTS, Severity.REASON)
        return
    unfilled = [line for guest in plan.participants if (line := _unfilled(guest))]
    if unfilled:
        few = _("Belum lengkap: {people}.").format(people="; ".join(unfilled))
        many = _("{n} peserta belum lengkap kelompok, kedudukan, atau alasannya.")
        yield Gap(
            "plan.seats",
            few if len(unfilled) <= 2 else many.format(n=len(unfilled)),
            Step.PARTICIPANTS,
            Severity.REASON,
            tuple(unfilled),
        )
    present = {participant.group for participant in plan.participants}
    for group in Group:
        if not {group, None} & present:  # whose group is still to be chosen may be of this one
            yield Gap(
                f"plan.group.{group.value}",
                _("Belum ada {group}.").format(group=group.label),
                Step.PARTICIPANTS,
            )


def _unfilled(participant: Participant) -> str:
    """``Ratna (alasan)``: what this seat still misses; empty when it misses nothing."""
    missing = [
        word
        for word, filled in (
            (_("nama"), participant.name.strip()),
            (_("kelompok"), participant.group is not None),
            (_("kedudukan"), participant.capacity.strip()),
            (_("alasan"), participant.reason.strip()),
        )
        if not filled
    ]
    if not missing:
        return ""
    name = (participant.name.strip() or participant.capacity.strip())[:60]
    return f"{name or _('peserta tanpa nama')} ({', '.join(missing)})"


def _data_gaps(plan: Plan, _today: date) -> Iterator[Gap]:
    if not any(item.text.strip() for item in plan.data_items):
        yield Gap("plan.data", _("Himpunan data masih kosong."), Step.DATA, Severity.REASON)
    elif not plan.shareable():
        yield Gap(
            "plan.shareable",
            _("Belum ada butir data yang boleh disampaikan dalam konferensi."),
            Step.DATA,
            Severity.REASON,
        )


def _schedule_gaps(plan: Plan, today: date) -> Iterator[Gap]:
    conference = plan.conference
    for key, sentence, filled in (
        ("plan.date", _("Tanggal pertemuan belum ditentukan."), conference.held_on),
        ("plan.time", _("Jam mulai belum ditentukan."), conference.starts_at),
        ("plan.place", _("Tempat pertemuan belum ditentukan."), conference.place.strip()),
        ("plan.chair", _("Pimpinan belum ditentukan."), conference.chair.strip()),
        ("plan.minute_taker", _("Notulis belum ditentukan."), conference.minute_taker.strip()),
    ):
        if filled is None or filled == "":
            yield Gap(key, sentence, Step.SCHEDULE, Severity.REASON)
    if conference.held_on is not None and conference.opened_at is None:
        if conference.held_on < today:
            yield Gap("plan.past", _("Tanggal pertemuan sudah lewat."), Step.SCHEDULE)
        elif conference.held_on.weekday() == SUNDAY:
            yield Gap("plan.sunday", _("Pertemuan jatuh pada hari Minggu."), Step.SCHEDULE)
    if (
        conference.starts_at is not None
        and conference.ends_at is not None
        and conference.ends_at <= conference.starts_at
    ):
        yield Gap("plan.end", _("Jam selesai lebih awal daripada jam mulai."), Step.SCHEDULE)
    if plan.clashes:
        yield Gap("plan.clash", _("Ada konferensi lain pada waktu yang sama."), Step.SCHEDULE)
    if conference.chair.strip() and conference.chair.strip() == conference.minute_taker.strip():
        yield Gap("plan.same_person", _("Pimpinan sebaiknya bukan notulis."), Step.SCHEDULE)


def _structuring_gap(plan: Plan, _today: date) -> Iterator[Gap]:
    left = len(Direction) - len(plan.conference.directions)
    if left:
        yield Gap(
            "plan.directions",
            _("{n} dari 5 arahan penstrukturan belum dipahami pimpinan.").format(n=left),
            Step.STRUCTURING,
            Severity.REASON,
        )


def _invitation_gap(plan: Plan, _today: date) -> Iterator[Gap]:
    left = sum(plan.letter_of(participant) is None for participant in plan.participants)
    if left:
        yield Gap(
            "plan.invitations",
            _("{n} undangan belum diberi nomor.").format(n=left),
            Step.INVITATIONS,
            Severity.REASON,
        )


RULES: tuple[Callable[[Plan, date], Iterator[Gap]], ...] = (
    _problem_gaps,
    _client_consent_gap,
    _guardian_consent_gap,
    _participant_gaps,
    _data_gaps,
    _schedule_gaps,
    _structuring_gap,
    _invitation_gap,
)


def gaps(plan: Plan, today: date) -> list[Gap]:
    """What still stands between this plan and its meeting, blocking gaps first."""
    return by_weight(gap for rule in RULES for gap in rule(plan, today))


def steps(_plan: Plan) -> tuple[Step, ...]:
    """The pages that apply to this plan, in order."""
    return tuple(Step)

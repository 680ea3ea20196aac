"""Stage 2, Pelaksanaan: the seven agenda items, who has spoken, and what may come next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from konfkasus_gui.language import _
from konfkasus_gui.procedure.gap import Gap, Severity, Waiver, by_weight
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import (
    Conference,
    DataItem,
    Participant,
    Plan,
    consented,
    withdrawn,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    ConclusionKind,
    PledgeManner,
    Presence,
    RemarkKind,
)

Step = Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """Whether a participant came, and how they promised confidentiality."""

    conference_id: int
    participant_id: int
    presence: Presence | None = None
    arrived_at: time | None = None
    represented_by: str = ""
    statement: str = ""
    pledge: PledgeManner | None = None
    pledged_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation(Record):
    """A data item that was presented under item b."""

    conference_id: int
    data_item_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """What one participant said under item c or e. ``meaningful`` is judged in the evaluation."""

    conference_id: int
    participant_id: int
    agenda: Agenda
    aspect: Aspect | None = None
    basis: Basis | None = None
    text: str = ""
    said_at: datetime
    meaningful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention(Record):
    """A participant has nothing to add under item c, e or g."""

    conference_id: int
    participant_id: int
    agenda: Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Record):
    """What the chair concluded under item d or f."""

    conference_id: int
    kind: ConclusionKind
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Record):
    """A dissenting view, the client's own words, or a question left open."""

    conference_id: int
    kind: RemarkKind
    participant_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """What one participant will do for the client; ``agreed`` once it was read back."""

    conference_id: int
    participant_id: int
    text: str = ""
    starts_on: date | None = None
    check_on: date | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """All that stage 2 knows of one conference, and the plan it rests on."""

    plan: Plan
    attendances: tuple[Attendance, ...] = ()
    presentations: tuple[Presentation, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def conference(self) -> Conference:
        """The conference that this meeting is."""
        return self.plan.conference

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The reasons for going on, of all stages."""
        return self.plan.waivers

    def attendance(self, participant: Participant) -> Attendance:
        """The participant's line in the attendance list; an empty one at first."""
        for attendance in self.attendances:
            if attendance.participant_id == participant.id:
                return attendance
        return Attendance(conference_id=self.conference.id, participant_id=participant.id)

    def present(self) -> tuple[Participant, ...]:
        """Those who take part: here, late, represented, or online."""
        return tuple(
            guest
            for guest in self.plan.participants
            if self.attendance(guest).presence in TAKING_PART
        )

    def unpledged(self) -> tuple[Participant, ...]:
        """Those who take part and have not promised confidentiality yet."""
        return tuple(guest for guest in self.present() if self.attendance(guest).pledge is None)

    def presented(self, item: DataItem) -> bool:
        """Whether ``item`` was presented under b."""
        return any(shown.data_item_id == item.id for shown in self.presentations)

    def said(self, participant: Participant, agenda: Agenda) -> tuple[Contribution, ...]:
        """What the participant said under ``agenda``, in order."""
        return tuple(
            said
            for said in self.contributions
            if said.participant_id == participant.id and said.agenda is agenda and said.text.strip()
        )

    def abstained(self, participant: Participant, agenda: Agenda) -> bool:
        """Whether the participant said that there is nothing to add under ``agenda``."""
        return abstention(self, participant.id, agenda) is not None

    def promised(self, participant: Participant) -> tuple[Commitment, ...]:
        """The participant's commitments."""
        return tuple(
            promise
            for promise in self.commitments
            if promise.participant_id == participant.id and promise.text.strip()
        )

    def concluded(self, kind: ConclusionKind) -> tuple[Conclusion, ...]:
        """The conclusions of one kind, in order."""
        return tuple(
            found for found in self.conclusions if found.kind is kind and found.text.strip()
        )

    def remarked(self, kind: RemarkKind) -> tuple[Remark, ...]:
        """The remarks of one kind, in order."""
        return tuple(
            remark for remark in self.remarks if remark.kind is kind and remark.text.strip()
        )


def abstention(meeting: Meeting, guest_id: int, agenda: Agenda) -> Abstention | None:
    """The participant's word that there is nothing to add under ``agenda``, if it was given."""
    for none in meeting.abstentions:
        if none.participant_id == guest_id and none.agenda is agenda:
            return none
    return None


TAKING_PART = (Presence.PRESENT, Presence.LATE, Presence.REPRESENTED, Presence.ONLINE)


def heard(meeting: Meeting, participant: Participant, agenda: Agenda) -> bool:
    """Whether the participant has had their turn: spoke, promised, or has nothing to add."""
    if meeting.abstained(participant, agenda):
        return True
    if agenda is Agenda.COMMITMENT:
        return bool(meeting.promised(participant))
    return bool(meeting.said(participant, agenda))


def unheard(meeting: Meeting, agenda: Agenda) -> tuple[Participant, ...]:
    """Those who take part and have not had their turn under ``agenda``."""
    return tuple(guest for guest in meeting.present() if not heard(meeting, guest, agenda))


def committed(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who take part and made at least one commitment that was read back and agreed."""
    return tuple(
        guest
        for guest in meeting.present()
        if any(promise.agreed for promise in meeting.promised(guest))
    )


def _consent_gap(meeting: Meeting) -> Iterator[Gap]:
    """No meeting starts without the client's consent (paper, D.1)."""
    if withdrawn(meeting.plan):
        sentence = _("Persetujuan ditarik kembali. Pertemuan dihentikan; catatan tetap terkunci.")
    elif not consented(meeting.plan):
        sentence = _("Pertemuan menunggu persetujuan konseli.")
    else:
        return
    yield Gap("meet.consent", sentence, Agenda.OPENING, Severity.BLOCKS)


def _opening_gaps(meeting: Meeting) -> Iterator[Gap]:
    """Each person present has pledged, or does not stay (paper, D.2 a)."""
    if names := ", ".join(guest.called for guest in meeting.unpledged()):
        yield Gap(
            "meet.pledge",
            _("Belum berikrar menjaga rahasia: {names}.").format(names=names),
            Agenda.OPENING,
            Severity.BLOCKS,
        )
    if not meeting.present():
        yield Gap(
            "meet.present", _("Belum ada peserta yang hadir."), Agenda.OPENING, Severity.REASON
        )
    uncounted = tuple(
        guest.called
        for guest in meeting.plan.participants
        if meeting.attendance(guest).presence is None
    )
    if uncounted:
        yield Gap(
            "meet.attendance",
            _("Kehadiran belum dicatat: {names}.").format(names=", ".join(uncounted)),
            Agenda.OPENING,
            Severity.REASON,
            uncounted,
        )
    conference = meeting.conference
    if not (conference.aim_stated and conference.case_stated and conference.secrecy_stated):
        yield Gap(
            "meet.opening",
            _("Pimpinan menyampaikan tujuan, kode kasus, dan kerahasiaan."),
            Agenda.OPENING,
            Severity.REASON,
        )


def _presentation_gap(meeting: Meeting) -> Iterator[Gap]:
    left = sum(not meeting.presented(item) for item in meeting.plan.shareable())
    if left:
        yield Gap(
            "meet.data",
            _("{n} butir data belum disampaikan.").format(n=left),
            Agenda.PRESENTATION,
            Severity.REASON,
        )
    if not meeting.conference.diagnosis.strip():
        yield Gap("meet.diagnosis", _("Diagnosis awal belum dicatat."), Agenda.PRESENTATION)


def _round_gaps(meeting: Meeting) -> Iterator[Gap]:
    """A conclusion is due once everyone present has spoken or passed (paper, D.2 d, f, g)."""
    for agenda, sentence in (
        (Agenda.INFORMATION, _("Belum memberi keterangan: {names}.")),
        (Agenda.OPINION, _("Belum berpendapat: {names}.")),
        (Agenda.COMMITMENT, _("Belum menyatakan komitmen: {names}.")),
    ):
        names = tuple(guest.called for guest in unheard(meeting, agenda))
        if names:
            yield Gap(
                f"meet.round.{agenda.value}",
                sentence.format(names=", ".join(names)),
                agenda,
                Severity.REASON,
                names,
            )


def _conclusion_gaps(meeting: Meeting) -> Iterator[Gap]:
    for kind, agenda, sentence in (
        (
            ConclusionKind.POSITIVE,
            Agenda.FIRST_CONCLUSION,
            _("Tulis sedikitnya satu sisi positif konseli."),
        ),
        (
            ConclusionKind.BACKGROUND,
            Agenda.FIRST_CONCLUSION,
            _("Latar belakang masalah belum disimpulkan."),
        ),
        (
            ConclusionKind.CAUSE,
            Agenda.SECOND_CONCLUSION,
            _("Kemungkinan latar belakang belum disimpulkan."),
        ),
    ):
        if not meeting.concluded(kind):
            yield Gap(f"meet.conclusion.{kind.value}", sentence, agenda, Severity.REASON)


def _commitment_gap(meeting: Meeting) -> Iterator[Gap]:
    left = sum(not promise.agreed for promise in meeting.commitments if promise.text.strip())
    if left:
        yield Gap(
            "meet.agreed",
            _("{n} komitmen belum dibacakan kembali dan disetujui.").format(n=left),
            Agenda.COMMITMENT,
            Severity.REASON,
        )


RULES: tuple[Callable[[Meeting], Iterator[Gap]], ...] = (
    _consent_gap,
    _opening_gaps,
    _presentation_gap,
    _round_gaps,
    _conclusion_gaps,
    _commitment_gap,
)


def gaps(meeting: Meeting, _today: date) -> list[Gap]:
    """What the meeting still misses, blocking gaps first."""
    return by_weight(gap for rule in RULES for gap in rule(meeting))


def steps(_meeting: Meeting) -> tuple[Agenda, ...]:
    """The seven agenda items, in order."""
    return tuple(Agenda)


def identity_may_be_shown(meeting: Meeting) -> bool:
    """Whether the client may be spoken of by name: somebody is here, and all have pledged."""
    return bool(meeting.present()) and not meeting.unpledged()

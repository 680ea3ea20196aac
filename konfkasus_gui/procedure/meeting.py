"""Stage 2, Pelaksanaan: the seven agenda items, who has spoken, and what may come next."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

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
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
    in_order,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.sentences import ended
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    ConclusionKind,
    Presence,
    RemarkKind,
)

Step = Agenda


@dataclass(frozen=True)
class Meeting:
    """All that stage 2 knows of one conference, and the plan it rests on.

    Without slots: what is asked at every key press of thousands of lines is reckoned once.
    """

    plan: Plan
    attendances: tuple[Attendance, ...] = ()
    presentations: tuple[Presentation, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    citations: tuple[Citation, ...] = ()
    answers: tuple[Answer, ...] = ()
    durations: tuple[Duration, ...] = ()
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
        """Those who take part: here, late, represented, or online.

        Who went without the pledge took no part; who pledged and went early did.
        """
        came = {
            line.participant_id
            for line in self.attendances
            if line.presence in TAKING_PART and (line.left_at is None or line.pledge is not None)
        }
        return tuple(guest for guest in self.plan.participants if guest.id in came)

    def unpledged(self) -> tuple[Participant, ...]:
        """Those who take part and have not promised confidentiality yet."""
        bound = {line.participant_id for line in self.attendances if line.pledge is not None}
        return tuple(guest for guest in self.present() if guest.id not in bound)

    @cached_property
    def turns_had(self) -> Mapping[Agenda, frozenset[int]]:
        """By agenda item, the ids of those who spoke, promised, or have nothing at all to add."""
        had: dict[Agenda, set[int]] = {agenda: set() for agenda in Agenda}
        for none in self.abstentions:
            if none.aspect is None:
                had[none.agenda].add(none.participant_id)
        for said in self.contributions:
            if said.text.strip():
                had[said.agenda].add(said.participant_id)
        for promise in self.commitments:
            if promise.text.strip():
                had[Agenda.COMMITMENT].add(promise.participant_id)
        return {agenda: frozenset(ids) for agenda, ids in had.items()}

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
        """Whether the participant said that there is nothing at all to add under ``agenda``."""
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


_WHERE: Mapping[type[Record], str] = {
    Attendance: "attendances",
    Presentation: "presentations",
    Contribution: "contributions",
    Abstention: "abstentions",
    Conclusion: "conclusions",
    Remark: "remarks",
    Commitment: "commitments",
    Citation: "citations",
    Answer: "answers",
    Duration: "durations",
    Pause: "pauses",
}


def written(meeting: Meeting, record: Record) -> Meeting | None:
    """The meeting once ``record`` was kept in it; None where more than its own line changes."""
    where = _WHERE.get(type(record))
    if where is None:
        return None
    lines = list(getattr(meeting, where))
    place = next((n for n, one in enumerate(lines) if one.id == record.id), len(lines))
    before = lines[place : place + 1]
    lines[place : place + 1] = [record]
    changed: dict[str, Any] = {where: tuple(lines)}
    if isinstance(record, Contribution) and not (before and _same_place(before[0], record)):
        changed[where] = in_order(lines)
    return replace(meeting, **changed)


def _same_place(before: Contribution, after: Contribution) -> bool:
    return (before.agenda, before.place) == (after.agenda, after.place)


def abstention(
    meeting: Meeting, guest_id: int, agenda: Agenda, aspect: Aspect | None = None
) -> Abstention | None:
    """The participant's word that there is nothing to add under ``agenda``, if it was given.

    With ``aspect`` it is the word about that aspect alone.
    """
    for none in meeting.abstentions:
        if none.participant_id == guest_id and none.agenda is agenda and none.aspect is aspect:
            return none
    return None


TAKING_PART = (Presence.PRESENT, Presence.LATE, Presence.REPRESENTED, Presence.ONLINE)


def here(meeting: Meeting) -> tuple[Participant, ...]:
    """Those who take part and have not gone early."""
    gone = {line.participant_id for line in meeting.attendances if line.left_at is not None}
    return tuple(guest for guest in meeting.present() if guest.id not in gone)


def heard(meeting: Meeting, participant: Participant, agenda: Agenda) -> bool:
    """Whether the participant has had their turn: spoke, promised, or has nothing to add."""
    return participant.id in meeting.turns_had[agenda]


def unheard(meeting: Meeting, agenda: Agenda) -> tuple[Participant, ...]:
    """Those who are still here and have not had their turn under ``agenda``."""
    had = meeting.turns_had[agenda]
    return tuple(guest for guest in here(meeting) if guest.id not in had)


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
            ended(_("Belum berikrar menjaga rahasia: {names}.").format(names=names)),
            Agenda.OPENING,
            Severity.BLOCKS,
        )
    if not meeting.present():
        yield Gap(
            "meet.present", _("Belum ada peserta yang hadir."), Agenda.OPENING, Severity.REASON
        )
    counted = {line.participant_id for line in meeting.attendances if line.presence is not None}
    uncounted = tuple(
        guest.called for guest in meeting.plan.participants if guest.id not in counted
    )
    if uncounted:
        yield Gap(
            "meet.attendance",
            ended(_("Kehadiran belum dicatat: {names}.").format(names=", ".join(uncounted))),
            Agenda.OPENING,
            Severity.REASON,
            uncounted,
        )
    conference = meeting.conference
    if not (conference.aim_stated and conference.case_stated and conference.secrecy_stated):
        yield Gap(
            "meet.opening",
            _("Belum semua disampaikan pimpinan: tujuan, kode kasus, dan kerahasiaan."),
            Agenda.OPENING,
            Severity.REASON,
        )


def _presentation_gap(meeting: Meeting) -> Iterator[Gap]:
    shown = {one.data_item_id for one in meeting.presentations}
    left = sum(item.id not in shown for item in meeting.plan.shareable())
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
                ended(sentence.format(names=", ".join(names))),
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

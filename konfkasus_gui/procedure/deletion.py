"""What was removed: how it is named, how long it waits, and that it can come back."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from textwrap import shorten

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.meeting import Meeting, abstention
from konfkasus_gui.procedure.planning import Bookmark, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Guardian, Person, Student, Wording
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect
from konfkasus_gui.procedure.word import Word

KEPT_FOR = timedelta(days=30)
"""How long what was removed can come back from *Terhapus*."""
OFFERED_FOR = timedelta(seconds=10)
"""How long the bar offers to bring back what was just removed."""
_LONGEST = 90


class NotRestorable(KonfKasusError):
    """What was removed cannot come back: what it belongs to is gone, or something replaced it."""


class RemovedKind(Word):
    """What kind of thing was removed."""

    PARTICIPANT = "participant", N_("peserta")
    DATA_ITEM = "data_item", N_("butir data")
    CONTRIBUTION = "contribution", N_("keterangan")
    CONCLUSION = "conclusion", N_("kesimpulan")
    REMARK = "remark", N_("catatan pertemuan")
    COMMITMENT = "commitment", N_("komitmen")
    ACTION = "action", N_("tindakan")
    PROGRESS = "progress", N_("catatan kemajuan")
    STUDENT = "student", N_("siswa")
    GUARDIAN = "guardian", N_("orang tua/wali")
    PERSON = "person", N_("orang dalam direktori")
    OTHER = "other", N_("catatan")


_KINDS: dict[type[Record], RemovedKind] = {
    Participant: RemovedKind.PARTICIPANT,
    DataItem: RemovedKind.DATA_ITEM,
    Contribution: RemovedKind.CONTRIBUTION,
    Conclusion: RemovedKind.CONCLUSION,
    Remark: RemovedKind.REMARK,
    Commitment: RemovedKind.COMMITMENT,
    Action: RemovedKind.ACTION,
    Progress: RemovedKind.PROGRESS,
    Student: RemovedKind.STUDENT,
    Guardian: RemovedKind.GUARDIAN,
    Person: RemovedKind.PERSON,
}

_TAKEN_BACK = (
    Abstention,
    Presentation,
    Citation,
    Answer,
    Duration,
    Waiver,
    Bookmark,
    Wording,
)
"""A tick or a mark that was taken back: the tick itself is the way back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion(Record):
    """One removal: who, what, when. The rows themselves wait beside it in the archive."""

    removed_at: datetime
    account_id: int | None = None
    case_id: int | None = None
    kind: RemovedKind
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionLine:
    """One removal for the list of *Terhapus*, with the case's code and the remover's name."""

    deletion_id: int
    kind: RemovedKind
    title: str
    code: str
    by: str
    removed_at: datetime


def kind_of(value: Record) -> RemovedKind:
    """What kind of thing ``value`` is to whoever removed it."""
    return _KINDS.get(type(value), RemovedKind.OTHER)


def worth_keeping(value: Record, *, hangs_on: bool) -> bool:
    """Whether a removed ``value`` waits to be brought back.

    A tick that was taken back does not, nor a line in which nobody wrote anything and on which
    nothing ``hangs_on``.
    """
    if isinstance(value, _TAKEN_BACK):
        return False
    return hangs_on or bool(_words(value)) or not _has_text(value)


def title_of(value: Record, deed: str = "") -> str:
    """The first words of what was removed, in one line; ``deed`` is what an action would do."""
    return shorten(deed or _words(value), _LONGEST, placeholder="…")


def contradicted(meeting: Meeting, back: Contribution | Commitment) -> tuple[Abstention, ...]:
    """The words that there was nothing to add, once something of that person is there again."""
    agenda = Agenda.COMMITMENT
    aspects: set[Aspect | None] = {None}
    if isinstance(back, Contribution):
        agenda, aspects = back.agenda, {None, back.aspect}
    found = (abstention(meeting, back.participant_id, agenda, aspect) for aspect in aspects)
    return tuple(none for none in found if none is not None)


def expired_before(now: datetime) -> datetime:
    """What was removed before this moment is forgotten for good."""
    return now - KEPT_FOR


def days_left(removed_at: datetime, today: date) -> int:
    """How many days what was removed still waits; 0 on its last day."""
    return max(0, (removed_at.date() + KEPT_FOR - today).days)


def _words(value: Record) -> str:
    if isinstance(value, Participant):
        return value.name.strip() or value.capacity.strip()
    if isinstance(value, Guardian):
        return f"{value.relation.label} {value.name}".strip()
    for name in ("text", "what", "name"):
        written = getattr(value, name, "")
        if isinstance(written, str) and written.strip():
            return written.strip()
    if isinstance(value, Progress) and value.written:
        return value.trend.label if value.trend is not None else kind_of(value).label
    if isinstance(value, Action) and value.commitment_id is not None:
        return value.who.strip() or kind_of(value).label
    return ""


def _has_text(value: Record) -> bool:
    return bool({"text", "what", "name"} & {field.name for field in fields(value)})

"""What is written down during a meeting: each kind of record of stage 2."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """Whether a participant came, how they promised confidentiality, and when they went early."""

    conference_id: int
    participant_id: int
    presence: Presence | None = None
    arrived_at: time | None = None
    left_at: time | None = None
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
    """What one participant said under item c or e.

    ``place`` orders what was said under one item; equal places stand as they were said.
    ``heard_from`` tells who said so, where the basis is hearsay. ``positive`` marks a good side of
    the client. ``meaningful`` is judged in the evaluation.
    """

    conference_id: int
    participant_id: int
    agenda: Agenda
    aspect: Aspect | None = None
    basis: Basis | None = None
    heard_from: str = ""
    text: str = ""
    said_at: datetime
    place: int = 0
    positive: bool = False
    meaningful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention(Record):
    """A participant has nothing to add under item c, e or g; of one ``aspect``, or at all."""

    conference_id: int
    participant_id: int
    agenda: Agenda
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Record):
    """What the chair concluded under item d or f."""

    conference_id: int
    kind: ConclusionKind
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """A conclusion rests on a contribution."""

    conference_id: int
    conclusion_id: int
    contribution_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One of the data that planning wished for was given.

    ``question`` is the wish as planning words it; ``contribution_id`` tells where it was given, if
    it was noted as a contribution.
    """

    conference_id: int
    question: str
    contribution_id: int | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Record):
    """How many seconds an agenda item took; with a participant, their turns under it."""

    conference_id: int
    participant_id: int | None = None
    agenda: Agenda
    seconds: int = 0


def in_order(said: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """What was said, by agenda item and place; equal places stand as they were said."""
    return tuple(sorted(said, key=lambda one: (one.agenda.value, one.place, one.id)))

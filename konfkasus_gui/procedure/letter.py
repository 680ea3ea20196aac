"""What goes on paper and is remembered: register entries and kept documents."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from konfkasus_gui.language import _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Origin, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Record):
    """One letter in the register of outgoing letters; a number is never given twice.

    ``number`` is the whole text as printed, empty while it is to be written by hand. ``sequence``
    is the running number within ``year``, None for a number that came from elsewhere. One number
    may serve several recipients: they are told apart by ``place``, counted from 1.
    """

    case_id: int | None = None
    conference_id: int | None = None
    participant_id: int | None = None
    kind: DocumentKind = DocumentKind.INVITATION
    year: int | None = None
    sequence: int | None = None
    place: int = 1
    number: str = ""
    dated: date
    recipient: str
    subject: str
    state: LetterState = LetterState.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """The bytes of a paper that was printed, saved, made final or scanned, and their SHA-256.

    ``case_id`` is None for a paper of the school, such as the register of letters.
    """

    case_id: int | None = None
    conference_id: int | None = None
    kind: DocumentKind
    title: str
    version: int = 1
    paper: Paper = Paper.F4
    content: bytes
    sha256: str
    kept_at: datetime


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a kept document, as 64 hexadecimal digits."""
    return sha256(content).hexdigest()


def invitation_subject(origin: Origin) -> str:
    """What the letter to a participant of ``origin`` says that it is about."""
    return {
        Origin.FAMILY: _("Undangan Pertemuan"),
        Origin.SCHOOL: _("Undangan Konferensi Kasus"),
        Origin.OUTSIDE: _("Permohonan sebagai Narasumber"),
    }[origin]

"""What a preview draws and what leaves it: values of the session, handed on whole."""

from dataclasses import dataclass, replace

from konfkasus_gui.documents import papers
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens.background import Report
from konfkasus_gui.screens.materials import materials as everything
from konfkasus_gui.screens.session import Session


@dataclass(frozen=True, slots=True)
class Leaf:
    """What leaves the window, as it stood when it was asked for."""

    content: bytes
    guests: tuple[Participant, ...]
    paper: Paper


@dataclass(frozen=True, slots=True)
class Drawing:
    """The work of drawing a paper, on plain values, for a ``Task``."""

    kind: DocumentKind
    materials: papers.Materials

    def __call__(self, _report: Report) -> bytes:
        """The paper as a PDF."""
        return papers.build(self.kind, self.materials)


def materials(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    paper: Paper,
    guests: tuple[Participant, ...] | None = None,
) -> papers.Materials:
    """All that a paper is drawn from; ``guests`` are those who get a letter, all if None."""
    held = everything(session, conference_id)
    plan = held.plan if guests is None else replace(held.plan, participants=guests)
    version = 1 + len(_kept(session, conference_id, kind))
    return replace(held, plan=plan, paper=paper, version=version)


def kept_minutes(session: Session, conference_id: int, kind: DocumentKind) -> Document | None:
    """Final minutes that were kept as they are: they are never drawn again (product rule)."""
    final_at = session.plan(conference_id).conference.minutes_final_at
    if kind is not DocumentKind.MINUTES or final_at is None:
        return None
    for kept in _kept(session, conference_id, kind):
        if kept.kept_at >= final_at:
            return session.get(Document, kept.id)
    return None


def _kept(session: Session, conference_id: int, kind: DocumentKind) -> list[Document]:
    case_id = session.plan(conference_id).case.id
    return [
        kept
        for kept in session.lists.documents(case_id)
        if kept.conference_id == conference_id and kept.kind is kind
    ]

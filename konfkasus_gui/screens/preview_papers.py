"""What a preview draws and what leaves it: values of the session, handed on whole."""

from dataclasses import dataclass, replace

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import CheckedPaper, build_checked
from konfkasus_gui.documents.naming import TO_PARTICIPANTS
from konfkasus_gui.procedure.kept import require_genuine
from konfkasus_gui.procedure.letter import Document, fingerprint
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
    """The work of drawing a paper and looking it through, on plain values, for a ``Task``.

    ``students`` are the names of all others of the school, ``kept`` is the latest version of the
    paper in the archive.
    """

    kind: DocumentKind
    materials: papers.Materials
    students: tuple[str, ...] = ()
    kept: Document | None = None

    def __call__(self, _report: Report) -> CheckedPaper:
        """The paper: in its kept version if nothing has changed, otherwise in the next."""
        if self.kept is None:
            return self._drawn(1)
        again = self._drawn(self.kept.version)
        if fingerprint(again.content) == self.kept.sha256:
            return again
        return self._drawn(self.kept.version + 1)

    def _drawn(self, version: int) -> CheckedPaper:
        versioned = replace(self.materials, version=version)
        return build_checked(self.kind, versioned, self.students)


def drawing(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    paper: Paper,
    guests: tuple[Participant, ...] | None = None,
) -> Drawing:
    """What draws ``kind``; ``guests`` are those who get a letter or a copy, all if None."""
    held = replace(everything(session, conference_id), paper=paper)
    if guests is not None and kind in TO_PARTICIPANTS:
        held = replace(held, plan=replace(held.plan, participants=guests))
    elif guests is not None:
        held = replace(held, recipient_ids=tuple(guest.id for guest in guests))
    earlier = kept_of(session, conference_id, kind)
    return Drawing(
        kind,
        held,
        session.lists.student_names(but=held.student.id),
        max(earlier, key=_version) if earlier else None,
    )


def kept_minutes(session: Session, conference_id: int, kind: DocumentKind) -> Document | None:
    """Final minutes that were kept as they are: they are never drawn again (product rule).

    Raises:
        PaperAltered: they are not what was kept.
    """
    final_at = session.plan(conference_id).conference.minutes_final_at
    if kind is not DocumentKind.MINUTES or final_at is None:
        return None
    for kept in kept_of(session, conference_id, kind):
        if kept.kept_at >= final_at:
            document = session.get(Document, kept.id)
            require_genuine(document)
            return document
    return None


def kept_of(session: Session, conference_id: int, kind: DocumentKind) -> list[Document]:
    """The kept versions of a paper without their bytes, newest first."""
    case_id = session.plan(conference_id).case.id
    return [
        kept
        for kept in session.lists.documents(case_id)
        if kept.conference_id == conference_id and kept.kind is kind
    ]


def _version(document: Document) -> int:
    return document.version

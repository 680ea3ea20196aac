"""Lines of the register of outgoing letters, and of the papers that were kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, ModelSelect, fn

from konfkasus_gui.archive.rows import lines
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.paper import DocumentTable, LetterTable
from konfkasus_gui.archive.tables.planning import ParticipantTable
from konfkasus_gui.procedure.standing import DocumentLine, LetterLine
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters: those that hold ``text``, of one year, in one state."""

    text: str = ""
    year: int | None = None
    state: LetterState | None = None


class RegisterLists:
    """Reads what went out of the school; changes nothing."""

    def letters(
        self, wanted: LetterFilter | None = None, *, limit: int = 100, offset: int = 0
    ) -> tuple[LetterLine, ...]:
        """The register of letters, the newest first."""
        rows = (
            _letters(wanted)
            .order_by(LetterTable.dated.desc(), LetterTable.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return lines(LetterLine, rows)

    def agenda(self, year: int) -> tuple[LetterLine, ...]:
        """All letters of one year in the order in which they were registered."""
        return lines(LetterLine, _letters(LetterFilter(year=year)).order_by(LetterTable.id))

    def count_letters(self, wanted: LetterFilter | None = None) -> int:
        """How many letters ``letters`` would bring without a limit."""
        return int(_letters(wanted).count())

    def letter_years(self) -> tuple[int, ...]:
        """The years of the letters, the latest first."""
        rows = LetterTable.select(LetterTable.dated).distinct()
        return tuple(sorted({row.dated.year for row in rows}, reverse=True))

    def kept_documents(
        self,
        text: str = "",
        kind: DocumentKind | None = None,
        *,
        limit: int = 100,
        offset: int = 0,
    ) -> tuple[DocumentLine, ...]:
        """The kept papers whose title or case code holds ``text``, newest first.

        ``kind`` is the only one that is wanted, every one if None.
        """
        rows = _documents(text, kind).order_by(DocumentTable.id.desc()).limit(limit).offset(offset)
        return lines(DocumentLine, rows)

    def count_documents(self, text: str = "", kind: DocumentKind | None = None) -> int:
        """How many kept papers ``kept_documents`` would bring without a limit."""
        return int(_documents(text, kind).count())

    def kept_kinds(self) -> tuple[DocumentKind, ...]:
        """The kinds of which a paper is kept, in the order of the procedure."""
        kept = {row.kind for row in DocumentTable.select(DocumentTable.kind).distinct()}
        return tuple(kind for kind in DocumentKind if kind in kept)


def _letters(wanted: LetterFilter | None) -> "ModelSelect[LetterTable]":
    wanted = wanted or LetterFilter()
    rows = LetterTable.select(
        LetterTable.id.alias("letter_id"),
        CaseTable.id.alias("case_id"),
        fn.COALESCE(CaseTable.code, "").alias("code"),
        LetterTable.kind,
        LetterTable.number,
        LetterTable.dated,
        LetterTable.recipient,
        LetterTable.subject,
        LetterTable.state,
        ParticipantTable.origin,
    )
    rows = rows.join(CaseTable, JOIN.LEFT_OUTER).switch(LetterTable)
    rows = rows.join(ParticipantTable, JOIN.LEFT_OUTER)
    if wanted.text.strip():
        rows = rows.where(_letter_holds(wanted.text.strip()))
    if wanted.year is not None:
        first, last = date(wanted.year, 1, 1), date(wanted.year, 12, 31)
        rows = rows.where(LetterTable.dated.between(first, last))
    return rows.where(LetterTable.state == wanted.state) if wanted.state is not None else rows


def _letter_holds(text: str) -> Any:  # peewee has no type for an expression over columns
    return (
        LetterTable.number.contains(text)
        | LetterTable.recipient.contains(text)
        | CaseTable.code.contains(text)
    )


def _documents(text: str, kind: DocumentKind | None) -> "ModelSelect[DocumentTable]":
    rows = DocumentTable.select(
        DocumentTable.id.alias("document_id"),
        CaseTable.id.alias("case_id"),
        fn.COALESCE(CaseTable.code, "").alias("code"),
        DocumentTable.kind,
        DocumentTable.title,
        DocumentTable.version,
        DocumentTable.kept_at,
    ).join(CaseTable, JOIN.LEFT_OUTER)
    if kind is not None:
        rows = rows.where(DocumentTable.kind == kind)
    if not text.strip():
        return rows
    return rows.where(
        DocumentTable.title.contains(text.strip()) | CaseTable.code.contains(text.strip())
    )

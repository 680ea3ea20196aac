"""The end of keeping a case: nothing of it stays in the archive but numbers and codes."""

from peewee import fn

from konfkasus_gui.archive.gathering import AT_ONCE, Rows, uids_of
from konfkasus_gui.archive.rows import lines, record
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.deletion import DeletedRowTable, DeletionTable
from konfkasus_gui.archive.tables.follow_up import ActionTable
from konfkasus_gui.archive.tables.meeting import PresentationTable
from konfkasus_gui.archive.tables.paper import AuditEventTable, DocumentTable, LetterTable
from konfkasus_gui.archive.tables.planning import ConferenceTable, DataItemTable
from konfkasus_gui.archive.tables.school import StudentTable
from konfkasus_gui.archive.tables.transfer import SeenTable
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.retention import KeptCase
from konfkasus_gui.procedure.vocabulary import CaseState

NOTHING = "0" * 32
"""The state of a case of which nothing is left."""


def left_cases() -> tuple[KeptCase, ...]:
    """All closed cases of pupils who have left, each with the number of its letters and papers."""
    letters = LetterTable.select(fn.COUNT(LetterTable.id)).where(LetterTable.case == CaseTable.id)
    documents = DocumentTable.select(fn.COUNT(DocumentTable.id)).where(
        DocumentTable.case == CaseTable.id
    )
    rows = (
        CaseTable.select(
            CaseTable.id.alias("case_id"),
            CaseTable.code,
            CaseTable.opened_on,
            CaseTable.closed_on,
            StudentTable.left_on,
            CaseTable.keep_until,
            letters.alias("letters"),
            documents.alias("documents"),
        )
        .join(StudentTable)
        .where(
            CaseTable.state == CaseState.CLOSED,
            CaseTable.closed_on.is_null(False),
            StudentTable.left_on.is_null(False),
        )
        .order_by(CaseTable.id)
    )
    return lines(KeptCase, rows)


def destroy(case_id: int) -> None:
    """Forget the case with all that hangs on it, and its client unless there is another case.

    The register keeps numbers, dates and subjects of its letters, so that no number is given twice,
    and forgets who got them. The history keeps its code.
    """
    _forget_states(case_id)
    held = ConferenceTable.select(ConferenceTable.id).where(ConferenceTable.case == case_id)
    student_id = record(Case, CaseTable.get_by_id(case_id)).student_id
    for table in (ActionTable, PresentationTable):
        table.delete().where(table.conference.in_(held)).execute()
    of_case = (DocumentTable.case == case_id) | DocumentTable.conference.in_(held)
    DocumentTable.delete().where(of_case).execute()
    LetterTable.update(
        case=None, conference=None, participant=None, recipient=_("(arsip dimusnahkan)")
    ).where((LetterTable.case == case_id) | LetterTable.conference.in_(held)).execute()
    AuditEventTable.update(case=None).where(AuditEventTable.case == case_id).execute()
    ConferenceTable.delete().where(ConferenceTable.case == case_id).execute()
    DataItemTable.delete().where(DataItemTable.case == case_id).execute()
    CaseTable.delete().where(CaseTable.id == case_id).execute()
    if not CaseTable.select().where(CaseTable.student == student_id).exists():
        _forget_removed(StudentTable.get_by_id(student_id).uid)
        StudentTable.delete().where(StudentTable.id == student_id).execute()


def _forget_removed(student_uid: str) -> None:
    """Forget for good what was removed from the client and belonged to no case, as a guardian."""
    linked = DeletedRowTable.select(DeletedRowTable.deletion).where(
        DeletedRowTable.content.contains(student_uid)
    )
    DeletionTable.delete().where(DeletionTable.id.in_(linked)).execute()


def _forget_states(case_id: int) -> None:
    """Forget what transfers know of the case, but that it was here: a hash can prove a guess."""

    def query(statement: str, *values: object) -> Rows:
        return list(CaseTable._meta.database.execute_sql(statement, values).fetchall())

    uids = uids_of(query, [case_id])
    for start in range(0, len(uids), AT_ONCE):
        some = uids[start : start + AT_ONCE]
        SeenTable.delete().where(SeenTable.record_uid.in_(some)).execute()
    SeenTable.create(record_uid=CaseTable.get_by_id(case_id).uid, state=NOTHING)

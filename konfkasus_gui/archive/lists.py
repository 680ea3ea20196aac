"""Lines for the list screens: one query each, however large the archive."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from peewee import JOIN, Database, Field, Model, ModelSelect, Value, fn

from konfkasus_gui.archive.destruction import left_cases
from konfkasus_gui.archive.register_lists import RegisterLists
from konfkasus_gui.archive.rows import lines, records
from konfkasus_gui.archive.school_lists import SchoolLists
from konfkasus_gui.archive.tables.addendum import AddendumTable
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.evaluation import EvaluationTable
from konfkasus_gui.archive.tables.follow_up import (
    ActionTable,
    AssessmentTable,
    ProgressTable,
    is_chosen,
    is_due,
    is_open,
    last_look,
    next_day,
)
from konfkasus_gui.archive.tables.meeting import (
    CommitmentTable,
    ContributionTable,
    PauseTable,
)
from konfkasus_gui.archive.tables.paper import AuditEventTable, DocumentTable, LetterTable
from konfkasus_gui.archive.tables.planning import ConferenceTable, ConsentTable, ParticipantTable
from konfkasus_gui.archive.tables.referral import ReferralTable
from konfkasus_gui.archive.tables.school import StudentTable
from konfkasus_gui.archive.version_lists import VersionLists
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.audit import LOOKS, QUIET, AuditEvent
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.planning import RETIRED, Conference
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.retention import KeptCase
from konfkasus_gui.procedure.standing import CaseLine, DueLine
from konfkasus_gui.procedure.vocabulary import (
    AssessmentKind,
    CaseState,
    ConferenceState,
    ConsentGiver,
    LetterState,
    Role,
)

M = TypeVar("M", bound=Model)
_ASSESSMENTS = {kind.value: kind for kind in AssessmentKind}


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases a list shows: those whose code, client, class or records hold ``text``."""

    text: str = ""
    states: tuple[CaseState, ...] = ()


class Lists(SchoolLists, RegisterLists, VersionLists):
    """Reads lines for screens; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cases(
        self, wanted: CaseFilter | None = None, *, limit: int = 100, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        """The cases, newest code first, each with its latest conference."""
        rows = (
            _caselines(wanted or CaseFilter())
            .order_by(CaseTable.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return lines(CaseLine, rows)

    def case(self, case_id: int, conference_id: int | None = None) -> CaseLine:
        """One case as the lists show it, with its latest conference or the one asked for."""
        rows = _caselines(CaseFilter(), conference_id)
        [line] = lines(CaseLine, rows.where(CaseTable.id == case_id))
        return line

    def running_case(self, student_id: int, *, but: int = 0) -> CaseLine | None:
        """The student's newest case that is not closed, ``but`` that one, if there is any."""
        rows = _caselines(CaseFilter()).where(
            CaseTable.student == student_id,
            CaseTable.state != CaseState.CLOSED,
            CaseTable.id != but,
        )
        return next(iter(lines(CaseLine, rows.order_by(CaseTable.id.desc()).limit(1))), None)

    def count_cases(self, wanted: CaseFilter | None = None) -> int:
        """How many cases the filter shows."""
        return int(_matching(CaseTable.select(), wanted or CaseFilter()).count())

    def count_by_state(self, text: str = "") -> dict[CaseState, int]:
        """How many cases that hold ``text`` are in each state; a state without any is left out."""
        counted = CaseTable.select(CaseTable.state, fn.COUNT(CaseTable.id).alias("cases"))
        rows = _matching(counted, CaseFilter(text)).group_by(CaseTable.state).tuples()
        return dict(cast("Iterable[tuple[CaseState, int]]", rows))

    def conferences_on(self, day: date) -> tuple[CaseLine, ...]:
        """The running cases whose latest conference is on ``day`` or goes on then, by time."""
        resumed = PauseTable.select(PauseTable.conference).where(
            PauseTable.resumes_on == day, PauseTable.ended_at.is_null()
        )
        rows = (
            _caselines(CaseFilter(states=(CaseState.OPEN,)))
            .where((ConferenceTable.held_on == day) | ConferenceTable.id.in_(resumed))
            .order_by(ConferenceTable.starts_at)
        )
        return lines(CaseLine, rows)

    def next_conference(self, after: date) -> CaseLine | None:
        """The running case whose latest conference is the first one after ``after``, if any."""
        rows = (
            _caselines(CaseFilter(states=(CaseState.OPEN,)))
            .where(ConferenceTable.held_on > after, ConferenceTable.opened_at.is_null())
            .order_by(ConferenceTable.held_on, ConferenceTable.starts_at)
            .limit(1)
        )
        return next(iter(lines(CaseLine, rows)), None)

    def due(self, until: date, *, undated: bool = False) -> tuple[DueLine, ...]:
        """The open actions and assessments whose day is ``until`` or before, by their day.

        With ``undated`` those without a day follow them.
        """
        named = (
            line
            if line.action_id
            else replace(line, what=_ASSESSMENTS[line.what].title, who=Role.COUNSELOR.title)
            for line in lines(DueLine, _due(until, undated=undated))
        )
        return tuple(
            sorted(named, key=lambda line: (line.day or date.max, line.code, line.action_id))
        )

    def count_due(self, until: date) -> int:
        """How many open actions and assessments have ``until`` or an earlier day."""
        return int(_due(until).count())

    def left_cases(self) -> tuple[KeptCase, ...]:
        """The closed cases of pupils who have left, for ``retention.to_review``."""
        return left_cases()

    def conferences(self, case_id: int) -> tuple[Conference, ...]:
        """The meetings of one case, first to last."""
        rows = ConferenceTable.select().where(ConferenceTable.case == case_id)
        return records(Conference, rows.order_by(ConferenceTable.number))

    def meeting_runs(self) -> bool:
        """Whether a meeting of any case is running."""
        running = ConferenceTable.state == ConferenceState.RUNNING
        return bool(ConferenceTable.select().where(running).exists())

    def documents(self, case_id: int | None) -> tuple[Document, ...]:
        """The kept documents of one case, or of the school, newest first, without their bytes."""
        held = [field for field in DocumentTable._meta.sorted_fields if field.name != "content"]
        rows = DocumentTable.select(*held, Value(b"").alias("content"))
        of_case = DocumentTable.case == case_id
        mine = rows.where(DocumentTable.case.is_null() if case_id is None else of_case)
        return records(Document, mine.order_by(DocumentTable.id.desc()))

    def referral(self, conference_id: int) -> Referral | None:
        """What was written to an expert in one conference, if anything."""
        rows = ReferralTable.select().where(ReferralTable.conference == conference_id)
        return next(iter(records(Referral, rows)), None)

    def addenda(self, conference_id: int) -> tuple[Addendum, ...]:
        """The addenda to the minutes of one conference, in the order of their numbers."""
        rows = AddendumTable.select().where(AddendumTable.conference == conference_id)
        return records(Addendum, rows.order_by(AddendumTable.number))

    def history(self, case_id: int, *, limit: int = 50) -> tuple[AuditEvent, ...]:
        """What was done in one case, newest first; who looked at it or typed is left out."""
        rows = AuditEventTable.select().where(
            AuditEventTable.case == case_id, AuditEventTable.deed.not_in(QUIET)
        )
        newest = (AuditEventTable.at.desc(), AuditEventTable.id.desc())  # some came by transfer
        return records(AuditEvent, rows.order_by(*newest).limit(limit))


def _read_as(column: "Field[Any]", found: "ModelSelect[M]") -> Any:
    """What ``found`` brings, as ``column`` reads it: SQLite gives a bare date or word as text."""
    return fn.IFNULL(found, None).converter(column.python_value)


def _due(until: date, *, undated: bool = False) -> "ModelSelect[ActionTable]":
    """The columns of ``DueLine`` for open actions, and for assessments with their kind's code."""
    open_case = CaseTable.state == CaseState.OPEN
    day = next_day()
    wanted = (day <= until) | day.is_null() if undated else day <= until
    actions = (
        ActionTable.select(
            ActionTable.id.alias("action_id"),
            CaseTable.id.alias("case_id"),
            ConferenceTable.id.alias("conference_id"),
            CaseTable.code,
            fn.COALESCE(CommitmentTable.text, ActionTable.what).alias("what"),
            ActionTable.who,
            ActionTable.due_on,
            day.alias("day"),
            Value(0).alias("assessment_id"),
            last_look(ProgressTable.trend).alias("trend"),
        )
        .join(CommitmentTable, JOIN.LEFT_OUTER)
        .switch(ActionTable)
        .join(ConferenceTable)
        .join(CaseTable)
        .where(is_open(), wanted, open_case)
    )
    assessments = (
        AssessmentTable.select(
            Value(0).alias("action_id"),
            CaseTable.id.alias("case_id"),
            ConferenceTable.id.alias("conference_id"),
            CaseTable.code,
            AssessmentTable.kind.alias("what"),
            Value("").alias("who"),
            AssessmentTable.due_on,
            AssessmentTable.due_on.alias("day"),
            AssessmentTable.id.alias("assessment_id"),
            Value(None).alias("trend"),
        )
        .join(ConferenceTable)
        .join(CaseTable)
        .where(is_due(), AssessmentTable.due_on <= until, open_case)
    )
    return cast("ModelSelect[ActionTable]", actions.union_all(assessments))


def _matching(rows: "ModelSelect[CaseTable]", wanted: CaseFilter) -> "ModelSelect[CaseTable]":
    if wanted.states:
        # LIKELY keeps SQLite on the order of the codes: by the index of states it would sort all.
        rows = rows.where(fn.LIKELY(CaseTable.state.in_(wanted.states)))
    text = wanted.text.strip()
    if text:
        named = StudentTable.select(StudentTable.id).where(StudentTable.name.contains(text))
        said = (
            ConferenceTable.select(ConferenceTable.case)
            .join(ContributionTable)
            .where(ContributionTable.text.contains(text))
        )
        rows = rows.where(
            CaseTable.code.contains(text)
            | CaseTable.class_name.contains(text)
            | CaseTable.problem.contains(text)
            | CaseTable.student.in_(named)
            | CaseTable.id.in_(said)
        )
    return rows


def _caselines(wanted: CaseFilter, conference_id: int | None = None) -> "ModelSelect[CaseTable]":
    latest = ConferenceTable.alias()
    newest = latest.select(fn.MAX(latest.id)).where(latest.case == CaseTable.id)
    shown = newest if conference_id is None else conference_id
    consent = ConsentTable.select(ConsentTable.state).where(
        ConsentTable.case == CaseTable.id, ConsentTable.giver == ConsentGiver.CLIENT
    )
    evaluated = EvaluationTable.select(EvaluationTable.evaluated_on).where(
        EvaluationTable.conference == ConferenceTable.id
    )
    guests = ParticipantTable.select(fn.COUNT(ParticipantTable.id)).where(
        ParticipantTable.conference == ConferenceTable.id
    )
    letters = LetterTable.select(fn.COUNT(LetterTable.id)).where(
        LetterTable.conference == ConferenceTable.id, LetterTable.state.not_in(RETIRED)
    )
    printed = letters.where(LetterTable.state != LetterState.ISSUED)
    held = ConferenceTable.alias()
    of_case = ActionTable.conference.in_(held.select(held.id).where(held.case == CaseTable.id))
    own = ActionTable.conference == ConferenceTable.id
    actions = ActionTable.select(fn.COUNT(ActionTable.id)).where(own, is_chosen())
    left = ActionTable.select(fn.COUNT(ActionTable.id)).where(of_case, is_open())
    due = ActionTable.select(fn.MIN(ActionTable.due_on)).where(of_case, is_open())
    touched = AuditEventTable.select(fn.MAX(AuditEventTable.at)).where(
        AuditEventTable.case == CaseTable.id, AuditEventTable.deed.not_in(LOOKS)
    )
    rows = (
        CaseTable.select(
            CaseTable.id.alias("case_id"),
            CaseTable.code,
            CaseTable.state,
            StudentTable.name.alias("student_name"),
            CaseTable.class_name,
            CaseTable.fields,
            CaseTable.opened_on,
            ConferenceTable.id.alias("conference_id"),
            fn.COALESCE(ConferenceTable.number, 0).alias("number"),
            ConferenceTable.state.alias("conference_state"),
            ConferenceTable.held_on,
            ConferenceTable.starts_at,
            ConferenceTable.ends_at,
            fn.COALESCE(ConferenceTable.place, "").alias("place"),
            ConferenceTable.opened_at,
            ConferenceTable.minutes_final_at,
            _read_as(EvaluationTable.evaluated_on, evaluated).alias("evaluated_on"),
            _read_as(ConsentTable.state, consent).alias("client_consent"),
            guests.alias("participants"),
            letters.alias("letters"),
            printed.alias("printed"),
            actions.alias("actions"),
            left.alias("open_actions"),
            _read_as(ActionTable.due_on, due).alias("next_due"),
            _read_as(AuditEventTable.at, touched).alias("touched_at"),
        )
        .join(StudentTable)
        .switch(CaseTable)
        .join(ConferenceTable, JOIN.LEFT_OUTER, on=(ConferenceTable.id == shown))
    )
    return _matching(rows, wanted)

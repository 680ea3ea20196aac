"""What each stage knows of one conference, read whole in a fixed number of queries."""

from typing import TypeVar

from konfkasus_gui.archive.rows import record, records
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.follow_up import ActionTable, ProgressTable, is_open
from konfkasus_gui.archive.tables.meeting import PresentationTable
from konfkasus_gui.archive.tables.planning import ConferenceTable
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, FollowUp, Progress
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Bookmark, Conference, DataItem, Participant, Plan
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
from konfkasus_gui.procedure.vocabulary import CaseState, ConferenceState

R = TypeVar("R", bound=Record)
_AT_REST = (ConferenceState.CANCELLED, ConferenceState.HELD)


def read_plan(conference_id: int) -> Plan:
    """Stage 1 of one conference, in ten queries."""
    conference = record(Conference, ConferenceTable.get_by_id(conference_id))
    return Plan(
        case=record(Case, TABLE_OF[Case].get_by_id(conference.case_id)),
        conference=conference,
        consents=_of(Consent, "case", conference.case_id),
        participants=_of(Participant, "conference", conference_id),
        data_items=_of(DataItem, "case", conference.case_id),
        letters=_of(Letter, "conference", conference_id),
        waivers=_of(Waiver, "conference", conference_id),
        bookmarks=_of(Bookmark, "conference", conference_id),
        clashes=_clashes(conference),
        settled=_settled(conference.case_id),
    )


def read_meeting(conference_id: int) -> Meeting:
    """Stage 2 of one conference, in twenty-one queries; what was said stands in its order."""
    return Meeting(
        plan=read_plan(conference_id),
        attendances=_of(Attendance, "conference", conference_id),
        presentations=_of(Presentation, "conference", conference_id),
        contributions=in_order(_of(Contribution, "conference", conference_id)),
        abstentions=_of(Abstention, "conference", conference_id),
        conclusions=_of(Conclusion, "conference", conference_id),
        remarks=_of(Remark, "conference", conference_id),
        commitments=_of(Commitment, "conference", conference_id),
        citations=_of(Citation, "conference", conference_id),
        answers=_of(Answer, "conference", conference_id),
        durations=_of(Duration, "conference", conference_id),
        pauses=_of(Pause, "conference", conference_id),
    )


def read_appraisal(conference_id: int) -> Appraisal:
    """Stage 3 of one conference, in twenty-three queries; an empty evaluation at first."""
    kept = _of(Evaluation, "conference", conference_id)
    return Appraisal(
        meeting=read_meeting(conference_id),
        evaluation=kept[0] if kept else Evaluation(conference_id=conference_id),
        judgements=_of(Judgement, "conference", conference_id),
    )


def read_follow_up(conference_id: int) -> FollowUp:
    """Stage 4 of one conference, in twenty-nine queries."""
    told = _of(Debriefing, "conference", conference_id)
    appraisal = read_appraisal(conference_id)
    return FollowUp(
        appraisal=appraisal,
        actions=_of(Action, "conference", conference_id),
        progress=records(
            Progress,
            ProgressTable.select(ProgressTable)
            .join(ActionTable)
            .where(ActionTable.conference == conference_id)
            .order_by(ProgressTable.noted_on, ProgressTable.id),
        ),
        assessments=_of(Assessment, "conference", conference_id),
        debriefing=told[0] if told else None,
        open_elsewhere=_open_elsewhere(appraisal.conference),
        runs_elsewhere=_runs_elsewhere(appraisal.conference),
    )


def _of(kind: type[R], owner: str, owner_id: int) -> tuple[R, ...]:
    table = TABLE_OF[kind]
    rows = table.select().where(table._meta.fields[owner] == owner_id)
    return records(kind, rows.order_by(table.id))


def _open_elsewhere(conference: Conference) -> int:
    """How many actions of the case's other conferences have not ended."""
    others = ConferenceTable.select(ConferenceTable.id).where(
        ConferenceTable.case == conference.case_id, ConferenceTable.id != conference.id
    )
    return ActionTable.select().where(ActionTable.conference.in_(others), is_open()).count()


def _runs_elsewhere(conference: Conference) -> bool:
    """Whether another meeting of the case is running."""
    others = ConferenceTable.select().where(
        ConferenceTable.case == conference.case_id,
        ConferenceTable.id != conference.id,
        ConferenceTable.state == ConferenceState.RUNNING,
    )
    return bool(others.exists())


def _settled(case_id: int) -> tuple[int, ...]:
    """The data items of a case that were presented in meetings whose minutes are final."""
    rows = (
        PresentationTable.select()
        .join(ConferenceTable)
        .where(ConferenceTable.case == case_id, ConferenceTable.minutes_final_at.is_null(False))
    )
    return tuple({shown.data_item_id: 0 for shown in records(Presentation, rows)})


def _clashes(conference: Conference) -> int:
    """How many conferences of open cases overlap this one; without an end, until midnight."""
    if conference.held_on is None or conference.starts_at is None:
        return 0
    other = ConferenceTable
    overlaps = (other.ends_at.is_null()) | (other.ends_at > conference.starts_at)
    if conference.ends_at is not None:
        overlaps &= other.starts_at < conference.ends_at
    return (
        other.select()
        .join(CaseTable)
        .where(
            CaseTable.state == CaseState.OPEN,
            other.id != conference.id,
            other.held_on == conference.held_on,
            other.starts_at.is_null(False),
            other.state.not_in(_AT_REST),
            overlaps,
        )
        .count()
    )

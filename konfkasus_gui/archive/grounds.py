"""What a value stands on, read in at most four short queries."""

from konfkasus_gui.archive.rows import record, records
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.follow_up import ActionTable
from konfkasus_gui.archive.tables.meeting import PresentationTable
from konfkasus_gui.archive.tables.planning import ConferenceTable
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.keeping import RESTING, Ground
from konfkasus_gui.procedure.planning import Conference, DataItem
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.record import Record


def read_ground(value: Record) -> Ground | None:
    """What ``value`` stands on; None for a kind of value that never rests."""
    if isinstance(value, Case):
        return Ground(case=_case(value.id), before=_case(value.id)) if value.id else None
    if not isinstance(value, RESTING):
        return None
    kept = TABLE_OF[type(value)].get_or_none(id=value.id) if value.id else None
    before = record(type(value), kept) if kept is not None else None
    if isinstance(value, DataItem):
        return Ground(case=_case(value.case_id), before=before, conferences=_presented_in(value))
    if isinstance(value, Conference):
        own = (before,) if isinstance(before, Conference) else ()
        return Ground(case=_case(value.case_id), before=before, conferences=own)
    if isinstance(value, Progress):
        conference_id = record(Action, ActionTable.get_by_id(value.action_id)).conference_id
    else:
        conference_id = value.conference_id
    conference = record(Conference, ConferenceTable.get_by_id(conference_id))
    return Ground(
        case=_case(conference.case_id),
        before=before,
        conferences=(conference,),
        actions=_actions_of(value) if isinstance(value, Commitment) else 0,
    )


def _case(case_id: int) -> Case:
    return record(Case, CaseTable.get_by_id(case_id))


def _presented_in(item: DataItem) -> tuple[Conference, ...]:
    if not item.id:
        return ()
    rows = ConferenceTable.select().join(PresentationTable)
    return records(Conference, rows.where(PresentationTable.data_item == item.id))


def _actions_of(promise: Commitment) -> int:
    return int(ActionTable.select().where(ActionTable.commitment == promise.id).count())

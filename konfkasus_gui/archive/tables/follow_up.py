"""The tables of stage 4, and which actions are to be done."""

from typing import Any

from peewee import BooleanField, Case, CharField, DateField, ForeignKeyField, TextField, fn
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.meeting import CommitmentTable
from konfkasus_gui.archive.tables.planning import ConferenceTable
from konfkasus_gui.procedure.follow_up import ENDED
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    CheckManner,
    Kept,
    Service,
    Trend,
)


class ActionTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    commitment = ForeignKeyField(CommitmentTable, null=True, on_delete="RESTRICT")
    what = TextField(default="")
    who = CharField(default="")
    due_on = DateField(null=True, index=True)
    where = CharField(default="")
    technique = CharField(default="")
    service = EnumField(Service, null=True)
    measure = TextField(default="")
    chosen = BooleanField(default=True)
    consideration = TextField(default="")
    state = EnumField(ActionState)
    state_reason = TextField(default="")
    ended_on = DateField(null=True)
    kept = EnumField(Kept, null=True)
    kept_on = DateField(null=True)

    class Meta:
        table_name = "action"


def is_chosen() -> Any:  # peewee has no type for an expression over columns
    """Whether an action will be done: it was chosen and says what, itself or by a commitment."""
    told = (fn.TRIM(ActionTable.what) != "") | ActionTable.commitment.is_null(False)
    return ActionTable.chosen & told


def is_open() -> Any:  # peewee has no type for an expression over columns
    """Whether an action will be done and has not ended."""
    return is_chosen() & ActionTable.state.not_in(ENDED)


class ProgressTable(Table):
    action = ForeignKeyField(ActionTable, on_delete="CASCADE")
    noted_on = DateField()
    manner = EnumField(CheckManner, null=True)
    text = TextField(default="")
    trend = EnumField(Trend, null=True)
    next_check = DateField(null=True)

    class Meta:
        table_name = "progress"


def last_look(column: Any) -> Any:  # peewee has no type for an expression over columns
    """What ``column`` holds in the latest look at an action."""
    looks = ProgressTable.select(column).where(ProgressTable.action == ActionTable.id)
    latest = looks.order_by(ProgressTable.noted_on.desc(), ProgressTable.id.desc()).limit(1)
    return fn.IFNULL(latest, None).converter(column.python_value)


def next_day() -> Any:  # peewee has no type for an expression over columns
    """When one looks at an action next: at the check agreed upon last, or when it is due.

    A deadline that was still to come at that look is not put off by it.
    """
    again, looked = last_look(ProgressTable.next_check), last_look(ProgressTable.noted_on)
    due_on = ActionTable.due_on
    met = due_on.is_null() | (due_on <= looked)
    cases = ((again.is_null(), due_on), (met, again))
    return fn.IFNULL(Case(None, cases, fn.MIN(again, due_on)), None).converter(due_on.python_value)


class AssessmentTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    kind = EnumField(AssessmentKind)
    due_on = DateField(null=True)
    done_on = DateField(null=True)
    text = TextField(default="")

    class Meta:
        table_name = "assessment"
        indexes = ((("conference", "kind"), True),)


def is_due() -> Any:  # peewee has no type for an expression over columns
    """Whether an assessment has a day and was not done yet."""
    return AssessmentTable.due_on.is_null(False) & AssessmentTable.done_on.is_null(True)


class DebriefingTable(Table):
    conference = ForeignKeyField(ConferenceTable, unique=True, on_delete="CASCADE")
    told_on = DateField(null=True)
    told_by = CharField(default="")
    told = TextField(default="")
    answer = TextField(default="")

    class Meta:
        table_name = "debriefing"

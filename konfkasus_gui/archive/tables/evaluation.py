"""The tables of stage 3."""

from peewee import DateField, ForeignKeyField, TextField
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.planning import ConferenceTable
from konfkasus_gui.procedure.vocabulary import Aim, Function, Level, Outcome


class EvaluationTable(Table):
    conference = ForeignKeyField(ConferenceTable, unique=True, on_delete="CASCADE")
    information_note = TextField(default="")
    commitment_note = TextField(default="")
    overruled = EnumField(Outcome, null=True)
    overruled_reason = TextField(default="")
    summary = TextField(default="")
    evaluated_on = DateField(null=True)

    class Meta:
        table_name = "evaluation"


class JudgementTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    aim = EnumField(Aim, null=True)
    function = EnumField(Function, null=True)
    level = EnumField(Level, null=True)
    reason = TextField(default="")

    class Meta:
        table_name = "judgement"

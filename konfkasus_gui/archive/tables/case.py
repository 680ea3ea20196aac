"""The case, and the counters behind case codes and letter numbers."""

from peewee import (
    BooleanField,
    CharField,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.fields import Table, WordsField
from konfkasus_gui.archive.tables.school import StudentTable
from konfkasus_gui.procedure.vocabulary import CaseState, Field, Raiser, Service


class CaseTable(Table):
    code = CharField(unique=True)
    student = ForeignKeyField(StudentTable, backref="cases", on_delete="RESTRICT")
    class_name = CharField(default="")
    state = EnumField(CaseState, index=True)
    opened_on = DateField()
    problem = TextField(default="")
    fields = WordsField(Field)
    raised_by = EnumField(Raiser, null=True)
    hard = BooleanField(null=True)
    needs_others = BooleanField(null=True)
    tried = TextField(default="")
    in_danger = BooleanField(null=True)
    danger_handling = TextField(default="")
    screening_reason = TextField(default="")
    other_service = EnumField(Service, null=True)
    closed_on = DateField(null=True)
    closing_note = TextField(default="")
    keep_until = DateField(null=True)

    class Meta:
        table_name = "case"


class SequenceTable(Table):
    """The last number given out in a year; it only ever grows, so none is given twice."""

    name = CharField()
    year = IntegerField()
    last = IntegerField(default=0)

    class Meta:
        table_name = "sequence"
        indexes = ((("name", "year"), True),)

"""The table of addenda to final minutes."""

from peewee import CharField, DateField, ForeignKeyField, IntegerField, TextField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.planning import ConferenceTable


class AddendumTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    number = IntegerField()
    dated = DateField()
    corrects = TextField()
    text = TextField()
    reason = TextField()
    by = CharField()

    class Meta:
        table_name = "addendum"
        indexes = ((("conference", "number"), True),)

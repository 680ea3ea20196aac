"""The table of what is written to experts."""

from peewee import CharField, ForeignKeyField, TextField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.planning import ConferenceTable


class ReferralTable(Table):
    conference = ForeignKeyField(ConferenceTable, unique=True, on_delete="CASCADE")
    recipient = CharField(default="")
    seen = TextField(default="")
    tried = TextField(default="")
    wanted = TextField(default="")

    class Meta:
        table_name = "referral"

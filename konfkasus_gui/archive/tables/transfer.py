"""What remembers transfers between PCs: states that were sent or received, and other versions."""

from peewee import CharField, DateTimeField, ForeignKeyField, TextField
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.procedure.variant import Cause, Decision


class VariantTable(Table):
    case = ForeignKeyField(CaseTable, null=True, on_delete="CASCADE")
    kind = CharField()
    record_uid = CharField(index=True)
    cause = EnumField(Cause)
    content = TextField()
    origin = CharField()
    made_at = DateTimeField()
    decision = EnumField(Decision, null=True)
    decided_at = DateTimeField(null=True)

    class Meta:
        table_name = "variant"


class SeenTable(Table):
    """A state of a record that was sent or received; the record itself may be gone."""

    record_uid = CharField()
    state = CharField()

    class Meta:
        table_name = "seen"
        indexes = ((("record_uid", "state"), True),)

"""The tables of what was removed and may still come back."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.school import AccountTable
from konfkasus_gui.procedure.deletion import RemovedKind


class DeletionTable(Table):
    removed_at = DateTimeField()
    account = ForeignKeyField(AccountTable, null=True, on_delete="SET NULL")
    case = ForeignKeyField(CaseTable, null=True, on_delete="CASCADE")
    kind = EnumField(RemovedKind)
    title = TextField(default="")

    class Meta:
        table_name = "deletion"


class DeletedRowTable(Table):
    """One row that went with a removal: its table, its columns, and what it pointed to, as JSON."""

    deletion = ForeignKeyField(DeletionTable, on_delete="CASCADE")
    place = IntegerField()
    source = CharField()
    content = TextField()

    class Meta:
        table_name = "deleted_row"

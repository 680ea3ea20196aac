"""The register of letters, the kept documents, and the history."""

from peewee import (
    SQL,
    BlobField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.planning import ConferenceTable, ParticipantTable
from konfkasus_gui.archive.tables.school import AccountTable
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Paper


class LetterTable(Table):
    case = ForeignKeyField(CaseTable, null=True, on_delete="RESTRICT")
    conference = ForeignKeyField(ConferenceTable, null=True, on_delete="RESTRICT")
    participant = ForeignKeyField(ParticipantTable, null=True, on_delete="SET NULL")
    kind = EnumField(DocumentKind)
    year = IntegerField(null=True)
    sequence = IntegerField(null=True)
    place = IntegerField(default=1)
    number = CharField(default="")
    dated = DateField()
    recipient = CharField()
    subject = CharField()
    state = EnumField(LetterState)

    class Meta:
        table_name = "letter"
        indexes = ((("year", "sequence", "place"), True),)


LetterTable.add_index(
    LetterTable.index(
        LetterTable.number,
        LetterTable.place,
        unique=True,
        name="letter_number_place",
        where=LetterTable.number != "",
    )
)


class DocumentTable(Table):
    case = ForeignKeyField(CaseTable, null=True, on_delete="RESTRICT")
    conference = ForeignKeyField(ConferenceTable, null=True, on_delete="RESTRICT")
    kind = EnumField(DocumentKind)
    title = CharField()
    version = IntegerField(default=1)
    paper = EnumField(Paper)
    content = BlobField()
    sha256 = CharField()
    kept_at = DateTimeField()

    class Meta:
        table_name = "document"


class AuditEventTable(Table):
    at = DateTimeField()
    account = ForeignKeyField(AccountTable, null=True, on_delete="RESTRICT")
    case = ForeignKeyField(CaseTable, null=True, on_delete="RESTRICT")
    deed = EnumField(Deed)
    note = TextField(default="")
    code = CharField(default="", constraints=[SQL("DEFAULT ''")])
    previous = CharField(default="", constraints=[SQL("DEFAULT ''")])
    digest = CharField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        table_name = "audit_event"
        indexes = ((("case", "at", "deed"), False),)  # for when a case was last touched


class AuditEndTable(Table):
    """The one row that tells how many events there are and the hash of the last one."""

    events = IntegerField(default=0)
    digest = CharField(default="")

    class Meta:
        table_name = "audit_end"

"""The tables of stage 2."""

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
    TimeField,
)
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.archive.tables.planning import ConferenceTable, DataItemTable, ParticipantTable
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    ConclusionKind,
    PledgeManner,
    Presence,
    RemarkKind,
)


class AttendanceTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    participant = ForeignKeyField(ParticipantTable, unique=True, on_delete="CASCADE")
    presence = EnumField(Presence, null=True)
    arrived_at = TimeField(null=True)
    left_at = TimeField(null=True)
    represented_by = CharField(default="")
    statement = TextField(default="")
    pledge = EnumField(PledgeManner, null=True)
    pledged_at = DateTimeField(null=True)

    class Meta:
        table_name = "attendance"


class PresentationTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    data_item = ForeignKeyField(DataItemTable, on_delete="RESTRICT")

    class Meta:
        table_name = "presentation"
        indexes = ((("conference", "data_item"), True),)


class ContributionTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    participant = ForeignKeyField(ParticipantTable, on_delete="CASCADE")
    agenda = EnumField(Agenda)
    aspect = EnumField(Aspect, null=True)
    basis = EnumField(Basis, null=True)
    heard_from = CharField(default="")
    text = TextField(default="")
    said_at = DateTimeField()
    place = IntegerField(default=0)
    positive = BooleanField(default=False)
    meaningful = BooleanField(default=False)

    class Meta:
        table_name = "contribution"


class AbstentionTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    participant = ForeignKeyField(ParticipantTable, on_delete="CASCADE")
    agenda = EnumField(Agenda)
    aspect = EnumField(Aspect, null=True)

    class Meta:
        table_name = "abstention"
        indexes = ((("participant", "agenda", "aspect"), True),)


class ConclusionTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    kind = EnumField(ConclusionKind)
    text = TextField(default="")

    class Meta:
        table_name = "conclusion"


class CitationTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    conclusion = ForeignKeyField(ConclusionTable, on_delete="CASCADE")
    contribution = ForeignKeyField(ContributionTable, on_delete="CASCADE")

    class Meta:
        table_name = "citation"
        indexes = ((("conclusion", "contribution"), True),)


class AnswerTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    question = TextField()
    contribution = ForeignKeyField(ContributionTable, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "answer"
        indexes = ((("conference", "question"), True),)


class RemarkTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    kind = EnumField(RemarkKind)
    participant = ForeignKeyField(ParticipantTable, null=True, on_delete="SET NULL")
    text = TextField(default="")

    class Meta:
        table_name = "remark"


class PauseTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    began_at = DateTimeField()
    ended_at = DateTimeField(null=True)
    resumes_on = DateField(null=True)
    reason = TextField(default="")

    class Meta:
        table_name = "pause"


class CommitmentTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    participant = ForeignKeyField(ParticipantTable, on_delete="CASCADE")
    text = TextField(default="")
    starts_on = DateField(null=True)
    check_on = DateField(null=True)
    agreed = BooleanField(default=False)

    class Meta:
        table_name = "commitment"


class DurationTable(Table):
    conference = ForeignKeyField(ConferenceTable, on_delete="CASCADE")
    participant = ForeignKeyField(ParticipantTable, null=True, on_delete="CASCADE")
    agenda = EnumField(Agenda)
    seconds = IntegerField(default=0)

    class Meta:
        table_name = "duration"
        indexes = ((("conference", "agenda", "participant"), True),)

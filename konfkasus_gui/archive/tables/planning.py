"""The tables of stage 1."""

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

from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.fields import Table, WordsField
from konfkasus_gui.archive.tables.school import GuardianTable, PersonTable
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    Aspect,
    ConferenceState,
    ConsentGiver,
    ConsentManner,
    ConsentState,
    Direction,
    Function,
    Group,
    Inviter,
    Origin,
    Stage,
)


class ConferenceTable(Table):
    case = ForeignKeyField(CaseTable, backref="conferences", on_delete="CASCADE")
    number = IntegerField(default=1)
    state = EnumField(ConferenceState)
    aims = WordsField(Aim)
    functions = WordsField(Function)
    wanted = TextField(default="")
    held_on = DateField(null=True, index=True)
    starts_at = TimeField(null=True)
    ends_at = TimeField(null=True)
    place = CharField(default="")
    chair = CharField(default="")
    minute_taker = CharField(default="")
    directions = WordsField(Direction)
    inviter = EnumField(Inviter)
    confirm_by = DateField(null=True)
    opened_at = DateTimeField(null=True)
    closed_at = DateTimeField(null=True)
    aim_stated = BooleanField(default=False)
    case_stated = BooleanField(default=False)
    secrecy_stated = BooleanField(default=False)
    diagnosis = TextField(default="")
    ended_early = TextField(default="")
    minutes_final_at = DateTimeField(null=True)

    class Meta:
        table_name = "conference"
        indexes = ((("case", "number"), True),)


class ConsentTable(Table):
    case = ForeignKeyField(CaseTable, backref="consents", on_delete="CASCADE")
    giver = EnumField(ConsentGiver)
    name = CharField(default="")
    state = EnumField(ConsentState, null=True)
    manner = EnumField(ConsentManner, null=True)
    given_on = DateField(null=True)
    recorded_by = CharField(default="")
    audience = TextField(default="")
    exceptions = TextField(default="")
    reason = TextField(default="")
    decided_by = CharField(default="")
    withdrawn_on = DateField(null=True)
    scan_id = IntegerField(null=True)

    class Meta:
        table_name = "consent"
        indexes = ((("case", "giver"), True),)


class ParticipantTable(Table):
    conference = ForeignKeyField(ConferenceTable, backref="participants", on_delete="CASCADE")
    person = ForeignKeyField(PersonTable, null=True, on_delete="SET NULL")
    guardian = ForeignKeyField(GuardianTable, null=True, on_delete="SET NULL")
    name = CharField(default="")
    origin = EnumField(Origin)
    group = EnumField(Group, null=True)
    capacity = CharField(default="")
    institution = CharField(default="")
    reason = TextField(default="")

    class Meta:
        table_name = "participant"


class DataItemTable(Table):
    case = ForeignKeyField(CaseTable, backref="data_items", on_delete="CASCADE")
    aspect = EnumField(Aspect)
    text = TextField(default="")
    source = CharField(default="")
    noted_on = DateField(null=True)
    shareable = BooleanField(default=False)

    class Meta:
        table_name = "data_item"


class BookmarkTable(Table):
    conference = ForeignKeyField(ConferenceTable, backref="bookmarks", on_delete="CASCADE")
    stage = EnumField(Stage)
    step = CharField(default="")
    finished_on = DateField(null=True)

    class Meta:
        table_name = "bookmark"
        indexes = ((("conference", "stage"), True),)


class WaiverTable(Table):
    conference = ForeignKeyField(ConferenceTable, backref="waivers", on_delete="CASCADE")
    gap = CharField()
    sentence = TextField()
    reason = TextField(default="")
    noted_at = DateTimeField()

    class Meta:
        table_name = "waiver"
        indexes = ((("conference", "gap"), False),)

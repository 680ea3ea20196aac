"""The school, its wording, its accounts, students, guardians and directory."""

from peewee import (
    BlobField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from konfkasus_gui.archive.tables.fields import Table
from konfkasus_gui.procedure.school_words import Treatment
from konfkasus_gui.procedure.vocabulary import Numbering, Paper, Relation, Role, Sex


class SchoolTable(Table):
    name = CharField()
    authority = TextField(default="")
    address = TextField(default="")
    contact = TextField(default="")
    city = CharField(default="")
    principal = CharField(default="")
    principal_title = CharField(default="")
    principal_identity = CharField(default="")
    coordinator = CharField(default="")
    coordinator_identity = CharField(default="")
    logo_left = BlobField(null=True)
    logo_right = BlobField(null=True)
    banner = BlobField(null=True)
    paper = EnumField(Paper)
    paper_width = IntegerField()
    paper_height = IntegerField()
    margin_left = IntegerField()
    margin_right = IntegerField()
    margin_top = IntegerField()
    margin_bottom = IntegerField()
    time_zone = CharField(default="")
    subject_label = CharField(default="")
    greeting = CharField(default="")
    farewell = CharField(default="")
    student_word = CharField(default="")
    number_pattern = CharField(default="")
    number_code = CharField(default="")
    number_unit = CharField(default="")
    numbering = EnumField(Numbering)
    shared_number = BooleanField(default=False)
    lock_minutes = IntegerField(default=5)
    second_place = CharField(default="")
    copied_on = DateField(null=True)
    retention_years = IntegerField(default=2)

    class Meta:
        table_name = "school"


class WordingTable(Table):
    key = CharField(unique=True)
    text = TextField(default="")

    class Meta:
        table_name = "wording"


class AccountTable(Table):
    name = CharField()
    role = EnumField(Role)
    identity = CharField(default="")
    phone = CharField(default="")
    created_at = DateTimeField()
    left_on = DateField(null=True)

    class Meta:
        table_name = "account"


class StudentTable(Table):
    name = CharField(index=True)
    nickname = CharField(default="")
    nisn = CharField(default="", index=True)
    nipd = CharField(default="")
    sex = EnumField(Sex, null=True)
    birth_place = CharField(default="")
    birth_date = DateField(null=True)
    religion = CharField(default="")
    address = TextField(default="")
    phone = CharField(default="")
    class_name = CharField(default="", index=True)
    left_on = DateField(null=True)

    class Meta:
        table_name = "student"


class GuardianTable(Table):
    student = ForeignKeyField(StudentTable, backref="guardians", on_delete="CASCADE")
    relation = EnumField(Relation)
    name = CharField()
    occupation = CharField(default="")
    phone = CharField(default="")

    class Meta:
        table_name = "guardian"


class SchoolWordTable(Table):
    word = CharField(unique=True)
    treatment = EnumField(Treatment)
    instead = TextField(default="")

    class Meta:
        table_name = "school_word"


class PersonTable(Table):
    name = CharField(index=True)
    capacity = CharField(default="")
    institution = CharField(default="")
    identity = CharField(default="")
    phone = CharField(default="")
    outside = BooleanField(default=False)

    class Meta:
        table_name = "person"

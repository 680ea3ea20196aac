"""The first schema."""

from peewee import (
    SQL,
    BlobField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
    TimeField,
)


def up(migrator, db):
    class Row(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])

    class School(Row):
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
        paper = CharField()
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
        numbering = CharField()
        shared_number = BooleanField(default=False)
        lock_minutes = IntegerField(default=5)
        second_place = CharField(default="")
        copied_on = DateField(null=True)

        class Meta:
            table_name = "school"

    class Wording(Row):
        key = CharField(unique=True)
        text = TextField(default="")

        class Meta:
            table_name = "wording"

    class Account(Row):
        name = CharField()
        role = CharField()
        identity = CharField(default="")
        phone = CharField(default="")
        created_at = DateTimeField()
        left_on = DateField(null=True)

        class Meta:
            table_name = "account"

    class Student(Row):
        name = CharField(index=True)
        nisn = CharField(index=True, default="")
        nipd = CharField(default="")
        sex = CharField(null=True)
        birth_place = CharField(default="")
        birth_date = DateField(null=True)
        religion = CharField(default="")
        address = TextField(default="")
        phone = CharField(default="")
        class_name = CharField(index=True, default="")
        left_on = DateField(null=True)

        class Meta:
            table_name = "student"

    class Guardian(Row):
        student = ForeignKeyField(Student, on_delete="CASCADE")
        relation = CharField()
        name = CharField()
        occupation = CharField(default="")
        phone = CharField(default="")

        class Meta:
            table_name = "guardian"

    class Person(Row):
        name = CharField(index=True)
        capacity = CharField(default="")
        institution = CharField(default="")
        identity = CharField(default="")
        phone = CharField(default="")
        outside = BooleanField(default=False)

        class Meta:
            table_name = "person"

    class Case(Row):
        code = CharField(unique=True)
        student = ForeignKeyField(Student, on_delete="RESTRICT")
        class_name = CharField(default="")
        state = CharField(index=True)
        opened_on = DateField()
        problem = TextField(default="")
        fields = TextField(default="")
        raised_by = CharField(null=True)
        hard = BooleanField(null=True)
        needs_others = BooleanField(null=True)
        tried = TextField(default="")
        in_danger = BooleanField(null=True)
        danger_handling = TextField(default="")
        screening_reason = TextField(default="")
        other_service = CharField(null=True)
        closed_on = DateField(null=True)
        closing_note = TextField(default="")

        class Meta:
            table_name = "case"

    class Consent(Row):
        case = ForeignKeyField(Case, on_delete="CASCADE")
        giver = CharField()
        name = CharField(default="")
        state = CharField(null=True)
        manner = CharField(null=True)
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

    class Conference(Row):
        case = ForeignKeyField(Case, on_delete="CASCADE")
        number = IntegerField(default=1)
        state = CharField()
        aims = TextField(default="")
        functions = TextField(default="")
        wanted = TextField(default="")
        held_on = DateField(null=True, index=True)
        starts_at = TimeField(null=True)
        ends_at = TimeField(null=True)
        place = CharField(default="")
        chair = CharField(default="")
        minute_taker = CharField(default="")
        directions = TextField(default="")
        inviter = CharField()
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

    class Participant(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        guardian = ForeignKeyField(Guardian, null=True, on_delete="SET NULL")
        name = CharField(default="")
        origin = CharField()
        group = CharField(null=True)
        capacity = CharField(default="")
        institution = CharField(default="")
        reason = TextField(default="")

        class Meta:
            table_name = "participant"

    class DataItem(Row):
        case = ForeignKeyField(Case, on_delete="CASCADE")
        aspect = CharField()
        text = TextField(default="")
        source = CharField(default="")
        noted_on = DateField(null=True)
        shareable = BooleanField(default=False)

        class Meta:
            table_name = "data_item"

    class Bookmark(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        stage = CharField()
        step = CharField(default="")
        finished_on = DateField(null=True)

        class Meta:
            table_name = "bookmark"
            indexes = ((("conference", "stage"), True),)

    class Waiver(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        gap = CharField()
        sentence = TextField()
        reason = TextField(default="")
        noted_at = DateTimeField()

        class Meta:
            table_name = "waiver"
            indexes = ((("conference", "gap"), False),)

    class Attendance(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, unique=True, on_delete="CASCADE")
        presence = CharField(null=True)
        arrived_at = TimeField(null=True)
        represented_by = CharField(default="")
        statement = TextField(default="")
        pledge = CharField(null=True)
        pledged_at = DateTimeField(null=True)

        class Meta:
            table_name = "attendance"

    class Presentation(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        data_item = ForeignKeyField(DataItem, on_delete="RESTRICT")

        class Meta:
            table_name = "presentation"
            indexes = ((("conference", "data_item"), True),)

    class Contribution(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, on_delete="CASCADE")
        agenda = CharField()
        aspect = CharField(null=True)
        basis = CharField(null=True)
        text = TextField(default="")
        said_at = DateTimeField()
        meaningful = BooleanField(default=False)

        class Meta:
            table_name = "contribution"

    class Abstention(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, on_delete="CASCADE")
        agenda = CharField()

        class Meta:
            table_name = "abstention"
            indexes = ((("participant", "agenda"), True),)

    class Conclusion(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        kind = CharField()
        text = TextField(default="")

        class Meta:
            table_name = "conclusion"

    class Remark(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        kind = CharField()
        participant = ForeignKeyField(Participant, null=True, on_delete="SET NULL")
        text = TextField(default="")

        class Meta:
            table_name = "remark"

    class Commitment(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, on_delete="CASCADE")
        text = TextField(default="")
        starts_on = DateField(null=True)
        check_on = DateField(null=True)
        agreed = BooleanField(default=False)

        class Meta:
            table_name = "commitment"

    class Addendum(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        number = IntegerField()
        dated = DateField()
        corrects = TextField()
        text = TextField()
        reason = TextField()
        by = CharField()

        class Meta:
            table_name = "addendum"
            indexes = ((("conference", "number"), True),)

    class Referral(Row):
        conference = ForeignKeyField(Conference, unique=True, on_delete="CASCADE")
        recipient = CharField(default="")
        seen = TextField(default="")
        tried = TextField(default="")
        wanted = TextField(default="")

        class Meta:
            table_name = "referral"

    class Evaluation(Row):
        conference = ForeignKeyField(Conference, unique=True, on_delete="CASCADE")
        information_note = TextField(default="")
        commitment_note = TextField(default="")
        overruled = CharField(null=True)
        overruled_reason = TextField(default="")
        summary = TextField(default="")
        evaluated_on = DateField(null=True)

        class Meta:
            table_name = "evaluation"

    class Judgement(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        aim = CharField(null=True)
        function = CharField(null=True)
        level = CharField(null=True)
        reason = TextField(default="")

        class Meta:
            table_name = "judgement"

    class Action(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        commitment = ForeignKeyField(Commitment, null=True, on_delete="RESTRICT")
        what = TextField(default="")
        who = CharField(default="")
        due_on = DateField(null=True, index=True)
        where = CharField(default="")
        technique = CharField(default="")
        service = CharField(null=True)
        measure = TextField(default="")
        chosen = BooleanField(default=True)
        consideration = TextField(default="")
        state = CharField()
        state_reason = TextField(default="")
        ended_on = DateField(null=True)

        class Meta:
            table_name = "action"

    class Progress(Row):
        action = ForeignKeyField(Action, on_delete="CASCADE")
        noted_on = DateField()
        manner = CharField(null=True)
        text = TextField(default="")
        trend = CharField(null=True)
        next_check = DateField(null=True)

        class Meta:
            table_name = "progress"

    class Assessment(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        kind = CharField()
        due_on = DateField(null=True)
        done_on = DateField(null=True)
        text = TextField(default="")

        class Meta:
            table_name = "assessment"
            indexes = ((("conference", "kind"), True),)

    class Debriefing(Row):
        conference = ForeignKeyField(Conference, unique=True, on_delete="CASCADE")
        told_on = DateField(null=True)
        told_by = CharField(default="")
        told = TextField(default="")
        answer = TextField(default="")

        class Meta:
            table_name = "debriefing"

    class Letter(Row):
        case = ForeignKeyField(Case, null=True, on_delete="RESTRICT")
        conference = ForeignKeyField(Conference, null=True, on_delete="RESTRICT")
        participant = ForeignKeyField(Participant, null=True, on_delete="SET NULL")
        kind = CharField()
        year = IntegerField(null=True)
        sequence = IntegerField(null=True)
        place = IntegerField(default=1)
        number = CharField(default="")
        dated = DateField()
        recipient = CharField()
        subject = CharField()
        state = CharField()

        class Meta:
            table_name = "letter"
            indexes = ((("year", "sequence", "place"), True),)

    Letter.add_index(
        Letter.index(
            Letter.number,
            Letter.place,
            unique=True,
            name="letter_number_place",
            where=Letter.number != "",
        )
    )

    class Document(Row):
        case = ForeignKeyField(Case, null=True, on_delete="RESTRICT")
        conference = ForeignKeyField(Conference, null=True, on_delete="RESTRICT")
        kind = CharField()
        title = CharField()
        version = IntegerField(default=1)
        paper = CharField()
        content = BlobField()
        sha256 = CharField()
        kept_at = DateTimeField()

        class Meta:
            table_name = "document"

    class AuditEvent(Row):
        at = DateTimeField()
        account = ForeignKeyField(Account, null=True, on_delete="RESTRICT")
        case = ForeignKeyField(Case, null=True, on_delete="RESTRICT")
        deed = CharField()
        note = TextField(default="")

        class Meta:
            table_name = "audit_event"

    class Sequence(Row):
        name = CharField()
        year = IntegerField()
        last = IntegerField(default=0)

        class Meta:
            table_name = "sequence"
            indexes = ((("name", "year"), True),)

    db.create_tables(
        [
            School,
            Wording,
            Account,
            Student,
            Guardian,
            Person,
            Case,
            Consent,
            Conference,
            Participant,
            DataItem,
            Bookmark,
            Waiver,
            Attendance,
            Presentation,
            Contribution,
            Abstention,
            Conclusion,
            Remark,
            Commitment,
            Addendum,
            Referral,
            Evaluation,
            Judgement,
            Action,
            Progress,
            Assessment,
            Debriefing,
            Letter,
            Document,
            AuditEvent,
            Sequence,
        ]
    )

"""The conduct of a meeting: order, evidence, answers, time, who went early."""

from peewee import (
    SQL,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    TextField,
    TimeField,
)


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("attendance", "left_at", TimeField(null=True)),
        migrator.add_column("contribution", "heard_from", CharField(default="")),
        migrator.add_column("contribution", "place", IntegerField(default=0)),
        migrator.add_column("contribution", "positive", BooleanField(default=False)),
        migrator.add_column("abstention", "aspect", CharField(null=True)),
        migrator.drop_index("abstention", "abstention_participant_id_agenda"),
        migrator.add_index("abstention", ("participant_id", "agenda", "aspect"), unique=True),
    )

    class Row(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])

    class Known(db.Model):
        """A table that is there already."""

    class Conference(Known):
        class Meta:
            table_name = "conference"

    class Participant(Known):
        class Meta:
            table_name = "participant"

    class Contribution(Known):
        class Meta:
            table_name = "contribution"

    class Conclusion(Known):
        class Meta:
            table_name = "conclusion"

    class Citation(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        conclusion = ForeignKeyField(Conclusion, on_delete="CASCADE")
        contribution = ForeignKeyField(Contribution, on_delete="CASCADE")

        class Meta:
            table_name = "citation"
            indexes = ((("conclusion", "contribution"), True),)

    class Answer(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        question = TextField()
        contribution = ForeignKeyField(Contribution, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "answer"
            indexes = ((("conference", "question"), True),)

    class Duration(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        participant = ForeignKeyField(Participant, null=True, on_delete="CASCADE")
        agenda = CharField()
        seconds = IntegerField(default=0)

        class Meta:
            table_name = "duration"
            indexes = ((("conference", "agenda", "participant"), True),)

    db.create_tables([Citation, Answer, Duration])

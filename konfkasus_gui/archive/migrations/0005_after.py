"""What was removed waits to be brought back; pauses of meetings; whether promises were kept."""

from peewee import (
    SQL,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)


def up(migrator, db):
    class Case(db.Model):
        class Meta:
            table_name = "case"

    class Account(db.Model):
        class Meta:
            table_name = "account"

    class Conference(db.Model):
        class Meta:
            table_name = "conference"

    class Row(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])

    class Deletion(Row):
        removed_at = DateTimeField()
        account = ForeignKeyField(Account, null=True, on_delete="SET NULL")
        case = ForeignKeyField(Case, null=True, on_delete="CASCADE")
        kind = CharField()
        title = TextField(default="")

        class Meta:
            table_name = "deletion"

    class DeletedRow(Row):
        deletion = ForeignKeyField(Deletion, on_delete="CASCADE")
        place = IntegerField()
        source = CharField()
        content = TextField()

        class Meta:
            table_name = "deleted_row"

    class Pause(Row):
        conference = ForeignKeyField(Conference, on_delete="CASCADE")
        began_at = DateTimeField()
        ended_at = DateTimeField(null=True)
        resumes_on = DateField(null=True)
        reason = TextField(default="")

        class Meta:
            table_name = "pause"

    db.create_tables([Deletion, DeletedRow, Pause])
    migrator.migrate(
        migrator.add_column("action", "kept", CharField(null=True)),
        migrator.add_column("action", "kept_on", DateField(null=True)),
    )

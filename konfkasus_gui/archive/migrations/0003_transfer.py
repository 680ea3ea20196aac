"""Transfers between PCs: states that were sent or received, and other versions of records."""

from peewee import SQL, CharField, DateTimeField, ForeignKeyField, TextField


def up(migrator, db):
    class Row(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])

    class Case(Row):
        class Meta:
            table_name = "case"

    class Variant(Row):
        case = ForeignKeyField(Case, null=True, on_delete="CASCADE")
        kind = CharField()
        record_uid = CharField(index=True)
        cause = CharField()
        content = TextField()
        origin = CharField()
        made_at = DateTimeField()
        decision = CharField(null=True)
        decided_at = DateTimeField(null=True)

        class Meta:
            table_name = "variant"

    class Seen(Row):
        record_uid = CharField()
        state = CharField()

        class Meta:
            table_name = "seen"
            indexes = ((("record_uid", "state"), True),)

    db.create_tables([Variant, Seen])

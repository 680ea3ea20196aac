"""Nicknames of students, and the school's own words of bahasa netral."""

from peewee import SQL, CharField, TextField


def up(migrator, db):
    migrator.migrate(migrator.add_column("student", "nickname", CharField(default="")))

    class SchoolWord(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])
        word = CharField(unique=True)
        treatment = CharField()
        instead = TextField(default="")

        class Meta:
            table_name = "school_word"

    db.create_tables([SchoolWord])

"""What all tables share, and a column for tuples of fixed words."""

from peewee import SQL, AutoField, CharField, Model, TextField
from typing_extensions import override

from konfkasus_gui.procedure.word import Word


class Table(Model):
    """A table whose rows are told apart by ``id`` here, and by ``uid`` in every archive.

    SQLite makes the ``uid`` of a new row, 16 random bytes as hexadecimal digits; values do not
    carry it, and nothing changes it.
    """

    id = AutoField()
    uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])


class WordsField(TextField):
    """A tuple of fixed words, kept as their codes with commas between."""

    def __init__(self, kind: type[Word], **options: object) -> None:
        super().__init__(default=(), **options)
        self._words = {word.value: word for word in kind}

    @override
    def db_value(self, value: tuple[Word, ...]) -> str:
        return ",".join(word.value for word in value)

    @override
    def python_value(self, value: str) -> tuple[Word, ...]:
        return tuple(self._words[code] for code in value.split(",") if code)

from contextlib import contextmanager

import pytest
from peewee import DatabaseError
from playhouse.sqlcipher_ext import SqlCipherDatabase

from konfkasus_gui.archive import backup_errors, errors
from konfkasus_gui.archive.errors import (
    ArchiveError,
    ArchiveFull,
    ArchiveInUse,
    ArchiveReadOnly,
    DiskFull,
    FolderReadOnly,
    NotAnArchive,
    RecoveryKeyMistyped,
    WrongKey,
    from_database_error,
)

KEY = bytes(range(32))
PAGE = 4096


@pytest.fixture
def path(tmp_path):
    """An encrypted file of many pages."""
    path = tmp_path / "arsip.kkdb"
    with opened(path) as database:
        database.execute_sql("create table line (words)")
        fill(database)
    return path


@contextmanager
def opened(path, key=KEY, **pragmas):
    database = SqlCipherDatabase(
        str(path), passphrase=f"x'{key.hex()}'", pragmas={"journal_mode": "wal", **pragmas}
    )
    database.timeout = 0
    try:
        yield database
    finally:
        database.close()


def fill(database):
    with database.atomic():
        for _ in range(200):
            database.execute_sql("insert into line values (?)", ("x" * 100,))


def read(database):
    return database.execute_sql("select max(words) from line").fetchall()


def told(call, *arguments):
    """The archive's error for what the database raises."""
    with pytest.raises(DatabaseError) as caught:
        call(*arguments)
    return type(from_database_error(caught.value))


def damage(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_wrong_key_is_told(path):
    with opened(path, bytes(32)) as database:
        assert told(read, database) is WrongKey


def test_a_file_of_another_kind_is_told(path):
    path.write_bytes(b"daftar belanja " * 1000)
    with opened(path) as database:
        assert told(read, database) is WrongKey
    assert issubclass(WrongKey, NotAnArchive)


@pytest.mark.parametrize("page", [1, 3, 6])
def test_a_damaged_page_is_told(path, page):
    damage(path, page * PAGE + 50)
    with opened(path) as database:
        assert told(read, database) is NotAnArchive


def test_a_file_cut_short_is_told(path):
    path.write_bytes(path.read_bytes()[: 3 * PAGE])
    with opened(path) as database:
        assert told(read, database) is NotAnArchive


def test_a_full_disk_is_told(path):
    with opened(path, max_page_count=1) as database:  # SQLite's own word for "no more room"
        assert told(fill, database) is ArchiveFull


def test_a_read_only_archive_is_told(path):
    with opened(path, query_only=1) as database:
        assert told(fill, database) is ArchiveReadOnly


def test_a_folder_that_is_gone_is_told(tmp_path):
    with opened(tmp_path / "nowhere" / "arsip.kkdb") as database:
        assert told(database.connect) is ArchiveReadOnly


def test_a_locked_archive_is_told(path):
    with opened(path) as first, opened(path) as second, first.atomic("EXCLUSIVE"):
        assert told(fill, second) is ArchiveInUse


def test_a_bug_stays_a_bug(path):
    with opened(path) as database:
        with pytest.raises(DatabaseError) as caught:
            database.execute_sql("select nothing from nowhere")
        assert from_database_error(caught.value) is None
    assert from_database_error(ValueError("x")) is None


KINDS = [
    kind
    for kind in (vars(errors) | vars(backup_errors)).values()
    if isinstance(kind, type) and issubclass(kind, ArchiveError) and kind is not ArchiveError
]


@pytest.mark.parametrize("kind", KINDS)
def test_each_error_says_what_happened_and_what_to_do(kind):
    sentences = str(kind()).split(". ")
    assert len(sentences) >= 2
    assert sentences[-1].endswith(".")
    assert "!" not in str(kind())


def test_the_archive_s_errors_are_caught_with_those_of_any_file():
    assert issubclass(ArchiveFull, DiskFull)
    assert issubclass(ArchiveReadOnly, FolderReadOnly)


def test_a_mistyped_group_is_named():
    assert "ke-3" in str(RecoveryKeyMistyped(3))
    assert "ke-" not in str(RecoveryKeyMistyped())

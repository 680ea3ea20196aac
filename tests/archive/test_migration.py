"""An archive that somebody filled is migrated only after a proven backup."""

import errno
import os
import shutil
from functools import partial

import pytest

from konfkasus_gui.archive import database
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.backup_errors import BackupFull
from konfkasus_gui.archive.restore import restore
from konfkasus_gui.procedure.case import Case
from tests.vaults import CASES, NOW, problems

KNOWN = database.known_migrations()
NEXT = """
def up(migrator, db):
    db.execute_sql("create table later (id integer primary key)")
    db.execute_sql('update "case" set problem = upper(problem)')
"""


@pytest.fixture
def newer(tmp_path, monkeypatch):
    """The program has one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "0900_later.py").write_text(NEXT)
    monkeypatch.setattr(database, "MIGRATIONS", folder)


@pytest.fixture
def backed_up(filled, key):
    return partial(make, filled, key, NOW)


def tables(archive):
    return archive._database.get_tables()


def test_a_migration_is_preceded_by_a_backup_of_the_archive_as_it_was(
    filled, key, backed_up, newer
):
    with Archive.open(filled.archive_path, key, backed_up) as archive:
        assert "later" in tables(archive)
        assert archive.every(Case)[0].problem.isupper()
    [backup] = backups_in(filled.backup_folder)
    assert backup.manifest.schema == KNOWN[-1]
    assert "later" not in backup.manifest.rows
    restore(filled, backup.path, key, NOW)
    with Archive.open(filled.archive_path, key, backed_up) as archive:
        assert "later" in tables(archive), "a restored archive of an older program is migrated, too"


def test_a_failing_backup_stops_the_migration(filled, key, backed_up, newer, monkeypatch):
    def full(_path, *_mode):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as system:
        system.setattr(os, "mkdir", full)
        with pytest.raises(BackupFull), Archive.open(filled.archive_path, key, backed_up):
            pass
    monkeypatch.undo()
    with Archive.open(filled.archive_path, key) as archive:
        assert "later" not in tables(archive)
        assert not archive.every(Case)[0].problem.isupper()


def test_whoever_forgets_the_backup_migrates_nothing(filled, key, newer, monkeypatch):
    with pytest.raises(RuntimeError), Archive.open(filled.archive_path, key):
        pass
    monkeypatch.undo()
    assert len(problems(filled.archive_path, key)) == CASES


def test_without_a_migration_no_backup_is_made(filled, key, backed_up):
    with Archive.open(filled.archive_path, key, backed_up):
        pass
    assert backups_in(filled.backup_folder) == ()


def test_a_new_archive_needs_no_backup(tmp_path, key, newer):
    with Archive.open(tmp_path / "neu.kkdb", key) as archive:
        assert "later" in tables(archive)


def test_a_migration_that_fails_leaves_the_archive_as_it_was(filled, key, backed_up, newer):
    folder = database.MIGRATIONS
    (folder / "0900_later.py").write_text(NEXT + "    raise ArithmeticError\n")
    with (
        pytest.raises(ArithmeticError),
        Archive.open(filled.archive_path, key, backed_up),
    ):
        pass
    (folder / "0900_later.py").unlink()
    with Archive.open(filled.archive_path, key) as archive:
        assert "later" not in tables(archive)
        assert not archive.every(Case)[0].problem.isupper()

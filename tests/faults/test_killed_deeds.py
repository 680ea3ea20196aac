"""The program is killed in the middle of long work: what was good before is good after."""

import random
import shutil
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest

from konfkasus_gui.archive import database
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.database import reading
from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.restore import rehearse
from konfkasus_gui.archive.transfer_in import Importer, compare, take_over
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.demo.sample import student_list
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from tests.faults.children import ROOT
from tests.faults.killing import assert_sound
from tests.faults.scale import seconds, tries
from tests.transfers import first_archive, look, opened, second_archive, send
from tests.vaults import CASES, CHEAP, NOW, PASSPHRASE, SHEET, filled_vault, problems

TRIES = tries(2, 200)
NEW = "payung tali kursi hujan"
LATER = "Written after the backup"
OLDER = ROOT / "tests/archive/versions/0.1.0"
OLD_PASSPHRASE = "perahu kertas melintasi jendela"
NEXT = """
def up(migrator, db):
    db.execute_sql("create table later (id integer primary key)")
    db.execute_sql('update "case" set problem = problem || " (later)"')
"""

pytestmark = pytest.mark.timeout(seconds(120, 3000))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A vault with one backup, after which the archive went on, and its key."""
    vault, key = filled_vault(tmp_path_factory.mktemp("filled") / "arsip")
    make(vault, key, NOW)
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(replace(archive.every(Case)[0], problem=LATER))
    return vault, key


@pytest.fixture
def falls(killer, tmp_path):
    """Kills a deed again and again, each time on a fresh copy of a folder."""

    def felled(deed, made, *arguments):
        """The vault after each fall, as the next start of the program finds it, and the fall."""
        first = shutil.copytree(made, tmp_path / "first")
        whole = max(0.02, killer.seconds(deed, first, *arguments))
        for seed in range(TRIES):
            folder = shutil.copytree(made, tmp_path / str(seed))
            after = random.Random(seed).uniform(0, whole)
            fall = killer.kill(deed, folder, *arguments, after=after)
            vault = Vault(folder, CHEAP)
            with vault.claim():
                assert vault.state is State.READY
                left = [path.name for path in folder.rglob("*") if path.name.startswith(".")]
                assert left == [], "what is unfinished is swept up"
                yield vault, fall
            shutil.rmtree(folder)

    return felled


def test_killed_while_backing_up(falls, whole, tmp_path, tally):
    made, key = whole
    stick = tmp_path / "stick"
    stick.mkdir()
    survived = 0
    for vault, fall in falls("backup", made.folder, PASSPHRASE, stick):
        assert_sound(vault.archive_path, key)
        assert LATER in problems(vault.archive_path, key)
        here = backups_in(vault.backup_folder)
        assert len(here) in ({2} if fall.done else {1, 2})
        for backup in (*here, *backups_in(stick)):
            assert rehearse(vault, backup.path, key).cases == CASES
        for copy in backups_in(stick):
            copy.path.unlink()
        survived += 1
    tally("killed while backing up", tried=TRIES, survived=survived)


def test_killed_while_changing_the_passphrase(falls, whole, tally):
    made, key = whole
    survived, holding = 0, set()
    for vault, fall in falls("passphrase", made.folder, PASSPHRASE, NEW):
        assert_sound(vault.archive_path, key)
        opening = []
        for passphrase in (PASSPHRASE, NEW):
            with suppress(WrongPassphrase):
                assert vault.unlock(passphrase).key == key
                opening.append(passphrase)
        assert len(opening) == 1
        assert not fall.done or opening == [NEW]
        assert vault.unlock_with_recovery(SHEET) == key
        holding.update(opening)
        survived += 1
    assert survived < 50 or holding == {PASSPHRASE, NEW}
    tally("killed at a new passphrase", tried=TRIES, survived=survived)


def test_killed_while_importing(falls, whole, tally):
    made, key = whole
    survived, counts = 0, set()
    for vault, fall in falls("import", made.folder, PASSPHRASE, student_list()):
        assert_sound(vault.archive_path, key)
        with Archive.open(vault.archive_path, key) as archive:
            count = len(archive.every(Student)) - CASES
            told = [one.deed for one in archive.every(AuditEvent)].count(Deed.IMPORTED)
        assert bool(count) == bool(told), "all of it and its line in the history, or nothing"
        assert not fall.done or count
        counts.add(count)
        assert not count or len(backups_in(vault.backup_folder)) == 2, "backed up before"
        assert rehearse(vault, backups_in(vault.backup_folder)[0].path, key).cases == CASES
        survived += 1
    assert len(counts - {0}) <= 1
    tally("killed while importing", tried=TRIES, survived=survived)


def test_killed_while_restoring(falls, whole, tally):
    made, key = whole
    [backup] = backups_in(made.backup_folder)
    survived = 0
    for vault, fall in falls("restore", made.folder, PASSPHRASE, backup.path):
        assert_sound(vault.archive_path, key)
        assert vault.unlock(PASSPHRASE).key == key
        old = LATER in problems(vault.archive_path, key)
        assert not (fall.done and old)
        if not old:
            [kept] = vault.folder.glob("arsip-lama-*.kkdb")
            assert LATER in problems(kept, key)
        assert rehearse(vault, backup.path, key).cases == CASES
        survived += 1
    tally("killed while restoring", tried=TRIES, survived=survived)


def test_killed_while_exporting(falls, whole, tmp_path, tally):
    made, key = whole
    path = tmp_path / "stick" / "pindahan.kktransfer"
    path.parent.mkdir()
    survived = 0
    for vault, fall in falls("export", made.folder, PASSPHRASE, path):
        assert_sound(vault.archive_path, key)
        assert LATER in problems(vault.archive_path, key)
        assert path.is_file() or not fall.done
        with second_archive(tmp_path / f"other {survived}") as other:
            if path.is_file():
                assert len(compare(other, opened(path)).found.fates) > CASES
                path.unlink()
            with Archive.open(vault.archive_path, key) as archive:
                send(archive, path)  # once more, from where it was left
            assert look(other, path).fates
        assert [one.name for one in path.parent.iterdir()] == [path.name]
        path.unlink()
        survived += 1
    tally("killed while exporting", tried=TRIES, survived=survived)


def test_killed_while_taking_cases_over(falls, whole, tmp_path, tally):
    made, key = whole
    with first_archive(tmp_path / "demo") as archive:
        path = send(archive, tmp_path / "pindahan.kktransfer")
        sent = len(archive.every(Case))
    survived = 0
    for vault, fall in falls("take over", made.folder, PASSPHRASE, path):
        assert_sound(vault.archive_path, key)
        with Archive.open(vault.archive_path, key) as archive:
            count = len(archive.every(Case)) - CASES
            deeds = [one.deed for one in archive.every(AuditEvent)]
            assert count in {sent} if fall.done else {0, sent}
            assert bool(count) == (Deed.CASE_IMPORTED in deeds)
            take_over(archive, opened(path), Importer(NOW))
            assert len(archive.every(Case)) == CASES + sent
        assert rehearse(vault, backups_in(vault.backup_folder)[0].path, key).cases == CASES
        survived += 1
    tally("killed while taking over", tried=TRIES, survived=survived)


def test_killed_while_migrating(falls, tmp_path, monkeypatch, tally):
    folder = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "0900_later.py").write_text(NEXT)
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    key = Vault(OLDER, CHEAP).unlock(OLD_PASSPHRASE).key
    older = shutil.copytree(OLDER, tmp_path / "older")
    before = counted(older / "arsip.kkdb", key)
    survived = 0
    for vault, fall in falls("migration", OLDER, OLD_PASSPHRASE, folder):
        assert_sound(vault.archive_path, key)
        with reading(vault.archive_path, key) as reader:
            migrated = "later" in reader.tables()
        assert not fall.done or migrated
        backups = backups_in(vault.backup_folder)
        assert not migrated or backups, "backed up before"
        for backup in backups:
            assert rehearse(vault, backup.path, key).cases == before["case"]
        with Archive.open(vault.archive_path, key, partial(make, vault, key, NOW)) as archive:
            assert all(case.problem.count(" (later)") == 1 for case in archive.every(Case))
        after = counted(vault.archive_path, key)
        assert {name: after[name] for name in before} == before
        survived += 1
    tally("killed while migrating", tried=TRIES, survived=survived)


def counted(path, key):
    """How many rows each table has, but for those that each opening adds to."""
    with reading(path, key) as reader:
        rows = reader.counts()
    return {name: rows[name] for name in rows.keys() - {"schema_migration", "audit_event"}}

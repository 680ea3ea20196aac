"""The current fails while a backup is made or restored: what was good before is good after."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.backup_errors import BackupFull, BackupPlaceFailing
from konfkasus_gui.archive.health import full_check
from konfkasus_gui.archive.restore import rehearse
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.procedure.case import Case
from tests.vaults import CASES, CHEAP, NOW, PASSPHRASE, filled_vault, problems

ROOT = Path(__file__).parents[2]
LATER = "Written after the backup"


@pytest.fixture(scope="module")
def key(vault):
    return vault.unlock(PASSPHRASE).key


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    """A vault with one backup, after which the archive went on."""
    vault, key = filled_vault(tmp_path_factory.mktemp("filled") / "arsip")
    make(vault, key, NOW)
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(replace(archive.every(Case)[0], problem=LATER))
    return vault


def copied(vault, folder):
    return Vault(shutil.copytree(vault.folder, folder), CHEAP)


def started_again(folder):
    """The vault as the next start of the program finds it."""
    vault = Vault(folder, CHEAP)
    with vault.claim():
        assert vault.state is State.READY
        assert vault.unlock(PASSPHRASE)
    return vault


def assert_tidy(vault):
    for folder in (vault.folder, vault.backup_folder):
        names = {path.name for path in folder.iterdir()}
        assert not [name for name in names if name.startswith(("dipulihkan-", "."))]


def assert_backups(vault, key, counts):
    """Each backup that has its name comes back; there are as many as one of ``counts``."""
    found = backups_in(vault.backup_folder)
    assert len(found) in counts
    for backup in found:
        assert rehearse(vault, backup.path, key).cases == CASES
    return len(found)


def test_a_backup_cut_off_anywhere_costs_neither_archive_nor_earlier_backup(
    mains, vault, key, tmp_path, tally
):
    calls = mains.calls("back_up", str(copied(vault, tmp_path / "whole").folder), PASSPHRASE)
    counts = []
    for number in range(1, len(calls) + 1):
        folder = copied(vault, tmp_path / str(number)).folder
        mains.cut("back_up", str(folder), PASSPHRASE, before=number)
        after = started_again(folder)
        assert_tidy(after)
        assert full_check(after.archive_path, key).sound
        assert LATER in problems(after.archive_path, key)
        counts.append(assert_backups(after, key, {1, 2}))
        shutil.rmtree(folder)
    assert counts == sorted(counts)
    assert set(counts) == {1, 2}
    tally("backup cut off", tried=len(counts), survived=len(counts))


def test_a_restore_cut_off_anywhere_leaves_the_old_or_the_new_archive(
    mains, vault, key, tmp_path, tally
):
    [backup] = backups_in(vault.backup_folder)
    whole = copied(vault, tmp_path / "whole").folder
    calls = mains.calls("bring_back", str(whole), str(backup.path), PASSPHRASE)
    old = []
    for number in range(1, len(calls) + 1):
        folder = copied(vault, tmp_path / str(number)).folder
        mains.cut("bring_back", str(folder), str(backup.path), PASSPHRASE, before=number)
        after = started_again(folder)
        assert_tidy(after)
        assert full_check(after.archive_path, key).sound
        assert_backups(after, key, {1})
        old.append(LATER in problems(after.archive_path, key))
        if not old[-1]:
            [kept] = folder.glob("arsip-lama-*.kkdb")
            assert LATER in problems(kept, key)
        shutil.rmtree(folder)
    assert old == sorted(old, reverse=True), "from one moment on it is the new one"
    assert set(old) == {True, False}
    tally("restore cut off", tried=len(old), survived=len(old))


def test_a_restore_that_is_brought_to_its_end_may_be_cut_off_again(
    mains, vault, key, tmp_path, tally
):
    [backup] = backups_in(vault.backup_folder)
    whole = copied(vault, tmp_path / "whole").folder
    calls = mains.calls("bring_back", str(whole), str(backup.path), PASSPHRASE)
    renamings = [number for number, call in enumerate(calls, 1) if call == "rename"]
    tried = 0
    for first in renamings[1:]:
        left = copied(vault, tmp_path / str(first)).folder
        mains.cut("bring_back", str(left), str(backup.path), PASSPHRASE, before=first)
        done = shutil.copytree(left, tmp_path / f"{first} done")
        for number in range(1, len(mains.calls("start_again", str(done))) + 1):
            folder = shutil.copytree(left, tmp_path / f"{first} {number}")
            mains.cut("start_again", str(folder), before=number)
            after = started_again(folder)
            assert_tidy(after)
            assert full_check(after.archive_path, key).sound
            assert LATER not in problems(after.archive_path, key)
            [kept] = folder.glob("arsip-lama-*.kkdb")
            assert LATER in problems(kept, key)
            shutil.rmtree(folder)
            tried += 1
    assert tried > len(renamings)
    tally("restore cut off twice", tried=tried, survived=tried)


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.99, 1.001])
def test_a_backup_torn_while_it_is_written_is_none(mains, vault, key, tmp_path, part):
    size = int(vault.archive_path.stat().st_size * part)
    folder = copied(vault, tmp_path / "torn").folder
    assert mains.tear("back_up", str(folder), PASSPHRASE, beyond=size)
    after = started_again(folder)
    assert_tidy(after)
    assert_backups(after, key, {1})


@pytest.mark.parametrize("part", [0.0, 0.4, 0.9, 1.001])
def test_a_disk_that_is_full_on_the_way_is_told_and_works_again_later(vault, tmp_path, part):
    folder = copied(vault, tmp_path / "full").folder
    size = str(int(vault.archive_path.stat().st_size * part))
    command = [sys.executable, "-m", "tests.faults.full_backup", str(folder), size]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    told, names, count = done.stdout.splitlines()
    assert told in {str(BackupFull()), str(BackupPlaceFailing())}, "SQLite may call it failing"
    assert names == "konfkasus-2026-11-23-0815.kkbackup"
    assert count == "2"

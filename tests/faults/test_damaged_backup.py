"""Bytes of a backup or of a key file change: it is told or harmless, and costs nothing else."""

import random
import shutil

import pytest

from konfkasus_gui.archive.backup import backups_in, copy_to, make, rotate
from konfkasus_gui.archive.backup_errors import BackupDamaged
from konfkasus_gui.archive.errors import ArchiveError, WrongKey
from konfkasus_gui.archive.restore import Restored, keys_in, rehearse, restore
from konfkasus_gui.archive.vault import Vault
from tests.faults.mutation import BYTES as WAYS
from tests.faults.mutation import cut_short, swapped
from tests.faults.scale import seconds, tries
from tests.vaults import CASES, CHEAP, DOCUMENTS, NOW, PASSPHRASE, files, filled_vault

TRIES = tries(60, 500)


pytestmark = pytest.mark.timeout(seconds(60, 600))


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    """A vault with one backup."""
    vault, key = filled_vault(tmp_path_factory.mktemp("filled") / "arsip")
    make(vault, key, NOW)
    return vault


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """The same of another counselor."""
    vault, key = filled_vault(tmp_path_factory.mktemp("other") / "arsip")
    make(vault, key, NOW)
    return vault


def test_a_damaged_backup_is_told_and_changes_nothing(vault, other, tmp_path, tally):
    key = vault.unlock(PASSPHRASE).key
    whole = Vault(shutil.copytree(vault.folder, tmp_path / "arsip"), CHEAP)
    [backup], [foreign] = backups_in(whole.backup_folder), backups_in(other.backup_folder)
    content, foreign = backup.path.read_bytes(), foreign.path.read_bytes()
    before, told, harmless = files(whole.folder), 0, 0
    damaged = tmp_path / "rusak.kkbackup"
    for seed in range(TRIES):
        chance, way = random.Random(seed), WAYS[seed % len(WAYS)]
        damaged.write_bytes(way(content, chance, foreign))
        if damaged.read_bytes() == content:
            assert rehearse(whole, damaged, key) == Restored(CASES, DOCUMENTS, NOW)
            harmless += 1
            continue
        expected = ArchiveError if way is swapped else BackupDamaged
        with pytest.raises(expected):
            restore(whole, damaged, key, NOW)
        with pytest.raises(ArchiveError):
            restore(whole, damaged, keys_in(whole, damaged).unlock("kata lain"), NOW)
        assert len(backups_in(tmp_path)) == 1, "it is listed, whole or damaged"
        rotate(tmp_path, key, NOW)
        assert damaged.exists(), "what is damaged is never cleared away"
        told += 1
    assert files(whole.folder) == before
    assert told + harmless == TRIES
    tally("backup damaged", tried=TRIES, survived=told + harmless)


def test_a_damaged_key_file_opens_nothing_and_makes_no_backup(vault, other, tmp_path, tally):
    key = vault.unlock(PASSPHRASE).key
    whole = Vault(shutil.copytree(vault.folder, tmp_path / "arsip"), CHEAP)
    [backup] = backups_in(whole.backup_folder)
    content, foreign = whole.key_path.read_bytes(), other.key_path.read_bytes()
    survived = 0
    for seed in range(TRIES):
        chance, way = random.Random(seed), WAYS[seed % len(WAYS)]
        whole.key_path.write_bytes(way(content, chance, foreign))
        if whole.key_path.read_bytes() == foreign:
            assert whole.unlock(PASSPHRASE).key != key
            with pytest.raises(WrongKey):
                make(whole, key, NOW)
        elif whole.key_path.read_bytes() != content:
            try:  # a byte between two values may change without a change of what is said
                assert whole.unlock(PASSPHRASE).key == key
            except ArchiveError:
                with pytest.raises(ArchiveError):
                    make(whole, key, NOW)
        survived += 1
        assert backups_in(whole.backup_folder)[-1].path == backup.path
    restore(whole, backup.path, keys_in(whole, backup.path).unlock(PASSPHRASE).key, NOW)
    assert whole.unlock(PASSPHRASE).key == key, "the backup brings the key file back"
    tally("key file damaged", tried=TRIES, survived=survived)


def test_a_damaged_backup_is_not_carried_to_the_second_place_in_silence(vault, tmp_path, tally):
    [backup] = backups_in(vault.backup_folder)
    content, caught = backup.path.read_bytes(), 0
    stick = tmp_path / "stick"
    stick.mkdir()
    source = tmp_path / backup.path.name
    for seed in range(TRIES // 6):
        source.write_bytes(cut_short(content, random.Random(seed), b""))
        with pytest.raises(BackupDamaged):
            copy_to(backups_in(tmp_path)[0], stick)
        caught += 1
    assert list(stick.iterdir()) == []
    tally("damaged backup copied", tried=caught, survived=caught)

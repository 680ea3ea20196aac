"""Bytes of the archive or of the log beside it change: it is told, or what is read is as kept."""

import random
import shutil

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.archive.health import full_check
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import Student
from tests.faults.mutation import cut_short, flipped, grown, mixed, swapped, zeroed
from tests.faults.scale import seconds, tries
from tests.vaults import CHEAP, PASSPHRASE, filled_vault

TRIES = tries(60, 500)
TYPED = 20
WAYS = (flipped, cut_short, grown, zeroed, mixed, swapped)

pytestmark = pytest.mark.timeout(seconds(60, 600))


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory):
    """A vault as a power cut leaves it, with changes in its log, and its data key."""
    folder = tmp_path_factory.mktemp("cut")
    vault, key = filled_vault(folder / "whole")
    with Archive.open(vault.archive_path, key) as archive:
        for number in range(TYPED):
            archive.save(Student(name=f"Typed {number}"))
        return Vault(shutil.copytree(vault.folder, folder / "cut"), CHEAP), key


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    vault, key = filled_vault(tmp_path_factory.mktemp("other") / "arsip")
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(Student(name="Somebody else's"))
        return {path.name: path.read_bytes() for path in vault.folder.iterdir()}


def students(path, key):
    with Archive.open(path, key) as archive:
        return [student.name for student in archive.every(Student)]


@pytest.mark.parametrize("name", ["arsip.kkdb", "arsip.kkdb-wal"])
def test_a_damaged_archive_is_told_or_reads_as_it_was_kept(cut_off, other, tmp_path, name, tally):
    made, key = cut_off
    whole = students(shutil.copytree(made.folder, tmp_path / "whole") / "arsip.kkdb", key)
    content = (made.folder / name).read_bytes()
    told = 0
    for seed in range(TRIES):
        folder = shutil.copytree(made.folder, tmp_path / str(seed))
        (folder / "arsip.kkdb-shm").unlink()  # a start of the PC takes it away
        chance = random.Random(seed)
        (folder / name).write_bytes(WAYS[seed % len(WAYS)](content, chance, other[name]))
        vault = Vault(folder, CHEAP)
        try:
            sound = full_check(vault.archive_path, key).sound
            if sound:
                found = students(vault.archive_path, vault.unlock(PASSPHRASE).key)
                assert found == whole[: len(found)], "what is missing was typed last"
                assert len(found) >= len(whole) - TYPED
        except ArchiveError:
            sound = False
        told += not sound
        shutil.rmtree(folder)
    assert told or name.endswith("-wal")
    tally(f"{name} damaged", tried=TRIES, survived=TRIES)

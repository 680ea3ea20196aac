"""Leaving the program while the disk is full: what was typed is not lost without a question."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveFull
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import School

ROOT = Path(__file__).parents[2]
QUESTION = "Tutup tanpa menyimpan"


@pytest.fixture
def vault(mains, passphrase, tmp_path):
    """A vault after its first start."""
    vault = Vault(tmp_path / "arsip", Parameters(memory_kib=64, passes=1, lanes=1))
    mains.calls("first_start", str(vault.folder), passphrase, bytes(16).hex())
    return vault


@pytest.fixture
def leave(vault, passphrase):
    """Somebody who types, leaves while the disk is full, and leaves again when there is room."""

    def left(way, answer):
        """What was seen, and the address that the archive then holds."""
        command = [sys.executable, "-m", "tests.faults.closing"]
        command += [str(vault.folder), passphrase, way, answer]
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=30, check=True
        )
        with Archive.open(vault.archive_path, vault.unlock(passphrase).key) as archive:
            [school] = archive.every(School)
        return json.loads(done.stdout), school.address

    return left


def test_who_stays_keeps_what_was_typed_and_leaves_without_a_question(leave):
    seen, address = leave("close", "no")
    [said] = seen["said"]
    assert said.startswith(QUESTION)
    assert said.endswith(str(ArchiveFull()))
    assert seen["still_there"]
    assert seen["on_screen"]
    assert seen["said_then"] == []
    assert seen["gone"]
    assert address == "jalan panjang " * 500


def test_who_leaves_all_the_same_is_asked_once(leave):
    seen, address = leave("close", "yes")
    assert len(seen["said"]) == 1
    assert not seen["still_there"]
    assert address == ""


def test_locking_asks_nothing_and_brings_back_what_the_disk_refused(leave):
    seen, address = leave("lock", "no")
    assert seen["said"] == []
    assert not seen["still_there"]
    assert seen["back"]
    assert address == "jalan panjang " * 500

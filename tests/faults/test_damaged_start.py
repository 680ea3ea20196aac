"""The program starts on files that were damaged: it says so, or opens what is whole."""

import random
import shutil

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens.broken import BrokenWindow
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.unlock import UnlockWindow
from tests.faults.desk import Clock, Desk
from tests.faults.mutation import BYTES
from tests.faults.scale import seconds, tries
from tests.faults.stranger import assert_clear
from tests.vaults import CASES, CHEAP, PASSPHRASE, filled_vault

TRIES = tries(8, 200)
TYPED = 6
NAMES = ("arsip.kkdb", "arsip.kkdb-wal", "kunci.json", "arsip.kkdb", "arsip.kkdb-wal")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two vaults as power cuts leave them, with changes in their logs."""
    folders = []
    for name in ("one", "other"):
        folder = tmp_path_factory.mktemp(name)
        vault, key = filled_vault(folder / "whole")
        with Archive.open(vault.archive_path, key) as archive:
            for number in range(TYPED):
                archive.save(Student(name=f"Typed {number}"))
            folders.append(shutil.copytree(vault.folder, folder / "cut"))
    return folders


@pytest.mark.timeout(seconds(60, 1200))
def test_a_damaged_start_is_told_or_opens_what_is_whole(qapp, pair, tmp_path, tally):
    made, other = pair
    shown = {UnlockWindow: 0, BrokenWindow: 0, MainWindow: 0}
    for seed in range(TRIES):
        chance, name = random.Random(seed), NAMES[seed % len(NAMES)]
        folder = shutil.copytree(made, tmp_path / str(seed))
        (folder / "arsip.kkdb-shm").unlink()  # a start of the PC takes it away
        content = (made / name).read_bytes()
        way = chance.choice(BYTES)
        (folder / name).write_bytes(way(content, chance, (other / name).read_bytes()))
        desk = Desk(folder, Clock())
        with desk.vault.claim():
            window = desk.unlock(PASSPHRASE)
            shown[type(window)] += 1
            if isinstance(window, UnlockWindow):
                assert_clear({"refused": window.refusal.sentence.text()})
            elif isinstance(window, MainWindow):
                found = {one.name for one in desk.session.archive.every(Student)}
                assert len(found) >= CASES, "only what was typed last may be missing"
                desk.program.lock()
            qapp.processEvents()
            if desk.window is not None:
                desk.window.close()
        assert desk.said == []
        if not isinstance(window, MainWindow) and name != "kunci.json":
            assert Vault(folder, CHEAP).unlock(PASSPHRASE).key, "the keys are as they were"
        shutil.rmtree(folder)
    assert shown[UnlockWindow]
    assert shown[MainWindow]
    tally("start on damaged files", tried=TRIES, survived=sum(shown.values()))

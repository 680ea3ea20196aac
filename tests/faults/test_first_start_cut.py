"""The current fails during the first start: it begins again, or the archive is whole."""

import shutil

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, State, Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.school import Account, School

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
FIRST = ("jeruk meja awan", bytes(range(16)).hex())
SECOND = ("payung tali kursi", bytes(range(16, 32)).hex())
STATEMENT = "Cursor.execute"
EACH = 25  # the statements of one transaction are alike, so not each of them is cut


def telling(calls):
    """The numbers of the calls that are worth a cut, and of one that never comes."""
    statements = [number for number, call in enumerate(calls, 1) if call == STATEMENT]
    dull = {number for place, number in enumerate(statements) if place % EACH}
    return [number for number in range(1, len(calls) + 1) if number not in dull]


def begin_again(mains, folder):
    """What the program does when it is started after the cut; the passphrase and key that count."""
    vault = Vault(folder, CHEAP)
    with vault.claim():
        state = vault.state
        assert state in (State.EMPTY, State.READY)
        if state is State.EMPTY:
            mains.calls("first_start", str(folder), *SECOND)
    return state


def assert_whole(folder, passphrase, secret):
    """The archive opens in both ways, is as new, and nothing lies beside it."""
    vault = Vault(folder, CHEAP)
    unlocked = vault.unlock(passphrase)
    sheet = " ".join(RecoveryKey(bytes.fromhex(secret)).groups)
    assert vault.unlock_with_recovery(sheet) == unlocked.key
    with Archive.open(vault.archive_path, unlocked.key) as archive:
        assert [school.name for school in archive.every(School)] == ["SMP Negeri 1 Sukamaju"]
        assert [account.id for account in archive.every(Account)] == [FIRST_ACCOUNT]
        assert [event.deed for event in archive.every(AuditEvent)] == [Deed.CREATED]
        problems = archive._database.execute_sql("pragma cipher_integrity_check").fetchall()
        [(verdict,)] = archive._database.execute_sql("pragma integrity_check").fetchall()
    assert (problems, verdict) == ([], "ok")
    names = {path.name for path in folder.iterdir()}
    assert names == {"arsip.kkdb", "kunci.json", "dipakai.lock"}


def test_a_first_start_cut_off_anywhere_begins_again_or_is_done(mains, tmp_path):
    calls = mains.calls("first_start", str(tmp_path / "whole"), *FIRST)
    states = []
    for number in telling(calls):
        folder = tmp_path / str(number)
        mains.cut("first_start", str(folder), *FIRST, before=number)
        state = begin_again(mains, folder)
        assert_whole(folder, *(FIRST if state is State.READY else SECOND))
        states.append(state)
    turning = states.index(State.READY)
    assert set(states[:turning]) == {State.EMPTY}
    assert set(states[turning:]) == {State.READY}


# the first part lies within the first page: the file of shared memory soon needs 32 KiB at once
@pytest.mark.parametrize("part", [0.002, 0.2, 0.5, 0.8, 0.99])
def test_a_first_start_cut_off_while_the_archive_is_written_begins_again(mains, tmp_path, part):
    whole = tmp_path / "whole"
    mains.calls("first_start", str(whole), *FIRST)
    size = int((whole / "arsip.kkdb").stat().st_size * part)
    folder = tmp_path / "torn"
    assert mains.tear("first_start", str(folder), *FIRST, beyond=size)
    assert size in {path.stat().st_size for path in folder.iterdir()}, "a file is torn"
    assert begin_again(mains, folder) is State.EMPTY
    assert_whole(folder, *SECOND)


def test_a_first_start_that_begins_again_may_be_cut_off_again(mains, tmp_path):
    calls = mains.calls("first_start", str(tmp_path / "whole"), *FIRST)
    last_step = len(calls) - calls[::-1].index("replace")
    left = tmp_path / "left"
    mains.cut("first_start", str(left), *FIRST, before=last_step)
    filling = calls.index("connect") + 1  # what comes then is as it was the first time
    for number in range(1, filling + 2):
        folder = shutil.copytree(left, tmp_path / str(number))
        mains.cut("first_start", str(folder), *SECOND, before=number)
        assert begin_again(mains, folder) is State.EMPTY
        assert_whole(folder, *SECOND)

"""The current fails while the passphrase is changed: one of the two opens the archive."""

import shutil

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import School

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
OLD, NEW = "jeruk meja awan", "payung tali kursi"
SECRET = bytes(range(16))
SHEET = " ".join(RecoveryKey(SECRET).groups)


def opening(vault):
    """The passphrases that open the archive, each with the key that it gives."""
    keys = {}
    for passphrase in (OLD, NEW):
        try:
            keys[passphrase] = vault.unlock(passphrase).key
        except WrongPassphrase:
            continue
    return keys


def test_the_old_or_the_new_passphrase_opens_and_the_recovery_key_always(mains, tmp_path):
    began = tmp_path / "began"
    mains.calls("first_start", str(began), OLD, SECRET.hex())
    whole = shutil.copytree(began, tmp_path / "whole")
    calls = mains.calls("new_passphrase", str(whole), OLD, NEW)
    holding = []
    for number in range(1, len(calls) + 1):
        folder = shutil.copytree(began, tmp_path / str(number))
        mains.cut("new_passphrase", str(folder), OLD, NEW, before=number)
        vault = Vault(folder, CHEAP)
        with vault.claim():
            [(passphrase, key)] = opening(vault).items()
            assert vault.unlock_with_recovery(SHEET) == key
            with Archive.open(vault.archive_path, key) as archive:
                assert [school.name for school in archive.every(School)]
        names = {path.name for path in folder.iterdir()}
        assert names == {"arsip.kkdb", "kunci.json", "dipakai.lock"}
        holding.append(passphrase)
    turning = holding.index(NEW)
    assert set(holding[:turning]) == {OLD}
    assert set(holding[turning:]) == {NEW}

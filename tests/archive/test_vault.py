import errno
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import (
    ArchiveAlreadyThere,
    ArchiveInUse,
    ArchiveMissing,
    DiskFull,
    FolderReadOnly,
    KeyFileDamaged,
    KeyFileMissing,
    RecoveryKeyMistyped,
    WrongPassphrase,
    WrongRecoveryKey,
)
from konfkasus_gui.archive.key_file import Unlocked
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, State, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.school import School

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "jeruk meja awan"
RECOVERY = RecoveryKey(bytes(range(16)))
SHEET = " ".join(RECOVERY.groups)


@pytest.fixture
def empty(tmp_path):
    return Vault(tmp_path / "arsip", CHEAP)


@pytest.fixture
def vault(empty):
    """A vault after its first start, with a school in its archive."""
    first_start(empty)
    return empty


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    """A vault that each of many tries finds, and leaves, as it was."""
    vault = Vault(tmp_path_factory.mktemp("arsip"), CHEAP)
    first_start(vault)
    return vault


def first_start(vault, passphrase=PASSPHRASE):
    key = vault.create(passphrase, RECOVERY)
    fill(vault, key)
    vault.finish()
    return key


def fill(vault, key):
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(School(name="SMP Negeri 1 Sukamaju"))


def everything(vault):
    """Every file of the folder with its bytes; None where there is no folder."""
    if not vault.folder.exists():
        return None
    return {path.name: path.read_bytes() for path in vault.folder.iterdir()}


@contextmanager
def refusing(call, number):
    """Inside, the system answers ``call`` with the error ``number``, but lets files be read."""
    real = getattr(os, call)

    def refused(target, flags=os.O_WRONLY, *args, **options):
        if call == "open" and flags & (os.O_WRONLY | os.O_RDWR) == 0:
            return real(target, flags, *args, **options)
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as system:
        system.setattr(os, call, refused)
        yield


def test_a_new_folder_is_empty_until_the_first_start_is_finished(empty):
    assert empty.state is State.EMPTY
    key = empty.create(PASSPHRASE, RECOVERY)
    assert empty.state is State.EMPTY
    fill(empty, key)
    assert empty.state is State.EMPTY
    empty.finish()
    assert empty.state is State.READY


def test_the_passphrase_opens_what_the_first_start_kept(vault):
    unlocked = vault.unlock(PASSPHRASE)
    assert unlocked.account == FIRST_ACCOUNT
    with Archive.open(vault.archive_path, unlocked.key) as archive:
        assert [school.name for school in archive.every(School)] == ["SMP Negeri 1 Sukamaju"]


def test_the_recovery_key_gives_the_same_key(vault):
    assert vault.unlock_with_recovery(SHEET.upper()) == vault.unlock(PASSPHRASE).key


@pytest.mark.parametrize("filled", [False, True])
def test_a_first_start_cut_off_begins_again(empty, filled):
    lost = empty.create("lain", RecoveryKey.create())
    if filled:
        fill(empty, lost)
    key = first_start(Vault(empty.folder, CHEAP))
    assert key != lost
    assert empty.state is State.READY
    assert empty.unlock(PASSPHRASE).key == key
    with pytest.raises(WrongPassphrase):
        empty.unlock("lain")


def test_a_first_start_is_not_finished_without_its_archive(empty):
    empty.create(PASSPHRASE, RECOVERY)
    with pytest.raises(ArchiveMissing):
        empty.finish()
    assert empty.state is State.EMPTY


@pytest.mark.parametrize("lost", [None, "kunci.json", "arsip.kkdb"])
def test_a_new_archive_never_replaces_one_or_a_part_of_one(vault, lost):
    if lost:
        (vault.folder / lost).unlink()
    before = everything(vault)
    with pytest.raises(ArchiveAlreadyThere, match="sudah berisi arsip"):
        vault.create("baru", RecoveryKey.create())
    assert everything(vault) == before


def test_a_missing_key_file_says_so(vault):
    vault.key_path.unlink()
    before = everything(vault)
    assert vault.state is State.KEY_FILE_MISSING
    with pytest.raises(KeyFileMissing, match=r"kunci\.json tidak ada"):
        vault.unlock(PASSPHRASE)
    with pytest.raises(KeyFileMissing):
        vault.unlock_with_recovery(SHEET)
    assert everything(vault) == before


@pytest.mark.parametrize("emptied", [False, True])
def test_a_missing_or_emptied_archive_is_not_taken_for_a_new_one(vault, emptied):
    vault.archive_path.unlink()
    if emptied:
        vault.archive_path.touch()
    assert vault.state is State.ARCHIVE_MISSING
    with pytest.raises(ArchiveMissing, match=r"arsip\.kkdb tidak ada atau kosong"):
        vault.unlock(PASSPHRASE)


@given(st.text(st.characters()))
def test_any_other_passphrase_is_refused_and_changes_nothing(lasting, typed):
    before = everything(lasting)
    with pytest.raises(WrongPassphrase, match="tidak cocok"):
        lasting.unlock(typed)
    assert everything(lasting) == before


def test_a_wrong_or_mistyped_recovery_key_is_refused_and_changes_nothing(vault):
    before = everything(vault)
    with pytest.raises(WrongRecoveryKey, match="bukan milik arsip ini"):
        vault.unlock_with_recovery(" ".join(RecoveryKey.create().groups))
    with pytest.raises(RecoveryKeyMistyped):
        vault.unlock_with_recovery(SHEET[:-1] + "x")
    assert everything(vault) == before


def test_a_new_passphrase_takes_the_place_of_the_old_one(vault):
    key = vault.unlock_with_recovery(SHEET)
    vault.set_passphrase(key, "payung tali kursi")
    assert vault.unlock("payung tali kursi") == Unlocked(key, FIRST_ACCOUNT)
    assert vault.unlock_with_recovery(SHEET) == key
    with pytest.raises(WrongPassphrase):
        vault.unlock(PASSPHRASE)


def test_each_account_has_its_own_passphrase(vault):
    key = vault.unlock(PASSPHRASE).key
    vault.set_passphrase(key, "payung tali kursi", account=2)
    assert vault.unlock("payung tali kursi") == Unlocked(key, 2)
    assert vault.unlock(PASSPHRASE) == Unlocked(key, FIRST_ACCOUNT)


@pytest.mark.parametrize(
    ("call", "number", "error"),
    [
        ("open", errno.EROFS, FolderReadOnly),
        ("open", errno.EACCES, FolderReadOnly),
        ("fsync", errno.ENOSPC, DiskFull),
        ("replace", errno.EACCES, FolderReadOnly),
    ],
)
def test_a_passphrase_that_cannot_be_kept_leaves_the_old_one(vault, call, number, error):
    before = everything(vault)
    key = vault.unlock(PASSPHRASE).key
    with refusing(call, number), pytest.raises(error):
        vault.set_passphrase(key, "payung tali kursi")
    assert everything(vault) == before


@pytest.mark.parametrize(
    ("call", "number", "error", "sentence"),
    [
        ("open", errno.EROFS, FolderReadOnly, "belum diizinkan"),
        ("mkdir", errno.EACCES, FolderReadOnly, "belum diizinkan"),
        ("fsync", errno.ENOSPC, DiskFull, "penuh"),
    ],
)
def test_a_first_start_is_refused_before_anything_is_written(empty, call, number, error, sentence):
    with refusing(call, number), pytest.raises(error, match=sentence):
        empty.create(PASSPHRASE, RECOVERY)
    assert not everything(empty)
    assert empty.state is State.EMPTY


def test_a_folder_that_takes_nothing_is_told_before_the_archive_is_opened(vault):
    before = everything(vault)
    with refusing("open", errno.EROFS), pytest.raises(FolderReadOnly), vault.claim():
        pass
    with refusing("open", errno.EROFS), pytest.raises(FolderReadOnly):
        vault.check_room()
    assert everything(vault) == before


def test_a_full_disk_is_told_before_the_archive_is_opened(vault):
    before = everything(vault)
    with refusing("fsync", errno.ENOSPC), pytest.raises(DiskFull):
        vault.check_room()
    assert everything(vault) == before


@given(st.data())
def test_a_damaged_key_file_is_told_from_a_wrong_passphrase(lasting, data):
    whole = lasting.key_path.read_bytes()
    damaged = bytearray(whole)
    place = data.draw(st.integers(0, len(whole) * 8 - 1))
    damaged[place // 8] ^= 1 << place % 8
    lasting.key_path.write_bytes(damaged)
    try:
        for unlock, typed in ((lasting.unlock, PASSPHRASE), (lasting.unlock_with_recovery, SHEET)):
            with pytest.raises(KeyFileDamaged, match="rusak"):
                unlock(typed)
        assert lasting.key_path.read_bytes() == damaged
    finally:
        lasting.key_path.write_bytes(whole)


def test_the_key_file_of_another_archive_opens_nothing(vault, tmp_path):
    other = Vault(tmp_path / "lain", CHEAP)
    first_start(other)
    vault.key_path.write_bytes(other.key_path.read_bytes())
    before = everything(vault)
    key = vault.unlock(PASSPHRASE).key
    with (
        pytest.raises(KonfKasusError, match="tertukar"),
        Archive.open(vault.archive_path, key),
    ):
        pass
    assert everything(vault) == before


def test_cheap_work_is_refused_where_the_program_runs(vault):
    with pytest.raises(KeyFileDamaged):
        Vault(vault.folder).unlock(PASSPHRASE)


def test_the_real_work_opens_what_it_closed(tmp_path):
    vault = Vault(tmp_path)
    key = first_start(vault)
    assert vault.unlock(PASSPHRASE).key == key


def test_no_file_of_the_folder_holds_a_secret_or_a_name(vault):
    key = vault.unlock(PASSPHRASE).key
    secrets = [key, key.hex(), PASSPHRASE, RECOVERY.secret, RECOVERY.secret.hex(), "Sukamaju"]
    secrets += RECOVERY.groups
    plain = [each if isinstance(each, bytes) else each.encode() for each in secrets]
    found = everything(vault)
    assert set(found) == {"arsip.kkdb", "kunci.json"}
    assert not [name for name, content in found.items() if any(one in content for one in plain)]


def test_the_key_does_not_show_itself_in_a_log(vault):
    unlocked = vault.unlock(PASSPHRASE)
    assert unlocked.key.hex() not in repr(unlocked)
    assert repr(unlocked.key) not in repr(unlocked)


def test_only_the_owner_may_look_into_the_folder(vault):
    assert vault.folder.stat().st_mode & 0o077 == 0
    assert vault.key_path.stat().st_mode & 0o077 == 0


def test_what_a_power_cut_left_is_cleared_up_by_the_next_start(vault):
    before = set(everything(vault))
    (vault.folder / ".0123456789abcdef.baru").write_bytes(b"half a file")
    with vault.claim():
        assert set(everything(vault)) - before == {"dipakai.lock"}


def test_a_second_instance_is_refused_and_changes_nothing(vault):
    child = """
import sys
from pathlib import Path
from konfkasus_gui.archive.errors import ArchiveInUse
from konfkasus_gui.archive.vault import Vault
try:
    with Vault(Path(sys.argv[1])).claim():
        print("claimed")
except ArchiveInUse as error:
    print(error)
"""

    def second():
        command = [sys.executable, "-c", child, str(vault.folder)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    with vault.claim():
        before = everything(vault)
        assert "sedang terbuka" in second()
        assert everything(vault) == before
        with pytest.raises(ArchiveInUse), Vault(vault.folder).claim():
            pass
    assert second() == "claimed\n"

import errno
import os
import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.archive import container, database
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import forget_old_archives, make
from konfkasus_gui.archive.backup_errors import BackupDamaged, BackupMissing, BackupTooNew
from konfkasus_gui.archive.errors import (
    DiskFailing,
    DiskFull,
    FolderReadOnly,
    WrongKey,
    WrongPassphrase,
    WrongRecoveryKey,
)
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.restore import (
    Restored,
    forget_restored,
    keys_in,
    rehearse,
    restore,
    restored_from,
)
from konfkasus_gui.archive.swap import RESTORED, complete
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from tests.vaults import (
    CASES,
    CHEAP,
    DOCUMENTS,
    NOW,
    PASSPHRASE,
    SHEET,
    files,
    filled_vault,
    problems,
)

LATER = NOW + timedelta(days=3)
STAMP = "2026-11-26-081500"
SUMMARY = Restored(CASES, DOCUMENTS, NOW)


class Stopped(Exception):
    """What a cancelled task raises in the work."""


@pytest.fixture
def saved(filled, key):
    """A backup, after which the archive went on."""
    made = make(filled, key, NOW)
    with Archive.open(filled.archive_path, key) as archive:
        archive.save(replace(archive.every(Case)[0], problem="Later"))
    return made.path


@contextmanager
def refusing(call, number, after=0):
    """The system refuses all but the first calls of ``call``, but lets files be read."""
    real, left = getattr(os, call), iter(range(after))

    def refused(target, flags=os.O_WRONLY, *args, **options):
        reading = call == "open" and flags & (os.O_WRONLY | os.O_RDWR) == 0
        if reading or next(left, None) is not None:
            given = (flags, *args) if call in ("open", "rename") else args
            return real(target, *given, **options)
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as system:
        system.setattr(os, call, refused)
        yield


def opened(vault, path, passphrase=PASSPHRASE):
    return keys_in(vault, path).unlock(passphrase).key


def test_a_restored_archive_is_as_it_was_and_the_old_one_stays_beside(filled, key, saved):
    old = files(filled.folder)
    assert restore(filled, saved, opened(filled, saved), LATER) == SUMMARY
    assert "Later" not in problems(filled.archive_path, key)
    after = files(filled.folder)
    assert after[f"arsip-lama-{STAMP}.kkdb"] == old["arsip.kkdb"]
    assert after[f"kunci-lama-{STAMP}.json"] == old["kunci.json"]
    assert "Later" in problems(filled.folder / f"arsip-lama-{STAMP}.kkdb", key)
    assert filled.unlock(PASSPHRASE).key == key


def test_what_was_typed_last_before_a_power_cut_stays_with_the_old_archive(filled, key, saved):
    with Archive.open(filled.archive_path, key) as archive:
        archive.save(Student(name="In the log only"))
        cut = Vault(shutil.copytree(filled.folder, filled.folder.parent / "cut"), CHEAP)
    assert cut.archive_path.with_name("arsip.kkdb-wal").stat().st_size
    restore(cut, saved, key, LATER)
    assert not cut.archive_path.with_name("arsip.kkdb-wal").exists()
    with Archive.open(cut.archive_path, key) as archive:
        assert len(archive.every(Student)) == CASES
    with Archive.open(cut.folder / f"arsip-lama-{STAMP}.kkdb", key) as archive:
        assert archive.every(Student)[-1].name == "In the log only"


def test_the_passphrase_of_the_backup_counts_again(filled, key, saved):
    filled.set_passphrase(key, "payung tali kursi")
    restore(filled, saved, opened(filled, saved), LATER)
    assert filled.unlock(PASSPHRASE).key == key
    with pytest.raises(WrongPassphrase):
        filled.unlock("payung tali kursi")


@pytest.mark.parametrize(
    "unlocked",
    [lambda keys: keys.unlock(PASSPHRASE).key, lambda keys: keys.unlock_with_recovery(SHEET)],
)
def test_another_pc_takes_a_backup(saved, key, tmp_path, unlocked):
    elsewhere = Vault(tmp_path / "another" / "arsip", CHEAP)
    found = unlocked(keys_in(elsewhere, saved))
    assert restore(elsewhere, saved, found, LATER) == SUMMARY
    assert elsewhere.state is State.READY
    assert elsewhere.unlock(PASSPHRASE).key == key
    assert len(problems(elsewhere.archive_path, key)) == CASES
    assert set(files(elsewhere.folder)) == {"arsip.kkdb", "kunci.json", RESTORED}


def test_a_wrong_passphrase_or_recovery_key_opens_no_backup(filled, saved):
    keys = keys_in(filled, saved)
    with pytest.raises(WrongPassphrase):
        keys.unlock("payung tali kursi")
    with pytest.raises(WrongRecoveryKey):
        keys.unlock_with_recovery(" ".join(RecoveryKey(bytes(16)).groups))


@pytest.mark.parametrize("deed", ["restore", "rehearse"])
def test_the_key_of_another_archive_changes_nothing(filled, saved, deed):
    before = files(filled.folder)
    with pytest.raises(WrongKey):
        do(deed, filled, saved, bytes(32))
    assert files(filled.folder) == before


def do(deed, vault, path, key, report=lambda _done, _total: None):
    if deed == "rehearse":
        return rehearse(vault, path, key, report)
    return restore(vault, path, key, LATER, report)


def test_a_practice_reports_and_leaves_no_trace(filled, key, saved):
    with Archive.open(filled.archive_path, key) as archive:
        before = files(filled.folder)
        assert rehearse(filled, saved, key) == SUMMARY
        assert files(filled.folder) == before
        assert len(archive.every(Case)) == CASES


@pytest.mark.parametrize("deed", ["restore", "rehearse"])
def test_a_stop_before_the_end_changes_nothing(filled, key, saved, deed):
    before, count = files(filled.folder), 0
    while True:
        left = iter(range(count))

        def report(_done, _total, left=left):
            if next(left, None) is None:
                raise Stopped

        try:
            do(deed, filled, saved, key, report)
        except Stopped:
            assert files(filled.folder) == before
            count += 1
        else:
            break
    assert count >= 5


@pytest.mark.parametrize("moment", ["mkdir", "open", "fsync"])
@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, FolderReadOnly), (errno.EIO, DiskFailing)],
)
def test_a_refusal_of_the_disk_is_told_and_changes_nothing(
    filled, key, saved, moment, number, error
):
    before = files(filled.folder)
    for deed in ("rehearse", "restore"):
        with refusing(moment, number), pytest.raises(error):
            do(deed, filled, saved, key)
        assert files(filled.folder) == before
    assert restore(filled, saved, key, LATER) == SUMMARY


@pytest.mark.parametrize("renamed", range(5))
def test_a_disk_that_stops_between_two_renamings_leaves_the_old_or_the_new_one(
    filled, key, saved, renamed
):
    with refusing("rename", errno.EIO, after=renamed), pytest.raises(DiskFailing):
        restore(filled, saved, key, LATER)
    with filled.claim():
        assert filled.state is State.READY
        assert filled.unlock(PASSPHRASE).key == key
        assert ("Later" in problems(filled.archive_path, key)) is (renamed == 0)
    assert not list(filled.folder.glob("dipulihkan-*"))
    assert not list(filled.folder.glob(".*"))


def test_going_on_with_nothing_begun_changes_nothing(filled):
    before = files(filled.folder)
    complete(filled.folder)
    assert files(filled.folder) == before


def test_two_restores_in_one_second_keep_both_old_archives(filled, key, saved):
    restore(filled, saved, key, LATER)
    restore(filled, saved, key, LATER)
    assert len(list(filled.folder.glob("arsip-lama-*.kkdb"))) == 2
    assert len(list(filled.folder.glob("kunci-lama-*.json"))) == 2


def test_old_archives_stay_a_year_and_nothing_else_goes_with_them(filled, key, saved):
    restore(filled, saved, key, LATER)
    restore(filled, saved, key, LATER)
    names = ["arsip-lama-2020-99-01-000000.kkdb", "arsip-lama-saya.kkdb", "kunci-lama.json"]
    for name in names:
        (filled.folder / name).write_bytes(b"the user's own")
    gone = {
        f"{kind}-lama-{STAMP}{number}.{end}"
        for kind, end in (("arsip", "kkdb"), ("kunci", "json"))
        for number in ("", "-2")
    }
    assert forget_old_archives(filled, key) == 0
    for month in range(1, 13):
        make(filled, key, LATER + timedelta(days=31 * month))
        before = set(files(filled.folder))
        assert gone < before
        if month < 12:
            assert forget_old_archives(filled, key) == 0
    assert forget_old_archives(filled, key) == len(gone)
    assert set(files(filled.folder)) == before - gone


def test_a_clock_set_forward_costs_no_old_archive(filled, key, saved):
    restore(filled, saved, key, LATER)
    make(filled, key, LATER + timedelta(days=3660))
    assert forget_old_archives(filled, key) == 0


def changed(path, old, new):
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))


def forged(path, **facts):
    """The backup with other facts, whose checksum fits."""
    manifest = container.read_manifest(path)
    changed(path, manifest.written(), replace(manifest, **facts).written())


@pytest.mark.parametrize(
    "facts",
    [
        {"rows": {"case": 3}},
        {"rows": {}},
        {"schema": "0000_nothing"},
        {"keys": container.Member(0, "0" * 64)},
        {"keys": container.Member(1 << 40, "0" * 64)},
        {"database": container.Member(1 << 50, "0" * 64)},
        {"database": container.Member(0, "0" * 64)},
    ],
)
def test_facts_that_do_not_fit_are_refused(filled, key, saved, facts):
    forged(saved, **facts)
    before = files(filled.folder)
    with pytest.raises(BackupDamaged):
        restore(filled, saved, key, LATER)
    assert files(filled.folder) == before


def test_members_that_changed_places_are_refused(filled, key, saved, tmp_path):
    manifest = container.extract(saved, tmp_path, lambda _done, _total: None)
    keys, archive = (tmp_path / name for name in ("kunci.json", "arsip.kkdb"))
    swapped = replace(manifest, keys=manifest.database, database=manifest.keys)
    for facts in (manifest, swapped):
        saved.write_bytes(
            container.MAGIC + facts.written() + archive.read_bytes() + keys.read_bytes()
        )
        with pytest.raises(BackupDamaged):
            restore(filled, saved, key, LATER)


def test_the_archive_of_another_backup_is_refused(filled, key, saved, tmp_path):
    other, other_key = filled_vault(tmp_path / "other")
    content = [path.read_bytes() for path in (saved, make(other, other_key, NOW).path)]
    size = container.read_manifest(saved).database.size
    saved.write_bytes(content[0][:-size] + content[1][-size:])
    with pytest.raises(BackupDamaged):
        restore(filled, saved, key, LATER)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04" + bytes(9999),
        container.MAGIC,
        container.MAGIC + b"[]\n",
        container.MAGIC + b'{"checksum":""}\n',
        container.MAGIC + b"[" * 60000 + b"\n",
        container.MAGIC + b"x" * 200_000,
        container.MAGIC + b'{"made_at":"\xff"}\n',
    ],
)
def test_a_file_of_another_kind_is_refused(filled, key, tmp_path, content):
    path = tmp_path / "lain.kkbackup"
    path.write_bytes(content)
    for deed in ("rehearse", "restore"):
        with pytest.raises(BackupDamaged):
            do(deed, filled, path, key)
    with pytest.raises(BackupDamaged):
        keys_in(filled, path)


def test_a_longer_file_is_refused_and_so_is_a_shorter_one(filled, key, saved):
    content = saved.read_bytes()
    for other in (content + b"\n", content[:-1], content[:5000], content[4096:]):
        saved.write_bytes(other)
        with pytest.raises(BackupDamaged):
            rehearse(filled, saved, key)


def test_a_backup_of_a_newer_program_is_refused_in_words(filled, key, saved, monkeypatch):
    manifest = container.read_manifest(saved)
    with pytest.MonkeyPatch.context() as future:
        future.setattr(container, "FORMAT", container.FORMAT + 1)
        newer = manifest.written()
    changed(saved, manifest.written(), newer)
    with pytest.raises(BackupTooNew, match="lebih baru"):
        restore(filled, saved, key, LATER)


def test_a_backup_with_an_unknown_migration_is_refused_in_words(
    filled, key, saved, tmp_path, monkeypatch
):
    past = tmp_path / "past"
    past.mkdir()
    first = next(database.MIGRATIONS.glob("0001*.py"))
    shutil.copy(first, past / "0000_before.py")
    monkeypatch.setattr(database, "MIGRATIONS", past)
    before = files(filled.folder)
    with pytest.raises(BackupTooNew, match="lebih baru"):
        restore(filled, saved, key, LATER)
    assert files(filled.folder) == before


def test_a_backup_that_is_not_there_is_told(filled, key, tmp_path):
    before = files(filled.folder)
    with pytest.raises(BackupMissing, match="tidak ditemukan"):
        restore(filled, tmp_path / "stick" / "x.kkbackup", key, LATER)
    with pytest.raises(BackupMissing):
        keys_in(filled, tmp_path / "stick" / "x.kkbackup")
    assert files(filled.folder) == before


def test_that_something_was_restored_is_known_until_the_history_has_it(filled, key, saved):
    assert restored_from(filled) is None
    restore(filled, saved, key, LATER)
    assert restored_from(filled) == (NOW, LATER)
    with filled.claim():
        assert restored_from(Vault(filled.folder, CHEAP)) == (NOW, LATER), "a later start knows"
    forget_restored(filled)
    assert restored_from(filled) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"made_at": 3}', b"\xff" * 5000])
def test_a_damaged_note_still_tells_that_something_was_restored(filled, key, saved, content):
    restore(filled, saved, key, LATER)
    (filled.folder / RESTORED).write_bytes(content)
    assert restored_from(filled) is not None

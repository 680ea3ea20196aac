import errno
import os
import shutil
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.archive import backup as backups
from konfkasus_gui.archive import container
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import (
    anchors_of,
    backups_in,
    copy_to,
    make,
    rotate,
    times_of,
)
from konfkasus_gui.archive.backup_errors import (
    ArchiveUnsound,
    BackupDamaged,
    BackupFolderReadOnly,
    BackupFull,
    BackupPlaceFailing,
    BackupPlaceMissing,
    BackupUnproven,
)
from konfkasus_gui.archive.container import read_manifest
from konfkasus_gui.archive.database import known_migrations
from konfkasus_gui.archive.errors import KeyFileDamaged, NotAnArchive, WrongKey
from konfkasus_gui.archive.history import check_chain
from konfkasus_gui.archive.keys import archive_name
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.chain import Anchor, End
from konfkasus_gui.procedure.school import Student
from tests.vaults import CASES, DOCUMENTS, NOW, files, filled_vault

REFUSALS = [
    (errno.ENOSPC, BackupFull),
    (errno.EACCES, BackupFolderReadOnly),
    (errno.EROFS, BackupFolderReadOnly),
    (errno.EIO, BackupPlaceFailing),
    (errno.ENODEV, BackupPlaceFailing),
]
MOMENTS = ["mkdir", "open", "fsync", "replace"]


class Stopped(Exception):
    """What a cancelled task raises in the work."""


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


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


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_tells_when_it_was_made_and_what_is_in_it(filled, key):
    made = make(filled, key, NOW)
    assert made.path == filled.backup_folder / "konfkasus-2026-11-23-0815.kkbackup"
    assert made.manifest.made_at == NOW
    assert (made.manifest.cases, made.manifest.documents) == (CASES, DOCUMENTS)
    assert made.manifest.schema == known_migrations()[-1]
    assert names(filled.backup_folder) == [made.path.name], "no scratch is left"


def test_a_backup_changes_nothing_of_the_archive(filled, key):
    before = files(filled.folder)
    made = make(filled, key, NOW)
    made.path.unlink()
    after = files(filled.folder)
    assert {name: after[name] for name in before} == before


@pytest.fixture
def small_steps(monkeypatch):
    """Few pages are copied between two reports."""
    monkeypatch.setattr(backups, "STEP", 8)


def test_a_backup_of_an_open_archive_is_a_snapshot_that_holds_up_nobody(filled, key, small_steps):
    with Archive.open(filled.archive_path, key) as archive:
        archive.save(Student(name="Just typed"))

        def type_on(_done, _total):
            archive.save(Student(name="Typed meanwhile"))

        made = make(filled, key, NOW, type_on)
        assert len(archive.every(Student)) > CASES + 2
    assert made.manifest.rows["student"] == CASES + 1


def test_a_backup_may_be_made_in_another_thread_while_the_archive_is_open(filled, key):
    made = []
    with Archive.open(filled.archive_path, key) as archive:
        thread = threading.Thread(target=lambda: made.append(make(filled, key, NOW)))
        thread.start()
        for number in range(50):
            archive.save(Student(name=f"Typed {number}"))
        thread.join()
    assert [one.manifest.cases for one in made] == [CASES]


def test_no_name_can_be_read_in_a_backup(filled, key):
    content = make(filled, key, NOW).path.read_bytes()
    for secret in (b"Rekaan", b"Sukamaju", b"Masalah", b"SQLite", key, key.hex().encode()):
        assert secret not in content


def test_two_backups_in_one_minute_have_two_names(filled, key):
    first, second = make(filled, key, NOW), make(filled, key, NOW)
    assert first.path != second.path
    assert len(backups_in(filled.backup_folder)) == 2


def test_progress_goes_forward_to_its_end(filled, key):
    told = []
    make(filled, key, NOW, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert len({done for done, _total in told}) > 5
    assert told[-1] == (1000, 1000)


def test_a_backup_that_is_stopped_anywhere_leaves_only_the_earlier_one(filled, key, small_steps):
    first = make(filled, key, NOW)
    moments = []
    make(filled, key, NOW, lambda *told: moments.append(told)).path.unlink()
    for number in range(0, len(moments), 2):
        left = iter(range(number))

        def report(_done, _total, left=left):
            if next(left, None) is None:
                raise Stopped

        with pytest.raises(Stopped):
            make(filled, key, NOW, report)
        assert names(filled.backup_folder) == [first.path.name]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("number", "error"), REFUSALS)
def test_a_refusal_of_the_disk_is_told_and_leaves_the_earlier_backup(
    filled, key, moment, number, error
):
    make(filled, key, NOW)
    before = files(filled.backup_folder)
    with refusing(moment, number), pytest.raises(error, match=r"coba lagi\.$"):
        make(filled, key, NOW + timedelta(days=1))
    assert files(filled.backup_folder) == before
    make(filled, key, NOW + timedelta(days=1))


def test_what_the_disk_changed_while_writing_is_no_backup(filled, key, monkeypatch):
    before = make(filled, key, NOW)
    real = container.write

    def lying(path, *arguments):
        real(path, *arguments)
        content = bytearray(path.read_bytes())
        content[-5000] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(container, "write", lying)
    with pytest.raises(BackupUnproven):
        make(filled, key, NOW + timedelta(days=1))
    assert names(filled.backup_folder) == [before.path.name]


def test_rows_that_were_lost_on_the_way_are_no_backup(filled, key, monkeypatch):
    real = backups._copy

    def losing(*arguments):
        schema, rows, history = real(*arguments)
        return schema, {**rows, "case": rows["case"] + 1}, history

    monkeypatch.setattr(backups, "_copy", losing)
    with pytest.raises(BackupUnproven):
        make(filled, key, NOW)
    assert names(filled.backup_folder) == []


def test_an_archive_with_a_damaged_page_anywhere_makes_no_backup(filled, key):
    whole = filled.archive_path.read_bytes()
    for page in range(0, len(whole) // 4096, 5):
        content = bytearray(whole)
        content[page * 4096 + 70] ^= 1
        filled.archive_path.write_bytes(content)
        with pytest.raises(NotAnArchive):
            make(filled, key, NOW)
    assert names(filled.backup_folder) == []


def test_an_archive_whose_rows_lost_their_parents_makes_no_backup(filled, key):
    with Archive.open(filled.archive_path, key) as archive:
        archive._database.execute_sql("pragma foreign_keys = off")
        archive._database.execute_sql('delete from "case" where id = 1')
    with pytest.raises(ArchiveUnsound):
        make(filled, key, NOW)
    assert names(filled.backup_folder) == []


def test_the_key_file_of_another_archive_makes_no_backup(filled, key, tmp_path):
    other, _key = filled_vault(tmp_path / "other")
    filled.key_path.write_bytes(other.key_path.read_bytes())
    with pytest.raises(WrongKey, match="tertukar"):
        make(filled, key, NOW)
    assert backups_in(filled.backup_folder) == ()


def test_a_key_file_of_old_that_names_no_archive_still_makes_a_backup(filled, key):
    filled.key_path.write_bytes(replace(filled.keys(), archive="").written())
    assert make(filled, key, NOW).manifest.cases == CASES


def test_a_new_passphrase_keeps_the_key_file_with_its_archive(filled, key):
    filled.set_passphrase(key, "payung tali kursi")
    assert filled.keys().archive == archive_name(key)


def test_a_damaged_key_file_makes_no_backup(filled, key):
    filled.key_path.write_bytes(filled.key_path.read_bytes().replace(b"1", b"2", 1))
    with pytest.raises(KeyFileDamaged):
        make(filled, key, NOW)


def test_a_copy_elsewhere_is_the_same_file(filled, key, stick):
    made = make(filled, key, NOW)
    copied = copy_to(made, stick)
    assert copied.path.parent == stick
    assert copied.path.read_bytes() == made.path.read_bytes()
    assert copied.manifest == made.manifest
    assert copy_to(made, stick).path == copied.path, "copied again, it is there once"
    assert names(stick) == [made.path.name]


def test_a_copy_never_takes_the_place_of_somebody_else_s(filled, key, stick, tmp_path):
    other, other_key = filled_vault(tmp_path / "other")
    copy_to(make(other, other_key, NOW), stick)
    copied = copy_to(make(filled, key, NOW), stick)
    assert len(names(stick)) == 2
    assert copied.manifest.archive == archive_name(key)


def test_a_stick_that_is_not_there_is_told(filled, key, tmp_path):
    with pytest.raises(BackupPlaceMissing):
        copy_to(make(filled, key, NOW), tmp_path / "gone")


def test_a_stick_that_goes_away_while_copying_is_told(filled, key, stick):
    made = make(filled, key, NOW)

    def pull_out(_done, _total):
        shutil.rmtree(stick)

    with pytest.raises(BackupPlaceMissing):
        copy_to(made, stick, pull_out)
    stick.mkdir()
    copy_to(made, stick)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("number", "error"), REFUSALS)
def test_a_stick_that_refuses_is_told_and_keeps_what_it_had(
    filled, key, stick, moment, number, error
):
    copy_to(make(filled, key, NOW), stick)
    before = files(stick)
    made = make(filled, key, NOW + timedelta(days=1))
    with refusing(moment, number), pytest.raises(error, match=r"coba lagi\.$"):
        copy_to(made, stick)
    assert files(stick) == before


def test_a_copy_that_reads_back_differently_does_not_count(filled, key, stick, monkeypatch):
    made = make(filled, key, NOW)

    def flip(path):
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(backups, "forget_cached", flip)
    with pytest.raises(BackupUnproven):
        copy_to(made, stick)
    assert names(stick) == []


def test_a_damaged_backup_is_not_copied(filled, key, stick):
    made = make(filled, key, NOW)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    with pytest.raises(BackupDamaged):
        copy_to(made, stick)
    assert names(stick) == []


def test_the_list_tells_what_is_damaged_and_leaves_out_what_is_no_backup(filled, key):
    folder = filled.backup_folder
    assert backups_in(folder) == ()
    first = make(filled, key, NOW)
    second = make(filled, key, NOW + timedelta(hours=1))
    (folder / "catatan.txt").write_text("bukan cadangan")
    (folder / "folder.kkbackup").mkdir()
    (folder / "kosong.kkbackup").touch()
    (folder / "lain.KKBACKUP").write_bytes(os.urandom(9999))
    listed = backups_in(folder)
    assert listed[:2] == (second, first)
    assert {(one.path.name, one.manifest) for one in listed[2:]} == {
        ("kosong.kkbackup", None),
        ("lain.KKBACKUP", None),
    }
    assert times_of(key, listed) == (second.manifest.made_at, NOW)


def test_a_backup_of_a_newer_program_is_told_from_a_damaged_one(filled, key):
    made = make(filled, key, NOW)
    with pytest.MonkeyPatch.context() as future:
        future.setattr(container, "FORMAT", container.FORMAT + 1)
        line = made.manifest.written()
    made.path.write_bytes(made.path.read_bytes().replace(made.manifest.written(), line))
    [listed] = backups_in(filled.backup_folder)
    assert listed.manifest is None
    assert listed.too_new


def dated(filled, key, made, time):
    """The backup ``made`` again, as of another time."""
    manifest = replace(made.manifest, made_at=time)
    path = made.path.with_name(f"{time:%Y%m%d%H%M%S}.kkbackup")
    before, after = made.manifest.written(), manifest.written()
    path.write_bytes(made.path.read_bytes().replace(before, after))
    assert read_manifest(path) == manifest
    return path


def test_rotation_keeps_what_the_rule_keeps_and_touches_nothing_else(filled, key, tmp_path):
    made = make(filled, key, NOW)
    for days in range(1, 60):
        dated(filled, key, made, NOW - timedelta(days=days))
    later = dated(filled, key, made, NOW + timedelta(days=400))
    other, other_key = filled_vault(tmp_path / "other")
    foreign = make(other, other_key, NOW - timedelta(days=50)).path
    foreign = shutil.copy(foreign, filled.backup_folder / "asing.kkbackup")
    damaged = filled.backup_folder / "rusak.kkbackup"
    damaged.write_bytes(b"x")
    assert rotate(filled.backup_folder, key, NOW) > 40
    assert made.path.exists()
    assert later.exists(), "the clock may have been set back"
    assert foreign.exists()
    assert damaged.exists()
    assert 7 <= len(times_of(key, backups_in(filled.backup_folder))) <= 7 + 4 + 12 + 1
    assert rotate(filled.backup_folder, key, NOW) == 0


def test_what_a_power_cut_left_of_a_backup_is_cleared_up(filled, key):
    left = filled.backup_folder / ".0123456789abcdef.baru"
    left.mkdir(parents=True)
    (left / "arsip.kkdb").write_bytes(b"x")
    with filled.claim():
        assert names(filled.backup_folder) == []


def test_the_archive_of_a_backup_is_what_the_program_would_open(filled, key, tmp_path):
    made = make(filled, key, NOW)
    container.extract(made.path, tmp_path, lambda _done, _total: None)
    with Archive.open(tmp_path / "arsip.kkdb", key) as archive:
        assert len(archive.every(Case)) == CASES


def test_a_backup_tells_how_long_the_history_was_and_its_last_hash(filled, key):
    with Archive.open(filled.archive_path, key) as archive:
        kept = archive.save(AuditEvent(at=NOW, deed=Deed.CREATED))
        make(filled, key, NOW)
        archive.save(AuditEvent(at=NOW, deed=Deed.BACKED_UP))
    [anchor] = anchors_of(key, backups_in(filled.backup_folder))
    assert anchor == Anchor(NOW, End(1, kept.digest))
    assert check_chain(filled.archive_path, key, [anchor]).anchors == 1

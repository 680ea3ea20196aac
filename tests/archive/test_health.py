import random
import shutil

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveReadOnly, ArchiveTooNew
from konfkasus_gui.archive.health import Damage, Verdict, full_check, quick_check
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.school import Student
from tests.vaults import CHEAP, DOCUMENTS, files

CHECKS = [quick_check, full_check]
PAGE = 4096


class Stopped(Exception):
    """What a cancelled task raises in the work."""


def altered(vault, change):
    content = bytearray(vault.archive_path.read_bytes())
    change(content)
    vault.archive_path.write_bytes(content)


def sql(vault, key, *statements):
    with Archive.open(vault.archive_path, key) as archive:
        for statement in statements:
            archive._database.execute_sql(statement)


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_archive_is_sound_and_stays_as_it_was(filled, key, check):
    before = filled.archive_path.read_bytes()
    assert check(filled.archive_path, key) == Verdict()
    assert Verdict().sound
    assert filled.archive_path.read_bytes() == before


@pytest.mark.parametrize("check", CHECKS)
def test_an_archive_that_is_open_can_be_checked(filled, key, check):
    with Archive.open(filled.archive_path, key) as archive:
        archive.save(Student(name="Just typed"))
        assert check(filled.archive_path, key).sound


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_changes_nothing_that_a_power_cut_left(filled, key, check):
    with Archive.open(filled.archive_path, key) as archive:
        archive.save(Student(name="In the log only"))
        cut = Vault(shutil.copytree(filled.folder, filled.folder.parent / "cut"), CHEAP)
    before = files(cut.folder)
    assert check(cut.archive_path, key).sound
    after = files(cut.folder)
    for name in ("arsip.kkdb", "arsip.kkdb-wal"):
        assert after[name] == before[name]


@pytest.mark.parametrize("check", CHECKS)
def test_the_key_of_another_archive_finds_a_file_that_does_not_fit(filled, check):
    assert check(filled.archive_path, bytes(32)) == Verdict((Damage.FILE,))


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("kept", [0, 17, PAGE - 1, PAGE + 1, 5 * PAGE, 5 * PAGE + 100])
def test_a_file_that_was_cut_short_is_damaged(filled, key, check, kept):
    def cut(content):
        del content[kept:]

    altered(filled, cut)
    verdict = check(filled.archive_path, key)
    assert not verdict.sound
    assert not verdict.writable


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_byte_anywhere_is_found_by_the_full_check(filled, key, seed):
    def flip(content):
        content[random.Random(seed).randrange(len(content))] ^= 1 << seed % 8

    altered(filled, flip)
    verdict = full_check(filled.archive_path, key)
    assert set(verdict.damage) & {Damage.FILE, Damage.PAGES}
    assert not verdict.writable


def test_a_damaged_page_in_a_table_is_found_by_the_quick_check(filled, key):
    def flip(content):
        content[len(content) // 2] ^= 1

    altered(filled, flip)
    assert quick_check(filled.archive_path, key) == Verdict((Damage.PAGES,))


def test_no_page_is_left_out_of_the_quick_check(filled, key):
    whole = filled.archive_path.read_bytes()
    for start in range(0, len(whole), PAGE):
        content = bytearray(whole)
        content[start + 2000] ^= 1
        filled.archive_path.write_bytes(content)
        assert not quick_check(filled.archive_path, key).writable, f"page {start // PAGE}"


def test_the_quick_check_can_be_stopped(filled, key):
    def stop(_done, _total):
        raise Stopped

    before = filled.archive_path.read_bytes()
    with pytest.raises(Stopped):
        quick_check(filled.archive_path, key, stop)
    assert filled.archive_path.read_bytes() == before


@pytest.mark.parametrize("check", CHECKS)
def test_a_row_that_lost_its_parent_is_found(filled, key, check):
    sql(filled, key, "pragma foreign_keys = off", 'delete from "case" where id = 3')
    assert check(filled.archive_path, key) == Verdict((Damage.LINKS,))


@pytest.mark.parametrize("check", CHECKS)
def test_an_index_that_lost_a_row_is_found(filled, key, check):
    sql(
        filled,
        key,
        "create index later on student (name)",
        "pragma writable_schema = on",
        "update sqlite_schema set sql = 'create index later on student (class_name)'"
        " where name = 'later'",
    )
    assert check(filled.archive_path, key) == Verdict((Damage.STRUCTURE,))


def test_a_paper_that_was_changed_is_named_and_keeps_nobody_from_working(filled, key):
    sql(
        filled,
        key,
        "update document set content = cast(content || x'00' as blob) where id in (2, 5)",
    )
    verdict = full_check(filled.archive_path, key)
    assert verdict == Verdict((Damage.DOCUMENTS,), (2, 5))
    assert not verdict.sound
    assert verdict.writable
    with Archive.open(filled.archive_path, key) as archive:
        assert len(archive.every(Document)) == DOCUMENTS


def test_progress_goes_forward_to_its_end(filled, key):
    told = []
    full_check(filled.archive_path, key, lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[-1] == (1000, 1000)


@pytest.mark.parametrize("after", [0, 1, 3, 8])
def test_a_full_check_can_be_stopped(filled, key, after):
    left = iter(range(after))

    def report(_done, _total):
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        full_check(filled.archive_path, key, report)


@pytest.mark.parametrize("check", CHECKS)
def test_an_archive_that_is_not_there_is_told(filled, key, check):
    filled.archive_path.unlink()
    with pytest.raises(ArchiveReadOnly):
        check(filled.archive_path, key)


def test_an_archive_of_a_newer_program_is_no_damage(filled, key):
    sql(
        filled,
        key,
        "insert into schema_migration (name, applied) values ('9999_future', '2030-01-01')",
    )
    with pytest.raises(ArchiveTooNew):
        quick_check(filled.archive_path, key)


@pytest.mark.parametrize("damage", Damage)
def test_each_damage_is_a_plain_sentence(damage):
    assert damage.label.endswith(".")
    assert "!" not in damage.label

import random

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup_errors import NothingReadable
from konfkasus_gui.archive.container import read_manifest
from konfkasus_gui.archive.health import full_check
from konfkasus_gui.archive.restore import keys_in, restore
from konfkasus_gui.archive.salvage import Salvaged, salvage
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Student
from tests.vaults import CASES, NOW, PASSPHRASE, files

PAGE = 4096


class Stopped(Exception):
    """What a cancelled task raises in the work."""


@pytest.fixture
def target(tmp_path):
    return tmp_path / "terbaca.kkbackup"


def damage(path, *pages):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE + 1000] ^= 1
    path.write_bytes(content)


def count_of(vault, key, kind):
    with Archive.open(vault.archive_path, key) as archive:
        return len(archive.every(kind))


def test_a_sound_archive_is_saved_whole(filled, key, target):
    before = filled.archive_path.read_bytes()
    assert salvage(filled, key, target, NOW).orphans == 0
    assert filled.archive_path.read_bytes() == before
    manifest = read_manifest(target)
    assert manifest.cases == CASES
    restore(filled, target, keys_in(filled, target).unlock(PASSPHRASE).key, NOW)
    assert full_check(filled.archive_path, key).sound
    assert count_of(filled, key, Student) == CASES


@pytest.mark.parametrize("seed", range(10))
def test_what_lies_on_sound_pages_is_saved_and_can_be_worked_with(filled, key, target, seed):
    chance = random.Random(seed)
    size = filled.archive_path.stat().st_size // PAGE
    with Archive.open(filled.archive_path, key) as archive:
        sql = "select max(rootpage) from sqlite_master"
        [(root,)] = archive._database.execute_sql(sql).fetchall()
        before = {case.id: case for case in archive.every(Case)}
    damage(filled.archive_path, *chance.sample(range(root, size), 3))
    assert not full_check(filled.archive_path, key).sound
    saved = salvage(filled, key, target, NOW)
    assert saved.kept > 40
    restore(filled, target, key, NOW)
    assert full_check(filled.archive_path, key).sound
    with Archive.open(filled.archive_path, key) as archive:
        cases = archive.every(Case)
        for case in cases:
            assert case == before[case.id], "a row is saved as it was or not at all"
            archive.get(Student, case.student_id)
        for conference in archive.every(Conference):
            archive.plan(conference.id)
    assert len(cases) > CASES // 3


def test_the_last_rows_of_a_table_may_be_the_lost_ones(filled, key, target):
    with Archive.open(filled.archive_path, key) as archive:
        for number in range(300):
            archive.save(Student(name=f"Later {number}"))
    last = filled.archive_path.stat().st_size // PAGE - 1
    damage(filled.archive_path, last)
    salvage(filled, key, target, NOW)
    restore(filled, target, key, NOW)
    assert CASES < count_of(filled, key, Student) < CASES + 400


def test_a_row_without_its_parent_is_counted_and_left_out(filled, key, target):
    with Archive.open(filled.archive_path, key) as archive:
        archive._database.execute_sql("pragma foreign_keys = off")
        archive._database.execute_sql('delete from "case" where id in (3, 30)')
    saved = salvage(filled, key, target, NOW)
    assert saved.orphans == 2, "their conferences; the kept paper stays without its case"
    assert read_manifest(target).rows["conference"] == CASES - 2
    assert read_manifest(target).documents == 12


def test_an_archive_without_a_readable_list_of_tables_is_told(filled, key, target):
    damage(filled.archive_path, 0)
    before = files(filled.folder)
    with pytest.raises(NothingReadable):
        salvage(filled, key, target, NOW)
    assert files(filled.folder) == before
    assert not target.exists()


def test_a_stop_leaves_nothing(filled, key, target):
    def report(done, total):
        if done > total // 2:
            raise Stopped

    with pytest.raises(Stopped):
        salvage(filled, key, target, NOW, report)
    assert not target.exists()
    assert isinstance(salvage(filled, key, target, NOW), Salvaged)

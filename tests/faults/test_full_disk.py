"""The disk is full while somebody types: it is told, and nothing that was typed is lost."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveFull, DiskFailing
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Account, School, Student

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    """An archive with one case."""
    path = tmp_path / "arsip.kkdb"
    with Archive.open(path, KEY) as archive:
        archive.save(School(name="SMP"))
        archive.save(Account(name="Siti", created_at=datetime(2026, 3, 2, 12)))
        student = archive.save(Student(name="Bayu Rekaan"))
        archive.save(Case(code="KK-2026-001", student_id=student.id, opened_on=date(2026, 3, 2)))
    return path


@pytest.mark.parametrize(("way", "error"), [("system", DiskFailing), ("pages", ArchiveFull)])
def test_what_is_typed_while_the_disk_is_full_waits_until_there_is_room(path, way, error):
    command = [sys.executable, "-m", "tests.faults.full_disk", str(path), way]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    seen = json.loads(done.stdout)
    assert seen["kept_before"]
    assert not seen["kept_while_full"]
    assert seen["pending"]
    assert seen["told"] == [str(error())] * 2, "after a pause, and when the field is left"
    assert seen["in_archive"] == "sebelum "
    typed = "sebelum selama " + "diska penuh " * 500
    assert seen["on_screen"] == typed
    assert seen["kept_after"]
    assert not seen["still_pending"]
    with Archive.open(path, KEY) as archive:
        [case] = archive.every(Case)
        problems = archive._database.execute_sql("pragma cipher_integrity_check").fetchall()
    assert case.problem == typed + "sesudah "
    assert problems == []

"""The program is killed while somebody types: what was kept is there, and whole."""

import random
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.school import Account, School, Student
from konfkasus_gui.procedure.vocabulary import Aspect

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
TYPIST = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.text_area import TextArea

application = QApplication([])
with Archive.open(Path(sys.argv[1]), bytes(range(32))) as archive:
    session = Session(archive, lambda: datetime(2026, 3, 2, 12))
    [case] = archive.every(Case)
    form = Form(session, partial(session.get, Case, case.id))
    text = form.bind(TextArea("", lines=(2, 4)), "problem")
    form.add_widget(text)
    form.show()
    for number in range(10_000):
        QTest.keyClicks(text, f"kata{number} ")
        form.flush()
        with session.together():
            for aspect in (Aspect.HOBBY, Aspect.HEALTH):
                session.save(DataItem(case_id=case.id, aspect=aspect, text=str(number)))
        print(number, flush=True)
"""


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


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_kept_survives_and_nothing_is_half_done(path, seed):
    typing = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    kept = -1
    for _line in range(random.Random(seed).randint(3, 25)):
        kept = int(typing.stdout.readline())
    typing.kill()
    typing.communicate()
    with Archive.open(path, KEY) as archive:
        problems = archive._database.execute_sql("pragma cipher_integrity_check").fetchall()
        problems += archive._database.execute_sql("pragma foreign_key_check").fetchall()
        [(verdict,)] = archive._database.execute_sql("pragma integrity_check").fetchall()
        [case] = archive.every(Case)
        items = archive.every(DataItem)
    assert problems == []
    assert verdict == "ok"
    assert f"kata{kept} " in case.problem
    pairs = [item.text for item in items]
    assert pairs[0::2] == pairs[1::2], "a group is kept whole or not at all"
    assert str(kept) in pairs
    assert {item.aspect for item in items} == {Aspect.HOBBY, Aspect.HEALTH}

"""Figures measured in one run, each beside its goal; `make bench` prints them."""

import compileall
import json
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.register import Register
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.case import Case, accept
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.school import Account, School, Student

PASSPHRASE = "perahu kertas melintasi jendela"
NOON = datetime(2026, 3, 2, 12)
ROOT = Path(__file__).parents[2]
WINDOWS = Path(__file__).with_name("windows.py")
ROUNDS = 25

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module", autouse=True)
def compiled():
    """Modules as every start but the first finds them; not every environment keeps them."""
    for folder in ("konfkasus_gui", "tests/benchmarks"):
        assert compileall.compile_dir(ROOT / folder, quiet=1)


def told(name, figure, goal, unit=""):
    print(f"{name:<58} {figure:8.2f}{unit:<4} goal at most {goal}{unit}")  # noqa: T201
    assert figure <= goal


def started(*arguments):
    """How long a program took from its call to its end, and the figures that it printed."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(WINDOWS), *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
    )
    return time.perf_counter() - begun, json.loads(done.stdout.splitlines()[-1])


def filled(archive: Archive, cases: int) -> None:
    """A school with ``cases`` running cases, each with a planned conference."""
    register: Register = archive.register
    with archive.together():
        archive.save(School(name="SMP Negeri 1 Sukamaju"))
        archive.save(Account(name="Dra. Siti Aminah", created_at=NOON))
        for number in range(cases):
            student = archive.save(Student(name=f"Siswa Contoh {number}", class_name="IX-A"))
            case = register.open_case(
                Case(code="", student_id=student.id, class_name="IX-A", opened_on=NOON.date())
            )
            archive.save(accept(case))
            conference = archive.save(
                Conference(case_id=case.id, held_on=date(2026, 3, 1 + number % 28))
            )
            archive.save(Participant(conference_id=conference.id, name="Wali kelas"))


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    """An archive with 1,000 cases behind a real passphrase."""
    vault = Vault(tmp_path_factory.mktemp("bench") / "data")
    key = vault.create(PASSPHRASE, RecoveryKey.create())
    with Archive.open(vault.archive_path, key) as archive:
        filled(archive, 1000)
    vault.finish()
    return vault


def test_the_first_window_is_nearly_as_quick_as_an_empty_one(vault):
    empty, ours = [], []
    for _round in range(ROUNDS):
        empty.append(started("empty")[0])
        ours.append(started("locked", vault.folder)[0])
    told("first window / empty PySide6 window", min(ours) / min(empty), 1.5, "×")


def test_the_locked_program_is_small(vault):
    told("memory of the locked program", started("locked", vault.folder)[1]["memory"], 90, "MiB")


def test_an_open_archive_of_1000_cases_is_small_and_opens_at_once(vault):
    figures = [started("unlocked", vault.folder, PASSPHRASE)[1] for _round in range(3)]
    told("memory with 1,000 cases", min(figure["memory"] for figure in figures), 130, "MiB")
    told(
        "unlocking without its Argon2id",
        min(figure["seconds"] for figure in figures),
        0.1,
        "s",
    )


def test_the_case_list_does_not_grow_slower_with_the_archive(tmp_path, qapp):
    taken = {}
    for cases in (100, 10_000):
        with Archive.open(tmp_path / f"{cases}.kkdb", bytes(32)) as archive:
            filled(archive, cases)
            taken[cases] = min(_drawn(archive) for _round in range(ROUNDS))
    told("case list with 10,000 / with 100 cases", taken[10_000] / taken[100], 1.3, "×")


def _drawn(archive):
    """Seconds until the list of cases stands on the screen."""
    from PySide6.QtWidgets import QApplication

    from konfkasus_gui.screens.cases import CasesPage
    from konfkasus_gui.screens.session import Session

    session = Session(archive, lambda: NOON)
    begun = time.perf_counter()
    page = CasesPage(session)
    page.resize(1158, 768)
    page.show()
    QApplication.processEvents()
    seconds = time.perf_counter() - begun
    page.close()
    page.deleteLater()
    QApplication.processEvents()
    return seconds

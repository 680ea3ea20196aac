import gc
import os
from datetime import date, datetime
from itertools import chain

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case, accept
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Account, Guardian, School, Student
from konfkasus_gui.procedure.vocabulary import Field, Raiser, Relation

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0)
KEY = bytes(range(32))


@pytest.fixture(scope="session")
def qapp_args():
    """The style that the program asks for, on every system."""
    return ["konfkasus", "-style", "fusion"]


@pytest.fixture(autouse=True)
def garbage_between_tests():
    """Garbage is collected between tests alone, as the program does it: it may hold windows.

    Qt dies when one goes while its events are told or while all windows get another look.
    """
    gc.disable()
    yield
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            break


@pytest.fixture
def tally(record_property):
    """Notes for the table at the end what was tried, and how much of it nobody lost."""

    def note(fault, *, tried, survived):
        record_property("tally", [fault, tried, survived])

    return note


def pytest_terminal_summary(terminalreporter):
    """Show what was tried, in whichever process."""
    counts = {}
    for report in chain.from_iterable(terminalreporter.stats.values()):
        if getattr(report, "when", "") == "call":
            for name, noted in report.user_properties:
                if name == "tally":
                    what, *figures = noted
                    before = counts.get(what, (0, 0))
                    counts[what] = [old + new for old, new in zip(before, figures, strict=True)]
    if counts:
        terminalreporter.section("tried")
        terminalreporter.line(f"{'':40}{'tried':>8}{'survived':>10}{'lost':>6}")
        for what, (tried, survived) in sorted(counts.items()):
            terminalreporter.line(f"{what:40}{tried:>8}{survived:>10}{tried - survived:>6}")


@pytest.fixture
def archive(tmp_path):
    """A real encrypted archive, new for each test."""
    with Archive.open(tmp_path / "arsip.kkdb", KEY) as archive:
        yield archive


@pytest.fixture
def school(archive):
    """A school with its letterhead and one counselor."""
    return archive.save(
        School(
            name="SMP Negeri 1 Sukamaju",
            authority="PEMERINTAH KABUPATEN SUKAMAJU\nDINAS PENDIDIKAN",
            address="Jalan Pendidikan Nomor 1, Sukamaju",
            city="Sukamaju",
            principal="Drs. H. Ahmad Fauzi, M.Pd.",
            principal_identity="NIP 19680512 199303 1 007",
            number_unit="SMPN1",
        )
    )


@pytest.fixture
def account(archive):
    return archive.save(
        Account(name="Dra. Siti Aminah", identity="NIP 19700101 199503 2 001", created_at=NOON)
    )


@pytest.fixture
def student(archive):
    """A made-up student with a mother."""
    student = archive.save(Student(name="Anisa Rahmawati", nisn="0099999901", class_name="IX-A"))
    archive.save(Guardian(student_id=student.id, relation=Relation.MOTHER, name="Ratna Wulandari"))
    return student


@pytest.fixture
def case(archive, school, account, student):
    """A case that needs a conference."""
    draft = Case(
        code="",
        student_id=student.id,
        class_name=student.class_name,
        opened_on=MONDAY,
        problem="Sering terlambat dan belum mengumpulkan tugas.",
        fields=(Field.LEARNING,),
        raised_by=Raiser.HOMEROOM,
        hard=True,
        needs_others=True,
        in_danger=False,
    )
    return archive.save(accept(archive.register.open_case(draft)))


@pytest.fixture
def conference(archive, case):
    """The first meeting of the case, nothing planned yet."""
    return archive.save(Conference(case_id=case.id))


@pytest.fixture
def session(archive, account, school, qapp):
    from konfkasus_gui.screens.session import Session

    locked = []
    session = Session(archive, lambda: NOON, account)
    session.locked.connect(lambda: locked.append(True))
    yield session
    if not locked:
        session.lock()  # no page goes on reading once the archive is closed


@pytest.fixture
def answers(monkeypatch):
    """Answers to the questions a test expects, in order; an unexpected question fails it.

    Each is a pair: the action's word and the answer to it.
    """
    from konfkasus_gui.screens import dialogs

    expected = []

    def confirm(parent, question, *, action, detail="", danger=False):
        assert expected, f"unexpected question: {question}"
        wanted, answer = expected.pop(0)
        assert wanted == action
        return answer

    monkeypatch.setattr(dialogs, "confirm", confirm)
    yield expected
    assert not expected, f"never asked: {expected}"

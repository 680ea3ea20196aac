"""The program with its archive open, and a conference in planning, for tests of the lock."""

from dataclasses import replace
from datetime import datetime

import pytest

from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure import planning
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.planning import DataItem, Participant
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Aspect, ConsentGiver, ConsentState, Group
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.program import Program

PASSPHRASE = "perahu kertas melintasi jendela"


class Clock:
    def __init__(self):
        self.now = datetime(2026, 3, 2, 12)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program after its first start, its archive open."""
    vault = Vault(tmp_path / "data", Parameters(memory_kib=64, passes=1), clock)
    program = Program(vault, clock)
    with vault.claim():
        program.start()
        wizard = program.window
        wizard.school.name.setText("SMP Negeri 1 Sukamaju")
        wizard.school.counselor.setText("Dra. Siti Aminah")
        for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
            field.setText(PASSPHRASE)
        wizard.accept()
        qtbot.waitUntil(lambda: program.session is not None)
        qtbot.waitExposed(program.window)
        yield program
        program.lock()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()


@pytest.fixture
def conference(program):
    """The first conference of a case in planning, with one data item and a consent."""
    session = program.session
    student = session.save(Student(name="Bayu Rekaan", class_name="VII-A"))
    case = deeds.open_case(
        session,
        Case(
            code="",
            student_id=student.id,
            class_name=student.class_name,
            opened_on=session.today(),
            problem="Sering terlambat.",
        ),
    )
    conference = deeds.accept_case(session, case)
    for giver in ConsentGiver:
        consent = session.plan(conference.id).consent(giver)
        deeds.record_consent(session, conference.id, replace(consent, state=ConsentState.GIVEN))
    for text in ("Hadir 78 persen", "Nilai turun"):
        session.save(DataItem(case_id=case.id, aspect=Aspect.ATTENDANCE, text=text))
    session.save(Participant(conference_id=conference.id, name="Ratna", group=Group.DECIDES))
    for gap in planning.gaps(session.plan(conference.id), session.today()):
        if not gap.blocks:
            session.save(
                Waiver(
                    conference_id=conference.id,
                    gap=gap.key,
                    sentence=gap.sentence,
                    reason="waktu habis",
                    noted_at=session.now(),
                )
            )
    return conference

"""A meeting is interrupted at each agenda item, in four ways: nothing that was said is lost.

By a kill (the current fails), by the lock, by a pause that lasts until another day, and by a
consent that is taken back.
"""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Attendance,
    Commitment,
    Conclusion,
    Contribution,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.school import Account, School, Student
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    CaseState,
    ConclusionKind,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Group,
    PledgeManner,
    Presence,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.session import Session
from tests.faults.meeting_child import KEY, NOON, field_of, lead_to, settle

ROOT = Path(__file__).parents[2]
WORDS = "Sering membantu menjaga adik"
SAID = (Attendance, Presentation, Contribution, Conclusion, Remark, Commitment)
TYPED = (Conference, *SAID)
"""Where the words may stand that were typed at one of the items."""
NO_TEXT = (Agenda.OPENING,)
"""Items where nothing is typed but ticked."""


@pytest.fixture
def path(tmp_path, qapp):
    """A meeting that runs: two people are here and have pledged, and something stands already."""
    path = tmp_path / "arsip.kkdb"
    with Archive.open(path, KEY) as archive:
        archive.save(School(name="SMP"))
        account = archive.save(Account(name="Siti", created_at=NOON))
        student = archive.save(Student(name="Bayu Rekaan", class_name="VIII-B"))
        session = Session(archive, lambda: NOON, account)
        case = deeds.open_case(
            session,
            Case(code="", student_id=student.id, opened_on=date(2026, 3, 2), problem="Terlambat"),
        )
        conference = deeds.accept_case(session, case)
        consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
        deeds.record_consent(session, conference.id, replace(consent, state=ConsentState.GIVEN))
        own = {"conference_id": conference.id}
        for name in ("Ratna", "Hendra"):
            guest = session.save(Participant(**own, name=name, group=Group.INFORMS))
            here = {"presence": Presence.PRESENT, "pledge": PledgeManner.SPOKEN}
            session.save(Attendance(**own, participant_id=guest.id, **here))
        spoken = {"aim_stated": True, "case_stated": True, "secrecy_stated": True}
        session.save(replace(session.get(Conference, conference.id), **spoken, diagnosis="Lelah"))
        session.save(DataItem(case_id=case.id, aspect=Aspect.HOBBY, text="Voli", shareable=True))
        for kind in ConclusionKind:
            session.save(Conclusion(**own, kind=kind, text=f"Dulu {kind.value}"))
        deeds.open_conference(session, session.meeting(conference.id))
        session.lock()
    return path


def everything(archive):
    """All that was said, by kind."""
    return {kind: archive.every(kind) for kind in SAID}


def all_words(archive):
    return " ".join(str(value) for kind in TYPED for value in archive.every(kind))


def sound(archive):
    problems = archive._database.execute_sql("pragma cipher_integrity_check").fetchall()
    problems += archive._database.execute_sql("pragma foreign_key_check").fetchall()
    [(verdict,)] = archive._database.execute_sql("pragma integrity_check").fetchall()
    return problems == [] and verdict == "ok"


def at(archive, now=NOON):
    [account] = archive.every(Account)
    return Session(archive, lambda: now, account)


def type_at(session, conference_id, step):
    """Open the meeting at ``step`` and type there; what was typed last was not kept yet."""
    wizard = lead_to(session, conference_id, step)
    if step not in NO_TEXT:
        QTest.keyClicks(field_of(wizard), WORDS)
    return wizard


def require_whole(archive, before, step):
    """What stood before stands there still, and what was typed at ``step`` as well."""
    after = everything(archive)
    for kind, values in before.items():
        kept = {value.id for value in after[kind]}
        assert {value.id for value in values} <= kept
    if step not in NO_TEXT:
        assert WORDS in all_words(archive)
    assert sound(archive)


def put_away(wizard):
    wizard.close()
    wizard.deleteLater()
    settle()


@pytest.mark.parametrize("step", list(Agenda))
def test_the_current_fails_at_any_item_and_the_meeting_goes_on_there(path, step):
    command = [sys.executable, "-m", "tests.faults.meeting_child", str(path), step.name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as chair:
        kept = -1
        for _line in range(4):
            kept = int(chair.stdout.readline())
        chair.kill()
        chair.communicate()
    assert kept == 3
    with Archive.open(path, KEY) as archive:
        assert sound(archive)
        assert f"kata{kept} " in all_words(archive)
        assert len(archive.every(Conclusion)) >= len(ConclusionKind)
        [conference] = archive.every(Conference)
        assert conference.state is ConferenceState.RUNNING
        session = at(archive, NOON + timedelta(hours=20))
        wizard = lead_to(session, conference.id, step)
        assert wizard.interruption.cut_off_since == NOON
        wizard.interruption.action.click()
        [cut] = archive.every(Pause)
        assert (cut.began_at, cut.reason) == (NOON, "terputus")
        assert wizard.step is step
        put_away(wizard)
        session.lock()


@pytest.mark.parametrize("step", list(Agenda))
def test_the_lock_at_any_item_keeps_the_last_letter_and_the_place(path, step):
    with Archive.open(path, KEY) as archive:
        session = at(archive)
        [conference] = archive.every(Conference)
        before = everything(archive)
        wizard = type_at(session, conference.id, step)
        session.lock()
        settle()
        assert not wizard.isVisible()
        put_away(wizard)
    with Archive.open(path, KEY) as archive:
        require_whole(archive, before, step)
        session = at(archive)
        assert session.bookmark(conference.id, type(wizard).stage) == step.name
        session.lock()


@pytest.mark.parametrize("step", list(Agenda))
def test_a_pause_at_any_item_goes_on_another_day(path, step):
    with Archive.open(path, KEY) as archive:
        session = at(archive)
        [conference] = archive.every(Conference)
        before = everything(archive)
        wizard = type_at(session, conference.id, step)
        wizard.bar.pause.click()
        put_away(wizard)
        session.lock()
    next_day = NOON + timedelta(days=1)
    with Archive.open(path, KEY) as archive:
        require_whole(archive, before, step)
        session = at(archive, next_day)
        assert session.get(Conference, conference.id).state is ConferenceState.PAUSED
        wizard = lead_to(session, conference.id, step)
        wizard.interruption.action.click()
        assert session.get(Conference, conference.id).state is ConferenceState.RUNNING
        [pause] = archive.every(Pause)
        assert (pause.began_at, pause.ended_at) == (NOON, next_day)
        put_away(wizard)
        session.lock()


@pytest.mark.parametrize("step", list(Agenda))
def test_a_withdrawal_at_any_item_stops_and_locks_and_loses_nothing(path, step):
    with Archive.open(path, KEY) as archive:
        session = at(archive)
        [conference] = archive.every(Conference)
        before = everything(archive)
        wizard = type_at(session, conference.id, step)
        wizard.flush()
        consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
        deeds.withdraw_consent(session, conference.id, consent)
        settle()
        assert not wizard.page_now.content.isVisible()
        put_away(wizard)
        require_whole(archive, before, step)
        assert archive.every(Case)[0].state is CaseState.FROZEN
        frozen = everything(archive)
        again = session.plan(conference.id).consent(ConsentGiver.CLIENT)
        deeds.record_consent(
            session, conference.id, replace(again, state=ConsentState.GIVEN, withdrawn_on=None)
        )
        deeds.open_conference(session, session.meeting(conference.id))
        assert everything(archive) == frozen
        wizard = lead_to(session, conference.id, step)
        assert wizard.page_now.content.isVisible()
        put_away(wizard)
        session.lock()

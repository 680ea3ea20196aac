"""The history says who worked on what: once a day for each kind, case and account."""

from dataclasses import replace
from datetime import timedelta

import pytest

from konfkasus_gui.archive.history import check_chain
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.school import Account, Person
from konfkasus_gui.procedure.vocabulary import Aspect, Stage
from konfkasus_gui.screens.session import Session
from tests.conftest import KEY, NOON


def noted(session, *deeds):
    return [
        (event.case_id, event.note)
        for event in session.archive.every(AuditEvent)
        if event.deed in (deeds or (Deed.CHANGED,))
    ]


def item(case, text="Hadir 78 persen"):
    return DataItem(case_id=case.id, aspect=Aspect.ATTENDANCE, text=text)


def test_all_that_is_typed_on_one_day_makes_one_line(session, conference, case):
    kept = session.save(item(case))
    for text in ("Hadir 80 persen", "Hadir 82 persen"):
        kept = session.save(replace(kept, text=text))
    session.save(item(case, "Nilai turun"))
    assert noted(session) == [(case.id, "himpunan data")]


def test_another_day_another_case_and_another_account_have_lines_of_their_own(
    session, archive, conference, case, student
):
    session.save(item(case))
    other = archive.save(
        replace(case, id=0, code="KK-2026-099", closed_on=None, student_id=student.id)
    )
    session.save(item(other))
    session.now = lambda: NOON + timedelta(days=1)
    session.save(item(case))
    session.account = archive.save(Account(name="Rudi Hartono", created_at=NOON))
    session.save(item(case))
    assert noted(session) == [(one.id, "himpunan data") for one in (case, other, case, case)]


def test_unlocking_again_on_the_same_day_repeats_no_line(session, archive, conference, case):
    session.save(item(case))
    again = Session(archive, session.now, session.account)
    again.save(item(case))
    again.lock()
    assert noted(session) == [(case.id, "himpunan data")]


def test_what_belongs_to_no_case_is_noted_without_one(session):
    kept = session.save(Person(name="Ratna Wulandari"))
    session.save(replace(session.school, city="Sukamaju Baru"))
    session.remove(kept)
    assert noted(session) == [(None, "direktori peserta"), (None, "data dan pengaturan sekolah")]
    assert noted(session, Deed.REMOVED) == [(None, "orang dalam direktori")]


def test_no_line_says_what_was_typed_or_about_whom(session, conference, case, student):
    session.save(item(case, "Anisa Rahmawati"))
    session.save(replace(student, name="Anisa R."))
    for event in session.archive.every(AuditEvent):
        assert "Anisa" not in event.note


def test_saving_what_is_kept_already_is_no_change(session, conference, case):
    session.save(case)
    session.save(conference)
    assert noted(session) == []


def test_where_a_wizard_stands_is_no_change(session, conference):
    session.set_bookmark(conference.id, Stage.PLANNING, "CONSENT")
    assert noted(session) == []


def test_what_was_undone_leaves_no_line_and_the_next_change_does(session, conference, case):
    class Undone(Exception):
        pass

    def undone():
        with session.together():
            session.save(item(case))
            raise Undone

    with pytest.raises(Undone):
        undone()
    assert noted(session) == []
    session.save(item(case))
    assert noted(session) == [(case.id, "himpunan data")]
    assert check_chain(session.archive.path, KEY).whole

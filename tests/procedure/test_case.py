from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.case import (
    Case,
    CaseNotOpen,
    Screening,
    Step,
    accept,
    danger_waiver,
    decline,
    gaps,
    needs_conference,
    require_open,
    steps,
    unknown_danger,
)
from konfkasus_gui.procedure.gap import explained
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import CaseState, Service

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
CASE = Case(code="KK-2026-001", student_id=1, opened_on=MONDAY)
STUDENT = Student(name="Anisa")
screenings = st.builds(
    Screening,
    st.builds(
        Case,
        code=st.just("KK-2026-001"),
        student_id=st.just(1),
        opened_on=st.dates(),
        in_danger=st.none() | st.booleans(),
        hard=st.none() | st.booleans(),
    ),
    st.none() | st.just(STUDENT),
)


@pytest.mark.parametrize(
    ("hard", "needs_others", "answer"),
    [
        (True, True, True),
        (True, False, False),
        (False, True, False),
        (None, True, None),
        (True, None, None),
    ],
)
def test_a_conference_is_for_hard_problems_that_need_others(hard, needs_others, answer):
    assert needs_conference(replace(CASE, hard=hard, needs_others=needs_others)) is answer


def test_only_danger_brings_the_stop_sign():
    assert Step.DANGER not in steps(Screening(CASE))
    assert Step.DANGER in steps(Screening(replace(CASE, in_danger=True)))


@given(screenings)
def test_every_gap_points_to_a_page_that_applies(screening):
    assert {gap.step for gap in gaps(screening, MONDAY)} <= set(steps(screening))


def test_nothing_goes_on_without_a_student_and_nothing_else_blocks():
    blocking = [gap.key for gap in gaps(Screening(CASE), MONDAY) if gap.blocks]
    assert blocking == ["case.student"]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"hard": True, "needs_others": True}, "Belum dijawab: apakah anak mungkin dalam bahaya."),
        (
            {"in_danger": False},
            "Belum dijawab: apakah masalahnya pelik, apakah pihak lain perlu dilibatkan.",
        ),
    ],
)
def test_the_questions_that_have_no_answer_are_named(answers, sentence):
    screening = Screening(replace(CASE, **answers))
    assert sentence in [gap.sentence for gap in gaps(screening, MONDAY)]


def test_danger_that_nobody_answered_takes_a_reason_and_is_no_no():
    assert unknown_danger(CASE).step is Step.SCREENING
    for answer in (True, False):
        assert unknown_danger(replace(CASE, in_danger=answer)) is None
        assert danger_waiver(replace(CASE, in_danger=answer), 7, "", NOON) is None
    waiver = danger_waiver(CASE, 7, "Anak belum masuk.", NOON)
    assert (waiver.conference_id, waiver.reason) == (7, "Anak belum masuk.")
    assert explained(unknown_danger(CASE), [waiver])


def test_a_case_closed_without_knowing_of_danger_says_why():
    closed = decline(CASE, Service.INDIVIDUAL, MONDAY, "Anak belum masuk.")
    assert closed.closing_note.endswith("dalam bahaya. Anak belum masuk.")
    answered = replace(CASE, in_danger=False)
    assert decline(answered, Service.INDIVIDUAL, MONDAY).closing_note == ""


def test_a_complete_look_has_no_gaps():
    complete = replace(
        CASE,
        problem="x",
        hard=True,
        needs_others=True,
        in_danger=True,
        danger_handling="dilaporkan",
        screening_reason="x",
    )
    assert gaps(Screening(complete, STUDENT), MONDAY) == []


def test_a_case_without_a_conference_is_closed():
    closed = decline(CASE, Service.INDIVIDUAL, MONDAY)
    assert (closed.state, closed.closed_on) == (CaseState.CLOSED, MONDAY)
    with pytest.raises(CaseNotOpen, match="ditutup"):
        require_open(closed)


def test_a_frozen_case_asks_for_a_new_consent():
    with pytest.raises(CaseNotOpen, match="persetujuan baru"):
        require_open(replace(CASE, state=CaseState.FROZEN))


def test_an_accepted_case_is_open():
    require_open(accept(CASE))

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from konfkasus_gui.procedure.standing import (
    CaseLine,
    ago_in_words,
    due_in_words,
    next_step,
    stage,
    waits,
)
from konfkasus_gui.procedure.vocabulary import CaseState, ConferenceState, ConsentState, Stage

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
NEW = CaseLine(
    case_id=1,
    code="KK-2026-001",
    state=CaseState.OPEN,
    student_name="Anisa",
    class_name="IX-A",
    opened_on=MONDAY,
)
AGREED = replace(NEW, client_consent=ConsentState.GIVEN)
INVITED = replace(AGREED, participants=3, held_on=MONDAY, letters=3, starts_at=time(10))
OPENED = replace(INVITED, opened_at=NOON, conference_state=ConferenceState.RUNNING)
FINAL = replace(OPENED, minutes_final_at=NOON)
FOLLOWED = replace(FINAL, evaluated_on=MONDAY)
PROMISED = replace(FOLLOWED, actions=2, open_actions=1, next_due=MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("line", "found", "wish", "waiting"),
    [
        (NEW, Stage.PLANNING, "Minta persetujuan konseli", True),
        (
            replace(NEW, client_consent=ConsentState.REFUSED),
            Stage.PLANNING,
            "Bicarakan lagi dengan konseli",
            True,
        ),
        (AGREED, Stage.PLANNING, "Pilih peserta", True),
        (replace(AGREED, participants=1), Stage.PLANNING, "Tentukan jadwal", True),
        (replace(INVITED, letters=0), Stage.PLANNING, "Cetak undangan", True),
        (INVITED, Stage.MEETING, "Konferensi pukul 10.00", False),
        (
            replace(INVITED, held_on=MONDAY + timedelta(days=1)),
            Stage.MEETING,
            "Konferensi besok",
            False,
        ),
        (
            replace(INVITED, held_on=MONDAY - timedelta(days=1)),
            Stage.MEETING,
            "Tanggal sudah lewat: atur jadwal",
            True,
        ),
        (OPENED, Stage.MEETING, "Lanjutkan konferensi", True),
        (
            replace(OPENED, conference_state=ConferenceState.HELD),
            Stage.MEETING,
            "Finalkan notulen",
            True,
        ),
        (FINAL, Stage.EVALUATION, "Isi analisis dan evaluasi", True),
        (FOLLOWED, Stage.FOLLOW_UP, "Susun tindak lanjut", True),
        (PROMISED, Stage.FOLLOW_UP, "Tindak lanjut, besok", False),
        (
            replace(PROMISED, next_due=None),
            Stage.FOLLOW_UP,
            "Tentukan tenggat tindak lanjut",
            False,
        ),
        (replace(PROMISED, open_actions=0), Stage.FOLLOW_UP, "Tutup kasus", True),
    ],
)
def test_a_case_says_where_it_stands_and_what_comes_next(line, found, wish, waiting):
    assert stage(line) is found
    assert next_step(line, MONDAY) == wish
    assert waits(line, MONDAY) is waiting


@pytest.mark.parametrize(
    ("state", "word", "waiting"),
    [
        (CaseState.SCREENING, "telaah", True),
        (CaseState.FROZEN, "Dibekukan", False),
        (CaseState.CLOSED, "Ditutup", False),
    ],
)
def test_a_case_at_rest_says_why(state, word, waiting):
    line = replace(NEW, state=state)
    assert word in next_step(line, MONDAY)
    assert waits(line, MONDAY) is waiting


@pytest.mark.parametrize(
    ("days", "words"),
    [(-2, "lewat 2 hari"), (0, "hari ini"), (1, "besok"), (5, "7 Mar"), (310, "6 Jan 2027")],
)
def test_a_due_date_is_told_from_today(days, words):
    assert due_in_words(MONDAY + timedelta(days=days), MONDAY) == words


@pytest.mark.parametrize(
    ("days", "words"), [(0, "hari ini"), (1, "kemarin"), (3, "27 Feb"), (70, "22 Des 2025")]
)
def test_a_past_day_is_told_from_today(days, words):
    assert ago_in_words(MONDAY - timedelta(days=days), MONDAY) == words

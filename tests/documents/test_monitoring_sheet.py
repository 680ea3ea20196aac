from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    CheckManner,
    DocumentKind,
    Kept,
    Paper,
    Trend,
)

KIND = DocumentKind.MONITORING_SHEET


@pytest.fixture
def followed(full):
    """Three actions: two of the mother's, one of the counselor's, each looked at."""
    actions = (
        replace(full.follow_up.actions[0], id=1),
        Action(id=2, conference_id=1, what="Menyusun jadwal remedial.", who="Dra. Siti Aminah"),
        Action(id=3, conference_id=1, what="Menempel jadwal di dinding.", who="ratna wulandari "),
        Action(id=4, conference_id=1, what="Pindah kelas.", who="Ratna Wulandari", chosen=False),
    )
    looks = (
        Progress(
            action_id=3,
            noted_on=date(2026, 12, 1),
            manner=CheckManner.CALLED,
            text="Jadwal sudah ditempel.",
            trend=Trend.SOLVED,
        ),
        Progress(
            action_id=1,
            noted_on=date(2026, 11, 30),
            manner=CheckManner.MET,
            text="Tiga malam berjalan.",
            trend=Trend.BETTER,
            next_check=date(2026, 12, 7),
        ),
        Progress(action_id=2, noted_on=date(2026, 11, 28), text="Jadwal disetujui guru."),
    )
    return replace(full, follow_up=replace(full.follow_up, actions=actions, progress=looks))


@pytest.mark.parametrize("paper", Paper)
def test_each_person_in_charge_gets_a_sheet_with_the_own_actions_only(followed, paper, read):
    mother, counselor = read(build(KIND, replace(followed, paper=paper)))
    assert "Penanggung jawab : Ratna Wulandari – Orang tua (ibu)" in mother
    assert "1 Berhenti pukul 20.00. 7 Desember 2026 rumah" in mother
    assert "2 Menempel jadwal di dinding." in mother
    assert "remedial" not in mother
    assert "Pindah kelas" not in mother
    assert "1 Menyusun jadwal remedial." in counselor
    assert "Ratna" not in counselor


def test_what_was_found_stands_oldest_first_under_the_number_of_its_action(followed, read):
    mother = read(build(KIND, followed))[0]
    assert (
        "1 30 November 2026 Bertemu Tiga malam berjalan. Membaik 7 Desember 2026 "
        "2 1 Desember 2026 Menelepon Jadwal sudah ditempel. Tuntas" in mother
    )


def test_the_person_in_charge_and_the_counselor_sign(followed, read):
    mother, counselor = read(build(KIND, followed))
    signed = mother.partition("Penanggung jawab,")[2]
    assert "Ratna Wulandari" in signed
    assert "Guru BK/Konselor, Dra. Siti Aminah" in signed
    assert "Penanggung jawab," not in counselor, "the counselor signs once"


def test_one_sheet_alone_may_be_wanted(followed, read):
    [sheet] = read(build(KIND, replace(followed, recipient_ids=(1,))))
    assert "Ratna Wulandari" in sheet
    assert "Siti Aminah – " not in sheet


def test_somebody_without_actions_gets_an_empty_sheet(followed, read):
    [sheet] = read(build(KIND, replace(followed, recipient_ids=(3,))))
    assert "Penanggung jawab : ………" in sheet
    assert "Jadwal" not in sheet


def test_an_action_without_a_person_in_charge_has_its_sheet_too(followed, read):
    nobody = Action(conference_id=1, what="Menata meja.", state=ActionState.RUNNING)
    actions = (*followed.follow_up.actions, nobody)
    follow_up = replace(followed.follow_up, actions=actions)
    last = read(build(KIND, replace(followed, follow_up=follow_up)))[-1]
    assert "Penanggung jawab : ………" in last
    assert "1 Menata meja. Berjalan" in last


@pytest.mark.parametrize("paper", Paper)
def test_a_blank_sheet_is_one_page_of_rows(full, paper, read):
    [page] = read(build_blank(KIND, full.school, paper))
    assert "LEMBAR PEMANTAUAN TINDAK LANJUT" in page
    assert page.count("(………") == 2


def test_whether_a_promise_was_kept_stands_beside_its_state(followed, read):
    [first, *others] = followed.follow_up.actions
    judged = replace(first, state=ActionState.DONE, kept=Kept.PARTLY)
    told = replace(followed.follow_up, actions=(judged, *others))
    assert "Selesai, sebagian" in read(build(KIND, replace(followed, follow_up=told)))[0]

from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.proceedings import Abstention, Commitment
from konfkasus_gui.procedure.vocabulary import Agenda, DocumentKind, Paper

KIND = DocumentKind.COMMITMENT_SHEET


@pytest.fixture
def promising(full):
    """Two who promised; the third was away."""
    promises = (
        *full.meeting.commitments,
        Commitment(id=2, conference_id=1, participant_id=2, text="Menyusun jadwal remedial."),
        Commitment(id=3, conference_id=1, participant_id=2, text="Menelepon orang tua."),
    )
    return replace(full, meeting=replace(full.meeting, commitments=promises))


@pytest.mark.parametrize("paper", Paper)
def test_each_sheet_holds_the_own_promises_only(promising, read, paper):
    mother, teacher = read(build(KIND, replace(promising, paper=paper)))
    assert "1 Berhenti pukul 20.00. 23 November 2026" in mother
    assert "Menyusun jadwal" not in mother
    assert "Hendra" not in mother
    assert "1 Menyusun jadwal remedial. 2 Menelepon orang tua." in teacher
    assert "Berhenti" not in teacher
    assert "Ratna" not in teacher


def test_who_stood_in_signs_for_the_one_invited(promising, read):
    teacher = read(build(KIND, promising))[1]
    assert "Nama : Lestari Dewi, M.Pd." in teacher
    assert "Wali kelas, mewakili Hendra Gunawan, S.Pd." in teacher
    assert teacher.rindex("Lestari Dewi, M.Pd.") > teacher.index("Yang menyanggupi,")


def test_one_sheet_can_be_had_alone(promising, read):
    [page] = read(build(KIND, replace(promising, recipient_ids=(1,))))
    assert "Ratna Wulandari" in page
    [page] = read(build(KIND, replace(promising, recipient_ids=(3,))))
    assert "Nurul Hidayah, M.Psi." in page


def test_who_is_there_and_has_not_promised_yet_gets_rows_to_write_on(full, read):
    mother, teacher = read(build(KIND, full))
    assert "Berhenti pukul 20.00." in mother
    assert "1 2 3 4 Saya siap" in teacher


def test_who_had_nothing_to_promise_gets_no_sheet(full, read):
    none = (Abstention(conference_id=1, participant_id=2, agenda=Agenda.COMMITMENT),)
    [page] = read(build(KIND, replace(full, meeting=replace(full.meeting, abstentions=none))))
    assert "Ratna Wulandari" in page


def test_before_the_meeting_there_is_a_sheet_for_everybody_invited(full, read):
    assert len(read(build(KIND, replace(full, meeting=None)))) == 3

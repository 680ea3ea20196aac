from dataclasses import replace

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.follow_up import Action, Assessment
from konfkasus_gui.procedure.vocabulary import AssessmentKind, DocumentKind, Paper


def plan(materials, **changes):
    follow_up = replace(materials.follow_up, **changes)
    return build(DocumentKind.FOLLOW_UP_PLAN, replace(materials, follow_up=follow_up))


def test_the_plan_says_who_does_what_when_where_and_how(full, read):
    text = " ".join(read(plan(full)))
    assert "RENCANA TINDAK LANJUT KONFERENSI KASUS" in text
    assert "1 Berhenti pukul 20.00. Ratna Wulandari 7 Desember 2026 rumah" in text
    assert "Konsultasi: jadwal harian" in text
    assert "Berjalan" in text
    assert "Ganjil, 2026/2027" in text


def test_each_assessment_has_its_last_day(full, read):
    text = " ".join(read(plan(full)))
    assert "Laiseg (penilaian segera) 23 November 2026" in text
    assert "Laijapen (penilaian jangka pendek) 23 Desember 2026" in text
    assert "Laijapang (penilaian jangka panjang) 23 Mei 2027" in text


def test_an_assessment_that_was_kept_without_a_day_gets_its_proposed_one(full, read):
    kept = Assessment(conference_id=1, kind=AssessmentKind.SHORT, text="Membaik")
    text = " ".join(read(plan(full, assessments=(kept,))))
    assert "Laijapen (penilaian jangka pendek) 23 Desember 2026 Membaik" in text


def test_the_head_of_the_school_and_the_counselor_sign(full, read):
    last = read(plan(full))[-1]
    assert "Mengetahui, Kepala Sekolah," in last
    assert "Sukamaju, 24 November 2026 Guru BK/Konselor," in last


def test_a_weighed_alternative_does_not_stand_in_the_plan(full, read):
    dropped = Action(conference_id=1, what="Pindah kelas", chosen=False)
    assert "Pindah kelas" not in " ".join(read(plan(full, actions=(dropped,))))


def test_without_actions_there_are_rows_to_write_on(empty, read):
    for paper in Paper:
        [page] = read(build(DocumentKind.FOLLOW_UP_PLAN, replace(empty, paper=paper)))
        assert "Status 1 2 3 4 Penilaian layanan" in page

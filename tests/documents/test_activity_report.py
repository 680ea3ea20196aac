from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Assessment
from konfkasus_gui.procedure.proceedings import Conclusion
from konfkasus_gui.procedure.vocabulary import (
    AssessmentKind,
    ConclusionKind,
    DocumentKind,
    Paper,
)

KIND = DocumentKind.ACTIVITY_REPORT


@pytest.fixture
def reported(full):
    """The conference, evaluated and followed up."""
    meeting = replace(
        full.meeting,
        conclusions=(
            *full.meeting.conclusions,
            Conclusion(conference_id=1, kind=ConclusionKind.CAUSE, text="Kurang tidur."),
        ),
    )
    evaluation = Evaluation(conference_id=1, summary="Gambaran utuh", evaluated_on=full.dated)
    appraisal = replace(full.follow_up.appraisal, meeting=meeting, evaluation=evaluation)
    done = Assessment(
        conference_id=1, kind=AssessmentKind.IMMEDIATE, done_on=full.dated, text="Lega"
    )
    follow_up = replace(full.follow_up, appraisal=appraisal, assessments=(done,))
    return replace(full, meeting=meeting, follow_up=follow_up)


def report(materials, read):
    return " ".join(read(build(KIND, materials)))


def test_the_report_tells_the_activity_in_its_order(reported, read):
    text = report(reported, read)
    places = [
        text.index(words)
        for words in (
            "Satuan pendidikan SMP Negeri 1 Sukamaju",
            "Topik/permasalahan Sering terlambat",
            "Hari, tanggal Senin, 23 November 2026",
            "Waktu 10.02–11.26 WIB",
            "Kehadiran Diundang 3 orang, mengikuti 2 orang. Diwakili 1 orang.",
            "Uraian kegiatan a. Pembukaan: 2 peserta berikrar b. Penyampaian data: 1 butir",
            "Data yang diperoleh Keterangan tentang keadaan keluarga.",
            "Sisi positif: a. Tekun. b. Jujur.",
            "Kurang tidur.",
            "Komitmen peserta Orang tua (ibu): Berhenti pukul 20.00.",
            "Konferensi kasus dinilai berhasil sebagian. Gambaran utuh.",
            "Laiseg (penilaian segera), 24 November 2026: Lega.",
            "Tindak lanjut Berhenti pukul 20.00 (7 Desember 2026, berjalan).",
            "Lampiran Daftar hadir",
            "Mengetahui, Kepala Sekolah,",
        )
    ]
    assert places == sorted(places)


def test_people_stand_by_capacity_and_single_statements_stay_in_the_minutes(reported, read):
    text = report(reported, read)
    for name in ("Ratna", "Hendra", "Nurul", "Lestari"):
        assert name not in text
    for said in ("Warung tutup", "Satu bulan", "Hadir 78"):
        assert said not in text
    assert "Berhalangan: Psikolog." in text


def test_before_the_meeting_the_planned_hours_stand_and_no_course(reported, read):
    conference = replace(reported.plan.conference, opened_at=None, closed_at=None)
    plan = replace(reported.plan, conference=conference)
    materials = replace(reported, plan=plan, meeting=None, follow_up=None)
    text = report(materials, read)
    assert "Waktu 10.00–11.30 WIB" in text
    assert "Pembukaan" not in text


@pytest.mark.parametrize("paper", Paper)
def test_a_blank_report_has_all_components_and_both_signatures(full, paper, read):
    text = " ".join(read(build_blank(KIND, full.school, paper)))
    assert "20 Lampiran" in text
    assert text.count("(………") == 2

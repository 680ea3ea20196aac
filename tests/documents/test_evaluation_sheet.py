from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.evaluation import Evaluation, Judgement
from konfkasus_gui.procedure.vocabulary import (
    Aim,
    DocumentKind,
    Function,
    Level,
    Outcome,
    Paper,
)

KIND = DocumentKind.EVALUATION_SHEET


@pytest.fixture
def evaluated(full):
    """The conference after the counselor thought it over."""
    said = tuple(replace(one, meaningful=True) for one in full.meeting.contributions)
    meeting = replace(full.meeting, contributions=said)
    appraisal = replace(
        full.follow_up.appraisal,
        meeting=meeting,
        evaluation=Evaluation(
            conference_id=1,
            information_note="Jam tutup warung belum diketahui sekolah.",
            summary="Gambaran masalah menjadi utuh.",
            evaluated_on=full.dated,
        ),
        judgements=(
            Judgement(conference_id=1, aim=Aim.PICTURE, level=Level.REACHED, reason="Jelas."),
            Judgement(conference_id=1, function=Function.RELIEF, level=Level.PARTLY),
        ),
    )
    return replace(full, follow_up=replace(full.follow_up, appraisal=appraisal))


def changed(materials, **evaluation):
    appraisal = materials.follow_up.appraisal
    appraisal = replace(appraisal, evaluation=replace(appraisal.evaluation, **evaluation))
    return replace(materials, follow_up=replace(materials.follow_up, appraisal=appraisal))


def sheet(materials, read):
    return " ".join(read(build(KIND, materials)))


def test_the_five_parts_stand_in_the_order_of_the_procedure(evaluated, read):
    text = sheet(evaluated, read)
    places = [
        text.index(words)
        for words in (
            "1. Informasi baru yang berarti 1 dari 1 keterangan berarti",
            "Jam tutup warung belum diketahui sekolah.",
            "2. Komitmen peserta 1 dari 2 peserta hadir berkomitmen.",
            "3. Ketercapaian tujuan khusus",
            "4. Keterlaksanaan fungsi layanan",
            "5. Kesimpulan Gambaran masalah menjadi utuh.",
            "Konferensi kasus ini:",
            "Sukamaju, 24 November 2026 Guru BK/Konselor, Dra. Siti Aminah",
        )
    ]
    assert places == sorted(places)


def test_only_what_means_much_is_listed_and_not_who_said_it(evaluated, read):
    text = sheet(evaluated, read)
    assert "1 Keadaan keluarga Warung tutup pukul 23.30. Diamati sendiri" in text
    said = evaluated.follow_up.appraisal.meeting.contributions[0]
    meeting = replace(
        evaluated.follow_up.appraisal.meeting, contributions=(replace(said, meaningful=False),)
    )
    appraisal = replace(evaluated.follow_up.appraisal, meeting=meeting)
    follow_up = replace(evaluated.follow_up, appraisal=appraisal)
    assert "23.30" not in sheet(replace(evaluated, follow_up=follow_up), read)


def test_each_aim_and_function_is_ticked_once_at_most(evaluated, read):
    text = sheet(evaluated, read)
    part = text[text.index("3. Ketercapaian") : text.index("5. Kesimpulan")]
    assert part.count("√") == 2
    for subject in (*Aim, *Function):
        assert part.count(subject.title) == 1


def test_the_counselors_own_outcome_needs_its_reason_and_shows_it(evaluated, read):
    overruled = changed(evaluated, overruled=Outcome.SUCCESS, overruled_reason="Semua lega")
    assert "Hasil ditetapkan oleh Guru BK dengan alasan: Semua lega." in sheet(overruled, read)
    silent = changed(evaluated, overruled=Outcome.SUCCESS, overruled_reason=" ")
    assert "Hasil ditetapkan" not in sheet(silent, read)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("lines", [1, 6, 9, 40, 120])
def test_the_conclusion_reaches_the_page_of_the_signature(evaluated, lines, paper, read):
    summary = "\n".join(f"baris {place}" for place in range(1, lines + 1))
    pages = read(build(KIND, replace(changed(evaluated, summary=summary), paper=paper)))
    assert "Konferensi kasus ini:" in pages[-1]
    assert "Dra. Siti Aminah" in pages[-1]
    assert not any(page.rstrip().endswith("5. Kesimpulan") for page in pages)


def test_the_blank_sheet_has_empty_boxes_and_rows(full, read):
    text = " ".join(read(build_blank(KIND, full.school)))
    assert "√" not in text
    assert "Konferensi kasus ini: berhasil berhasil sebagian belum berhasil" in text
    assert "Guru BK/Konselor, (………" in text

from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.vocabulary import Agenda, Aim, Direction, DocumentKind, Paper

KIND = DocumentKind.CHAIR_SHEET


@pytest.mark.parametrize("paper", Paper)
def test_rules_then_the_seven_items_then_the_end(full, read, paper):
    text = " ".join(read(build(KIND, replace(full, paper=paper))))
    points = [
        *(direction.label for direction in Direction),
        *(f"{agenda.value}. {agenda.title}" for agenda in Agenda),
        "Penutup",
    ]
    assert -1 not in [text.find(point) for point in points]
    assert [text.find(point) for point in points] == sorted(text.find(point) for point in points)


@pytest.mark.parametrize("paper", Paper)
def test_three_pages_are_enough_and_lines_to_write_on_stay_with_their_item(full, read, paper):
    for content in (build(KIND, replace(full, paper=paper)), build_blank(KIND, full.school, paper)):
        pages = read(content)
        assert len(pages) <= 3
        [page] = [page for page in pages if "f. Kesimpulan latar belakang" in page]
        assert "Kemungkinan latar belakang:" in page


def test_the_sentences_to_read_aloud_stand_in_quotes_and_say_the_code(full, read):
    text = " ".join(read(build(KIND, full)))
    assert text.count("“") == text.count("”") == len(Agenda) + 2
    assert "kode KK-2026-014. Pertemuan ini tidak mengadili" in text


def test_only_data_that_may_be_shared_stands_on_it_and_nobody_signs(full, read):
    text = " ".join(read(build(KIND, full)))
    assert "Hadir 78 %" in text
    for word in ("Belum boleh dibuka", "Sering terlambat", "Mengetahui", "NIP"):
        assert word not in text


def test_the_aims_and_what_is_wanted_are_at_hand(full, with_plan, read):
    conference = replace(full.plan.conference, aims=(Aim.PICTURE, Aim.COORDINATED))
    text = " ".join(read(build(KIND, with_plan(full, conference=conference))))
    assert f"Tujuan pertemuan: – {Aim.PICTURE.label} – {Aim.COORDINATED.label}" in text
    assert "Yang ingin diketahui: keterangan tentang waktu tidur." in text


@pytest.mark.parametrize("paper", Paper)
def test_no_heading_stands_at_the_foot_of_a_page(full, with_plan, read, paper):
    headings = [f"{agenda.value}. {agenda.title}" for agenda in Agenda]
    for extra in range(0, 1200, 75):
        conference = replace(full.plan.conference, wanted="kata " * extra, diagnosis="x " * extra)
        materials = replace(with_plan(full, conference=conference), paper=paper)
        for page in read(build(KIND, materials)):
            words = page.split("Rahasia ·")[0].strip()
            assert not any(words.endswith(heading) for heading in headings)

"""What holds for every paper: its sheet, its fonts, its bytes, and who is named on it."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from konfkasus_gui.documents.naming import NAMING, foot, naming, title
from konfkasus_gui.documents.papers import NothingToDraw, build, mask_of
from konfkasus_gui.procedure.confidentiality import Shown, masked
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin, Paper

DRAWN = sorted(NAMING, key=lambda kind: kind.value)
CODED = [kind for kind in DRAWN if NAMING[kind].shown is Shown.CODE]
TO_OTHERS = (DocumentKind.GUARDIAN_SUMMARY, DocumentKind.REFERRAL)
"""Papers that leave the school with the name: the code would tell whom the coded ones are about."""
WORDLESS = (DocumentKind.DESTRUCTION,)
"""What people typed stands on every paper but this."""
TO_FAMILY = {
    DocumentKind.INVITATION: 2,
    DocumentKind.POSTPONEMENT: 1,
    DocumentKind.SECOND_INVITATION: 2,
    DocumentKind.CANCELLATION: 1,
}
"""How many of the first pages are the letter to the family, which names the child."""
UPRIGHT = {
    Paper.A4: (210.0, 297.0),
    Paper.F4: (215.0, 330.0),
    Paper.CUSTOM: (210.0, 330.0),
}


def fonts_of(content):
    return {
        font
        for page in PdfReader(BytesIO(content)).pages
        for font in (page["/Resources"].get("/Font") or {}).values()
    }


def test_every_paper_of_a_case_is_drawn(full):
    assert set(DocumentKind) - set(NAMING) == {DocumentKind.SCAN, DocumentKind.LETTER_BOOK}
    for kind in set(DocumentKind) - set(NAMING):
        with pytest.raises(NothingToDraw, match="tidak disusun dari catatan satu kasus"):
            build(kind, full)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", DRAWN)
def test_every_page_has_the_exact_size_of_its_paper(kind, paper, full, empty):
    size = UPRIGHT[paper]
    if kind is DocumentKind.FOLLOW_UP_PLAN:
        size = size[::-1]
    for materials in (full, empty):
        for page in PdfReader(BytesIO(build(kind, replace(materials, paper=paper)))).pages:
            box = tuple(round(float(side) * 25.4 / 72, 1) for side in page.mediabox[2:])
            assert box == size


@pytest.mark.parametrize("kind", DRAWN)
def test_every_font_is_embedded(kind, full):
    for reference in fonts_of(build(kind, full)):
        font = reference.get_object()
        assert "Liberation" in font["/BaseFont"]
        descriptor = font["/FontDescriptor"].get_object()
        assert descriptor["/FontFile2"].get_object().get_data()


@pytest.mark.parametrize("kind", DRAWN)
def test_the_same_values_give_the_same_bytes(kind, full):
    assert build(kind, full) == build(kind, full)


@pytest.mark.parametrize("kind", DRAWN)
def test_the_properties_of_the_file_name_the_school_and_never_the_child(kind, full):
    found = PdfReader(BytesIO(build(kind, full))).metadata
    assert found.title == f"{kind.title} KK-2026-014"
    assert found.author == "SMP Negeri 1 Sukamaju"
    assert "Anisa" not in str(dict(found))


@pytest.mark.parametrize("kind", DRAWN)
def test_a_paper_shows_the_client_as_the_table_says(kind, full, read):
    text = " ".join(read(build(kind, full))[TO_FAMILY.get(kind, 0) :])
    assert ("Anisa Rahmawati" in text) is (NAMING[kind].shown is Shown.NAME)
    assert ("KK-2026-014" in text) is (kind not in TO_OTHERS)
    assert ("Rahasia · KK-2026-014" in text) is (kind not in TO_OTHERS)
    assert ("Rahasia" in text) is NAMING[kind].secret


@pytest.mark.parametrize("words", ["Anisa Rahmawati", "ANISA  RAHMAWATI", "Anisa", "0099999901"])
@pytest.mark.parametrize("kind", [kind for kind in CODED if kind not in WORDLESS])
def test_a_name_typed_into_free_text_becomes_the_code(kind, words, typed, read):
    text = " ".join(read(build(kind, typed(f"kata {words} itu")))[TO_FAMILY.get(kind, 0) :])
    assert "kata KK-2026-014 itu" in text
    for name in ("anisa", "rahmawati", "0099999901"):
        assert name not in text.casefold()


def test_the_adults_of_a_case_keep_their_names(full):
    student = Student(name="Gunawan Siti Wulandari")
    materials = replace(full, student=student)
    assert masked(materials.meeting, mask_of(materials)) == materials.meeting


@pytest.mark.parametrize("kind", [kind for kind in DRAWN if kind not in WORDLESS])
def test_markup_that_was_typed_is_printed_as_it_is(kind, typed, full, read):
    materials = typed("<b>tebal & <i>")
    student = replace(full.student, class_name="<b>IX & <i>")
    text = " ".join(read(build(kind, replace(materials, student=student))))
    assert "<b>tebal & <i>" in text or "<b>IX & <i>" in text


@pytest.mark.parametrize("kind", DRAWN)
def test_a_paper_without_values_has_lines_to_fill_in_and_no_stray_words(kind, empty, read):
    text = " ".join(read(build(kind, empty)))
    assert "None" not in text
    assert "SMP NEGERI 1 SUKAMAJU" in text
    assert "NIP" not in text
    assert "……" in text or kind is DocumentKind.FOLLOW_UP_PLAN


@pytest.mark.parametrize("kind", DRAWN)
def test_a_meeting_that_was_not_recorded_yet_gives_a_blank_form(kind, full):
    assert build(kind, replace(full, meeting=None, follow_up=None)).startswith(b"%PDF")


def test_there_is_no_batch_without_participants(full):
    alone = replace(full, plan=replace(full.plan, participants=()))
    with pytest.raises(NothingToDraw, match="peserta"):
        build(DocumentKind.INVITATION, alone)


def test_the_letter_to_the_family_is_the_one_exception():
    assert naming(DocumentKind.INVITATION, Origin.FAMILY).shown is Shown.NAME
    assert not naming(DocumentKind.INVITATION, Origin.FAMILY).secret
    for origin in (Origin.SCHOOL, Origin.OUTSIDE):
        assert naming(DocumentKind.INVITATION, origin).shown is Shown.CODE
    assert naming(DocumentKind.CLIENT_CONSENT).shown is Shown.NAME
    assert title(DocumentKind.MINUTES, "KK-1") == "Notulen KK-1"
    assert foot(DocumentKind.MINUTES, "KK-1", "draf") == "Rahasia · KK-1 · draf"


def test_reportlab_waits_until_a_paper_is_drawn():
    code = "import sys; import konfkasus_gui.documents.papers; print('reportlab' in sys.modules)"
    root = Path(__file__).parents[2]
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"

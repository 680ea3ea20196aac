"""Every paper as an empty form: lines to write on, and nobody's name, number or code."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.documents.papers import NothingToDraw, build_blank
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper

DRAWN = sorted(NAMING, key=lambda kind: kind.value)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_blank_form_bears_the_letterhead_and_lines_to_write_on(kind, full, read):
    text = " ".join(read(build_blank(kind, full.school)))
    assert "SMP NEGERI 1 SUKAMAJU" in text
    assert "……" in text
    assert "None" not in text


@pytest.mark.parametrize("kind", DRAWN)
def test_a_blank_form_names_nobody_and_bears_no_number_day_or_code(kind, full, read):
    text = " ".join(read(build_blank(kind, full.school)))
    for word in ("Ahmad", "Budi", "Siti", "NIP", "KK-", "0001", "DRAF", "draf", "versi"):
        assert word not in text
    assert not re.search(r"\d{3}", text)


@pytest.mark.parametrize("kind", DRAWN)
def test_the_properties_of_a_blank_form_say_what_it_is(kind, full):
    assert PdfReader(BytesIO(build_blank(kind, full.school))).metadata.title == kind.title


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", DRAWN)
def test_a_blank_form_has_the_size_that_is_asked_for(kind, paper, full):
    for page in PdfReader(BytesIO(build_blank(kind, full.school, paper))).pages:
        sides = sorted(round(float(side) * 25.4 / 72) for side in page.mediabox[2:])
        assert sides == list(full.school.sheet(paper))


def test_the_blank_invitations_are_one_for_each_kind_of_recipient(full, read):
    pages = read(build_blank(DocumentKind.INVITATION, full.school))
    assert len(pages) == 4
    assert "Undangan Pertemuan" in pages[0]
    assert "LEMBAR KONFIRMASI KEHADIRAN" in pages[1]
    assert "Undangan Konferensi Kasus" in pages[2]
    assert "Permohonan sebagai Narasumber" in pages[3]


@pytest.mark.parametrize(
    "kind", [DocumentKind.INVITATION, DocumentKind.SECOND_INVITATION, DocumentKind.CANCELLATION]
)
def test_a_blank_letter_leaves_room_for_the_class_and_the_capacity(kind, full, read):
    letters = [page for page in read(build_blank(kind, full.school)) if "Yth." in page]
    family, colleague, expert = letters
    assert re.search("Orang Tua/Wali Ananda …+, Kelas …+ di tempat", family)
    for letter in (colleague, expert):
        assert re.search("Yth. Bapak/Ibu …+ …+ di tempat", letter)


def test_dots_inside_a_sentence_are_shorter_than_those_of_a_field(full, read):
    _family, _slip, letter, _expert = read(build_blank(DocumentKind.INVITATION, full.school))
    inside = re.search(r"\(kode (…+)\)", letter)
    field = re.search("Tempat : (…+)", letter)
    assert inside is not None
    assert field is not None
    assert 10 <= len(inside[1]) < len(field[1])


@pytest.mark.parametrize("kind", [DocumentKind.ATTENDANCE_LIST, DocumentKind.PLEDGE])
@pytest.mark.parametrize("paper", Paper)
def test_a_blank_list_fills_one_page_with_rows(kind, paper, full, read):
    [page] = read(build_blank(kind, full.school, paper))
    assert "10." in page


def test_a_blank_withdrawal_has_a_sheet_for_the_client_and_one_for_the_guardian(full, read):
    own, guardians = read(build_blank(DocumentKind.CONSENT_WITHDRAWAL, full.school))
    assert "KESEDIAAN KONSELI" in own
    assert "ORANG TUA/WALI" in guardians


def test_a_scan_has_no_blank_form(full):
    with pytest.raises(NothingToDraw):
        build_blank(DocumentKind.SCAN, full.school)

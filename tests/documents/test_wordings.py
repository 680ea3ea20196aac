from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.letter_texts import Passage
from konfkasus_gui.procedure.school import Wording
from konfkasus_gui.procedure.vocabulary import DocumentKind

FAMILY, COLLEAGUE, EXPERT = 0, 2, 3


def worded(materials, **texts):
    wordings = tuple(Wording(key=Passage[name].value, text=text) for name, text in texts.items())
    return replace(materials, wordings=wordings)


@pytest.fixture
def letters(read):
    """Each page of the invitations with the school's own texts."""

    def drawn(materials, **texts):
        return read(build(DocumentKind.INVITATION, worded(materials, **texts)))

    return drawn


def test_the_schools_own_text_is_printed_with_its_fields(full, letters):
    pages = letters(full, FAMILY_OPENING="Untuk {nama_siswa} ({kelas}) di {tempat}, {waktu}:")
    assert "Untuk Anisa Rahmawati (IX-A) di Ruang BK, 10.00–11.30 WIB:" in pages[FAMILY]
    assert "Dalam rangka" not in pages[FAMILY]


def test_a_text_of_one_letter_leaves_the_others_alone(full, letters):
    pages = letters(full, SCHOOL_CLOSING="Salam hangat.")
    assert "Salam hangat." in pages[COLLEAGUE]
    assert "Salam hangat." not in pages[FAMILY] + pages[EXPERT]


def test_a_field_that_would_name_the_child_to_a_colleague_is_not_printed(full, letters):
    pages = letters(full, SCHOOL_OPENING="Tentang {nama_siswa} dari {kelas}:")
    assert "Anisa" not in pages[COLLEAGUE]
    assert "Tentang" not in pages[COLLEAGUE]
    assert "Sehubungan dengan rencana konferensi kasus" in pages[COLLEAGUE]


def test_an_unknown_field_is_never_printed(full, letters):
    pages = letters(full, FAMILY_NOTE="Hubungi {wali_kelas}.")
    assert "wali_kelas" not in pages[FAMILY]
    assert "Pertemuan ini bersifat terbatas" in pages[FAMILY]


def test_an_emptied_text_leaves_no_trace(full, letters):
    pages = letters(full, FAMILY_NOTE="", FAMILY_CLOSING=" ")
    assert "terbatas dan tertutup" not in pages[FAMILY]
    assert "terima kasih" not in pages[FAMILY]
    assert "Kepala Sekolah," in pages[FAMILY]


def test_lines_stay_lines_and_nothing_typed_is_markup(full, letters):
    pages = letters(full, FAMILY_CLOSING="<b>Baris satu</b>\nBaris dua & tiga")
    assert "<b>Baris satu</b> Baris dua & tiga" in pages[FAMILY]


def test_blank_forms_have_the_schools_texts_and_dots_for_the_fields(full, read):
    own = Wording(key=Passage.FAMILY_OPENING.value, text="Untuk {nama_siswa}:")
    page = read(build_blank(DocumentKind.INVITATION, full.school, wordings=(own,)))[FAMILY]
    assert "Untuk ………" in page


@pytest.mark.parametrize("word", ["murid", "santri"])
def test_the_schools_word_for_those_who_learn_stands_in_all_papers(word, full, read):
    materials = replace(full, school=replace(full.school, student_word=word))
    for kind in (
        DocumentKind.INVITATION,
        DocumentKind.PLEDGE,
        DocumentKind.SERVICE_PLAN,
        DocumentKind.OFFICIAL_REPORT,
        DocumentKind.MINUTES,
        DocumentKind.COMMITMENT_SHEET,
        DocumentKind.REFERRAL,
    ):
        text = " ".join(read(build(kind, materials))).casefold()
        assert "peserta didik" not in text
        assert word in text

"""Second invitations, postponements and cancellations: what each reader learns of which letter."""

from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import NothingToDraw, build, build_blank
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import ConsentMissing
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    DocumentKind,
    LetterState,
    Origin,
)

SECOND = DocumentKind.SECOND_INVITATION
POSTPONED = DocumentKind.POSTPONEMENT
CANCELLED = DocumentKind.CANCELLATION
NOTICES = (SECOND, POSTPONED, CANCELLED)


def with_letters(materials, *letters):
    plan = replace(materials.plan, letters=(*materials.plan.letters, *letters))
    return replace(materials, plan=plan)


def numbered(kind, number, guest_id=1, state=LetterState.ISSUED):
    return Letter(
        case_id=1,
        conference_id=1,
        participant_id=guest_id,
        kind=kind,
        number=number,
        dated=date(2026, 11, 26),
        recipient="Ratna Wulandari",
        subject="",
        state=state,
    )


def conference(materials, **changes):
    held = replace(materials.plan.conference, **changes)
    return replace(materials, plan=replace(materials.plan, conference=held))


@pytest.mark.parametrize("kind", NOTICES)
def test_each_letter_names_the_invitation_that_it_follows(kind, full, read):
    pages = read(build(kind, full))
    family, *others = [page for page in pages if "LEMBAR KONFIRMASI" not in page]
    assert "Menyusul surat kami Nomor 421.3/001/SMPN1/XI/2026, tanggal 20 November" in family
    for place, page in enumerate(others, 2):
        assert f"Menyusul surat kami Nomor 421.3/00{place}/SMPN1/XI/2026, tanggal 20" in page


@pytest.mark.parametrize("kind", NOTICES)
def test_the_family_reads_the_name_and_no_case(kind, full, read):
    page = read(build(kind, full))[0]
    assert "Orang Tua/Wali Ananda Anisa Rahmawati, Kelas IX-A" in page
    for word in ("kasus", "kk-2026", "terlambat", "rahasia"):
        assert word not in page.casefold()


@pytest.mark.parametrize("kind", NOTICES)
def test_the_own_number_comes_from_the_register_of_its_kind(kind, full, read):
    page = read(build(kind, full))[0]
    assert "Nomor : ………" in page
    page = read(build(kind, with_letters(full, numbered(kind, "421.3/009/SMPN1/XI/2026"))))[0]
    assert "Nomor : 421.3/009/SMPN1/XI/2026 Lampiran" in page
    assert "Sukamaju, 26 November 2026" in page
    assert "surat kami Nomor 421.3/001" in page
    lapsed = numbered(kind, "421.3/010/SMPN1/XI/2026", state=LetterState.CANCELLED)
    assert "421.3/010" not in read(build(kind, with_letters(full, lapsed)))[0]


def test_a_second_invitation_asks_again_and_brings_the_slip(full, read):
    family, slip, colleague, expert = read(build(SECOND, full))
    assert "Undangan Ulang" in family
    assert "karena pertemuan belum dapat terlaksana, kami mengundang kembali Bapak/Ibu" in family
    assert "LEMBAR KONFIRMASI KEHADIRAN" in slip
    assert "mengundang kembali Bapak/Ibu selaku wali kelas untuk hadir pada:" in colleague
    assert "memohon kembali kesediaan Bapak/Ibu menjadi narasumber" in expert


def test_a_postponement_tells_the_new_day(full, read):
    family, colleague, expert = read(build(POSTPONED, full))
    assert (
        "pertemuan dengan Bapak/Ibu ditunda. Pertemuan dijadwalkan kembali pada: Hari, tanggal :"
        " Senin, 23 November 2026" in family
    )
    assert "konferensi kasus (kode KK-2026-014) ditunda." in colleague
    assert "seorang peserta didik (kode KK-2026-014)" in expert
    assert "Sifat : Rahasia" in expert


def test_without_a_new_day_it_is_told_later(full, read):
    resting = conference(full, held_on=None, state=ConferenceState.POSTPONED)
    page = read(build(POSTPONED, resting))[0]
    assert "ditunda. Waktu penggantinya kami beritahukan kemudian." in page
    assert "Hari, tanggal" not in page


def test_a_postponement_names_the_letter_for_the_old_day(full, read):
    old, *others = full.plan.letters
    letters = (replace(old, state=LetterState.REPLACED), *others)
    moved = replace(full, plan=replace(full.plan, letters=letters))
    moved = with_letters(moved, numbered(DocumentKind.INVITATION, "421.3/008/SMPN1/XI/2026"))
    assert "surat kami Nomor 421.3/001/SMPN1" in read(build(POSTPONED, moved))[0]
    assert "surat kami Nomor 421.3/008/SMPN1" in read(build(SECOND, moved))[0]


def test_a_cancellation_gives_no_day_and_no_reason(full, read):
    family, colleague, expert = read(build(CANCELLED, full))
    assert "pertemuan dengan Bapak/Ibu dibatalkan, sehingga Bapak/Ibu tidak perlu" in family
    assert "konferensi kasus (kode KK-2026-014)" in colleague
    assert "isi surat ini mohon tidak diteruskan" in expert
    for page in (family, colleague, expert):
        assert "Undangan terdahulu tidak berlaku lagi." in page
        assert "karena" not in page
        assert "Hari, tanggal" not in page


def test_a_cancellation_names_the_letter_that_lapsed(full, read):
    own, *others = full.plan.letters
    letters = (replace(own, state=LetterState.CANCELLED), *others)
    moved = replace(full, plan=replace(full.plan, letters=letters))
    moved = with_letters(moved, numbered(DocumentKind.INVITATION, "421.3/008/SMPN1/XI/2026"))
    assert "surat kami Nomor 421.3/001/SMPN1" in read(build(CANCELLED, moved))[0]


def test_the_first_invitation_keeps_its_number_beside_a_second_one(full, read):
    both = with_letters(full, numbered(SECOND, "421.3/012/SMPN1/XI/2026"))
    assert "Nomor : 421.3/001/SMPN1" in read(build(DocumentKind.INVITATION, both))[0]
    second = read(build(SECOND, both))[0]
    assert "Nomor : 421.3/012/SMPN1" in second
    assert "surat kami Nomor 421.3/001/SMPN1" in second


@pytest.mark.parametrize("kind", [SECOND, POSTPONED])
def test_nobody_is_called_without_consent_or_in_a_case_that_rests(kind, full):
    frozen = replace(full.plan.case, state=CaseState.FROZEN)
    with pytest.raises(CaseNotOpen):
        build(kind, replace(full, plan=replace(full.plan, case=frozen)))
    with pytest.raises(ConsentMissing):
        build(kind, replace(full, plan=replace(full.plan, consents=())))


@pytest.mark.parametrize("kind", NOTICES)
def test_there_is_no_letter_without_a_recipient(kind, full):
    with pytest.raises(NothingToDraw):
        build(kind, replace(full, plan=replace(full.plan, participants=())))


@pytest.mark.parametrize("kind", NOTICES)
def test_the_blank_letters_are_one_for_each_kind_of_recipient(kind, full, read):
    pages = [page for page in read(build_blank(kind, full.school)) if "LEMBAR" not in page]
    assert len(pages) == len(Origin)
    for page in pages:
        assert "Menyusul surat kami Nomor ………" in page


def test_a_blank_postponement_has_room_for_days_and_reason(full, read):
    page = read(build_blank(POSTPONED, full.school))[0]
    assert "semula dijadwalkan pada ………" in page
    assert "ditunda karena ………" in page
    assert "Hari, tanggal : ………" in page

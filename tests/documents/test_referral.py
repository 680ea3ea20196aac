from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.consent import ConsentMissing
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    Paper,
)

KIND = DocumentKind.REFERRAL
SATURDAY = date(2026, 11, 21)
WRITTEN = Referral(
    conference_id=1,
    seen="Sering terlambat karena membantu usaha keluarga",
    tried="Konseling individual dua kali",
    wanted="Pemeriksaan psikologis",
)


def test_dots_for_the_address_are_left_only_while_nobody_is_written_down(full, read):
    known = replace(full, referral=replace(WRITTEN, recipient="Nurul Hidayah, M.Psi."))
    assert "Yth. Bapak/Ibu Nurul Hidayah, M.Psi. di tempat" in letter(known, read)
    assert "Yth. Bapak/Ibu …………………… …………………… di tempat" in letter(full, read)


def letter(materials, read):
    return " ".join(read(build(KIND, materials)))


def guardian(materials, **changes):
    consents = tuple(
        replace(consent, **changes) if consent.giver is ConsentGiver.GUARDIAN else consent
        for consent in materials.plan.consents
    )
    return replace(materials, plan=replace(materials.plan, consents=consents))


def test_the_letter_tells_who_what_was_tried_and_with_whose_consent(full, read):
    materials = replace(guardian(full, given_on=SATURDAY), referral=WRITTEN)
    text = letter(materials, read)
    places = [
        text.index(words)
        for words in (
            "Sifat : Rahasia Lampiran : - Perihal : Rujukan Peserta Didik",
            "Nama : Anisa Rahmawati",
            "Orang tua/wali : Ratna Wulandari",
            "Yang teramati: Sering terlambat karena membantu usaha keluarga.",
            "Yang sudah diupayakan: Konseling individual dua kali.",
            "Bantuan yang diharapkan: Pemeriksaan psikologis.",
            "persetujuan orang tua/wali tanggal 21 November 2026",
            "Mengetahui, Kepala Sekolah, Drs. H. Ahmad Fauzi, M.Pd.",
            "Guru BK/Konselor, Dra. Siti Aminah",
        )
    ]
    assert places == sorted(places)


def test_nothing_else_of_the_records_and_no_code_reaches_the_expert(full, read):
    text = letter(full, read)
    for words in (
        "KK-",
        "membantu usaha",
        "Warung",
        "Hadir 78",
        "Waktu istirahat",
        "0099999901",
        "Penghasilan",
    ):
        assert words not in text


def test_a_long_story_is_never_cut_and_the_signatures_follow_it(full, read):
    told = replace(WRITTEN, seen="kata " * 900, tried="usaha " * 900)
    pages = read(build(KIND, replace(full, referral=told)))
    assert " ".join(pages).count("kata") == 900
    assert " ".join(pages).count("usaha") >= 900
    assert "Dra. Siti Aminah" in pages[-1]


def test_the_reader_is_the_one_that_was_written_to(full, read):
    told = replace(WRITTEN, recipient="dr. Lina")
    assert "Yth. Bapak/Ibu dr. Lina" in letter(replace(full, referral=told), read)


def test_number_day_and_recipient_come_from_the_register(full, read):
    assert "Nomor : ………" in letter(full, read)
    issued = Letter(
        case_id=1,
        kind=KIND,
        number="421.3/020/SMPN1/XI/2026",
        dated=SATURDAY,
        recipient="dr. Lina",
        subject="Rujukan",
    )
    text = letter(replace(full, plan=replace(full.plan, letters=(issued,))), read)
    assert "Nomor : 421.3/020/SMPN1/XI/2026" in text
    assert "Sukamaju, 21 November 2026" in text
    assert "Yth. Bapak/Ibu dr. Lina" in text


def test_without_the_guardians_consent_there_is_no_letter(full):
    for state in (None, ConsentState.REFUSED):
        with pytest.raises(ConsentMissing, match="rujukan"):
            build(KIND, guardian(full, state=state))
    with pytest.raises(ConsentMissing):
        build(KIND, guardian(full, state=ConsentState.WITHDRAWN))
    closed = replace(full.plan.case, state=CaseState.CLOSED)
    with pytest.raises(CaseNotOpen):
        build(KIND, replace(full, plan=replace(full.plan, case=closed)))


def test_a_case_without_participants_may_be_referred(full):
    alone = replace(full, plan=replace(full.plan, participants=()))
    assert build(KIND, alone).startswith(b"%PDF")


def test_where_the_guardian_cannot_be_asked_it_says_who_decided_and_not_why(full, read):
    asked = {"state": ConsentState.UNOBTAINABLE, "reason": "Tidak ditemukan.", "exceptions": ""}
    with pytest.raises(ConsentMissing):
        build(KIND, guardian(full, **asked))
    text = letter(guardian(full, **asked, decided_by="kepala sekolah."), read)
    assert "tidak dapat diminta; rujukan ini diputuskan oleh kepala sekolah, dan" in text
    assert "Tidak ditemukan" not in text


@pytest.mark.parametrize("paper", Paper)
def test_the_blank_letter_is_one_page_with_lines(full, paper, read):
    [page] = read(build_blank(KIND, full.school, paper))
    assert "Nama : ………" in page
    assert page.count("(………") == 2

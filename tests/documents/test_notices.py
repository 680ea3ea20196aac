"""Letters that follow an invitation, and the papers of handing over and of the end."""

from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState

NOTICES = (
    DocumentKind.POSTPONEMENT,
    DocumentKind.CANCELLATION,
    DocumentKind.SECOND_INVITATION,
)
SECOND = date(2026, 11, 21)


def with_letters(materials, *more, **changes):
    letters = tuple(replace(letter, **changes) for letter in materials.plan.letters)
    return replace(materials, plan=replace(materials.plan, letters=(*letters, *more)))


@pytest.mark.parametrize("kind", NOTICES)
def test_each_participant_gets_a_letter_that_names_the_invitation(kind, full, read):
    pages = read(build(kind, full))
    assert len(pages) == len(full.plan.participants)
    for page, guest, letter in zip(pages, full.plan.participants, full.plan.letters, strict=True):
        assert guest.name in page
        assert f"Menyusul surat kami Nomor {letter.number} tanggal 20 November 2026" in page
    assert "Orang Tua/Wali Ananda" in pages[0]
    assert "Rahasia" not in pages[0]
    assert all("KK-2026-014" in page for page in pages[1:])


def test_a_cancelled_meeting_has_no_day(full, read):
    text = " ".join(read(build(DocumentKind.CANCELLATION, full)))
    assert "Hari, tanggal" not in text
    assert "tidak berlaku lagi" in text


def test_a_postponement_follows_the_letter_that_was_replaced(full, read):
    guest = full.plan.participants[0]
    newer = Letter(
        id=9,
        case_id=1,
        conference_id=1,
        participant_id=guest.id,
        number="421.3/099/SMPN1/XI/2026",
        dated=SECOND,
        recipient=guest.name,
        subject="Undangan",
    )
    materials = with_letters(full, newer, state=LetterState.REPLACED)
    first = read(build(DocumentKind.POSTPONEMENT, materials))[0]
    assert full.plan.letters[0].number in first
    assert newer.number not in first
    assert newer.number in read(build(DocumentKind.SECOND_INVITATION, materials))[0]


def test_a_notice_with_a_number_of_its_own_prints_it(full, read):
    guest = full.plan.participants[1]
    own = Letter(
        participant_id=guest.id,
        kind=DocumentKind.POSTPONEMENT,
        number="421.3/050/SMPN1/XI/2026",
        dated=SECOND,
        recipient=guest.name,
        subject="Penundaan",
    )
    pages = read(build(DocumentKind.POSTPONEMENT, with_letters(full, own)))
    assert "421.3/050/SMPN1/XI/2026" in pages[1]
    assert "21 November 2026" in pages[1]
    assert "421.3/050" not in pages[0]


def test_the_receipt_has_a_line_for_each_letter_that_stands(full, read):
    lapsed, *others = full.plan.letters
    letters = (replace(lapsed, state=LetterState.CANCELLED), *others)
    materials = replace(full, plan=replace(full.plan, letters=letters))
    text = " ".join(read(build(DocumentKind.LETTER_RECEIPT, materials)))
    assert lapsed.number not in text
    assert [letter.number in text for letter in others] == [True] * len(others)


def test_the_referral_tells_who_what_and_with_whose_consent(full, read):
    given = tuple(replace(consent, given_on=SECOND) for consent in full.plan.consents)
    case = replace(full.plan.case, tried="Konseling individual dua kali")
    materials = replace(full, plan=replace(full.plan, consents=given, case=case))
    text = " ".join(read(build(DocumentKind.REFERRAL, materials)))
    for words in (
        "Anisa Rahmawati",
        "Sering terlambat karena membantu usaha keluarga.",
        "Konseling individual dua kali.",
        "persetujuan orang tua/wali tanggal 21 November 2026",
        "Drs. H. Ahmad Fauzi, M.Pd.",
    ):
        assert words in text


def test_a_long_story_does_not_push_the_signatures_of_a_referral_away(full, read):
    case = replace(full.plan.case, problem="kata " * 2000, tried="usaha " * 2000)
    pages = read(build(DocumentKind.REFERRAL, replace(full, plan=replace(full.plan, case=case))))
    assert len(pages) == 1


def test_the_minutes_of_destruction_say_the_day_in_words_and_have_two_witnesses(full, read):
    [page] = read(build(DocumentKind.DESTRUCTION, replace(full, dated=SECOND)))
    assert "Sabtu, tanggal dua puluh satu bulan November" in page
    assert "Saksi 1," in page
    assert "Saksi 2," in page

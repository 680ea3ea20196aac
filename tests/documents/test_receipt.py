from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Paper

KIND = DocumentKind.LETTER_RECEIPT


def test_the_family_signs_on_a_sheet_without_code_and_without_the_others(full, read):
    family, others = read(build(KIND, full))
    assert "1 421.3/001/SMPN1/XI/2026 20 November 2026 Undangan Ratna Wulandari" in family
    assert "Musyawarah pendampingan peserta didik" in family
    assert "KK-" not in family
    assert "Hendra" not in family
    assert "Konferensi kasus KK-2026-014" in others
    assert "Ratna" not in others
    assert others.index("Hendra Gunawan, S.Pd.") < others.index("Nurul Hidayah")


def test_both_sheets_say_which_version_they_are(full, read):
    family, others = read(build(KIND, replace(full, version=2)))
    assert "Rahasia · versi 2" in family
    assert "Rahasia · KK-2026-014 · versi 2" in others


def test_a_letter_that_lapsed_is_not_handed_over(full, read):
    first, second, third = full.plan.letters
    letters = (
        replace(first, state=LetterState.CANCELLED),
        replace(second, state=LetterState.REPLACED),
        third,
    )
    [sheet] = read(build(KIND, replace(full, plan=replace(full.plan, letters=letters))))
    assert "Nurul" in sheet
    assert "Hendra" not in sheet
    assert "Ratna" not in sheet


def test_a_letter_to_somebody_outside_the_meeting_is_listed_and_a_number_may_miss(full, read):
    referral = Letter(
        case_id=1,
        kind=DocumentKind.REFERRAL,
        dated=full.dated,
        recipient="Puskesmas Sukamaju",
        subject="Rujukan",
    )
    letters = (*full.plan.letters, referral)
    others = read(build(KIND, replace(full, plan=replace(full.plan, letters=letters))))[1]
    assert "…… 24 November 2026 Rujukan Puskesmas Sukamaju" in others


def test_there_are_spare_rows_and_who_hands_over_signs(full, read):
    for sheet in read(build(KIND, full)):
        assert "Tanda tangan" in sheet
        assert "Yang menyerahkan, (………" in sheet
    assert " 3 4 " in read(build(KIND, full))[1]


@pytest.mark.parametrize("paper", Paper)
def test_the_blank_receipt_is_one_page_of_rows(full, paper, read):
    [page] = read(build_blank(KIND, full.school, paper))
    assert "Konferensi kasus ………" in page
    assert "6 7 8" in page

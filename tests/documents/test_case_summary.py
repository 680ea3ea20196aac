from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import NothingToDraw, build
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.consent import ConsentMissing
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.vocabulary import Aspect, CaseState, DocumentKind, Paper

KIND = DocumentKind.CASE_SUMMARY


def test_each_participant_has_a_numbered_copy(full, read):
    pages = read(build(KIND, full))
    assert len(pages) == 3
    for place, (page, guest) in enumerate(zip(pages, full.plan.participants, strict=True), 1):
        assert f"Salinan {place} dari 3, untuk: {guest.name} – {guest.capacity}" in page
        assert f"Rahasia · KK-2026-014 · salinan {place} dari 3" in page
        assert "ditarik kembali setelah pertemuan" in page


def test_one_copy_alone_keeps_its_number(full, read):
    [page] = read(build(KIND, replace(full, recipient_ids=(2,))))
    assert "Salinan 2 dari 3, untuk: Hendra Gunawan, S.Pd." in page


def test_only_data_that_may_be_shared_stands_on_it(full, read):
    text = " ".join(read(build(KIND, full)))
    assert text.count("Hadir 78 %") == 3
    for private in ("Belum boleh dibuka", "Sering terlambat", "Penghasilan keluarga"):
        assert private not in text


def test_a_data_item_shows_its_source_and_day(full, with_plan, read):
    item = DataItem(
        case_id=1,
        aspect=Aspect.TALENT,
        text="Pandai menggambar.",
        source="Guru seni",
        noted_on=date(2026, 11, 3),
        shareable=True,
    )
    text = " ".join(read(build(KIND, with_plan(full, data_items=(item,)))))
    assert "1 Bakat Pandai menggambar. Guru seni 3 November 2026" in text


@pytest.mark.parametrize("paper", Paper)
def test_long_data_flow_over_pages_that_count_each_copy_alone(full, with_plan, read, paper):
    items = tuple(
        DataItem(
            case_id=1, aspect=Aspect.OTHER, text=f"Butir {n}. " + "kata " * 120, shareable=True
        )
        for n in range(8)
    )
    pages = read(build(KIND, replace(with_plan(full, data_items=items), paper=paper)))
    assert len(pages) % 3 == 0
    each = len(pages) // 3
    assert each > 1
    for place, page in enumerate(pages):
        assert f"salinan {place // each + 1} dari 3" in page
        assert f"Halaman {place % each + 1} dari {each}" in page
    assert "Dra. Siti Aminah" in pages[each - 1]


def test_no_copy_is_given_out_without_consent_or_to_nobody(full, with_plan):
    with pytest.raises(ConsentMissing):
        build(KIND, with_plan(full, consents=()))
    with pytest.raises(CaseNotOpen):
        build(KIND, with_plan(full, case=replace(full.plan.case, state=CaseState.CLOSED)))
    with pytest.raises(NothingToDraw, match="peserta"):
        build(KIND, with_plan(full, participants=()))

from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.consent import Consent, withdraw
from konfkasus_gui.procedure.vocabulary import (
    ConsentGiver,
    ConsentState,
    DocumentKind,
    Paper,
)

KIND = DocumentKind.CONSENT_WITHDRAWAL
TUESDAY = date(2026, 12, 1)


def answered(plan, *consents):
    return replace(plan, consents=consents)


@pytest.mark.parametrize("paper", Paper)
def test_each_who_agreed_has_one_sheet_with_the_own_name(full, read, paper):
    own, guardians = read(build(KIND, replace(full, paper=paper)))
    assert "PENCABUTAN KESEDIAAN KONSELI Kode kasus KK-2026-014" in own
    assert own.count("Anisa Rahmawati") == 2, "as the one who declares and the one who signs"
    assert "Diberikan tanggal : 20 November 2026" in own
    assert "PENCABUTAN PERSETUJUAN ORANG TUA/WALI" in guardians
    assert "Nama : Ratna Wulandari Hubungan : ibu Dari Ananda : Anisa Rahmawati" in guardians
    assert guardians.index("Yang menyatakan,") < guardians.rindex("Ratna Wulandari")


def test_who_took_it_back_signs_alone_and_the_day_is_known(full, read):
    given = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN)
    back = withdraw(
        Consent(case_id=1, giver=ConsentGiver.GUARDIAN, state=ConsentState.GIVEN), TUESDAY
    )
    [page] = read(build(KIND, replace(full, plan=answered(full.plan, given, back))))
    assert "ORANG TUA/WALI" in page
    assert "Ditarik mulai tanggal : 1 Desember 2026" in page
    assert "Sukamaju, 1 Desember 2026" in page


def test_before_anybody_agreed_there_is_a_sheet_for_either(full, read):
    assert len(read(build(KIND, replace(full, plan=answered(full.plan))))) == 2


def test_what_follows_is_said_and_what_is_wanted_is_crossed(full, read):
    own = read(build(KIND, full))[0]
    points = [
        "Yang saya tarik kembali:",
        "seluruhnya",
        "sebagian, yaitu:",
        "tidak dipakai lagi",
        "dihapus, sejauh aturan memperbolehkan",
        "tidak ada sanksi bagi saya",
        "tidak ada pertemuan baru",
        "Alasan (boleh dikosongkan):",
        "Diterima oleh,",
    ]
    assert [own.index(point) for point in points] == sorted(own.index(point) for point in points)

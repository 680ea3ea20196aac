from dataclasses import replace

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind, Paper


def test_the_client_reads_who_comes_by_capacity_and_not_by_name(full, read):
    [page] = read(build(DocumentKind.CLIENT_CONSENT, full))
    assert "PERNYATAAN KESEDIAAN KONSELI" in page
    assert "orang tua (ibu), wali kelas, dan psikolog" in page
    assert "Ratna" not in page
    assert "tanpa dikenai sanksi" in page
    assert "Sukamaju, 20 November 2026" in page
    assert page.count("Anisa Rahmawati") == 2


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", [DocumentKind.CLIENT_CONSENT, DocumentKind.GUARDIAN_CONSENT])
def test_a_consent_fits_on_one_sheet(kind, paper, full, empty, read):
    for materials in (full, empty):
        assert len(read(build(kind, replace(materials, paper=paper)))) == 1


def test_the_guardian_who_was_asked_stands_on_the_form(full, read):
    [page] = read(build(DocumentKind.GUARDIAN_CONSENT, full))
    assert "Nama : Ratna Wulandari" in page
    assert "Hubungan : ibu" in page
    assert "menyetujui, kecuali: Penghasilan keluarga tidak dibicarakan." in page
    assert "keterangan tentang kehadiran;" in page
    assert "Slamet" not in page


def test_without_an_answer_the_first_guardian_is_asked(full, read):
    [page] = read(
        build(DocumentKind.GUARDIAN_CONSENT, replace(full, plan=replace(full.plan, consents=())))
    )
    assert "Nama : Slamet Riyadi" in page
    assert "Hubungan : ayah" in page


def test_somebody_who_is_not_in_the_list_may_be_asked(full, read):
    consent = replace(full.plan.consent(ConsentGiver.GUARDIAN), name="Nenek Suharti")
    plan = replace(full.plan, consents=(consent,))
    [page] = read(build(DocumentKind.GUARDIAN_CONSENT, replace(full, plan=plan)))
    assert "Nama : Nenek Suharti" in page
    assert "ayah / ibu / wali (lingkari)" in page


def test_a_signature_never_stands_alone_on_a_page(full, read):
    for lines in range(1, 40):
        consent = replace(full.plan.consent(ConsentGiver.CLIENT), exceptions="kata\n" * lines)
        plan = replace(full.plan, consents=(consent,))
        last = read(build(DocumentKind.CLIENT_CONSENT, replace(full, plan=plan)))[-1]
        assert "Pesan saya untuk pertemuan:" in last
        assert "Yang menyatakan, Dra. Siti Aminah" in last or "Anisa Rahmawati" in last

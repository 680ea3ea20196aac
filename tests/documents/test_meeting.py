from dataclasses import replace

import pytest

from konfkasus_gui.documents.meeting import SPARE_ROWS
from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper


def test_the_attendance_list_shows_who_came_when_and_how(full, read):
    [page] = read(build(DocumentKind.ATTENDANCE_LIST, full))
    assert "DAFTAR HADIR KONFERENSI KASUS" in page
    assert "Kode kasus : KK-2026-014" in page
    assert "Ratna Wulandari Orang tua (ibu) Keluarga 09.50 1." in page
    assert "Diwakili Lestari Dewi, M.Pd." in page
    assert "Izin" in page
    assert "Jumlah diundang 3, hadir 1, diwakili 1, tidak hadir 1." in page
    assert "Hadir" not in page.replace("DAFTAR HADIR", "").replace("Jumlah", "")


def test_before_the_meeting_the_counts_are_left_open(full, read):
    [page] = read(build(DocumentKind.ATTENDANCE_LIST, replace(full, meeting=None)))
    assert "Jumlah diundang 3, hadir ……, diwakili ……, tidak hadir ……." in page


def test_there_are_spare_rows_for_people_nobody_invited(full, read):
    for kind in (DocumentKind.ATTENDANCE_LIST, DocumentKind.PLEDGE):
        [page] = read(build(kind, full))
        assert f" {3 + SPARE_ROWS}." in page
        assert f" {4 + SPARE_ROWS}." not in page


def test_a_spoken_promise_is_written_where_others_sign(full, read):
    [page] = read(build(DocumentKind.PLEDGE, full))
    assert "PAKTA KERAHASIAAN" in page
    assert page.count("diucapkan") == 1
    assert "2. diucapkan" in page
    assert "Sukamaju, 23 November 2026" in page


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", [DocumentKind.ATTENDANCE_LIST, DocumentKind.PLEDGE])
def test_forty_participants_fill_pages_that_each_have_the_header(kind, paper, full, read):
    guests = tuple(
        Participant(id=number, conference_id=1, name=f"Peserta Nomor-{number}, S.Pd.")
        for number in range(1, 41)
    )
    materials = replace(
        full, paper=paper, meeting=None, plan=replace(full.plan, participants=guests)
    )
    pages = read(build(kind, materials))
    assert len(pages) >= 2
    assert all(page.count("Tanda tangan") == 1 for page in pages)
    text = " ".join(pages)
    places = [text.index(f"Nomor-{number}, S.Pd.") for number in range(1, 41)]
    assert places == sorted(places)
    assert f"Halaman {len(pages)} dari {len(pages)}" in pages[-1]

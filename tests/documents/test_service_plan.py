from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.vocabulary import Aim, DocumentKind, Function, Group, Paper

KIND = DocumentKind.SERVICE_PLAN


@pytest.fixture
def planned(full, with_plan):
    guests = tuple(
        replace(guest, group=group)
        for guest, group in zip(
            full.plan.participants, (Group.DECIDES, Group.DECIDES, Group.INFORMS), strict=True
        )
    )
    conference = replace(
        full.plan.conference, aims=tuple(Aim), functions=(Function.RELIEF, Function.ADVOCACY)
    )
    return with_plan(full, participants=guests, conference=conference)


@pytest.mark.parametrize("paper", Paper)
def test_the_lines_stand_in_their_order(planned, read, paper):
    text = " ".join(read(build(KIND, replace(planned, paper=paper))))
    lines = [
        "RENCANA PELAKSANAAN LAYANAN (RPL)",
        "Ganjil, 2026/2027",
        "1 (satu) peserta didik, kode kasus KK-2026-014",
        "Sering terlambat karena membantu usaha keluarga.",
        "Belajar dan pribadi",
        "Pengentasan dan advokasi",
        "a. Gambaran masalah",
        "Penentu: orang tua (ibu) dan wali kelas",
        "Pemberi keterangan: psikolog",
        "Keterangan tentang waktu tidur.",
        "Senin, 23 November 2026",
        "10.00–11.30 WIB",
        "Ruang BK",
        "Pimpinan: Dra. Siti Aminah Notulis: Budi Santoso, S.Pd.",
        "g. Komitmen bantuan",
        "Laijapen (penilaian jangka pendek), paling lambat 23 Desember 2026.",
        "Pembiayaan",
        "Mengetahui,",
    ]
    assert [text.find(line) for line in lines] == sorted(text.find(line) for line in lines)
    assert text.find(lines[0]) > 0


def test_people_are_named_by_capacity_and_data_by_aspect(planned, read):
    text = " ".join(read(build(KIND, planned)))
    assert "Kehadiran dan kesehatan" in text
    for private in ("Ratna", "Hendra", "Nurul", "Hadir 78", "Belum boleh dibuka"):
        assert private not in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", ["", " ".join(["panjang"] * 60), " ".join(["panjang"] * 400)])
def test_the_signatures_stand_with_a_piece_of_the_plan(planned, read, words, paper):
    case = replace(planned.plan.case, problem=words)
    materials = replace(planned, plan=replace(planned.plan, case=case), paper=paper)
    last = read(build(KIND, materials))[-1]
    for name in ("Pembiayaan", "Kepala Sekolah,", "Drs. H. Ahmad Fauzi, M.Pd.", "NIP 1968", "Guru"):
        assert name in last


def test_a_plan_is_not_dated_after_the_meeting_that_it_plans(planned, read):
    assert "Sukamaju, ………" in read(build(KIND, planned))[-1], "24 November is after the meeting"
    early = replace(planned, dated=date(2026, 11, 20))
    assert "Sukamaju, 20 November 2026" in read(build(KIND, early))[-1]

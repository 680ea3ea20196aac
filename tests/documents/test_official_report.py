from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.official_report import day_in_words, in_words
from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.vocabulary import (
    DocumentKind,
    Group,
    Origin,
    Paper,
    PledgeManner,
    Presence,
)

KIND = DocumentKind.OFFICIAL_REPORT


def test_the_day_is_written_in_words(full, read):
    text = " ".join(read(build(KIND, full)))
    assert (
        "Pada hari ini, Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam,"
        " bertempat di Ruang BK, pukul 10.02 sampai dengan pukul 11.26 WIB"
    ) in text
    assert "dihadiri oleh 2 (dua) orang peserta" in text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "Kamis, tanggal satu bulan Januari tahun dua ribu dua puluh enam"),
        (date(2027, 8, 11), "Rabu, tanggal sebelas bulan Agustus tahun dua ribu dua puluh tujuh"),
        (date(2030, 5, 31), "Jumat, tanggal tiga puluh satu bulan Mei tahun dua ribu tiga puluh"),
    ],
)
def test_days_of_the_whole_year_read_as_indonesians_say_them(day, words):
    assert day_in_words(day) == words


def test_numbers_in_words_have_no_stray_blanks():
    assert [in_words(number) for number in (1, 10, 12, 20, 40)] == [
        "satu",
        "sepuluh",
        "dua belas",
        "dua puluh",
        "empat puluh",
    ]


@pytest.mark.parametrize("paper", Paper)
def test_what_was_found_and_agreed_stands_in_order(full, read, paper):
    text = " ".join(read(build(KIND, replace(full, paper=paper))))
    points = [
        "BERITA ACARA KONFERENSI KASUS",
        "1. Sisi positif peserta didik: a. Tekun. b. Jujur.",
        "2. Hal yang diduga melatarbelakangi masalah: tidak ada.",
        "3. Kesepakatan dan tindak lanjut: a. Ratna Wulandari: Berhenti pukul 20.00.",
        "4. Pendapat yang berbeda: a. Satu bulan.",
        "Yang hadir dan menandatangani:",
        "dipergunakan secara terbatas.",
    ]
    assert -1 not in [text.find(point) for point in points]
    assert [text.find(point) for point in points] == sorted(text.find(point) for point in points)


def test_those_who_were_there_sign_once_each_and_who_stood_in_signs_for_them(full, read):
    text = " ".join(read(build(KIND, full))).split("menandatangani:")[1]
    assert "1 Dra. Siti Aminah Pimpinan" in text
    assert "2 Budi Santoso, S.Pd. Notulis" in text
    assert "3 Ratna Wulandari Orang tua (ibu)" in text
    assert "4 Lestari Dewi, M.Pd. Mewakili Hendra Gunawan, S.Pd." in text
    assert "Nurul Hidayah" not in text, "who did not come does not sign"


def test_a_chair_who_is_also_a_participant_signs_one_line(full, with_plan, read):
    conference = replace(full.plan.conference, chair="Ratna Wulandari")
    text = " ".join(read(build(KIND, with_plan(full, conference=conference))))
    assert "1 Ratna Wulandari Pimpinan, Orang tua (ibu)" in text


def test_who_decides_and_was_away_is_told_apart(full, with_plan, read):
    assert "berhalangan" not in " ".join(read(build(KIND, full)))
    guests = tuple(replace(guest, group=Group.DECIDES) for guest in full.plan.participants)
    text = " ".join(read(build(KIND, with_plan(full, participants=guests))))
    assert "Karena psikolog berhalangan, hasil pertemuan disampaikan tersendiri" in text


def test_it_is_a_draft_until_the_minutes_are_final(full, with_plan, read):
    assert "DRAF" not in " ".join(read(build(KIND, full)))
    conference = replace(full.plan.conference, minutes_final_at=None)
    for page in read(build(KIND, with_plan(full, conference=conference))):
        assert "DRAF" in page
        assert "KK-2026-014 · draf" in page


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("many", [1, 5, 6, 7, 8, 9, 12, 40])
def test_the_principal_signs_with_the_last_of_those_who_were_there(
    full, with_plan, read, many, paper
):
    guests = tuple(
        Participant(
            id=number,
            conference_id=1,
            name=f"Prof. Dr. H. Nama Panjang Sekali Nomor {number}, S.Pd., M.Pd., Kons.",
            origin=Origin.SCHOOL,
            capacity="guru mata pelajaran",
        )
        for number in range(1, many + 1)
    )
    materials = with_plan(full, participants=guests)
    meeting = replace(
        materials.meeting,
        attendances=tuple(
            Attendance(
                conference_id=1,
                participant_id=guest.id,
                presence=Presence.PRESENT,
                pledge=PledgeManner.SIGNED,
            )
            for guest in guests
        ),
    )
    pages = read(build(KIND, replace(materials, meeting=meeting, paper=paper)))
    for words in (f"Nomor {many},", "terbatas.", "Kepala Sekolah,", "NIP 19680512 199303 1 007"):
        assert words in pages[-1]
    assert sum(page.count("guru mata pelajaran".capitalize()) for page in pages) == many

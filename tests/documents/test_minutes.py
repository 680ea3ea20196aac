from dataclasses import replace
from datetime import datetime, time

import pytest

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Citation,
    Conclusion,
    Contribution,
)
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    ConclusionKind,
    DocumentKind,
    Paper,
)

SIGNED = "Dra. Siti Aminah Sukamaju, 23 November 2026 Notulis, Budi Santoso, S.Pd."
HEADINGS = (
    "1. Pembukaan dan penstrukturan",
    "2. Data awal",
    "3. Keterangan tambahan",
    "4. Kesimpulan pertama: sisi positif dan latar belakang",
    "5. Pendapat tentang latar belakang",
    "6. Kesimpulan kedua: kemungkinan latar belakang",
    "7. Suara konseli",
    "8. Kesanggupan peserta",
    "9. Pendapat yang berbeda",
    "10. Keputusan dan rencana tindak lanjut",
    "11. Bahan untuk pertemuan berikut",
)


def minutes(materials, **changes):
    meeting = replace(materials.meeting, **changes)
    return build(DocumentKind.MINUTES, replace(materials, meeting=meeting))


def said(number, text):
    return Contribution(
        conference_id=1,
        participant_id=number % 3 + 1,
        agenda=Agenda.OPINION if number % 2 else Agenda.INFORMATION,
        text=text,
        said_at=datetime(2026, 11, 23, 10),
    )


def test_the_minutes_follow_the_agenda(full, read):
    text = " ".join(read(minutes(full)))
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert "pukul 10.02–11.26 WIB" in text
    assert "421.3/001/SMPN1/XI/2026 s.d. 421.3/003/SMPN1/XI/2026" in text
    assert "Pertemuan ditutup pukul 11.26 WIB." in text
    assert "Ratna Wulandari – orang tua (ibu); Hendra Gunawan" in text
    assert "diwakili Lestari Dewi, M.Pd." in text
    assert "2 dari 2 peserta yang hadir menyatakan janji menjaga kerahasiaan" in text
    assert "tujuan pertemuan dan kerahasiaan pertemuan." in text
    assert "a. Tekun. b. Jujur." in text
    assert "Hendra Gunawan, S.Pd.: Satu bulan." in text


def test_only_data_that_was_presented_stands_in_the_minutes(full, read):
    assert "Hadir 78 %" in " ".join(read(minutes(full)))
    text = " ".join(read(minutes(full, presentations=())))
    assert "Hadir 78 %" not in text
    assert "Belum boleh dibuka" not in text


def test_minutes_are_marked_as_a_draft_until_they_are_final(full, with_plan, read):
    final = read(build(DocumentKind.MINUTES, replace(full, version=2)))
    assert all("versi 2" in page and "DRAF" not in page for page in final)
    open_minutes = replace(full.plan.conference, minutes_final_at=None)
    draft = read(build(DocumentKind.MINUTES, with_plan(full, conference=open_minutes)))
    assert all("DRAF" in page and "draf" in page for page in draft)


def test_who_adds_nothing_is_named(full, read):
    none = tuple(
        Abstention(conference_id=1, participant_id=number, agenda=agenda)
        for number, agenda in ((2, Agenda.INFORMATION), (3, Agenda.OPINION), (2, Agenda.COMMITMENT))
    )
    text = " ".join(read(minutes(full, abstentions=none)))
    assert "Tidak menambahkan: Hendra Gunawan, S.Pd." in text
    assert "Tidak menambahkan: Nurul Hidayah, M.Psi." in text
    assert "Belum menyatakan kesanggupan: Hendra Gunawan, S.Pd." in text


def test_the_minutes_of_a_meeting_without_letters_or_promises_leave_room(full, read):
    plan = replace(full.plan, letters=())
    meeting = replace(full.meeting, plan=plan, attendances=(), presentations=())
    text = " ".join(read(build(DocumentKind.MINUTES, replace(full, meeting=meeting))))
    assert "Surat undangan Nomor ……" in text
    assert "Hadir : ……" in text
    assert "Berhalangan : ……" in text


def test_one_letter_is_the_basis_of_a_meeting_with_one_guest(full, read):
    plan = replace(full.plan, participants=full.plan.participants[:1])
    text = " ".join(read(minutes(full, plan=plan)))
    assert "Surat undangan Nomor 421.3/001/SMPN1/XI/2026, tanggal 20 November 2026" in text


def test_a_tall_row_begins_where_there_is_room_and_the_header_is_not_repeated(full, read):
    rows = (*(said(2, "kata") for _ in range(3)), said(2, "panjang " * 500))
    for page in read(minutes(full, contributions=rows)):
        assert page.count("Aspek Isi Sumber Sifat") <= 1
    assert "panjang" in read(minutes(full, contributions=rows))[0]


def test_an_early_end_is_explained(full, with_plan, read):
    conference = replace(full.plan.conference, ended_early="Konseli lelah")
    text = " ".join(read(build(DocumentKind.MINUTES, with_plan(full, conference=conference))))
    assert "Pertemuan diakhiri lebih awal: Konseli lelah." in text


@pytest.mark.parametrize("paper", Paper)
def test_a_cell_longer_than_a_page_flows_on_and_loses_no_word(paper, full, read):
    words = [f"kata{number:04}" for number in range(1100)]
    pages = read(minutes(replace(full, paper=paper), contributions=(said(2, " ".join(words)),)))
    text = " ".join(pages)
    assert [word for word in text.split() if word.startswith("kata")] == words
    assert len(pages) > 3


@pytest.mark.parametrize("count", range(2, 60, 3))
def test_no_heading_stands_alone_and_no_signature_leaves_its_name(count, full, read):
    contributions = tuple(said(number, "kata " * (number % 40 + 1)) for number in range(count))
    conclusions = tuple(
        Conclusion(conference_id=1, kind=kind, text="Tekun.") for kind in ConclusionKind
    )
    pages = read(minutes(full, contributions=contributions, conclusions=conclusions))
    for page in pages:
        body = page.split("Rahasia ·")[0].strip()
        assert not body.endswith((*HEADINGS, "Latar belakang masalah:"))
        assert not body.endswith("Aspek Isi Sumber Sifat")
    assert "Pertemuan ditutup" in pages[-1]
    assert SIGNED in pages[-1]


def test_a_conclusion_cites_what_it_rests_on_by_its_number(full, read):
    contributions = tuple(
        replace(said(number, f"Hal {number}"), id=number) for number in range(1, 5)
    )
    [first, *_others] = full.meeting.concluded(ConclusionKind.POSITIVE)
    cites = tuple(
        Citation(id=number, conference_id=1, conclusion_id=first.id, contribution_id=number)
        for number in (1, 4)
    )
    text = " ".join(read(minutes(full, contributions=contributions, citations=cites)))
    assert "3.2 Hal 4" in text
    assert "Tekun (dasar: butir 3.2 dan 5.1)." in text


def test_the_minutes_tell_hearsay_what_was_wished_for_and_who_went_early(full, read):
    meeting = full.meeting
    heard = replace(said(2, "Pulang larut"), id=2, basis=Basis.HEARD, heard_from="tetangga")
    [guest, *_others] = meeting.present()
    lines = tuple(
        replace(line, left_at=time(10, 50)) if line.participant_id == guest.id else line
        for line in meeting.attendances
    )
    nothing = Abstention(
        id=9,
        conference_id=1,
        participant_id=guest.id,
        agenda=Agenda.INFORMATION,
        aspect=Aspect.HOBBY,
    )
    conference = replace(meeting.conference, wanted="Waktu tidur\nCara belajar")
    changed = replace(
        meeting,
        plan=replace(meeting.plan, conference=conference),
        contributions=(heard,),
        attendances=lines,
        abstentions=(nothing,),
        answers=(Answer(id=1, conference_id=1, question="Waktu tidur", contribution_id=2),),
    )
    text = " ".join(read(build(DocumentKind.MINUTES, replace(full, meeting=changed))))
    assert "Didengar dari tetangga" in text
    assert "Data yang diperoleh: waktu tidur (3.1)." in text
    assert "Data yang belum diperoleh: cara belajar." in text
    assert f"Tidak mengetahui: {guest.name} (hobi)." in text
    assert "pulang pukul 10.50" in text


def test_the_minutes_tell_when_the_meeting_rested(full, read):
    pause = Pause(
        conference_id=1,
        began_at=datetime(2026, 11, 23, 10, 20),
        ended_at=datetime(2026, 11, 23, 10, 35),
        reason="listrik padam",
    )
    told = " ".join(read(minutes(full, pauses=(pause,))))
    assert "Pertemuan dijeda: 10.20–10.35 (listrik padam)." in told

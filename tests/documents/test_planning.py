"""The invitations: who reads what."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.letter import invitation_subject
from konfkasus_gui.procedure.planning import ConsentMissing, Participant
from konfkasus_gui.procedure.vocabulary import CaseState, DocumentKind, Inviter, Origin


def invitations(materials):
    return build(DocumentKind.INVITATION, materials)


def planned(materials, **changes):
    conference = replace(materials.plan.conference, **changes)
    return replace(materials, plan=replace(materials.plan, conference=conference))


def test_there_is_one_letter_per_participant_in_their_order(full, read):
    letter, slip, colleague, expert = read(invitations(full))
    assert "Yth. Bapak/Ibu Ratna Wulandari" in letter
    assert "LEMBAR KONFIRMASI KEHADIRAN" in slip
    assert "Yth. Bapak/Ibu Hendra Gunawan, S.Pd. Wali kelas di tempat" in colleague
    assert "Yth. Bapak/Ibu Nurul Hidayah, M.Psi. Psikolog di tempat" in expert


def test_the_letter_to_the_family_names_the_child_and_no_problem(full, read):
    letter, slip = read(invitations(full))[:2]
    assert "Orang Tua/Wali Ananda Anisa Rahmawati, Kelas IX-A" in letter
    assert "Undangan Pertemuan" in letter
    assert "Sukamaju, 20 November 2026" in letter
    assert "080000000201 paling lambat Jumat, 20 November 2026" in letter
    for page in (letter, slip):
        for word in ("kasus", "kk-2026", "terlambat", "masalah", "pelanggaran", "rahasia"):
            assert word not in page.casefold()


def test_the_slip_names_the_letter_and_not_the_child(full, read):
    slip = read(invitations(full))[1]
    assert "Nomor 421.3/001/SMPN1/XI/2026, tanggal 20 November 2026" in slip
    assert "Ratna Wulandari" in slip
    assert "Anisa" not in slip


def test_the_letter_to_a_colleague_says_what_to_bring(full, read):
    letter = read(invitations(full))[2]
    assert "kode KK-2026-014, bidang bimbingan belajar dan pribadi" in letter
    assert "selaku wali kelas" in letter
    assert "berkaitan dengan keterangan tentang waktu tidur. Identitas" in letter
    assert "Sifat : Rahasia" in letter
    assert "Senin, 23 November 2026" in letter
    assert "pukul 10.00–11.30 WIB" in letter


def test_the_letter_to_an_expert_lists_copies(full, read):
    letter = read(invitations(full))[3]
    assert "Permohonan sebagai Narasumber" in letter
    assert "Tembusan: 1. Koordinator BK 2. Arsip" in letter
    assert "terlambat" not in letter


def test_the_date_stands_level_with_the_number_and_has_no_full_stop(full):
    found = {}

    def visit(text, _matrix, at, _font, _size):
        for word in ("Nomor", "Sukamaju, 20 November 2026"):
            if text.strip().startswith(word):
                found.setdefault(word, (round(at[5]), text.strip()))

    page = PdfReader(BytesIO(invitations(full))).pages[0]
    page.extract_text(visitor_text=visit)
    assert found["Nomor"][0] == found["Sukamaju, 20 November 2026"][0]
    assert found["Sukamaju, 20 November 2026"][1].endswith("2026")


def test_a_letter_without_a_number_shows_dots_and_the_day_it_is_drawn(full, read):
    letters = read(invitations(replace(full, plan=replace(full.plan, letters=()))))
    for letter in (letters[0], *letters[2:]):
        assert "Nomor : ………" in letter
        assert "Sukamaju, 24 November 2026" in letter


@pytest.mark.parametrize(
    ("who", "signed"),
    [
        (Inviter.PRINCIPAL, "Kepala Sekolah, Drs. H. Ahmad Fauzi, M.Pd. NIP 19680512"),
        (Inviter.COORDINATOR, "a.n. Kepala Sekolah Koordinator BK, Budi Santoso, S.Pd."),
        (Inviter.COUNSELOR, "a.n. Kepala Sekolah Guru BK/Konselor, Dra. Siti Aminah"),
    ],
)
def test_the_letter_is_signed_by_who_invites(who, signed, full, read):
    assert signed in read(invitations(planned(full, inviter=who)))[0]


def test_no_invitation_is_drawn_without_consent_or_in_a_closed_case(full):
    with pytest.raises(ConsentMissing):
        invitations(replace(full, plan=replace(full.plan, consents=())))
    closed = replace(full.plan.case, state=CaseState.CLOSED)
    with pytest.raises(CaseNotOpen):
        invitations(replace(full, plan=replace(full.plan, case=closed)))


def test_nobody_is_greeted_twice_and_the_schools_words_are_used(full, read):
    guest = replace(full.plan.participants[0], name="Ibu Ratna Wulandari")
    school = replace(
        full.school, greeting="Assalamu'alaikum Wr. Wb.", farewell="Wassalamu'alaikum Wr. Wb."
    )
    school = replace(school, subject_label="Hal", principal_title="Kepala Madrasah")
    plan = replace(full.plan, participants=(guest,), letters=())
    letter = read(invitations(replace(full, school=school, plan=plan)))[0]
    assert "Yth. Ibu Ratna Wulandari" in letter
    assert "Assalamu'alaikum Wr. Wb. Dalam rangka" in letter
    assert "terima kasih. Wassalamu'alaikum Wr. Wb. Kepala Madrasah," in letter
    assert "Hal : Undangan Pertemuan" in letter


def test_a_letter_names_whom_the_register_names(full, read):
    first, *others = full.plan.participants
    renamed = replace(first, name="Nama Baru")
    plan = replace(full.plan, participants=(renamed, *others))
    letter = read(invitations(replace(full, plan=plan)))[0]
    assert full.plan.letter_of(first).recipient in letter
    assert "Nama Baru" not in letter


def test_forty_participants_get_forty_letters(full, read):
    guests = tuple(
        Participant(
            id=number,
            conference_id=1,
            name=f"Prof. Dr. H. Peserta Panjang Nama Ke-{number}, S.Pd., M.Pd., M.Si., Kons.",
            origin=Origin.SCHOOL,
        )
        for number in range(1, 41)
    )
    pages = read(
        invitations(replace(full, plan=replace(full.plan, participants=guests, letters=())))
    )
    assert len(pages) == 40
    for number, page in enumerate(pages, 1):
        assert f"Nama Ke-{number}, S.Pd." in page
        assert "Halaman" not in page


def test_a_letter_of_two_pages_counts_its_own_pages(full, read):
    pages = read(invitations(planned(full, wanted="kata " * 1000)))
    assert "Halaman 1 dari 2" in pages[2]
    assert "Halaman 2 dari 2" in pages[3]
    assert "Halaman" not in pages[4]


def test_each_kind_of_letter_has_its_subject():
    assert len({invitation_subject(origin) for origin in Origin}) == len(Origin)
    assert "Kasus" not in invitation_subject(Origin.FAMILY)

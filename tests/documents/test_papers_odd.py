"""Every paper with what real schools bring: long names, many people, odd letters, long texts."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pypdf import PdfReader

from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Contribution
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    DocumentKind,
    Origin,
    Paper,
    PledgeManner,
    Presence,
)

DRAWN = sorted(NAMING, key=lambda kind: kind.value)
WORDLESS = (DocumentKind.LETTER_RECEIPT, DocumentKind.DESTRUCTION)
"""What people typed stands on every paper but these."""
LISTING = (
    DocumentKind.INVITATION,
    DocumentKind.SECOND_INVITATION,
    DocumentKind.POSTPONEMENT,
    DocumentKind.CANCELLATION,
    DocumentKind.CASE_SUMMARY,
    DocumentKind.ATTENDANCE_LIST,
    DocumentKind.PLEDGE,
    DocumentKind.CHAIR_SHEET,
    DocumentKind.MINUTES,
    DocumentKind.OFFICIAL_REPORT,
    DocumentKind.COMMITMENT_SHEET,
)
TITLED = "Prof. Dr. Hj. Siti Nurhaliza Kusumawardhani, S.Pd., M.Pd., M.Psi., Kons."
often = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def crowded(full, with_plan):
    """Forty people with long titles who all came and promised."""
    guests = tuple(
        Participant(
            id=number,
            conference_id=1,
            name=f"{number:02} {TITLED}",
            origin=tuple(Origin)[number % 3],
            capacity="wakil kepala sekolah bidang kurikulum dan kesiswaan",
            institution="Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Sukamaju",
        )
        for number in range(1, 41)
    )
    materials = with_plan(full, participants=guests, letters=())
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
        commitments=tuple(
            Commitment(conference_id=1, participant_id=guest.id, text="Menyapa setiap pagi.")
            for guest in guests
        ),
    )
    return replace(materials, meeting=meeting)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", LISTING)
def test_forty_people_with_long_titles_all_stand_on_it_in_order(kind, paper, crowded, read):
    text = " ".join(read(build(kind, replace(crowded, paper=paper))))
    places = [text.find(f"{number:02} Prof. Dr. Hj. Siti") for number in range(1, 41)]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("kind", [kind for kind in DRAWN if kind not in WORDLESS])
def test_letters_outside_latin_are_drawn_or_seen_to_be_missing(kind, typed, full, read):
    materials = typed("Nurʿaini Ḥusna 李明 😀")
    student = replace(full.student, class_name="Nurʿaini Ḥusna 李明 😀")
    text = " ".join(read(build(kind, replace(materials, student=student))))
    assert "Nurʿaini Ḥusna □□ □" in text


@pytest.mark.parametrize("kind", DRAWN)
@often
@given(words=some.text(max_size=60), repeats=some.integers(1, 90))
def test_whatever_was_typed_the_paper_is_drawn(kind, words, repeats, typed):
    pages = PdfReader(BytesIO(build(kind, typed(words * repeats)))).pages
    assert all(page.extract_text().strip() for page in pages)


@pytest.mark.parametrize(
    ("paper", "heights"),
    [(Paper.A4, (44, 45, 46, 57, 58, 59)), (Paper.F4, (50, 51, 52, 64, 65, 66))],
)
@pytest.mark.parametrize("kind", DRAWN)
def test_a_text_a_line_shorter_or_longer_than_a_page_flows_on(kind, paper, heights, typed):
    for lines in heights:
        content = build(kind, replace(typed("\n0" * lines), paper=paper))
        assert content.startswith(b"%PDF")


SIGNED = (
    (DocumentKind.CLIENT_CONSENT, "Yang menyatakan,", "Anisa Rahmawati"),
    (DocumentKind.GUARDIAN_CONSENT, "Yang menyetujui,", "Ratna Wulandari"),
    (DocumentKind.SERVICE_PLAN, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.INVITATION, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.CASE_SUMMARY, "Guru BK/Konselor,", "Dra. Siti Aminah"),
    (DocumentKind.MINUTES, "Notulis,", "Budi Santoso, S.Pd."),
    (DocumentKind.OFFICIAL_REPORT, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.COMMITMENT_SHEET, "Yang menyanggupi,", "Ratna Wulandari"),
    (DocumentKind.SECOND_INVITATION, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.POSTPONEMENT, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.CANCELLATION, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.EVALUATION_SHEET, "Guru BK/Konselor,", "Dra. Siti Aminah"),
    (DocumentKind.MONITORING_SHEET, "Guru BK/Konselor,", "Dra. Siti Aminah"),
    (DocumentKind.GUARDIAN_SUMMARY, "Guru BK/Konselor,", "Dra. Siti Aminah"),
    (DocumentKind.ACTIVITY_REPORT, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.REFERRAL, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.DESTRUCTION, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
    (DocumentKind.FOLLOW_UP_PLAN, "Kepala Sekolah,", "NIP 19680512 199303 1 007"),
)


@pytest.mark.parametrize(("kind", "above", "name"), SIGNED, ids=lambda one: str(one)[:40])
@often
@given(paper=some.sampled_from(Paper), many=some.integers(0, 260))
def test_a_signature_never_parts_from_its_name(kind, above, name, paper, many, typed, read):
    for page in read(build(kind, replace(typed("kata " * many), paper=paper))):
        below = page.partition(above)[2]
        assert not below or name in below or "Lestari" in below


def test_sixty_pages_of_minutes_count_their_pages_and_are_signed_on_the_last(full, read):
    said = tuple(
        Contribution(
            id=1 + number,
            conference_id=1,
            participant_id=1 + number % 3,
            agenda=Agenda.INFORMATION,
            aspect=Aspect.FAMILY,
            basis=Basis.HEARD,
            text=f"Keterangan {number}. " + "Warung tutup menjelang tengah malam. " * 12,
            said_at=datetime(2026, 11, 23, 10, 20),
        )
        for number in range(480)
    )
    meeting = replace(full.meeting, contributions=said)
    pages = read(build(DocumentKind.MINUTES, replace(full, meeting=meeting, paper=Paper.A4)))
    assert len(pages) >= 60
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page
    for page in pages[2:50]:
        assert page.startswith("No Aspek Isi Sumber Sifat"), "the header stands on each page"
    assert "Budi Santoso, S.Pd." in pages[-1]
    assert [place for place in range(480) if f"Keterangan {place}." not in " ".join(pages)] == []

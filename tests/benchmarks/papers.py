"""Papers that a benchmark draws in a process of its own: each prints one line of figures."""

import json
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from html import escape
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from konfkasus_gui.documents.checked import build_checked
from konfkasus_gui.documents.fonts import SERIF
from konfkasus_gui.documents.papers import Materials, build
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.proceedings import Attendance, Contribution
from konfkasus_gui.procedure.school import Account, School, Student
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    CaseState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    Origin,
    Presence,
)

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)
LOGOS = Path(__file__).parents[2] / "resources" / "sample"
OTHERS = tuple(f"Siswa Contoh {number}" for number in range(1000))
SAID = "Keterangan ini dicatat agar notulen cukup panjang untuk diukur dengan adil. " * 3


def materials(guests: int, said: int = 0) -> Materials:
    """A made-up meeting of ``guests`` people who said ``said`` things."""
    people = tuple(
        Participant(
            id=number,
            conference_id=1,
            name=f"Peserta Contoh {number}, S.Pd.",
            origin=Origin.SCHOOL,
            capacity="guru",
        )
        for number in range(1, guests + 1)
    )
    plan = Plan(
        case=Case(id=1, code="KK-2026-001", student_id=1, opened_on=MONDAY, state=CaseState.OPEN),
        conference=Conference(
            id=1, case_id=1, held_on=MONDAY, place="Ruang BK", opened_at=NOON, closed_at=NOON
        ),
        consents=(Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN),),
        participants=people,
    )
    logos = [path.read_bytes() for path in sorted(LOGOS.rglob("*.png"))[:2]]
    return Materials(
        school=School(
            name="SMP Negeri 1 Sukamaju",
            authority="PEMERINTAH KABUPATEN SUKAMAJU\nDINAS PENDIDIKAN",
            address="Jalan Pendidikan Nomor 1, Sukamaju",
            logo_left=logos[0],
            logo_right=logos[-1],
        ),
        counselor=Account(name="Dra. Siti Aminah", created_at=NOON),
        student=Student(name="Anisa Rahmawati"),
        plan=plan,
        dated=MONDAY,
        meeting=Meeting(
            plan=plan,
            attendances=tuple(
                Attendance(conference_id=1, participant_id=one.id, presence=Presence.PRESENT)
                for one in people
            ),
            contributions=tuple(
                Contribution(
                    conference_id=1,
                    participant_id=1 + place % guests,
                    agenda=Agenda.INFORMATION,
                    aspect=Aspect.FAMILY,
                    basis=Basis.OBSERVED,
                    text=SAID,
                    said_at=NOON,
                )
                for place in range(said)
            ),
        ),
    )


def fastest(act: Callable[[], object], rounds: int = 5) -> float:
    """Seconds of the fastest of some rounds."""
    taken = []
    for _round in range(rounds):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def letters() -> dict[str, float]:
    """Forty invitations, beside as many bare ReportLab pages with the same lines of words."""
    held = materials(40)
    content = build(DocumentKind.INVITATION, held)
    pages = [page.extract_text().splitlines() for page in PdfReader(BytesIO(content)).pages]
    style = ParagraphStyle("bare", fontName=f"{SERIF}-Regular", fontSize=12, leading=14)

    def bare() -> None:
        story = []
        for lines in pages:
            story += [Paragraph(escape(line, quote=False), style) for line in lines]
            story.append(PageBreak())
        SimpleDocTemplate(BytesIO(), pagesize=A4).build(story)

    return {
        "pages": len(pages),
        "ours": fastest(lambda: build(DocumentKind.INVITATION, held)),
        "bare": fastest(bare),
    }


def minutes(said: int) -> dict[str, float]:
    """Minutes in which ``said`` things were said, drawn and looked through as before printing."""
    held = materials(6, said)
    begun = time.perf_counter()
    content = build_checked(DocumentKind.MINUTES, held, OTHERS).content
    seconds = time.perf_counter() - begun
    peak = peak_mib()
    return {"pages": len(PdfReader(BytesIO(content)).pages), "seconds": seconds, "memory": peak}


def peak_mib() -> float:
    """The most memory that this process ever held in RAM.

    ``resource.getrusage`` would also tell what the process that started this one held: Linux hands
    that figure on to whoever it starts.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    [line] = [line for line in lines if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    figures = letters() if sys.argv[1] == "letters" else minutes(int(sys.argv[2]))
    sys.stdout.write(json.dumps(figures) + "\n")

"""The plan of the service (RPL/SATKUNG) that the principal signs before the conference."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import fill_in
from konfkasus_gui.documents.grid import grid_with_tail
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    SUBTITLE,
    TITLE,
    Office,
    Sheet,
    number_or_dots,
    or_dots,
    pages,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.documents.wording import capital, listed, sentence, term
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date, time_span
from konfkasus_gui.procedure.follow_up import assessment_due
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.vocabulary import Agenda, AssessmentKind, DocumentKind, Group

_ROOM = "\u00a0\n\u00a0"


def service_plan(office: Office, plan: Plan) -> bytes:
    """What is planned, for whom, with whom, and how it is assessed (domain, 4).

    What is not known yet stays an empty cell, to be written in by hand.
    """
    width, code = office.width, plan.case.code
    rows = [
        [str(place), words, content.strip() or _ROOM]
        for place, (words, content) in enumerate(_lines(office, plan), 1)
    ]
    table, tail = grid_with_tail(
        [_("No"), _("Komponen"), _("Uraian")], rows, widths=(9, 45, 111), width=width
    )
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("RENCANA PELAKSANAAN LAYANAN (RPL)"), TITLE),
        text(_("Satuan kegiatan pendukung: konferensi kasus"), SUBTITLE),
        *table,
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, _planned_on(office, plan))),
            width,
            with_it=[tail, fill_in(_("Catatan khusus:"), width)],
        ),
    ]
    kind = DocumentKind.SERVICE_PLAN
    return pages(
        [Sheet(parts=parts, foot=foot(kind, code))],
        page=office.page,
        author=office.school.name,
        title=title(kind, code),
    )


def _planned_on(office: Office, plan: Plan) -> date | None:
    """Today, unless the meeting is over: a plan is not signed after what it plans."""
    held_on, today = plan.conference.held_on, office.dated
    return None if today is None or (held_on is not None and held_on < today) else today


def _lines(office: Office, plan: Plan) -> Iterator[tuple[str, str]]:
    case, conference = plan.case, plan.conference
    yield _("Satuan pendidikan"), office.school.name
    yield _("Semester, tahun pelajaran"), term(conference.held_on or office.dated)
    yield (
        _("Sasaran layanan"),
        _("1 (satu) {students}, kode kasus {code}").format(
            students=office.students, code=or_dots(case.code, inside=True)
        ),
    )
    yield _("Topik/permasalahan"), case.problem
    yield _("Bidang bimbingan"), capital(listed([field.label for field in case.fields]))
    yield _("Jenis layanan"), _("Layanan responsif")
    yield (
        _("Bentuk kegiatan"),
        _("Konferensi kasus, pertemuan ke-{n}: terbatas dan tertutup").format(
            n=number_or_dots(conference.number)
        ),
    )
    yield _("Fungsi layanan"), capital(listed([one.label for one in conference.functions]))
    yield (
        _("Tujuan umum"),
        _("Memperoleh bantuan terbaik bagi {students} dari semua pihak yang terkait.").format(
            students=office.students
        ),
    )
    yield _("Tujuan khusus"), points([capital(aim.label) for aim in conference.aims])
    yield _("Pihak yang disertakan"), invited(plan)
    aspects = dict.fromkeys(item.aspect.label for item in plan.data_items if item.text.strip())
    yield _("Data yang sudah ada"), capital(listed(tuple(aspects)))
    yield _("Data yang ingin diperoleh"), conference.wanted
    yield _("Hari, tanggal"), full_date(conference.held_on) if conference.held_on else ""
    yield (
        _("Waktu"),
        time_span(conference.starts_at, conference.ends_at, office.school.time_zone),
    )
    yield _("Tempat"), conference.place
    yield _("Pelaksana"), _leaders(plan)
    yield (
        _("Media dan alat"),
        _("Lembar data bernomor, daftar hadir, pakta kerahasiaan, lembar notulen"),
    )
    yield _("Langkah kegiatan"), points([agenda.title for agenda in Agenda])
    yield _("Rencana penilaian"), _assessments(plan)
    yield (
        _("Rencana tindak lanjut"),
        _("Disusun dari komitmen peserta sesudah pertemuan, lalu dipantau oleh Guru BK."),
    )
    yield _("Pembiayaan"), ""


def points(points: list[str]) -> str:
    """``a. …`` and ``b. …``, each on its own line; one point stands alone."""
    if len(points) < 2:
        return "".join(points)
    return "\n".join(f"{chr(ord('a') + place)}. {point}" for place, point in enumerate(points))


def invited(plan: Plan) -> str:
    """The groups and who stands for each, by capacity and not by name."""
    lines = []
    for group in (*Group, None):
        capacities = dict.fromkeys(
            guest.capacity.strip() or guest.origin.label
            for guest in plan.participants
            if guest.group is group
        )
        if capacities:
            people = listed(tuple(capacities))
            lines.append(f"{group.title}: {people}" if group else capital(people))
    return "\n".join(lines)


def _leaders(plan: Plan) -> str:
    conference = plan.conference
    return "\n".join(
        f"{words}: {name.strip()}"
        for words, name in (
            (_("Pimpinan"), conference.chair),
            (_("Notulis"), conference.minute_taker),
        )
        if name.strip()
    )


def _assessments(plan: Plan) -> str:
    """The three assessments and, once the day of the meeting is known, when each is due."""
    held_on = plan.conference.held_on
    lines = []
    for kind in AssessmentKind:
        words = kind.title
        if held_on is not None:
            words = _("{words}, paling lambat {day}").format(
                words=words, day=long_date(assessment_due(kind, held_on))
            )
        lines.append(sentence(words))
    return "\n".join(lines)

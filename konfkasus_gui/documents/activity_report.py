"""The report of the activity (laporan pelaksanaan) for the principal (domain, 4)."""

from collections import Counter
from collections.abc import Iterator

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
from konfkasus_gui.documents.service_plan import invited, points
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.documents.wording import capital, listed, sentence, term
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date, time_span
from konfkasus_gui.procedure.evaluation import added, grounds, outcome
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.meeting import Meeting, committed
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    AssessmentKind,
    ConclusionKind,
    DocumentKind,
    Presence,
)

_KIND = DocumentKind.ACTIVITY_REPORT
_ROOM = "\u00a0\n\u00a0"


def activity_report(office: Office, followed: FollowUp) -> bytes:
    """How the conference went, what it concluded, and what follows.

    People stand by capacity and not by name, and what single persons said stays in the minutes:
    the report may be shown outside the room (domain, 6). What is not known stays an empty cell.
    """
    width, code = office.width, followed.case.code
    rows = [
        [str(place), words, content.strip() or _ROOM]
        for place, (words, content) in enumerate(_lines(office, followed), 1)
    ]
    table, tail = grid_with_tail(
        [_("No"), _("Komponen"), _("Uraian")], rows, widths=(9, 45, 111), width=width
    )
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("LAPORAN PELAKSANAAN KONFERENSI KASUS"), TITLE),
        text(_("Kode kasus {code}").format(code=or_dots(code)), SUBTITLE),
        *table,
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
            with_it=[tail, fill_in(_("Catatan khusus:"), width)],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=foot(_KIND, code))],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _lines(office: Office, followed: FollowUp) -> Iterator[tuple[str, str]]:
    meeting, conference, case = followed.appraisal.meeting, followed.conference, followed.case
    yield _("Satuan pendidikan"), office.school.name
    yield _("Semester, tahun pelajaran"), term(conference.held_on or office.dated)
    yield _("Topik/permasalahan"), case.problem
    yield _("Bidang bimbingan"), capital(listed([field.label for field in case.fields]))
    yield (
        _("Bentuk kegiatan"),
        _("Konferensi kasus, pertemuan ke-{n}: terbatas dan tertutup").format(
            n=number_or_dots(conference.number)
        ),
    )
    yield _("Fungsi layanan"), capital(listed([one.label for one in conference.functions]))
    yield _("Tujuan"), points([capital(aim.label) for aim in conference.aims])
    yield _("Hari, tanggal"), full_date(conference.held_on) if conference.held_on else ""
    yield _("Waktu"), _hours(office, meeting)
    yield _("Tempat"), conference.place
    yield _("Pihak yang disertakan"), invited(meeting.plan)
    yield _("Kehadiran"), _attendance(meeting)
    yield _("Uraian kegiatan"), _course(meeting)
    yield _("Data yang diperoleh"), _information(meeting)
    yield _("Kesimpulan pertama"), _first_conclusion(meeting)
    yield (
        _("Kesimpulan kedua: kemungkinan latar belakang"),
        _listing([one.text for one in meeting.concluded(ConclusionKind.CAUSE)]),
    )
    yield _("Komitmen peserta"), _commitments(meeting)
    yield _("Hasil penilaian"), _assessed(followed)
    yield _("Tindak lanjut"), _actions(followed)
    yield (
        _("Lampiran"),
        _("Daftar hadir, notulen, lembar analisis dan evaluasi, rencana tindak lanjut"),
    )


def _hours(office: Office, meeting: Meeting) -> str:
    """When the meeting took place, else when it was planned."""
    conference, zone = meeting.conference, office.school.time_zone
    if conference.opened_at is None:
        return time_span(conference.starts_at, conference.ends_at, zone)
    closed = conference.closed_at.time() if conference.closed_at else None
    return time_span(conference.opened_at.time(), closed, zone)


def _attendance(meeting: Meeting) -> str:
    guests = meeting.plan.participants
    found = Counter(meeting.attendance(guest).presence for guest in guests)
    if not guests or found[None] == len(guests):
        return ""
    present = meeting.present()
    here = {guest.id for guest in present}
    counts = _("Diundang {invited} orang, mengikuti {present} orang.").format(
        invited=len(guests), present=len(present)
    )
    if stand_ins := found[Presence.REPRESENTED]:
        counts = _("{counts} Diwakili {n} orang.").format(counts=counts, n=stand_ins)
    away = [_capacity(guest) for guest in guests if guest.id not in here]
    if not away:
        return counts
    return "\n".join((counts, _("Berhalangan: {who}.").format(who=listed(_each_once(away)))))


def _course(meeting: Meeting) -> str:
    """The seven items and how much each of them brought, once the meeting was held."""
    conference = meeting.conference
    if conference.opened_at is None:
        return ""
    pledged = len(meeting.present()) - len(meeting.unpledged())
    brought = {
        Agenda.OPENING: (_("{n} peserta berikrar"), pledged),
        Agenda.PRESENTATION: (_("{n} butir"), len(meeting.presentations)),
        Agenda.INFORMATION: (_("{n} keterangan"), _said(meeting, Agenda.INFORMATION)),
        Agenda.OPINION: (_("{n} pendapat"), _said(meeting, Agenda.OPINION)),
        Agenda.COMMITMENT: (_("{n} peserta berkomitmen"), len(committed(meeting))),
    }
    steps = []
    for agenda in Agenda:
        words, number = brought.get(agenda, ("", 0))
        steps.append(f"{agenda.title}: {words.format(n=number)}" if number else agenda.title)
    if conference.ended_early.strip():
        return _("{steps}\nPertemuan diakhiri lebih awal: {reason}").format(
            steps=points(steps), reason=sentence(conference.ended_early)
        )
    return points(steps)


def _said(meeting: Meeting, agenda: Agenda) -> int:
    return sum(said.agenda is agenda for said in added(meeting))


def _information(meeting: Meeting) -> str:
    """About which aspects something new was learnt, and how much of it means much."""
    if meeting.conference.opened_at is None:
        return ""
    aspects = dict.fromkeys(said.aspect.label for said in added(meeting) if said.aspect)
    measured = grounds(meeting)[0]
    if not aspects:
        return measured
    return _("Keterangan tentang {aspects}. {measured}").format(
        aspects=listed(tuple(aspects)), measured=measured
    )


def _first_conclusion(meeting: Meeting) -> str:
    parts = []
    for words, kind in (
        (_("Sisi positif:"), ConclusionKind.POSITIVE),
        (_("Latar belakang masalah:"), ConclusionKind.BACKGROUND),
    ):
        found = _listing([one.text for one in meeting.concluded(kind)])
        if found:
            parts.append(f"{words}\n{found}")
    return "\n".join(parts)


def _commitments(meeting: Meeting) -> str:
    return _listing(
        [
            f"{_capacity(guest)}: {promise.text.strip()}"
            for guest in meeting.plan.participants
            for promise in meeting.promised(guest)
        ]
    )


def _assessed(followed: FollowUp) -> str:
    lines = []
    if followed.appraisal.evaluation.evaluated_on is not None:
        result = _("Konferensi kasus dinilai {outcome}.").format(
            outcome=outcome(followed.appraisal).label
        )
        lines.append(result)
        if followed.appraisal.evaluation.summary.strip():
            lines.append(sentence(followed.appraisal.evaluation.summary))
    for kind in AssessmentKind:
        assessment = followed.assessment(kind)
        if assessment.done_on is not None:
            lines.append(
                _("{kind}, {day}: {text}").format(
                    kind=kind.title,
                    day=long_date(assessment.done_on),
                    text=sentence(assessment.text or _("sudah dilaksanakan")),
                )
            )
    return "\n".join(lines)


def _actions(followed: FollowUp) -> str:
    rows = []
    for action in followed.chosen():
        due = long_date(action.due_on) if action.due_on else ""
        facts = ", ".join(filter(None, (due, action.state.label)))
        rows.append(f"{followed.deed(action).rstrip('.')} ({facts})")
    return _listing(rows)


def _listing(lines: list[str]) -> str:
    return points([capital(sentence(line)) for line in lines if line.strip()])


def _capacity(guest: Participant) -> str:
    return capital(guest.capacity.strip() or guest.origin.label)


def _each_once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))

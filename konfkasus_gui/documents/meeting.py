"""The papers that lie on the table in stage 2: the attendance list and the pledge."""

from collections import Counter
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import numbered
from konfkasus_gui.documents.grid import Cell, details, grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    BODY,
    CELL,
    JUSTIFIED,
    RIGHTWARD,
    SUBTITLE,
    TITLE,
    Office,
    Sheet,
    number_or_dots,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.wording import capital
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, full_date, time_span
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin, PledgeManner, Presence

SPARE_ROWS = 3
BLANK_ROWS = 10
_SIGNING_ROW = 10
_FEW_DOTS = "……"
_CAME = (Presence.PRESENT, Presence.LATE, Presence.ONLINE)
_LEFT_SIGN = CELL
_RIGHT_SIGN = ParagraphStyle("rightwards", CELL, leftIndent=16 * mm)


def meeting_lines(office: Office, meeting: Meeting, *, hours: str = "") -> list[tuple[str, str]]:
    """Code, number, day, time, place, chair and minute taker, with dots for what is unknown."""
    conference = meeting.conference
    planned = time_span(conference.starts_at, conference.ends_at, office.school.time_zone)
    return [
        (_("Kode kasus"), or_dots(meeting.plan.case.code)),
        (_("Pertemuan ke-"), number_or_dots(conference.number)),
        (_("Hari, tanggal"), full_date(conference.held_on) if conference.held_on else or_dots("")),
        (_("Waktu"), _("pukul {hours}").format(hours=or_dots(hours or planned))),
        (_("Tempat"), or_dots(conference.place)),
        (_("Pimpinan"), or_dots(conference.chair)),
        (_("Notulis"), or_dots(conference.minute_taker)),
    ]


def attendance_list(office: Office, meeting: Meeting) -> bytes:
    """Who was invited and who came, with room to sign, and spare rows (domain, 3.7)."""
    width = office.width
    rows = [
        _attendance_row(office, meeting, place, guest)
        for place, guest in enumerate(_seats(meeting), 1)
    ]
    parts = [
        *letterhead(office.school, width),
        text(_("DAFTAR HADIR KONFERENSI KASUS"), TITLE),
        space(3),
        details(meeting_lines(office, meeting), label=30, width=width),
        space(1),
        grid(
            [
                _("No"),
                _("Nama"),
                _("Jabatan/unsur"),
                _("Instansi"),
                _("Datang pukul"),
                _("Tanda tangan"),
                _("Ket."),
            ],
            rows,
            widths=(8, 36, 30, 27, 15, 34, 20),
            width=width,
            least=_SIGNING_ROW,
        ),
        text(_counts(meeting), BODY),
    ]
    return _paper(office, meeting, parts, DocumentKind.ATTENDANCE_LIST)


def pledge(office: Office, meeting: Meeting) -> bytes:
    """The promise of confidentiality with the names of those who make it (domain, 3.6)."""
    width = office.width
    code = or_dots(meeting.plan.case.code, inside=True)
    promises = [
        _(
            "menjaga rahasia semua yang dibahas, termasuk identitas {students} dan keluarganya;"
        ).format(students=office.students),
        _("memakainya hanya untuk membantu {students};").format(students=office.students),
        _("tidak merekam, memotret, menyalin, mengirim lewat pesan, atau membawa berkas keluar;"),
        _("berbicara berdasarkan fakta, tanpa mencela atau menghakimi;"),
        _("mengembalikan lembar data kepada Guru BK sesudah pertemuan;"),
        _("segera melapor kepada Guru BK bila rahasia diduga bocor."),
    ]
    held_on = meeting.conference.held_on
    parts = [
        *letterhead(office.school, width),
        text(_("PAKTA KERAHASIAAN"), TITLE),
        text(_("Konferensi kasus {code}").format(code=code), SUBTITLE),
        text(
            _(
                "Kami yang bertanda tangan di bawah ini, peserta konferensi kasus {code}, berjanji:"
            ).format(code=code),
            JUSTIFIED,
        ),
        numbered(promises),
        space(2),
        text(_("Janji ini tetap berlaku sesudah pertemuan selesai."), JUSTIFIED),
        text(place_and_date(office.school.city, held_on), RIGHTWARD),
        space(2),
        grid(
            [_("No"), _("Nama"), _("Unsur"), _("Tanda tangan")],
            [
                [
                    str(place),
                    guest.name if guest else "",
                    _capacity(guest) if guest else "",
                    _promised(meeting, guest, place),
                ]
                for place, guest in enumerate(_seats(meeting), 1)
            ],
            widths=(9, 58, 48, 54),
            width=width,
            least=_SIGNING_ROW,
        ),
    ]
    return _paper(office, meeting, parts, DocumentKind.PLEDGE)


def _seats(meeting: Meeting) -> list[Participant | None]:
    """Who was invited, and spare rows; on a blank form enough rows for a whole meeting."""
    guests = meeting.plan.participants
    return [*guests, *[None] * (SPARE_ROWS if guests else BLANK_ROWS)]


def _attendance_row(
    office: Office, meeting: Meeting, place: int, guest: Participant | None
) -> Sequence[Cell]:
    if guest is None:
        return [str(place), "", "", "", "", signing_place(place), ""]
    came = meeting.attendance(guest)
    return [
        str(place),
        guest.name,
        _capacity(guest),
        _institution(office, guest),
        clock_time(came.arrived_at) if came.arrived_at else "",
        signing_place(place),
        _remark(came.presence, came.represented_by),
    ]


def signing_place(place: int, words: str = "") -> Cell:
    """The place to sign: left for odd numbers and right for even ones, so that none overlap."""
    return text(f"{place}. {words}", _LEFT_SIGN if place % 2 else _RIGHT_SIGN)


def _promised(meeting: Meeting, guest: Participant | None, place: int) -> Cell:
    if guest is not None and meeting.attendance(guest).pledge is PledgeManner.SPOKEN:
        return signing_place(place, PledgeManner.SPOKEN.label)
    return signing_place(place)


def _capacity(guest: Participant) -> str:
    return capital(guest.capacity.strip() or guest.origin.label)


def _institution(office: Office, guest: Participant) -> str:
    if guest.institution.strip():
        return guest.institution
    return {
        Origin.FAMILY: _("Keluarga"),
        Origin.SCHOOL: office.school.name,
        Origin.OUTSIDE: "",
    }[guest.origin]


def _remark(presence: Presence | None, represented_by: str) -> str:
    if presence is None or presence is Presence.PRESENT:
        return ""
    if presence is Presence.REPRESENTED and represented_by.strip():
        return _("Diwakili {name}").format(name=represented_by.strip())
    return presence.title


def _counts(meeting: Meeting) -> str:
    """The line under the list; dots until somebody's presence was recorded."""
    guests = meeting.plan.participants
    found = Counter(meeting.attendance(guest).presence for guest in guests)
    known = len(guests) - found[None]
    came = sum(found[presence] for presence in _CAME)
    represented = found[Presence.REPRESENTED]
    return _(
        "Jumlah diundang {invited}, hadir {came}, diwakili {represented}, tidak hadir {absent}."
    ).format(
        invited=len(guests) or _FEW_DOTS,
        came=came if known else _FEW_DOTS,
        represented=represented if known else _FEW_DOTS,
        absent=known - came - represented if known else _FEW_DOTS,
    )


def _paper(office: Office, meeting: Meeting, parts: list[Flowable], kind: DocumentKind) -> bytes:
    code = meeting.plan.case.code
    sheet = Sheet(parts=parts, foot=foot(kind, code))
    return pages([sheet], page=office.page, author=office.school.name, title=title(kind, code))

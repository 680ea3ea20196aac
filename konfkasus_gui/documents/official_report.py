"""The official report of a conference (berita acara), its dates in words (domain, 3.8)."""

from collections.abc import Sequence
from datetime import date

from num2words import num2words
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Indenter

from konfkasus_gui.documents.forms import fill_in, numbered
from konfkasus_gui.documents.grid import Cell, grid_with_tail
from konfkasus_gui.documents.letter import number_line, place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import signing_place
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    DOTS,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    number_or_dots,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.documents.wording import capital, listed, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import DAYS, MONTHS, clock_time
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import (
    ConclusionKind,
    DocumentKind,
    Group,
    Presence,
    RemarkKind,
)

_BLANK_ROWS = 8
_SIGNING_ROW = 10
_LABEL = 22 * mm
_INDENT = 5 * mm


def official_report(office: Office, meeting: Meeting) -> bytes:
    """That the meeting took place, what it found and agreed, signed by all who were there.

    It is marked DRAF until the minutes that it rests on are final.
    """
    width, code = office.width, meeting.plan.case.code
    conference = meeting.conference
    draft = conference.minutes_final_at is None and not office.blank
    signers, last = grid_with_tail(
        [_("No"), _("Nama"), _("Unsur"), _("Tanda tangan")],
        _signers(meeting),
        widths=(9, 58, 48, 54),
        width=width,
        least=_SIGNING_ROW,
    )
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("BERITA ACARA KONFERENSI KASUS"), TITLE),
        number_line(meeting.plan, DocumentKind.OFFICIAL_REPORT),
        text(_opening(office, meeting), JUSTIFIED),
        *_findings(office, meeting),
        *_apart(meeting),
        CondPageBreak(45 * mm),
        text(_("Yang hadir dan menandatangani:"), JUSTIFIED),
        *signers,
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, conference.held_on)),
            width,
            with_it=[
                last,
                text(
                    _(
                        "Berita acara ini dibuat dengan sebenarnya untuk dipergunakan secara"
                        " terbatas."
                    ),
                    JUSTIFIED,
                ),
            ],
        ),
    ]
    kind = DocumentKind.OFFICIAL_REPORT
    return pages(
        [Sheet(parts=parts, foot=foot(kind, code, _("draf") if draft else ""))],
        page=office.page,
        author=office.school.name,
        title=title(kind, code),
        draft=draft,
    )


def in_words(number: int) -> str:
    """``dua ribu dua puluh enam``."""
    return str(num2words(number, lang="id"))


def day_in_words(day: date | None) -> str:
    """``Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam``, or dots."""
    few = DOTS[:9]
    if day is None:
        return _("{day}, tanggal {date} bulan {month} tahun {year}").format(
            day=few, date=few, month=few, year=few
        )
    return _("{day}, tanggal {date} bulan {month} tahun {year}").format(
        day=DAYS[day.weekday()],
        date=in_words(day.day),
        month=MONTHS[day.month - 1],
        year=in_words(day.year),
    )


def _opening(office: Office, meeting: Meeting) -> str:
    conference = meeting.conference
    begun = conference.opened_at.time() if conference.opened_at else conference.starts_at
    ended = conference.closed_at.time() if conference.closed_at else None
    few = DOTS[:4]
    present = len(meeting.present())
    many = _("{n} ({words})").format(n=present, words=in_words(present)) if present else few
    return _(
        "Pada hari ini, {day}, bertempat di {place}, pukul {begun} sampai dengan pukul {ended}"
        " {zone}, telah dilaksanakan konferensi kasus pertemuan ke-{n} untuk kasus berkode {code},"
        " dipimpin oleh {chair}, dicatat oleh {minute_taker}, dan dihadiri oleh {many} orang"
        " peserta sebagaimana daftar hadir terlampir."
    ).format(
        day=day_in_words(conference.held_on),
        place=or_dots(conference.place, inside=True),
        begun=clock_time(begun) if begun else few,
        ended=clock_time(ended) if ended else few,
        zone=office.school.time_zone,
        n=number_or_dots(conference.number),
        code=or_dots(meeting.plan.case.code, inside=True),
        chair=or_dots(conference.chair, inside=True),
        minute_taker=or_dots(conference.minute_taker, inside=True),
        many=many,
    )


def _findings(office: Office, meeting: Meeting) -> list[Flowable]:
    width = office.width
    positive = _concluded(meeting, ConclusionKind.POSITIVE)
    backgrounds = [
        *_concluded(meeting, ConclusionKind.BACKGROUND),
        *_concluded(meeting, ConclusionKind.CAUSE),
    ]
    promises = [
        _("{name}: {promise}").format(name=or_dots(guest.name), promise=promise.text.strip())
        for guest in meeting.plan.participants
        for promise in meeting.promised(guest)
    ]
    dissent = [remark.text.strip() for remark in meeting.remarked(RemarkKind.DISSENT)]
    parts: list[Flowable] = [text(_("Pertemuan menghasilkan:"), JUSTIFIED)]
    for place, (words, found) in enumerate(
        (
            (_("Sisi positif {students}").format(students=office.students), positive),
            (_("Hal yang diduga melatarbelakangi masalah"), backgrounds),
            (_("Kesepakatan dan tindak lanjut"), promises),
            (_("Pendapat yang berbeda"), dissent),
        ),
        1,
    ):
        parts += [
            CondPageBreak(_LABEL),
            text(f"{place}. {words}:"),
            Indenter(left=_INDENT),
            *_found(meeting, found, width - _INDENT),
            Indenter(left=-_INDENT),
        ]
    return parts


def _concluded(meeting: Meeting, kind: ConclusionKind) -> list[str]:
    return [found.text.strip() for found in meeting.concluded(kind)]


def _found(meeting: Meeting, found: Sequence[str], width: float) -> list[Flowable]:
    if found:
        return [numbered([sentence(each) for each in found], first="a"), space(1)]
    if meeting.conference.closed_at is not None:
        return [text(_("tidak ada."), JUSTIFIED)]
    return [fill_in("", width, lines=2)]


def _apart(meeting: Meeting) -> list[Flowable]:
    """Who decides for the child and was not there is told apart, and answers in writing."""
    here = {guest.id for guest in meeting.present()}
    missing = [
        guest.capacity.strip() or guest.name.strip()
        for guest in meeting.plan.participants
        if guest.group is Group.DECIDES and here and guest.id not in here
    ]
    if not any(missing):
        return []
    return [
        text(
            _(
                "Karena {who} berhalangan, hasil pertemuan disampaikan tersendiri pada tanggal"
                " {dots}, dan tanggapannya dicatat sebagai lampiran."
            ).format(who=listed(list(dict.fromkeys(filter(None, missing)))), dots=or_dots("")),
            JUSTIFIED,
        )
    ]


def _signers(meeting: Meeting) -> list[list[Cell]]:
    """The chair, the minute taker, and all who took part; each person once."""
    conference = meeting.conference
    present = meeting.present() or meeting.plan.participants
    people = [
        (conference.chair.strip(), _("Pimpinan"), ""),
        (conference.minute_taker.strip(), _("Notulis"), ""),
        *(_signer(meeting, guest) for guest in present),
    ]
    rows: dict[str, tuple[str, str, str]] = {}
    for name, capacity, remark in people:
        key = name.casefold() or f" {len(rows)}"
        if key in rows:
            earlier = rows[key]
            capacity = ", ".join(filter(None, (earlier[1], capacity)))
        rows[key] = (name, capacity, remark)
    while len(rows) < _BLANK_ROWS and not present:
        rows[f" {len(rows)}"] = ("", "", "")
    return [
        [str(place), name, capacity, signing_place(place, remark)]
        for place, (name, capacity, remark) in enumerate(rows.values(), 1)
    ]


def _signer(meeting: Meeting, guest: Participant) -> tuple[str, str, str]:
    came = meeting.attendance(guest)
    capacity = capital(guest.capacity.strip() or guest.origin.label)
    if came.presence is Presence.REPRESENTED and came.represented_by.strip():
        who = _("mewakili {name}").format(name=guest.name.strip() or capacity)
        return came.represented_by.strip(), capital(who), ""
    remark = came.presence.label if came.presence is Presence.ONLINE else ""
    return guest.name.strip(), capacity, remark

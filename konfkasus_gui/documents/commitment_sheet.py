"""The commitment sheets: one for each participant, with that person's own promises only."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    JUSTIFIED,
    SUBTITLE,
    TITLE,
    Office,
    Sheet,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, counselor, signatures
from konfkasus_gui.documents.wording import capital
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda, DocumentKind, Presence

_BLANK_ROWS = 4
_WRITING_ROW = 14
_KIND = DocumentKind.COMMITMENT_SHEET


def commitment_sheets(office: Office, meeting: Meeting, only: Sequence[int] | None = None) -> bytes:
    """A sheet for each participant; ``only`` are the ids of those who get theirs (domain, 3.9).

    Who promised nothing yet gets rows to write on; who had nothing to promise gets no sheet, unless
    nobody promised anything. Without participants there is one sheet for anybody.
    """
    code = meeting.plan.case.code
    givers = _givers(meeting) if only is None else meeting.plan.participants
    guests: list[Participant | None] = [
        guest for guest in givers if only is None or guest.id in only
    ]
    return pages(
        [
            Sheet(parts=_parts(office, meeting, guest), foot=foot(_KIND, code))
            for guest in guests or [None]
        ],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _givers(meeting: Meeting) -> Sequence[Participant]:
    """Who promised, and who is there and still may."""
    present = {guest.id for guest in meeting.present()}
    found = [
        guest
        for guest in meeting.plan.participants
        if meeting.promised(guest)
        or (guest.id in present and not meeting.abstained(guest, Agenda.COMMITMENT))
    ]
    return found or meeting.plan.participants


def _parts(office: Office, meeting: Meeting, guest: Participant | None) -> list[Flowable]:
    width = office.width
    conference = meeting.conference
    held = full_date(conference.held_on) if conference.held_on else or_dots("")
    name, capacity = _person(meeting, guest)
    promises = meeting.promised(guest) if guest else ()
    rows = [
        [
            str(place),
            promise.text,
            long_date(promise.starts_on) if promise.starts_on else "",
            long_date(promise.check_on) if promise.check_on else "",
        ]
        for place, promise in enumerate(promises, 1)
    ]
    blank = [[str(place), "", "", ""] for place in range(1, _BLANK_ROWS + 1)]
    return [
        *letterhead(office.school, width),
        text(_("LEMBAR KOMITMEN PESERTA"), TITLE),
        text(_("Konferensi kasus {code}").format(code=or_dots(meeting.plan.case.code)), SUBTITLE),
        text(_("Saya yang bertanda tangan di bawah ini:"), JUSTIFIED),
        details(
            [
                (_("Nama"), or_dots(name)),
                (_("Unsur"), or_dots(capacity)),
                (_("Pertemuan"), held),
            ],
            label=28,
            width=width,
            indent=8,
        ),
        text(
            _("demi perkembangan {students} tersebut, menyanggupi:").format(
                students=office.students
            ),
            JUSTIFIED,
        ),
        grid(
            [_("No"), _("Yang saya lakukan"), _("Mulai"), _("Diperiksa")],
            rows or blank,
            widths=(9, 92, 32, 32),
            width=width,
            least=0 if rows else _WRITING_ROW,
        ),
        space(2),
        signatures(
            counselor(office, _("Mengetahui,")),
            Signer(
                (
                    place_and_date(office.school.city, conference.held_on),
                    _("Yang menyanggupi,"),
                ),
                name,
            ),
            width,
            with_it=[
                text(
                    _(
                        "Saya siap menyampaikan perkembangannya kepada Guru BK pada tanggal"
                        " pemeriksaan, dan segera memberi tahu bila ada hambatan. Rahasia pertemuan"
                        " tetap saya jaga."
                    ),
                    JUSTIFIED,
                )
            ],
        ),
    ]


def _person(meeting: Meeting, guest: Participant | None) -> tuple[str, str]:
    """Who signs: the participant, or who stood in for them."""
    if guest is None:
        return "", ""
    came = meeting.attendance(guest)
    capacity = capital(guest.capacity.strip() or guest.origin.label)
    if came.presence is Presence.REPRESENTED and came.represented_by.strip():
        return came.represented_by.strip(), _("{capacity}, mewakili {name}").format(
            capacity=capacity, name=or_dots(guest.name)
        )
    return guest.name.strip(), capacity

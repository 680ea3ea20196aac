"""The numbered copies of the case summary, read in the room and taken back (domain, 2)."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import details, grid_with_tail
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import meeting_lines
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    CELL,
    CENTERED,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    bold,
    heading,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, signatures
from konfkasus_gui.documents.wording import capital, listed
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import DataItem, Participant
from konfkasus_gui.procedure.vocabulary import DocumentKind

_BLANK_ROWS = 4
_WRITING_ROW = 14
_KIND = DocumentKind.CASE_SUMMARY


def case_summary(office: Office, meeting: Meeting, only: Sequence[int] | None = None) -> bytes:
    """One copy for each participant, numbered; ``only`` are the ids of those who get theirs.

    Only data that may be shared stands on it (product rule). Without participants there is one
    copy, whose number and name are written in by hand.
    """
    guests = meeting.plan.participants
    code = meeting.plan.case.code
    copies = [
        (place, guest)
        for place, guest in enumerate(guests or (None,), 1)
        if only is None or (guest is not None and guest.id in only)
    ]
    return pages(
        [
            Sheet(
                parts=_parts(office, meeting, place, guest),
                foot=foot(_KIND, code, _copy_number(place, len(guests)) if guest else ""),
            )
            for place, guest in copies
        ],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _copy_number(place: int, total: int) -> str:
    return _("salinan {place} dari {total}").format(place=place, total=total)


def _parts(
    office: Office, meeting: Meeting, place: int, guest: Participant | None
) -> list[Flowable]:
    width = office.width
    total = len(meeting.plan.participants)
    table, tail = _table(meeting, width)
    number = _copy_number(place, total) if guest else _("salinan …… dari ……")
    return [
        *letterhead(office.school, width),
        text(_("RINGKASAN KASUS"), TITLE),
        bold(
            _("{copy}, untuk: {name}").format(copy=capital(number), name=_recipient(guest)),
            CENTERED,
        ),
        space(3),
        details(_about(office, meeting), label=40, width=width),
        text(
            _(
                "Lembar ini hanya dibaca di ruang pertemuan: tidak disalin, tidak difoto, dan"
                " ditarik kembali setelah pertemuan."
            ),
            JUSTIFIED,
        ),
        *heading(_("Data yang boleh disampaikan")),
        *table,
        signatures(
            None,
            counselor(office, place_and_date(office.school.city, meeting.conference.held_on)),
            width,
            with_it=[
                tail,
                space(1),
                text(
                    _(
                        "Diserahkan pukul ………, paraf peserta …………  Ditarik kembali pukul ………,"
                        " paraf Guru BK …………"
                    ),
                    CELL,
                ),
            ],
        ),
    ]


def _recipient(guest: Participant | None) -> str:
    if guest is None:
        return or_dots("")
    name, capacity = or_dots(guest.name), guest.capacity.strip()
    return f"{name} – {capacity}" if capacity else name


def _about(office: Office, meeting: Meeting) -> list[tuple[str, str]]:
    """The meeting, the field of the problem, and what the meeting wants to know."""
    case, conference = meeting.plan.case, meeting.conference
    code, _number, day, hours, place, *_people = meeting_lines(office, meeting)
    return [
        code,
        (_("Bidang bimbingan"), or_dots(listed([field.label for field in case.fields]))),
        day,
        hours,
        place,
        (_("Data yang diharapkan"), or_dots(conference.wanted)),
    ]


def _table(meeting: Meeting, width: float) -> tuple[list[Flowable], Flowable]:
    items = meeting.plan.shareable()
    rows = [[str(place), *_row(item)] for place, item in enumerate(items, 1)]
    blank = [[str(place), "", "", ""] for place in range(1, _BLANK_ROWS + 1)]
    return grid_with_tail(
        [_("No"), _("Aspek"), _("Isi"), _("Sumber, tanggal")],
        rows or blank,
        widths=(9, 31, 88, 37),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _row(item: DataItem) -> list[str]:
    noted = long_date(item.noted_on) if item.noted_on else ""
    return [item.aspect.title, item.text, "\n".join(filter(None, (item.source.strip(), noted)))]

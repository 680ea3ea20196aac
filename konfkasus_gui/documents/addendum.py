"""An addendum to final minutes (ralat): what it corrects, what holds instead, and why."""

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import fill_in
from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    DOTS,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    heading,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.calendar import full_date, long_date
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import DocumentKind

_KIND = DocumentKind.ADDENDUM
_LINES = 4


def addendum(office: Office, meeting: Meeting, issued: Addendum | None) -> bytes:
    """The paper of ``issued``; None leaves its parts to be written by hand."""
    conference, code = meeting.conference, meeting.plan.case.code
    number = str(issued.number) if issued else DOTS[:4]
    corrected = _("ralat ke-{n}").format(n=issued.number) if issued else ""
    width = office.width
    dated = issued.dated if issued else office.dated
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("RALAT KE-{n} ATAS NOTULEN KONFERENSI KASUS").format(n=number), TITLE),
        space(3),
        details(_about(meeting), label=40, width=width),
        text(_opening(meeting), JUSTIFIED),
    ]
    for words, written in (
        (_("Yang tertulis dalam notulen"), issued.corrects if issued else ""),
        (_("Seharusnya"), issued.text if issued else ""),
        (_("Alasan ralat"), issued.reason if issued else ""),
    ):
        parts += heading(words)
        parts.append(text(written, JUSTIFIED) if written else fill_in("", width, lines=_LINES))
    parts += [
        space(2),
        signatures(
            Signer((_("Pimpinan,"),), conference.chair),
            Signer(
                (place_and_date(office.school.city, dated), _("Pembuat ralat,")),
                issued.by if issued else "",
            ),
            width,
            with_it=[
                text(
                    _(
                        "Bagian lain notulen tetap berlaku. Ralat ini disimpan bersama notulen"
                        " dan tidak mengubah naskah aslinya."
                    ),
                    JUSTIFIED,
                )
            ],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=foot(_KIND, code, corrected))],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _about(meeting: Meeting) -> list[tuple[str, str]]:
    conference = meeting.conference
    held = full_date(conference.held_on) if conference.held_on else or_dots("")
    return [
        (_("Kode kasus"), or_dots(meeting.plan.case.code)),
        (_("Pertemuan"), held),
        (_("Tempat"), or_dots(conference.place)),
    ]


def _opening(meeting: Meeting) -> str:
    final = meeting.conference.minutes_final_at
    day = long_date(final.date()) if final else or_dots("", inside=True)
    return _(
        "Notulen pertemuan tersebut dinyatakan final pada {day}. Setelah diperiksa kembali, ada"
        " bagian yang perlu dibetulkan sebagai berikut."
    ).format(day=day)

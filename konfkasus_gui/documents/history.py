"""The history of the archive on paper, with what was found of its chain (riwayat arsip)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.paper import BODY, SUBTITLE, TITLE, Office, Sheet, pages, space, text
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.chain import Soundness
from konfkasus_gui.procedure.chain_words import place_of, verdict
from konfkasus_gui.procedure.standing import EventLine, said


def history(
    office: Office, lines: Sequence[EventLine], asked: str, found: Soundness | None = None
) -> bytes:
    """The ``lines`` of the history in their order, and whether its chain is whole.

    It names accounts and codes of cases, and no client. ``asked`` says which lines these are;
    ``found`` is None where the chain was not looked at.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    width = office.width
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("RIWAYAT ARSIP KONFERENSI KASUS"), TITLE),
        text(asked, SUBTITLE),
        *(text(words, BODY) for words in _soundness(found)),
        space(3),
    ]
    if lines:
        parts.append(grid(_header(), _rows(lines), widths=(33, 40, 66, 26), width=width))
    else:
        parts.append(text(_("Tidak ada baris riwayat yang cocok."), BODY))
    parts.append(
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
        )
    )
    return pages(
        [Sheet(parts=parts, foot=_("Rahasia · Riwayat arsip"))],
        page=office.page,
        author=office.school.name,
        title=_("Riwayat arsip"),
    )


def _header() -> tuple[str, ...]:
    return _("Waktu"), _("Oleh"), _("Yang dilakukan"), _("Kasus")


def _rows(lines: Iterable[EventLine]) -> Iterable[tuple[str, ...]]:
    for line in lines:
        yield moment(line.at), line.account or "–", said(line), line.code or "–"


def _soundness(found: Soundness | None) -> Iterable[str]:
    if found is None:
        yield _("Rantai riwayat belum diperiksa pada cetakan ini.")
        return
    yield verdict(found)
    for one in found.breaks:
        yield f"• {place_of(one)}: {one.fault.title}"
    if found.rows:
        yield _("Sidik baris terakhir: {digest}.").format(digest=found.digest[:16])


def moment(at: datetime) -> str:
    """``2 Maret 2026 12.05``."""
    return f"{long_date(at.date())} {clock_time(at.time())}"

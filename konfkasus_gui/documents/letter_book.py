"""The register of outgoing letters of one year, as the office keeps it (buku agenda)."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.paper import BODY, SUBTITLE, TITLE, Office, Sheet, pages, space, text
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.register import shown_recipient
from konfkasus_gui.procedure.standing import LetterLine


def letter_book(office: Office, lines: Sequence[LetterLine], year: int) -> bytes:
    """Every letter of ``year`` in the order in which it was registered, with what became of it.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    parts: list[Flowable] = [
        *letterhead(office.school, office.wide),
        text(_("BUKU AGENDA SURAT KELUAR"), TITLE),
        text(_("Bimbingan dan Konseling, tahun {year}").format(year=year), SUBTITLE),
        space(2),
    ]
    if lines:
        header = (
            _("No"),
            _("Nomor surat"),
            _("Tanggal"),
            _("Penerima"),
            _("Perihal"),
            _("Kasus"),
            _("Keadaan"),
        )
        parts.append(
            grid(header, _rows(lines), widths=(8, 44, 30, 52, 52, 26, 26), width=office.wide)
        )
    else:
        parts.append(text(_("Belum ada surat pada tahun ini."), BODY))
    parts.append(
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            office.wide,
        )
    )
    name = _("Buku agenda surat keluar {year}").format(year=year)
    return pages(
        [
            Sheet(
                parts=parts,
                foot=_("Rahasia · {name} · versi {version}").format(
                    name=name, version=office.version
                ),
            )
        ],
        page=office.page,
        author=office.school.name,
        title=name,
        landscape=True,
    )


def _rows(lines: Iterable[LetterLine]) -> Iterable[tuple[str, ...]]:
    for place, line in enumerate(lines, 1):
        yield (
            str(place),
            line.number or _("(ditulis tangan)"),
            long_date(line.dated),
            shown_recipient(line.recipient, line.origin, line.subject),
            line.subject,
            line.code,
            line.state.label,
        )

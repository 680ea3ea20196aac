"""Who received which letter (tanda terima surat)."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import grid_with_tail
from konfkasus_gui.documents.letter import NO_NUMBER, place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import SUBTITLE, TITLE, Office, Sheet, or_dots, pages, text
from konfkasus_gui.documents.signatures import counselor, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.planning import RETIRED, Plan
from konfkasus_gui.procedure.vocabulary import DocumentKind

_BLANK_ROWS = 8
_ROW = 11


def letter_receipt(office: Office, plan: Plan) -> bytes:
    """A line for each letter that stands, to be signed by whoever takes it (domain, 2).

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    width, code = office.width, plan.case.code
    lines, last = grid_with_tail(
        [
            _("No"),
            _("Nomor dan tanggal surat"),
            _("Untuk"),
            _("Diterima oleh, tanggal"),
            _("Tanda"),
        ],
        list(_rows(plan)),
        widths=(9, 52, 44, 44, 22),
        width=width,
        least=_ROW,
    )
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("TANDA TERIMA SURAT"), TITLE),
        text(_("Konferensi kasus {code}").format(code=or_dots(code)), SUBTITLE),
        *lines,
        signatures(
            None,
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
            with_it=[last],
        ),
    ]
    kind = DocumentKind.LETTER_RECEIPT
    return pages(
        [Sheet(parts=parts, foot=foot(kind, code))],
        size=office.size,
        author=office.school.name,
        title=title(kind, code),
    )


def _rows(plan: Plan) -> Iterable[Sequence[str]]:
    standing = [letter for letter in plan.letters if letter.state not in RETIRED]
    for place, letter in enumerate(standing, 1):
        number = letter.number or NO_NUMBER
        yield str(place), f"{number}\n{long_date(letter.dated)}", letter.recipient, "", ""
    if not standing:
        for place in range(1, _BLANK_ROWS + 1):
            yield str(place), "", "", "", ""

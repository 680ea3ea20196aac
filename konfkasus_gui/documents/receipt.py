"""Who received which letter (tanda terima surat)."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.grid import grid_with_tail
from konfkasus_gui.documents.letter import NO_NUMBER, place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import SUBTITLE, TITLE, Office, Sheet, or_dots, pages, text
from konfkasus_gui.documents.signatures import Signer, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import RETIRED, Plan
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin

_KIND = DocumentKind.LETTER_RECEIPT
_BLANK_ROWS = 8
_SPARE_ROWS = 2
_ROW = 12


def letter_receipt(office: Office, plan: Plan) -> bytes:
    """A line for each letter that stands, to be signed by whoever takes it (domain, 2).

    The family signs on a sheet of its own without the code: whoever signs reads the whole list, and
    a parent's name beside the code would tell whom the case is about.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    code = plan.case.code
    relatives = {guest.id for guest in plan.participants if guest.origin is Origin.FAMILY}
    standing = [letter for letter in plan.letters if letter.state not in RETIRED]
    family = [letter for letter in standing if letter.participant_id in relatives]
    others = [letter for letter in standing if letter.participant_id not in relatives]
    sheets = []
    if family:
        about = _("Musyawarah pendampingan {students}").format(students=office.students)
        parts = _parts(office, family, about)
        sheets.append(Sheet(parts=parts, foot=foot(_KIND, "")))
    if others or not family:
        about = _("Konferensi kasus {code}").format(code=or_dots(code))
        sheets.append(Sheet(parts=_parts(office, others, about), foot=foot(_KIND, code)))
    return pages(sheets, page=office.page, author=office.school.name, title=title(_KIND, code))


def _parts(office: Office, letters: Sequence[Letter], about: str) -> list[Flowable]:
    width = office.width
    lines, last = grid_with_tail(
        [
            _("No"),
            _("Nomor dan tanggal surat"),
            _("Perihal"),
            _("Untuk"),
            _("Diterima oleh, tanggal"),
            _("Tanda tangan"),
        ],
        _rows(letters),
        widths=(9, 51, 29, 36, 31, 22),
        width=width,
        least=_ROW,
    )
    return [
        *letterhead(office.school, width),
        text(_("TANDA TERIMA SURAT"), TITLE),
        text(about, SUBTITLE),
        *lines,
        signatures(
            None,
            Signer((place_and_date(office.school.city, None), _("Yang menyerahkan,"))),
            width,
            with_it=[last],
        ),
    ]


def _rows(letters: Sequence[Letter]) -> list[list[str]]:
    """The letters, and rows to write on."""
    rows = [
        [
            str(place),
            f"{letter.number or NO_NUMBER}\n{long_date(letter.dated)}",
            letter.subject,
            letter.recipient,
            "",
            "",
        ]
        for place, letter in enumerate(letters, 1)
    ]
    room = _SPARE_ROWS if rows else _BLANK_ROWS
    return [*rows, *([str(len(rows) + place), *[""] * 5] for place in range(1, room + 1))]

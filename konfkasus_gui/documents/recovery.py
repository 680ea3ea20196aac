"""The sheet with the recovery key, which is kept away from the computer."""

from collections.abc import Sequence

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents.fonts import SANS
from konfkasus_gui.documents.forms import fill_in, numbered
from konfkasus_gui.documents.paper import (
    JUSTIFIED,
    LETTERED,
    SUBTITLE,
    TITLE,
    Sheet,
    page_of,
    pages,
    space,
    text,
)
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import Paper

_COLUMNS = 4
_GROUP = ParagraphStyle(
    "group", JUSTIFIED, fontName=f"{SANS}-Bold", fontSize=17, leading=21, alignment=TA_CENTER
)
_PLACE = ParagraphStyle(
    "place", _GROUP, fontName=f"{SANS}-Regular", fontSize=8, leading=10, textColor="#555555"
)


def recovery_sheet(school: str, groups: Sequence[str]) -> bytes:
    """The groups of the recovery key in large numbered letters, on A4, with how to keep them."""
    page = page_of(School(name=school), Paper.A4)
    width = page.width
    points = [
        _("Simpan lembar ini di tempat terkunci, jauh dari komputer, misalnya lemari arsip."),
        _("Siapa pun yang memegang lembar ini dapat membuka arsip. Jangan difoto atau difotokopi."),
        _("Bila kata sandi terlupa, pilih “Pakai kunci pemulihan” saat membuka arsip."),
        _("Tanpa kata sandi dan tanpa lembar ini, arsip tidak dapat dibuka oleh siapa pun."),
    ]
    parts: list[Flowable] = [
        text(_("KUNCI PEMULIHAN KONFKASUS"), TITLE),
        text(school, SUBTITLE),
        space(2),
        text(
            _("Kunci ini membuka arsip konferensi kasus bila kata sandi terlupa. Baca per baris:"),
            JUSTIFIED,
        ),
        space(2),
        groups_table(groups, width),
        space(5),
        numbered(points),
        space(6),
        fill_in(_("Dicetak tanggal:"), width),
        fill_in(_("Disimpan di:"), width),
        fill_in(_("Disimpan oleh:"), width),
    ]
    return pages(
        [Sheet(parts=parts, foot=_("Rahasia"), counted=False)],
        page=page,
        author=school,
        title=_("Kunci pemulihan KonfKasus"),
    )


def groups_table(groups: Sequence[str], width: float) -> Table:
    """``groups`` in large letters with their numbers, four in a row."""
    cells: list[list[Flowable]] = [
        [text(str(place), _PLACE), text(group, _GROUP)] for place, group in enumerate(groups, 1)
    ]
    cells += [[""]] * (-len(cells) % _COLUMNS)
    rows = [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)]
    return Table(
        rows,
        colWidths=[width / _COLUMNS] * _COLUMNS,
        style=[
            LETTERED,
            ("GRID", (0, 0), (-1, -1), 0.6, "#999999"),
            ("TOPPADDING", (0, 0), (-1, -1), 2 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * mm),
        ],
    )

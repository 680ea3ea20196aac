from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.school import (
    BOTTOM_MARGINS,
    LEFT_MARGINS,
    PAPER_HEIGHTS,
    PAPER_WIDTHS,
    RIGHT_MARGINS,
    TOP_MARGINS,
)
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper

MM = 72 / 25.4
DRAWN = sorted(NAMING, key=lambda kind: kind.value)


def tight(school):
    """The smallest sheet with the widest margins."""
    return replace(
        school,
        paper=Paper.CUSTOM,
        paper_width=PAPER_WIDTHS[0],
        paper_height=PAPER_HEIGHTS[0],
        margin_left=LEFT_MARGINS[1],
        margin_right=RIGHT_MARGINS[1],
        margin_top=TOP_MARGINS[1],
        margin_bottom=BOTTOM_MARGINS[1],
    )


def roomy(school):
    """The largest sheet with the narrowest margins."""
    return replace(
        school,
        paper=Paper.CUSTOM,
        paper_width=PAPER_WIDTHS[1],
        paper_height=PAPER_HEIGHTS[1],
        margin_left=LEFT_MARGINS[0],
        margin_right=RIGHT_MARGINS[0],
        margin_top=TOP_MARGINS[0],
        margin_bottom=BOTTOM_MARGINS[0],
    )


def ink(page):
    """The places of all words in millimetres from the left and from the foot."""
    found = []

    def visit(text, matrix, at, _font, _size):
        if text.strip():
            x = at[4] * matrix[0] + at[5] * matrix[2] + matrix[4]
            y = at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]
            found.append((x / MM, y / MM))

    page.extract_text(visitor_text=visit)
    return found


def height_of(words, page):
    """How high above the foot ``words`` stand, in millimetres."""
    found = []

    def visit(text, matrix, at, _font, _size):
        if text.strip() == words:
            found.append((at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]) / MM)

    page.extract_text(visitor_text=visit)
    [height] = found
    return height


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (DocumentKind.MINUTES, "Pimpinan,", "Notulis,"),
        (DocumentKind.ADDENDUM, "Pimpinan,", "Pembuat ralat,"),
        (DocumentKind.REFERRAL, "Kepala Sekolah,", "Guru BK/Konselor,"),
        (DocumentKind.SERVICE_PLAN, "Kepala Sekolah,", "Guru BK/Konselor,"),
    ],
)
def test_those_who_sign_beside_each_other_sign_level(kind, left, right, full):
    last = PdfReader(BytesIO(build(kind, full))).pages[-1]
    assert height_of(left, last) == pytest.approx(height_of(right, last), abs=0.1)


@pytest.mark.parametrize("shape", [tight, roomy])
@pytest.mark.parametrize("kind", DRAWN)
def test_every_paper_keeps_to_the_schools_sheet_and_margins(kind, shape, full):
    school = shape(full.school)
    for content in (
        build(kind, replace(full, school=school)),
        build_blank(kind, school),
    ):
        for page in PdfReader(BytesIO(content)).pages:
            wide, high = (float(side) / MM for side in page.mediabox[2:])
            lying = wide > high
            assert sorted((round(wide), round(high))) == [school.paper_width, school.paper_height]
            for x, y in ink(page):
                assert x >= school.margin_left - 1
                assert x <= wide - school.margin_right
                assert y >= 0.5 * school.margin_bottom
                assert y <= high - (min(15, school.margin_top) if lying else school.margin_top)


def test_another_paper_than_the_usual_one_keeps_the_margins(full):
    school = replace(full.school, margin_left=35)
    content = build(DocumentKind.PLEDGE, replace(full, school=school, paper=Paper.A4))
    page = PdfReader(BytesIO(content)).pages[0]
    assert round(float(page.mediabox[2]) / MM) == 210
    assert min(x for x, _y in ink(page)) >= 34

import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream
from reportlab.lib.units import mm

from konfkasus_gui.documents.letterhead import LARGEST_FILE, LogoUnusable, check_logo
from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.vocabulary import DocumentKind


def huge_png():
    """A PNG of a few bytes that claims 60 000 by 60 000 points."""

    def chunk(kind, body):
        return (
            len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        )

    side = (60_000).to_bytes(4, "big")
    head = chunk(b"IHDR", side + side + b"\x08\x02\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_two_logos_stand_in_the_letterhead_and_are_stored_once(full):
    reader = PdfReader(BytesIO(build(DocumentKind.INVITATION, full)))
    assert len(reader.pages[0].images) == 2
    stored = {picture.indirect_reference.idnum for page in reader.pages for picture in page.images}
    assert len(stored) == 2


def test_a_school_without_logos_has_a_plain_letterhead(full, read):
    school = replace(full.school, logo_left=None, logo_right=None)
    content = build(DocumentKind.PLEDGE, replace(full, school=school))
    assert not PdfReader(BytesIO(content)).pages[0].images
    [page] = read(content)
    assert page.startswith(
        "PEMERINTAH KABUPATEN SUKAMAJU DINAS PENDIDIKAN SMP NEGERI 1 SUKAMAJU Jalan Pendidikan"
    )


def test_pictures_of_every_usual_mode_are_taken(picture):
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA"):
        check_logo(picture((9, 5), mode=mode))
    check_logo(picture((3000, 2000), kind="JPEG"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan gambar",
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"\xff\xd8\xff\xe0" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        huge_png(),
        bytes(LARGEST_FILE + 1),
    ],
)
def test_a_hostile_picture_is_refused_in_words(content, full):
    with pytest.raises(LogoUnusable, match="ambar"):
        check_logo(content)
    if content:
        with pytest.raises(LogoUnusable):
            build(
                DocumentKind.PLEDGE, replace(full, school=replace(full.school, logo_left=content))
            )


def test_a_picture_of_another_kind_or_cut_off_is_refused(picture):
    with pytest.raises(LogoUnusable):
        check_logo(picture(kind="BMP"))
    with pytest.raises(LogoUnusable):
        check_logo(picture((900, 900))[:-60])
    with pytest.raises(LogoUnusable, match="terlalu besar"):
        check_logo(picture((9000, 10)))


def test_every_letter_of_a_mailing_bears_the_whole_head(full, read):
    content = build(DocumentKind.CANCELLATION, full)
    assert all("SMP NEGERI 1 SUKAMAJU Jalan Pendidikan" in page for page in read(content))
    assert [len(page.images) for page in PdfReader(BytesIO(content)).pages] == [2, 2, 2]


def test_a_head_taller_than_a_page_goes_on(full, read):
    school = replace(full.school, authority="\n".join(["DINAS PENDIDIKAN"] * 120))
    pages = read(build(DocumentKind.PLEDGE, replace(full, school=school)))
    assert sum(page.count("DINAS PENDIDIKAN") for page in pages) == 120


def test_a_banner_takes_the_place_of_lines_and_logos(full, read, picture):
    school = replace(full.school, banner=picture((1600, 300)))
    content = build(DocumentKind.PLEDGE, replace(full, school=school))
    page = PdfReader(BytesIO(content)).pages[0]
    assert len(page.images) == 1
    assert read(content)[0].startswith("PAKTA KERAHASIAAN")


def drawn_size(content):
    """Width and height in points of the only picture on the first page."""
    reader = PdfReader(BytesIO(content))
    operations = ContentStream(reader.pages[0].get_contents(), reader).operations
    [place] = [place for place, (_values, word) in enumerate(operations) if word == b"Do"]
    (width, _b, _c, height, _x, _y), word = operations[place - 1]
    assert word == b"cm"
    return float(width), float(height)


@pytest.mark.parametrize("size", [(2000, 80), (1600, 300), (400, 400), (60, 900)])
def test_a_banner_keeps_its_proportions_inside_the_width_and_fifty_millimetres(size, full, picture):
    school = replace(full.school, banner=picture(size))
    width, height = drawn_size(build(DocumentKind.PLEDGE, replace(full, school=school)))
    assert width / height == pytest.approx(size[0] / size[1], rel=0.02)
    assert width <= 165 * mm + 0.1
    assert height <= 50 * mm + 0.1


def test_a_banner_that_is_no_picture_is_refused_in_words(full):
    with pytest.raises(LogoUnusable):
        build(DocumentKind.PLEDGE, replace(full, school=replace(full.school, banner=b"kop")))

"""The letterhead: lines, up to two logos and a double rule, or one ready-made picture."""

import warnings
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, HRFlowable, Spacer, Table

from konfkasus_gui.documents.fonts import SERIF
from konfkasus_gui.documents.paper import CENTERED, FLUSH, text
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School

LARGEST_FILE = 2 * 1024 * 1024
LARGEST_SIDE = 8000
_LARGEST_AREA = 25_000_000
_DRAWN_SIDE = 480
_DRAWN_BANNER = 1400
_BOX = 23 * mm
_HIGHEST_BANNER = 50 * mm
_HIGHEST = 120 * mm
"""A head that is taller, as of pasted text, flows on like any text, without the logos."""
_BELOW = 5 * mm

_AUTHORITY = ParagraphStyle("authority", CENTERED, fontSize=12, leading=14.5)
_NAME = ParagraphStyle("name", CENTERED, fontName=f"{SERIF}-Bold", fontSize=15, leading=18)
_ADDRESS = ParagraphStyle("address", CENTERED, fontSize=9.5, leading=12)


class LogoUnusable(KonfKasusError):
    """The picture cannot stand in a letterhead."""


class _Picture(Flowable):  # type: ignore[misc]
    """A picture inside ``box`` (width and height in points), in its own proportions."""

    def __init__(self, content: bytes, box: tuple[float, float], side: int) -> None:
        super().__init__()
        self._picture = _picture(content, side)
        width, height = self._picture.getSize()
        scale = min(box[0] / width, box[1] / height)
        self.width, self.height = width * scale, height * scale
        self.hAlign = "CENTER"

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.drawImage(self._picture, 0, 0, self.width, self.height)


class _Head(Flowable):  # type: ignore[misc]
    """The whole head; it is laid out once for a file, however many letters that has."""

    def __init__(self, school: School, width: float) -> None:
        super().__init__()
        self._school = school
        self.width, self.height = width, _height(school, width)

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.once_more(("letterhead", self.width), self._lay)

    def _lay(self) -> None:
        top = self.height
        for part in _parts(self._school, self.width):
            width, height = part.wrapOn(self.canv, self.width, top)
            part.drawOn(self.canv, 0, top - height, _sW=self.width - width)
            top -= height + part.getSpaceAfter()


def letterhead(school: School, width: float) -> list[Flowable]:
    """The head of a letter on ``width`` points, closed by a thick and a thin rule.

    The school's own banner goes across the width, at most 50 mm high; the rule, if any, is in the
    picture.

    Raises:
        LogoUnusable: a picture is not usable.
    """
    head = _Head(school, width)
    if head.height <= _HIGHEST:
        return [head, Spacer(1, _BELOW)]
    return [*_parts(replace(school, logo_left=None, logo_right=None), width), Spacer(1, _BELOW)]


@lru_cache(maxsize=8)
def _height(school: School, width: float) -> float:
    parts = _parts(school, width)
    return float(sum(part.wrap(width, _HIGHEST)[1] + part.getSpaceAfter() for part in parts))


def _parts(school: School, width: float) -> list[Flowable]:
    """What stands below one another."""
    if school.banner:
        return [_Picture(school.banner, (width, _HIGHEST_BANNER), _DRAWN_BANNER)]
    lines = [
        *(text(line, _AUTHORITY) for line in school.authority.splitlines() if line.strip()),
        text(school.name.strip().upper(), _NAME),
        *(
            text(line.strip(), _ADDRESS)
            for line in (school.address, school.contact)
            if line.strip()
        ),
    ]
    head: list[Flowable] = lines
    if school.logo_left or school.logo_right:
        side = _BOX + 2 * mm
        row = [
            _logo(school.logo_left) if school.logo_left else "",
            lines,
            _logo(school.logo_right) if school.logo_right else "",
        ]
        head = [
            Table(
                [row],
                colWidths=[side, width - 2 * side, side],
                style=[
                    *FLUSH,
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                    ("ALIGN", (0, 0), (0, 0), "LEFT"),
                    ("ALIGN", (2, 0), (2, 0), "RIGHT"),
                ],
            )
        ]
    return [
        *head,
        Spacer(1, 2 * mm),
        HRFlowable("100%", thickness=2.2, color="black", spaceBefore=0, spaceAfter=1.4),
        HRFlowable("100%", thickness=0.6, color="black", spaceBefore=0, spaceAfter=0),
    ]


def _logo(content: bytes) -> Flowable:
    return _Picture(content, (_BOX, _BOX), _DRAWN_SIDE)


def check_logo(content: bytes) -> None:
    """Stop unless ``content`` may stand in a letterhead, as a logo or as a banner.

    Raises:
        LogoUnusable: it is no PNG or JPEG, is damaged, or is larger than 2 MiB or 8000 pixels.
    """
    _picture(content, _DRAWN_SIDE)


@lru_cache(maxsize=4)
def _picture(content: bytes, side: int) -> ImageReader:
    """The picture on white, small enough for a PDF that is sent around."""
    if len(content) > LARGEST_FILE:
        raise LogoUnusable(
            _("Berkas gambar lebih dari 2 MB. Perkecil dahulu, lalu pilih lagi. Kop belum berubah.")
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            width, height = picture.size
            if max(width, height) > LARGEST_SIDE or width * height > _LARGEST_AREA:
                raise LogoUnusable(
                    _("Gambar terlalu besar. Perkecil sampai 2000 piksel, lalu pilih lagi.")
                )
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise LogoUnusable(
            _("Gambar tidak dapat dibaca. Pilih berkas PNG atau JPEG yang lain.")
        ) from error
    upright.thumbnail((side, side))
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright)
    return ImageReader(ground)

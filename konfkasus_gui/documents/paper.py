"""The page that all papers share: its size, its margins, its styles, its foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.paraparser import ParaFrag

from konfkasus_gui.documents import fonts
from konfkasus_gui.documents.fonts import SANS, SERIF, forget_words
from konfkasus_gui.documents.heard import tell
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account, School, Wording
from konfkasus_gui.procedure.vocabulary import Paper

fonts.register()

TOP_LANDSCAPE = 15 * mm  # a sheet on its side is short
_FOOT = 0.6
"""Where the foot stands in the bottom margin, seen from the edge."""
DOTS = "…" * 18
INSIDE = DOTS[:11]
_LAST_LINES = 3

BODY = ParagraphStyle("body", fontName=f"{SERIF}-Regular", fontSize=12, leading=16)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=TA_JUSTIFY, spaceAfter=6)
RIGHTWARD = ParagraphStyle("rightward", BODY, alignment=TA_RIGHT)
CENTERED = ParagraphStyle("centered", BODY, alignment=TA_CENTER)
TITLE = ParagraphStyle(
    "title", CENTERED, fontName=f"{SERIF}-Bold", fontSize=13, leading=17, spaceAfter=2
)
SUBTITLE = ParagraphStyle("subtitle", CENTERED, spaceAfter=10)
HEADING = ParagraphStyle("heading", BODY, fontName=f"{SERIF}-Bold", spaceBefore=9, spaceAfter=3)
CELL = ParagraphStyle("cell", BODY, fontSize=10, leading=12.5)
SMALL = ParagraphStyle("small", BODY, fontSize=9.5, leading=12)

LETTERED = ("FONTNAME", (0, 0), (-1, -1), f"{SERIF}-Regular")
"""For the style of every table: ReportLab names its own font for each cell otherwise."""

FLUSH: list[tuple[object, ...]] = [
    LETTERED,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
"""The style of a table that only places things: no lines, no room around its cells."""


rl_config.useA85 = 0  # a PDF is binary anyway; its pages are smaller and sooner written so


@dataclass(frozen=True, slots=True)
class Page:
    """An upright sheet and its margins, in points."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.size[0] - self.left - self.right

    @property
    def wide(self) -> float:
        """The width between the margins when the sheet lies on its side."""
        return self.size[1] - self.left - self.right


def page_of(school: School, paper: Paper | None = None) -> Page:
    """The page of ``school``, on ``paper`` if it is not the usual one."""
    width, height = school.sheet(paper)
    return Page(
        size=(width * mm, height * mm),
        left=school.margin_left * mm,
        right=school.margin_right * mm,
        top=school.margin_top * mm,
        bottom=school.margin_bottom * mm,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who issues a paper, on which day, and on which sheet.

    ``dated`` is None on a blank form, where the day is written by hand; ``paper`` is the school's
    if None; ``wordings`` are the texts of letters that the school wrote itself.
    """

    school: School
    counselor: Account
    dated: date | None
    paper: Paper | None = None
    version: int = 1
    wordings: tuple[Wording, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether the paper is an empty form, to be filled in by hand."""
        return self.dated is None

    @property
    def page(self) -> Page:
        """The sheet that is printed on, and its margins."""
        return page_of(self.school, self.paper)

    @property
    def width(self) -> float:
        """The width between the margins of an upright sheet, in points."""
        return self.page.width

    @property
    def wide(self) -> float:
        """The width between the margins of a sheet on its side, in points."""
        return self.page.wide

    @property
    def students(self) -> str:
        """What the school calls those who learn there, inside a sentence."""
        return self.school.student_word.strip() or _("peserta didik")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper inside a PDF: it starts on a new page and counts its own pages, if several.

    ``foot`` stands at the left of the foot of each page. ``named`` is a sheet that may name the
    client although the other sheets of its paper may not, such as the letter to the family.
    """

    parts: Sequence[Flowable]
    foot: str = ""
    counted: bool = True
    named: bool = False


class _Words(Paragraph):  # type: ignore[misc]
    """A paragraph that tells the canvas its own words when it is drawn, whole and as typed."""

    said = ""

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits, which has all the words to tell, and the rest.

        At least three lines go to the next page: an item of a list refuses to leave fewer.
        """
        pieces: list[Flowable] = super().split(width, height)
        if len(pieces) > 1:
            lines = len(self.blPara.lines)
            missing = _LAST_LINES - (lines - len(pieces[0].blPara.lines))
            if missing > 0 and lines > 2 * _LAST_LINES:
                pieces = super().split(width, height - missing * self.style.leading)
        if pieces:
            pieces[0].said = self.said
        return pieces

    def draw(self) -> None:
        """Draw, and tell the words once, however often a table repeats its header."""
        self.canv.hear(self.said)
        self.said = ""
        super().draw()


def text(sentence: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of plain text: what people typed is never read as markup."""
    return _words(sentence, style, "{words}")


def bold(sentence: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of plain text in bold."""
    return _words(sentence, style, "<b>{words}</b>")


def underlined(sentence: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of plain text, bold and underlined, as the name under a signature is."""
    return _words(sentence, style, "<u><b>{words}</b></u>")


def _words(sentence: str, style: ParagraphStyle, around: str) -> Paragraph:
    if style.alignment == TA_JUSTIFY and DOTS[:4] in sentence:
        style = _leftward(style)
    marked = fonts.markup(sentence, _family(style))
    if marked == sentence:
        words = _Words("", style, frags=[_fragment(style, around).clone(text=sentence.strip(" "))])
    else:
        words = _Words(around.format(words=marked), style)
    words.said = sentence
    return words


@lru_cache(maxsize=64)
def _leftward(style: ParagraphStyle) -> ParagraphStyle:
    """A dotted line that takes a whole line would tear the words before it apart."""
    return ParagraphStyle(f"{style.name}-leftward", style, alignment=TA_LEFT)


@lru_cache(maxsize=256)
def _fragment(style: ParagraphStyle, around: str) -> ParaFrag:
    """What ReportLab makes of one word: words without any markup need not be parsed again."""
    [fragment] = Paragraph(around.format(words="x"), style).frags
    return fragment


def _family(style: ParagraphStyle) -> str:
    return str(style.fontName).split("-", maxsplit=1)[0]


def space(height: float) -> Spacer:
    """An empty stretch of ``height`` millimetres."""
    return Spacer(1, height * mm)


def heading(sentence: str) -> list[Flowable]:
    """A heading that stands with at least some lines of what follows it."""
    return [CondPageBreak(32 * mm), text(sentence, HEADING)]


def or_dots(typed: str, *, inside: bool = False) -> str:
    """``typed``, or a dotted line to be filled in by hand.

    ``inside`` a sentence it is shorter: a long one would tear the lines of the paragraph.
    """
    return typed.strip() or (INSIDE if inside else DOTS)


def number_or_dots(number: int) -> str:
    """``number``, or a short dotted line when it is 0, as on a blank form."""
    return str(number) if number else DOTS[:6]


class _Opening(Flowable):  # type: ignore[misc]
    """Tells the canvas that the pages from here on belong to ``sheet``."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, *_available: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.sheet = self.sheet


class _Pages(Canvas):  # type: ignore[misc]
    """A canvas that draws the feet last, once it is known how many pages each sheet has."""

    def __init__(self, *arguments: Any, page: Page, **settings: Any) -> None:
        settings["initialFontName"] = f"{SERIF}-Regular"
        super().__init__(*arguments, **settings)
        self.page = page
        self.sheet = Sheet(parts=())
        self._pages: list[dict[str, Any]] = []
        self._drawn: dict[object, tuple[list[str], list[str]]] = {}

    def hear(self, said: str) -> None:
        """Tell who listens what stands on the sheet."""
        if said:
            tell(said, named=self.sheet.named)

    def once_more(self, name: object, draw: Callable[[], None]) -> None:
        """What ``draw`` draws; when it was drawn before, the same strokes again."""
        if name not in self._drawn:
            strokes, forms = len(self._code), len(self._formsinuse)
            draw()
            self._drawn[name] = (self._code[strokes:], self._formsinuse[forms:])
            return
        strokes_again, forms_again = self._drawn[name]
        self._code.extend(strokes_again)
        self._formsinuse.extend(forms_again)

    def showPage(self) -> None:  # noqa: N802
        """Put the page aside."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw the feet and write the file."""
        totals: dict[int, int] = {}
        for page in self._pages:
            totals[id(page["sheet"])] = totals.get(id(page["sheet"]), 0) + 1
        counts: dict[int, int] = {}
        for page in self._pages:
            self.__dict__.update(page)
            key = id(self.sheet)
            counts[key] = counts.get(key, 0) + 1
            if counts[key] == 1:
                self.hear(self.sheet.foot)
            self._draw_foot(counts[key], totals[key])
            super().showPage()
        super().save()

    def _draw_foot(self, number: int, total: int) -> None:
        width, high = self._pagesize[0], self.page.bottom * _FOOT
        self.saveState()
        self.setFont(f"{SANS}-Regular", 8)
        self.setFillGray(0.35)
        if self.sheet.foot:
            self.drawString(self.page.left, high, fonts.plain(self.sheet.foot, SANS))
        if self.sheet.counted and total > 1:
            self.drawRightString(
                width - self.page.right,
                high,
                _("Halaman {number} dari {total}").format(number=number, total=total),
            )
        self.restoreState()


def _draft_mark(canvas: Canvas, _document: BaseDocTemplate) -> None:
    width, height = canvas._pagesize
    canvas.saveState()
    canvas.setFont(f"{SANS}-Bold", 110)
    canvas.setFillGray(0.92)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52 if height > width else 35)
    canvas.drawCentredString(0, -38, _("DRAF"))
    canvas.restoreState()


def _no_mark(_canvas: Canvas, _document: BaseDocTemplate) -> None:
    pass


def pages(
    sheets: Sequence[Sheet],
    *,
    page: Page,
    author: str,
    title: str,
    landscape: bool = False,
    draft: bool = False,
) -> bytes:
    """One PDF of ``sheets``, the same bytes for the same values.

    ``page`` is the upright sheet; ``landscape`` turns all pages. ``title`` is
    seen in the list of open windows and in the file's properties, so it never holds the child's
    name. ``draft`` lays a mark under each page.
    """
    out = BytesIO()
    width, height = page.size[::-1] if landscape else page.size
    top = min(page.top, TOP_LANDSCAPE) if landscape else page.top
    frame = Frame(
        page.left,
        page.bottom,
        width - page.left - page.right,
        height - top - page.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document = BaseDocTemplate(
        out,
        pagesize=(width, height),
        title=title,
        author=author,
        creator="KonfKasus",
        lang="id-ID",
        invariant=1,
    )
    mark = _draft_mark if draft else _no_mark
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=mark))
    story: list[Flowable] = []
    for sheet in sheets:
        story += [_Opening(sheet), *sheet.parts, PageBreak()]
    try:
        document.build(story[:-1], canvasmaker=partial(_Pages, page=page))
    finally:
        forget_words()
    return out.getvalue()

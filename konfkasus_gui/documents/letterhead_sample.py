"""The letterhead alone, for the settings to show."""

from dataclasses import replace

from reportlab.lib.units import mm

from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.paper import Sheet, page_of, pages
from konfkasus_gui.procedure.school import School

_BELOW = 4 * mm
_ENDLESS = 10_000.0


def letterhead_sample(school: School) -> bytes:
    """One page as wide as the school's paper, cut off below the letterhead, as a PDF.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    page = page_of(school)
    head = letterhead(school, page.width)
    needed = sum(part.wrap(page.width, _ENDLESS)[1] for part in head)
    high = page.top + needed + _BELOW + page.bottom
    cut = replace(page, size=(page.size[0], high))
    return pages([Sheet(parts=head)], page=cut, author=school.name, title="")

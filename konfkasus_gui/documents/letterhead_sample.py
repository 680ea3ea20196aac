"""The letterhead alone, for the settings to show."""

from reportlab.lib.units import mm

from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.paper import BOTTOM, SIZES, TOP, Sheet, pages, text_width
from konfkasus_gui.procedure.school import School

_BELOW = 4 * mm
_ENDLESS = 10_000.0


def letterhead_sample(school: School) -> bytes:
    """One page as wide as the school's paper, cut off below the letterhead, as a PDF.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    wide = SIZES[school.paper][0]
    head = letterhead(school, text_width(SIZES[school.paper]))
    needed = sum(part.wrap(text_width(SIZES[school.paper]), _ENDLESS)[1] for part in head)
    high = TOP + needed + _BELOW + BOTTOM
    return pages([Sheet(parts=head)], size=(wide, high), author=school.name, title="")

"""How long the records of a case are kept, and when somebody looks whether they still have to be.

Until the pupil has left the school and some years more (two, unless the school sets another
number), and no case that is still at work (domain, 6). Nothing goes by itself: a coordinator looks
through the list, keeps a case a year longer, or has it destroyed with minutes before two witnesses.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.vocabulary import CaseState

CHOICES = (1, 2, 3, 5, 10)
"""Years after the pupil left, among which a school may choose."""


class StillKept(KonfKasusError):
    """The records of a case may not be destroyed yet; nothing was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _(
                "Masa simpan {code} belum berakhir, atau kasusnya dibuka lagi. Tidak ada yang"
                " dimusnahkan."
            ).format(code=code)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """A closed case whose pupil has left the school, and how much is kept of it.

    ``keep_until`` is the day up to which somebody decided to keep it, None if nobody did.
    """

    case_id: int
    code: str
    opened_on: date
    closed_on: date
    left_on: date
    keep_until: date | None = None
    letters: int = 0
    documents: int = 0


def over_on(kept: KeptCase, years: int) -> date:
    """The first day on which the time of keeping is over; ``years`` after the pupil left."""
    over = _years_after(max(kept.left_on, kept.closed_on), years)
    return over if kept.keep_until is None else max(over, kept.keep_until)


def to_review(cases: Iterable[KeptCase], years: int, today: date) -> tuple[KeptCase, ...]:
    """Those of ``cases`` whose time is over, the longest over first."""
    over = [one for one in cases if over_on(one, years) <= today]
    return tuple(sorted(over, key=lambda one: (over_on(one, years), one.case_id)))


def require_over(kept: KeptCase, years: int, today: date) -> None:
    """Stop unless the time of keeping is over.

    Raises:
        StillKept: it is not.
    """
    if over_on(kept, years) > today:
        raise StillKept(kept.code)


def kept_longer(case: Case, today: date, years: int = 1) -> Case:
    """``case`` as it is kept for ``years`` more from ``today`` on.

    Raises:
        StillKept: it is still at work, so that its time has not begun.
    """
    if case.state is not CaseState.CLOSED:
        raise StillKept(case.code)
    return replace(case, keep_until=_years_after(today, years))


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)

"""Addenda to final minutes (ralat): they correct what the minutes say, which itself stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.record import Record


class AddendumRefused(KonfKasusError):
    """The minutes are no final ones, the addendum is not complete, or it was issued already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum(Record):
    """One correction of the minutes of a conference; ``number`` counts from 1 in each conference.

    ``corrects`` is the place in the minutes and what it says there, ``text`` what it should say.
    """

    conference_id: int
    number: int
    dated: date
    corrects: str
    text: str
    reason: str
    by: str

    @property
    def title(self) -> str:
        """``Ralat ke-1 atas notulen``."""
        return _("Ralat ke-{n} atas notulen").format(n=self.number)


def issue(
    conference: Conference,
    earlier: Sequence[Addendum],
    *,
    dated: date,
    corrects: str,
    text: str,
    reason: str,
    by: str,
) -> Addendum:
    """The next addendum to the minutes of ``conference``, after ``earlier``.

    Raises:
        AddendumRefused: the minutes are not final, or something is left empty.
    """
    require_final(conference)
    words = [each.strip() for each in (corrects, text, reason, by)]
    if not all(words):
        raise AddendumRefused(
            _("Ralat belum lengkap, jadi belum dibuat. Isi semua bagiannya, lalu coba lagi.")
        )
    corrects, text, reason, by = words
    return Addendum(
        conference_id=conference.id,
        number=1 + max((one.number for one in earlier), default=0),
        dated=dated,
        corrects=corrects,
        text=text,
        reason=reason,
        by=by,
    )


def require_final(conference: Conference) -> None:
    """Stop unless the minutes are final; until then they are corrected themselves.

    Raises:
        AddendumRefused: they are not.
    """
    if conference.minutes_final_at is None:
        raise AddendumRefused(
            _("Notulen belum final, jadi belum perlu diralat. Perbaiki langsung notulennya.")
        )


def require_new(before: Record | None) -> None:
    """Stop unless an addendum is kept for the first time.

    Raises:
        AddendumRefused: it was issued already.
    """
    if before is not None:
        raise AddendumRefused(
            _("Ralat yang sudah dibuat tidak berubah lagi. Bila perlu, buat ralat berikutnya.")
        )

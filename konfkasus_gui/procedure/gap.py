"""What is still missing, how much it weighs, and the reasons for going on without it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from konfkasus_gui.procedure.record import Record


class Severity(Enum):
    """How much a gap weighs. Only consent and confidentiality may block (product rule)."""

    BLOCKS = "blocks"
    REASON = "reason"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something still missing, and the step that fills it.

    ``key`` names the gap across changes of wording: it ties a written reason to its gap.
    ``about`` names whom or what the sentence counts up; a reason explains those it was written for.
    """

    key: str
    sentence: str
    step: Enum
    severity: Severity = Severity.HINT
    about: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether work stops until the gap is filled."""
        return self.severity is Severity.BLOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """The written reason for going on although something was missing; shown in the evaluation."""

    conference_id: int
    gap: str
    sentence: str
    reason: str = ""
    noted_at: datetime


def by_weight(gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps, blocking ones first, then those that ask for a reason, then hints."""
    order = list(Severity)
    return sorted(gaps, key=lambda gap: order.index(gap.severity))


def written_for(gap: Gap, waivers: Iterable[Waiver]) -> Waiver | None:
    """The reason, perhaps still empty, that was written for ``gap`` and all that it is about."""
    for waiver in waivers:
        if waiver.gap == gap.key and all(one in waiver.sentence for one in gap.about):
            return waiver
    return None


def explained(gap: Gap, waivers: Iterable[Waiver]) -> bool:
    """Whether a reason was written for going on despite ``gap``."""
    waiver = written_for(gap, waivers)
    return waiver is not None and bool(waiver.reason.strip())


def holding(gaps: Iterable[Gap], step: Enum, waivers: Iterable[Waiver]) -> list[Gap]:
    """The gaps of ``step`` that keep one there: blocking, or still without their reason."""
    kept = tuple(waivers)
    return [
        gap
        for gap in gaps
        if gap.step is step
        and (gap.blocks or (gap.severity is Severity.REASON and not explained(gap, kept)))
    ]

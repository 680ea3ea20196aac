"""How far long work has come, told by each of its parts."""

from collections.abc import Callable
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Called with what is done and the total; may raise to stop the work."""

WHOLE = 1000


def silent(_done: int, _total: int) -> None:
    """Nobody is watching."""


def part(report: Report, start: float, end: float) -> Report:
    """What a part of the work calls that reaches from ``start`` to ``end``, between 0 and 1."""

    def told(done: int, total: int) -> None:
        share = done / total if total else 1.0
        report(round(WHOLE * (start + (end - start) * min(share, 1.0))), WHOLE)

    return told

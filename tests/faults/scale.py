"""How much a proof tries: a little in ``make test``, all of it in ``make faults``."""

import os

FULL = 500
ASKED = int(os.environ.get("KONFKASUS_FAULTS", "0"))
"""0 in ``make test``; ``FULL`` in ``make faults``; less or more where somebody asks for it."""


def tries(quick: int, full: int) -> int:
    """``quick`` tries in ``make test``, ``full`` of them in ``make faults``."""
    return max(1, full * ASKED // FULL) if ASKED else quick


def seconds(quick: int, full: int) -> int:
    """The longest that a proof may take, with much patience for a PC that has other work."""
    return max(quick, full * ASKED // FULL) if ASKED else quick

"""When an archive that nobody is using locks by itself (product rule)."""

LOCK_CHOICES = (2, 5, 10, 15, 30)
"""Minutes without a key or a move of the mouse that a school may choose from."""
MEETING_MINUTES = 20
"""While a meeting runs, people talk longer than they type."""


def idle_minutes(chosen: int, *, meeting_runs: bool) -> int:
    """Minutes of rest after which the archive locks; ``chosen`` is what the school wants."""
    return max(chosen, MEETING_MINUTES) if meeting_runs else chosen

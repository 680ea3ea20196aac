"""How long one waits after a wrong passphrase: each time twice as long, up to a minute."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FIRST = timedelta(seconds=1)
LONGEST = timedelta(seconds=60)


def wait_after(failures: int) -> timedelta:
    """The wait after so many wrong passphrases in a row."""
    if failures <= 0:
        return timedelta()
    doubled: int = 2 ** min(failures - 1, 6)  # 64 s is above the longest wait
    return min(FIRST * doubled, LONGEST)


def left_to_wait(failures: Sequence[datetime], now: datetime) -> timedelta:
    """What is left of the wait after ``failures``, which have their times in order.

    A clock that was set back lets nobody in earlier: the wait begins anew.
    """
    if not failures:
        return timedelta()
    whole = wait_after(len(failures))
    passed = now - failures[-1]
    return whole if passed < timedelta() else max(whole - passed, timedelta())

"""Which backups stay, whether one is due now, and whether the copy elsewhere is old.

Promised whatever the clock says: a backup dated after now stays (a clock that was set back must
not cost the newest ones), the newest one up to now stays, and whole days, weeks and months are
counted only where there is a backup, so that a clock set forward empties nothing.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

DAILY = 7
WEEKLY = 4
MONTHLY = 12
RECENT = 10
"""How many stay of whatever day: before each import, restore or destruction there is one."""
OFTEN_ENOUGH = timedelta(hours=3)
"""How old the newest backup may become while the archive is open and changes."""
COPY_OLD_AFTER = 7  # days

Period = tuple[int, ...]


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those of ``times`` whose backups stay: the newest of 7 days, 4 weeks and 12 months.

    The last few stay as well, so that what was before a deed outlives the next one of the day.

    Args:
        times: when each proven backup was made, in local time; damaged ones are not among them.
        now: the local time.
    """
    every = set(times)
    past = sorted((time for time in every if time <= now), reverse=True)
    stay = every.difference(past) | set(past[:RECENT])
    for period, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        stay.update(_newest(past, period, count))
    return frozenset(stay)


def due(made: Iterable[tuple[datetime, int]], now: datetime, cases: int, changed: bool) -> bool:
    """Whether to make a backup now: the first of a day, and one of what the day brought.

    Those dated later than today do not count. Nor do those without a case once there is one: what
    was backed up at the first start is no backup of the first day's work.

    Args:
        made: the proven backups: when each was made, in local time, and how many cases it holds.
        now: the local time.
        cases: how many the archive holds.
        changed: whether anything was kept since the newest of them.
    """
    times = [time for time, count in made if (count or not cases) and time.date() == now.date()]
    return not times or (changed and min(abs(now - time) for time in times) >= OFTEN_ENOUGH)


def outlived(replaced_at: datetime, times: Iterable[datetime]) -> bool:
    """Whether an archive that was replaced at ``replaced_at`` by a restored one may go at last.

    That is when backups of as many later months are there as are kept, so that none is as old any
    more; neither a clock set forward nor one set back brings that about.

    Args:
        replaced_at: in local time.
        times: when each proven backup was made, in local time.
    """
    return len({_month(time) for time in times if time > replaced_at}) >= MONTHLY


def copy_is_old(proven_on: date | None, today: date) -> bool:
    """Whether to remind of the second place.

    True where no copy was ever proven, where that is 7 days ago or more, and where the date is
    still to come: then nobody knows how old the copy is.
    """
    return proven_on is None or not 0 <= (today - proven_on).days < COPY_OLD_AFTER


def _newest(
    newest_first: list[datetime], period: Callable[[datetime], Period], count: int
) -> Iterable[datetime]:
    found: dict[Period, datetime] = {}
    for time in newest_first:
        found.setdefault(period(time), time)
    return list(found.values())[:count]


def _day(time: datetime) -> Period:
    return time.year, time.month, time.day


def _week(time: datetime) -> Period:
    return tuple(time.isocalendar())[:2]


def _month(time: datetime) -> Period:
    return time.year, time.month

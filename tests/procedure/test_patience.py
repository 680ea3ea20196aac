from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from konfkasus_gui.procedure.patience import LONGEST, left_to_wait, wait_after

NOON = datetime(2026, 3, 2, 12)
moments = some.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1))


def test_each_wait_is_twice_the_one_before_up_to_a_minute():
    waits = [wait_after(failures).total_seconds() for failures in range(9)]
    assert waits == [0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_the_wait_passes():
    failures = [NOON] * 4
    assert left_to_wait(failures, NOON + timedelta(seconds=3)) == timedelta(seconds=5)
    assert left_to_wait(failures, NOON + timedelta(seconds=8)) == timedelta()


def test_a_clock_set_back_begins_the_wait_anew():
    assert left_to_wait([NOON] * 7, NOON - timedelta(days=1)) == LONGEST


@given(some.lists(moments, max_size=30), moments)
def test_nobody_waits_for_less_than_nothing_or_more_than_a_minute(failures, now):
    assert timedelta() <= left_to_wait(failures, now) <= LONGEST

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.rotation import DAILY, MONTHLY, RECENT, WEEKLY, copy_is_old, due, kept

NOW = datetime(2026, 11, 23, 8, 15)
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2033, 1, 1))
MANY = st.lists(TIMES, max_size=60)


def daily(days):
    return [NOW - timedelta(days=number) for number in range(days)]


@given(MANY, TIMES)
def test_only_what_there_is_can_stay(times, now):
    assert kept(times, now) <= set(times)


@given(MANY, TIMES)
def test_the_newest_stays_whatever_the_clock_says(times, now):
    past = [time for time in times if time <= now]
    stay = kept(times, now)
    assert not times or max(times) in stay
    assert not past or max(past) in stay


@given(MANY, TIMES)
def test_what_is_dated_after_now_stays(times, now):
    assert {time for time in times if time > now} <= kept(times, now)


@given(MANY, TIMES)
def test_no_more_stay_than_were_promised(times, now):
    past = {time for time in times if time <= now}
    assert len(kept(times, now) & past) <= DAILY + WEEKLY + MONTHLY + RECENT


@given(MANY, TIMES)
def test_a_second_rotation_removes_nothing_more(times, now):
    stay = kept(times, now)
    assert kept(stay, now) == stay


@given(MANY, TIMES)
def test_each_of_the_last_seven_days_with_a_backup_keeps_its_newest(times, now):
    past = [time for time in times if time <= now]
    days = sorted({time.date() for time in past}, reverse=True)[:DAILY]
    newest = {max(time for time in past if time.date() == day) for day in days}
    assert newest <= kept(times, now)


@given(MANY, TIMES)
def test_the_last_few_stay_whatever_their_day(times, now):
    past = sorted({time for time in times if time <= now}, reverse=True)
    assert set(past[:RECENT]) <= kept(times, now)


@given(st.integers(1, 1500))
def test_rotating_each_day_reaches_back_a_year(days):
    stay = frozenset()
    for time in reversed(daily(days)):
        stay = kept(stay | {time}, time)
    assert NOW in stay
    assert NOW - min(stay) >= timedelta(days=min(days - 31, 320))
    assert len(stay) >= min(days, DAILY)


def test_a_clock_that_ran_years_ahead_costs_no_earlier_backup_at_once():
    stay = kept([*daily(5), NOW + timedelta(days=9000)], NOW + timedelta(days=9001))
    assert set(daily(5)) <= stay


def test_a_backup_is_due_until_there_is_one_of_today():
    for changed in (False, True):
        assert due([], NOW, 3, changed)
        assert due([(NOW - timedelta(days=1), 3)], NOW, 3, changed)
        assert due([(NOW + timedelta(days=400), 3)], NOW, 3, changed)
        assert not due([(NOW, 3)], NOW, 3, changed)


def test_what_the_day_brought_is_backed_up_after_some_hours():
    morning = [(NOW - timedelta(days=1), 2), (NOW, 3)]
    for hours, is_due in ((1, False), (2.9, False), (3, True), (7, True)):
        later = NOW + timedelta(hours=hours)
        assert due(morning, later, 3, True) is is_due
        assert not due(morning, later, 3, False)


def test_a_clock_set_back_within_the_day_stops_no_backup():
    made = [(NOW + timedelta(hours=9), 3)]
    assert due(made, NOW, 3, True)
    assert not due([*made, (NOW, 3)], NOW + timedelta(minutes=5), 3, True)


def test_what_was_backed_up_before_the_first_case_is_no_backup_of_it():
    assert not due([(NOW, 0)], NOW, 0, True)
    assert due([(NOW, 0)], NOW, 1, False)
    assert not due([(NOW, 0), (NOW, 1)], NOW, 1, True)


@pytest.mark.parametrize(
    ("proven_on", "old"),
    [
        (None, True),
        (date(2026, 11, 23), False),
        (date(2026, 11, 17), False),
        (date(2026, 11, 16), True),
        (date(2026, 11, 24), True),
    ],
)
def test_the_copy_elsewhere_is_old_after_a_week(proven_on, old):
    assert copy_is_old(proven_on, NOW.date()) is old

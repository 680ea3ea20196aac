from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure import calendar


def test_dates_are_written_as_in_letters():
    day = date(2026, 11, 23)
    assert calendar.full_date(day) == "Senin, 23 November 2026"
    assert calendar.long_date(date(2026, 5, 1)) == "1 Mei 2026"
    assert calendar.short_date(day) == "23 Nov"


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "written"),
    [
        (None, None, ""),
        (None, time(11), ""),
        (time(9), None, "09.00 WIB s.d. selesai"),
        (time(10), time(11, 30), "10.00–11.30 WIB"),
    ],
)
def test_times_have_a_dot_and_a_zone(starts_at, ends_at, written):
    assert calendar.time_span(starts_at, ends_at, "WIB") == written


@pytest.mark.parametrize(
    ("day", "year", "half"),
    [
        (date(2026, 6, 30), "2025/2026", "Genap"),
        (date(2026, 7, 1), "2026/2027", "Ganjil"),
        (date(2027, 1, 1), "2026/2027", "Genap"),
    ],
)
def test_a_school_year_begins_in_july(day, year, half):
    assert (calendar.school_year(day), calendar.semester(day)) == (year, half)


@given(st.dates())
def test_every_day_has_its_name(day):
    assert calendar.full_date(day).split(",")[0] == calendar.DAYS[day.weekday()]

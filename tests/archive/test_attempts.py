from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from konfkasus_gui.archive.attempts import MOST, Attempts
from konfkasus_gui.procedure.patience import LONGEST

NOON = datetime(2026, 3, 2, 12)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "percobaan.json"


def test_a_new_folder_lets_one_try_at_once(path):
    assert Attempts(path).wait(NOON) == timedelta()
    assert not path.exists()


def test_the_wait_outlives_the_program(path):
    for second in range(4):
        Attempts(path).failed(NOON + timedelta(seconds=second))
    assert Attempts(path).wait(NOON + timedelta(seconds=3)) == timedelta(seconds=8)


def test_the_times_of_the_failures_are_told(path):
    attempts = Attempts(path)
    attempts.failed(NOON)
    attempts.failed(NOON + timedelta(hours=1))
    assert attempts.failures(NOON) == (NOON, NOON + timedelta(hours=1))


def test_the_file_does_not_grow_for_ever(path):
    for minute in range(MOST + 5):
        Attempts(path).failed(NOON + timedelta(minutes=minute))
    assert len(Attempts(path).failures(NOON)) == MOST


@given(content=some.binary() | some.text().map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_costs_the_longest_wait_and_nothing_else(path, content):
    path.write_bytes(content)
    assert Attempts(path).wait(NOON) == LONGEST
    assert Attempts(path).wait(NOON + LONGEST) == timedelta()


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b'{"failures": 3}',
        b'{"failures": ["2026-03-02T12:00:00+07:00"]}',
        b'{"failures": [1]}',
        b"[" * 5000,
        b'{"failures": []}' + b" " * 20_000,
    ],
)
def test_a_file_of_another_shape_is_a_damaged_one(path, content):
    path.write_bytes(content)
    assert Attempts(path).wait(NOON) == LONGEST


def test_a_clock_that_was_put_right_costs_one_more_wait_and_no_years(path):
    for _time in range(2):
        Attempts(path).failed(NOON + timedelta(days=1200))
    assert Attempts(path).wait(NOON) == timedelta(seconds=2)
    assert Attempts(path).wait(NOON + timedelta(seconds=1)) == timedelta(seconds=1)
    assert Attempts(path).wait(NOON + timedelta(seconds=2)) == timedelta()

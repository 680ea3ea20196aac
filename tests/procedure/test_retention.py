from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.retention import (
    KeptCase,
    StillKept,
    kept_longer,
    over_on,
    require_over,
    to_review,
)
from konfkasus_gui.procedure.vocabulary import CaseState

LEFT = date(2024, 6, 20)


def kept(case_id=1, **how):
    facts = {"opened_on": date(2023, 2, 1), "closed_on": date(2023, 5, 4), "left_on": LEFT, **how}
    return KeptCase(case_id=case_id, code=f"KK-2023-{case_id:03}", **facts)


def test_the_time_begins_as_the_pupil_leaves():
    assert over_on(kept(), 2) == date(2026, 6, 20)


def test_a_case_that_was_closed_later_is_kept_from_then_on():
    assert over_on(kept(closed_on=date(2025, 1, 7)), 2) == date(2027, 1, 7)


def test_whoever_left_on_a_leap_day_is_kept_a_day_longer_and_not_shorter():
    assert over_on(kept(left_on=date(2024, 2, 29)), 2) == date(2026, 3, 1)


def test_a_decision_to_keep_it_counts_until_its_day():
    assert over_on(kept(keep_until=date(2028, 1, 1)), 2) == date(2028, 1, 1)
    assert over_on(kept(keep_until=date(2025, 1, 1)), 2) == date(2026, 6, 20)


def test_the_longest_over_stand_first_and_those_to_come_not_at_all():
    cases = [kept(1), kept(2, left_on=date(2023, 6, 20)), kept(3, left_on=date(2026, 1, 1))]
    assert [one.case_id for one in to_review(cases, 2, date(2026, 6, 20))] == [2, 1]
    assert to_review(cases, 2, date(2025, 6, 19)) == ()


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from([1, 2, 3, 5, 10]))
def test_nothing_is_over_before_its_years_are(left_on, years):
    one = kept(left_on=left_on, closed_on=left_on)
    assert over_on(one, years).year == left_on.year + years
    assert to_review([one], years, left_on) == ()


def test_what_is_still_kept_is_not_destroyed():
    with pytest.raises(StillKept, match="KK-2023-001"):
        require_over(kept(), 2, date(2026, 6, 19))
    require_over(kept(), 2, date(2026, 6, 20))


def test_only_a_closed_case_is_kept_longer():
    case = Case(code="KK-2023-001", student_id=1, opened_on=date(2023, 2, 1))
    with pytest.raises(StillKept):
        kept_longer(case, date(2026, 6, 20))
    closed = Case(
        code="KK-2023-001",
        student_id=1,
        opened_on=date(2023, 2, 1),
        state=CaseState.CLOSED,
        closed_on=date(2023, 5, 4),
    )
    assert kept_longer(closed, date(2026, 6, 20)).keep_until == date(2027, 6, 20)

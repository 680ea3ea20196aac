from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.procedure.consent import Consent, answered
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentState

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
UNASKED = Consent(case_id=1, giver=ConsentGiver.GUARDIAN)


def on(before, state, day, **more):
    return answered(before, replace(before, state=state, **more), day, "Siti")


def test_an_answer_has_its_day_and_who_recorded_it():
    given = on(UNASKED, ConsentState.GIVEN, MONDAY)
    assert (given.given_on, given.recorded_by) == (MONDAY, "Siti")


@pytest.mark.parametrize("earlier", [ConsentState.REFUSED, ConsentState.UNOBTAINABLE])
def test_an_agreement_after_a_refusal_has_its_own_day(earlier):
    refused = on(UNASKED, earlier, MONDAY)
    assert on(refused, ConsentState.GIVEN, FRIDAY).given_on == FRIDAY
    chosen = on(refused, ConsentState.GIVEN, FRIDAY, given_on=date(2026, 3, 5))
    assert chosen.given_on == date(2026, 3, 5)


def test_a_condition_added_later_keeps_the_day_of_the_agreement():
    given = on(UNASKED, ConsentState.GIVEN, MONDAY)
    assert on(given, ConsentState.CONDITIONAL, FRIDAY).given_on == MONDAY

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from konfkasus_gui.procedure import pausing
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.vocabulary import ConferenceState

TEN = datetime(2026, 3, 2, 10)


def pause(began, ended=None, **told):
    """A pause from so many minutes after ten."""
    return Pause(
        conference_id=1,
        began_at=TEN + timedelta(minutes=began),
        ended_at=None if ended is None else TEN + timedelta(minutes=ended),
        **told,
    )


@pytest.fixture
def running(complete):
    conference = replace(complete.conference, opened_at=TEN)
    said = tuple(replace(one, said_at=TEN) for one in complete.contributions)
    plan = replace(complete.plan, conference=conference, waivers=())
    return replace(complete, plan=plan, contributions=said)


def test_the_pause_that_goes_on_is_the_last_without_an_end():
    assert pausing.standing(()) is None
    assert pausing.standing((pause(1, 2),)) is None
    assert pausing.standing((pause(1, 2), pause(5))) == pause(5)


def test_a_pause_never_ends_before_it_began():
    assert pausing.ended(pause(5), TEN).ended_at == TEN + timedelta(minutes=5)
    assert pausing.ended(pause(5), TEN + timedelta(hours=1)).ended_at.hour == 11


def test_a_running_meeting_without_a_sign_was_perhaps_cut_off(running):
    soon, later = TEN + timedelta(minutes=14), TEN + timedelta(minutes=15)
    assert pausing.cut_off_since(running, soon) is None
    assert pausing.cut_off_since(running, later) == TEN
    rested = replace(running, pauses=(pause(3, 10),))
    assert pausing.cut_off_since(rested, later) is None
    paused = replace(running.conference, state=ConferenceState.PAUSED)
    resting = replace(running, plan=replace(running.plan, conference=paused))
    assert pausing.cut_off_since(resting, later) is None


def test_the_gap_is_a_pause_with_a_reason(running):
    cut = pausing.cut_off(running, TEN, TEN + timedelta(hours=20))
    assert (cut.began_at, cut.ended_at) == (TEN, TEN + timedelta(hours=20))
    assert cut.reason == "terputus"


def test_pauses_are_left_out_of_how_long_a_meeting_lasted(running):
    now = TEN + timedelta(minutes=50)
    assert pausing.lasted(running, now) == timedelta(minutes=50)
    rested = replace(running, pauses=(pause(10, 15), pause(40)))
    assert pausing.lasted(rested, now) == timedelta(minutes=35)
    unopened = replace(running.conference, opened_at=None)
    plan = replace(running.plan, conference=unopened)
    assert pausing.lasted(replace(running, plan=plan), now) == timedelta()


def test_the_clock_stands_still_only_through_a_long_rest(running):
    assert pausing.clock_from(running) == TEN
    rested = replace(running, pauses=(pause(10, 15), pause(20, 20 + 24 * 60), pause(1500)))
    assert pausing.clock_from(rested) == TEN + timedelta(hours=24)
    unopened = replace(running.conference, opened_at=None)
    plan = replace(running.plan, conference=unopened)
    assert pausing.clock_from(replace(running, plan=plan)) is None


def test_pauses_in_words():
    next_day = pause(60, 60 + 23 * 60, resumes_on=date(2026, 3, 3))
    words = pausing.in_words((pause(5, 12, reason="istirahat"), next_day, pause(90)))
    assert words == ("10.05–10.12 (istirahat); 11.00 sampai 3 Maret 2026 pukul 10.00; sejak 11.30")
    assert pausing.in_words(()) == ""

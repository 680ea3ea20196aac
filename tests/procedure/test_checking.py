from dataclasses import replace
from datetime import date, timedelta

import pytest

from konfkasus_gui.procedure import checking
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import Action, FollowUp, Progress
from konfkasus_gui.procedure.vocabulary import ActionState, CheckManner, Kept, Trend

MONDAY = date(2026, 3, 2)
ACTION = Action(id=1, conference_id=1, what="Kunjungan rumah", due_on=MONDAY)
LOOK = Progress(action_id=1, noted_on=MONDAY)


def test_the_worse_things_are_the_sooner_one_looks_again():
    days = [checking.next_check(trend, MONDAY) for trend in Trend]
    assert days == [MONDAY + timedelta(days=n) for n in (3, 7, 14)] + [None]
    assert checking.next_check(None, MONDAY) is None


def test_the_next_look_is_proposed_until_another_day_is_chosen():
    better = checking.noted(LOOK, replace(LOOK, trend=Trend.BETTER))
    assert better.next_check == MONDAY + timedelta(days=14)
    worse = checking.noted(better, replace(better, trend=Trend.WORSE))
    assert worse.next_check == MONDAY + timedelta(days=3)
    later = checking.noted(worse, replace(worse, noted_on=MONDAY + timedelta(days=1)))
    assert later.next_check == MONDAY + timedelta(days=4)
    own = checking.noted(worse, replace(worse, next_check=MONDAY + timedelta(days=30)))
    assert checking.noted(own, replace(own, trend=Trend.SAME)).next_check == own.next_check
    assert checking.noted(better, replace(better, text="Rajin")).next_check == better.next_check
    solved = checking.noted(better, replace(better, trend=Trend.SOLVED))
    assert solved.next_check is None


@pytest.mark.parametrize(
    ("state", "before", "look", "after"),
    [
        (ActionState.NOT_STARTED, LOOK, replace(LOOK, trend=Trend.SOLVED), ActionState.DONE),
        (ActionState.NOT_STARTED, LOOK, replace(LOOK, text="Mulai"), ActionState.RUNNING),
        (ActionState.NOT_STARTED, LOOK, LOOK, ActionState.NOT_STARTED),
        (ActionState.RUNNING, LOOK, replace(LOOK, trend=Trend.SAME), ActionState.RUNNING),
        (ActionState.DROPPED, LOOK, replace(LOOK, trend=Trend.SOLVED), ActionState.DROPPED),
        (ActionState.DONE, LOOK, replace(LOOK, manner=CheckManner.MET), ActionState.DONE),
        (
            ActionState.DONE,
            replace(LOOK, trend=Trend.SOLVED),
            replace(LOOK, trend=Trend.BETTER),
            ActionState.RUNNING,
        ),
        (
            ActionState.DONE,
            replace(LOOK, trend=Trend.SOLVED),
            replace(LOOK, trend=Trend.SOLVED, text="Ya"),
            ActionState.DONE,
        ),
    ],
)
def test_what_a_look_makes_of_its_action(state, before, look, after):
    moved = checking.after_look(replace(ACTION, state=state), before, look)
    assert moved.state is after
    if after is not state:
        assert moved.ended_on == (MONDAY if after is ActionState.DONE else None)


def test_a_judgement_has_its_day_and_can_be_taken_back():
    judged = checking.judged(ACTION, Kept.PARTLY, MONDAY)
    assert (judged.kept, judged.kept_on) == (Kept.PARTLY, MONDAY)
    assert checking.judged(judged, None, MONDAY) == ACTION


def test_what_was_not_kept_is_known_and_counted(complete):
    actions = (
        replace(ACTION, id=1, kept=Kept.KEPT),
        replace(ACTION, id=2, kept=Kept.PARTLY),
        replace(ACTION, id=3, kept=Kept.NOT_KEPT),
        replace(ACTION, id=4, state=ActionState.DONE),
        replace(ACTION, id=5),
        replace(ACTION, id=6, chosen=False),
    )
    followed = FollowUp(Appraisal(complete, Evaluation(conference_id=1)), actions=actions)
    assert [one.id for one in checking.unkept(followed)] == [2, 3, 5]
    words = checking.kept_in_words(actions[:5])
    assert words == "1 ditepati, 1 sebagian, 1 belum ditepati, 2 belum dinilai"
    assert checking.kept_in_words(()) == ""

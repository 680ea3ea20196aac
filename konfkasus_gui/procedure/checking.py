"""A look at an action (cek cepat): what follows from it, and whether a promise was kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from konfkasus_gui.language import _
from konfkasus_gui.procedure.follow_up import Action, FollowUp, Progress, moved
from konfkasus_gui.procedure.vocabulary import ActionState, Kept, Trend

_NEXT = {
    Trend.WORSE: timedelta(days=3),
    Trend.SAME: timedelta(days=7),
    Trend.BETTER: timedelta(days=14),
}
"""How soon one looks again: the worse, the sooner."""


def next_check(trend: Trend | None, noted_on: date) -> date | None:
    """The day proposed for the next look; None once it is solved, or nothing is known yet."""
    return noted_on + _NEXT[trend] if trend in _NEXT else None


def noted(before: Progress, after: Progress) -> Progress:
    """``after`` with the proposed day of the next look, unless another one was chosen."""
    proposed = next_check(before.trend, before.noted_on)
    if after.next_check != before.next_check or after.next_check not in (None, proposed):
        return after
    if (after.trend, after.noted_on) == (before.trend, before.noted_on):
        return after
    return replace(after, next_check=next_check(after.trend, after.noted_on))


def after_look(action: Action, before: Progress, look: Progress) -> Action:
    """The action as a look leaves it: solved ends it, anything else shows that it is under way.

    ``before`` is the look as it stood: one that is no longer called solved lets the action go on.
    """
    if look.trend is Trend.SOLVED and action.state is not ActionState.DROPPED:
        return moved(action, replace(action, state=ActionState.DONE), look.noted_on)
    reopened = action.state is ActionState.DONE and before.trend is Trend.SOLVED
    begun = action.state is ActionState.NOT_STARTED and look.written
    if begun or (reopened and look.trend is not Trend.SOLVED):
        return moved(action, replace(action, state=ActionState.RUNNING), look.noted_on)
    return action


def judged(action: Action, kept: Kept | None, on: date) -> Action:
    """The action with a judgement and its day, or without one."""
    return replace(action, kept=kept, kept_on=None if kept is None else on)


def unkept(followed: FollowUp) -> tuple[Action, ...]:
    """The actions that were not done as promised, or not yet."""
    return tuple(
        action
        for action in followed.chosen()
        if action.kept in (Kept.PARTLY, Kept.NOT_KEPT)
        or (action.kept is None and action.state is not ActionState.DONE)
    )


def kept_in_words(actions: Iterable[Action]) -> str:
    """``3 ditepati, 1 sebagian, 2 belum dinilai``; empty where there is nothing to judge."""
    counted = Counter(action.kept for action in actions)
    words = [
        _("{n} {word}").format(n=counted[kept], word=kept.label) for kept in Kept if counted[kept]
    ]
    if counted[None]:
        words.append(_("{n} belum dinilai").format(n=counted[None]))
    return ", ".join(words)

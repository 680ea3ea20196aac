"""What a counselor does in the follow-up: several values at once, all or nothing."""

from collections.abc import Iterable

from konfkasus_gui.procedure import checking, follow_up
from konfkasus_gui.procedure.follow_up import Action, FollowUp, Progress
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.screens.session import Session


def keep_commitments(
    session: Session, followed: FollowUp, promises: Iterable[Commitment]
) -> tuple[Action, ...]:
    """An action for each of ``promises``, done by whoever made it."""
    with session.together():
        return tuple(
            session.save(follow_up.action_from(promise, followed.promiser(promise)))
            for promise in promises
        )


def keep_look(session: Session, edited: Progress) -> Progress:
    """Keep a look at an action and what follows from it: the next day, the action's state."""
    action = session.get(Action, edited.action_id)
    before = (
        session.get(Progress, edited.id)
        if edited.id
        else Progress(action_id=action.id, noted_on=edited.noted_on)
    )
    look = checking.noted(before, edited)
    after = checking.after_look(action, before, look)
    with session.together():
        kept = session.save(look)
        if after != action:
            session.save(after)
    return kept

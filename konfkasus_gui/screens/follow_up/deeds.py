"""What a counselor does in the follow-up: several values at once, all or nothing."""

from collections.abc import Iterable

from konfkasus_gui.procedure import follow_up
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.meeting import Commitment
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

"""What a counselor does in the follow-up: several values at once, all or nothing."""

from collections.abc import Iterable
from dataclasses import replace

from konfkasus_gui.procedure import follow_up
from konfkasus_gui.procedure.follow_up import Action, FollowUp, Progress
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


def restore_action(session: Session, action: Action, looks: Iterable[Progress]) -> Action:
    """Bring back an action that was removed, with what was noted of it."""
    with session.together():
        kept = session.save(replace(action, id=0))
        for look in looks:
            session.save(replace(look, id=0, action_id=kept.id))
    return kept

"""What follows when a consent is taken back, and when there is a new one."""

from dataclasses import dataclass, replace

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.conduct import pause
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import (
    INVITING,
    RETIRED,
    Conference,
    Plan,
    consented,
    withdrawn,
)
from konfkasus_gui.procedure.vocabulary import CaseState, ConferenceState, LetterState


@dataclass(frozen=True, slots=True)
class Stop:
    """What a withdrawal stops in one conference: only what changes."""

    conference: Conference | None
    letters: tuple[Letter, ...]


def stop(plan: Plan) -> Stop:
    """A running meeting pauses, open invitations lapse; a meeting that was held stays as it is."""
    state = plan.conference.state
    running = state is ConferenceState.RUNNING
    return Stop(
        pause(plan.conference) if running else None,
        tuple(
            replace(letter, state=LetterState.CANCELLED)
            for letter in plan.letters
            if letter.kind in INVITING
            and letter.state not in RETIRED
            and state is not ConferenceState.HELD
        ),
    )


def freeze(case: Case) -> Case:
    """The case frozen: nothing goes on until there is a new consent."""
    return replace(case, state=CaseState.FROZEN)


def thaw(plan: Plan) -> Case:
    """The case as a new consent leaves it: open or closed, as it was before a withdrawal."""
    if plan.case.state is CaseState.FROZEN and consented(plan) and not withdrawn(plan):
        return replace(plan.case, state=CaseState.CLOSED if plan.case.closed_on else CaseState.OPEN)
    return plan.case


def reopen(case: Case, *, frozen: bool) -> Case:
    """The closed case open again, its closing note kept; ``frozen`` while a withdrawal stands.

    One that was declined is looked at anew.
    """
    declined = case.other_service is not None
    state = CaseState.SCREENING if declined else CaseState.OPEN
    return replace(case, state=CaseState.FROZEN if frozen else state, closed_on=None)

"""What follows when a consent is taken back, and when there is a new one."""

from dataclasses import dataclass, replace

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.conduct import pause
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.meeting import Meeting
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


def kept_in_words(meeting: Meeting) -> str:
    """What a meeting that is stopped leaves behind, locked: ``3 kehadiran, 12 keterangan``."""
    counted = (
        (sum(one.presence is not None for one in meeting.attendances), _("{n} kehadiran")),
        (sum(bool(one.text.strip()) for one in meeting.contributions), _("{n} keterangan")),
        (sum(bool(one.text.strip()) for one in meeting.conclusions), _("{n} kesimpulan")),
        (sum(bool(one.text.strip()) for one in meeting.commitments), _("{n} komitmen")),
        (sum(bool(one.text.strip()) for one in meeting.remarks), _("{n} catatan lain")),
    )
    return ", ".join(words.format(n=n) for n, words in counted if n)


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

"""What may still be changed or removed: final minutes never, and nothing of a case that rests."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.addendum import Addendum, require_final, require_new
from konfkasus_gui.procedure.case import Case, require_open
from konfkasus_gui.procedure.conduct import require_draft
from konfkasus_gui.procedure.evaluation import Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, Progress
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.seats import require_not_begun
from konfkasus_gui.procedure.vocabulary import CaseState


class StillNeeded(KonfKasusError):
    """Something that is kept rests on the value that was to be removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a value stands on, as the archive holds it.

    ``before`` is the value itself as it was kept, None for a new one. ``conferences`` are the
    meetings whose minutes hold it: its own, or those in which a data item was presented.
    ``actions`` counts the follow-up actions that keep a commitment.
    """

    case: Case
    before: Record | None = None
    conferences: tuple[Conference, ...] = ()
    actions: int = 0


MINUTED = (
    Attendance,
    Presentation,
    Contribution,
    Abstention,
    Conclusion,
    Remark,
    Commitment,
    Pause,
    Citation,
    Answer,
    Duration,
)
"""The kinds of value that are written during the meeting."""

IN_MINUTES = (*MINUTED, Conference, Participant, DataItem)
"""The kinds of value that stand in the minutes."""

RESTING = (
    *IN_MINUTES,
    Waiver,
    Addendum,
    Referral,
    Evaluation,
    Judgement,
    Action,
    Progress,
    Assessment,
    Debriefing,
)
"""The kinds of value that rest with their case."""

_NOT_IN_MINUTES: Mapping[type[Record], frozenset[str]] = {
    Contribution: frozenset({"meaningful"}),
    Participant: frozenset({"person_id"}),
}
"""What is judged or looked up later than the minutes."""

_OF_A_FROZEN_CASE = frozenset({"closing_note"})
_OF_ANY_CASE = frozenset({"keep_until"})


def require_changeable(ground: Ground, after: Record) -> None:
    """Stop unless ``after`` may be kept in place of ``ground.before``.

    Raises:
        CaseNotOpen: the case is frozen or closed.
        MinutesFinal: the value stands in minutes that are final.
        AddendumRefused: an addendum was issued already, or the minutes are not final.
    """
    changed = _changed(ground.before, after)
    if isinstance(after, Case):
        _require_case_changeable(ground.case, changed)
    elif changed and isinstance(after, RESTING):
        require_open(ground.case)
        if isinstance(after, IN_MINUTES) and changed_in_minutes(type(after), changed):
            _require_drafts(ground)
        if isinstance(after, Addendum):
            require_new(ground.before)
            for conference in ground.conferences:
                require_final(conference)


def changed_in_minutes(kind: type[Record], changed: frozenset[str]) -> frozenset[str]:
    """The fields of ``changed`` that stand in the minutes, for a kind that stands in them."""
    return changed - _NOT_IN_MINUTES.get(kind, frozenset())


def require_removable(ground: Ground, value: Record) -> None:
    """Stop unless ``value`` may be removed.

    Raises:
        CaseNotOpen, MinutesFinal: see ``require_changeable``.
        StillNeeded: it was presented in a meeting, or an action keeps it.
        SeatTaken: somebody was invited to a meeting that has begun.
        AddendumRefused: an addendum stays.
    """
    if not isinstance(value, RESTING):
        return
    require_open(ground.case)
    if isinstance(value, Addendum):
        require_new(value)
    if isinstance(value, IN_MINUTES):
        _require_drafts(ground)
    if isinstance(value, Participant):
        for conference in ground.conferences:
            require_not_begun(conference)
    if isinstance(value, DataItem) and ground.conferences:
        raise StillNeeded(
            _("Butir data ini sudah disampaikan dalam konferensi, jadi tetap disimpan.")
        )
    if ground.actions:
        raise StillNeeded(
            _(
                "Komitmen ini sudah menjadi tindakan pada tindak lanjut, jadi tetap disimpan."
                " Ubah saja kalimatnya bila perlu."
            )
        )


def _require_case_changeable(case: Case, changed: frozenset[str]) -> None:
    """A case that rests is only opened, frozen or closed; a frozen one may get its last note."""
    if changed <= _OF_ANY_CASE or "state" in changed:
        return
    if case.state is CaseState.FROZEN and changed <= _OF_A_FROZEN_CASE:
        return
    require_open(case)


def _require_drafts(ground: Ground) -> None:
    for conference in ground.conferences:
        require_draft(conference)


def _changed(before: Record | None, after: Record) -> frozenset[str]:
    """The names of the fields in which ``after`` differs; all of them for a new value."""
    names = (field.name for field in fields(after))
    if before is None:
        return frozenset(names)
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))

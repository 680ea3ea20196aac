"""The end of a case: no open action is forgotten without a reason, and a note says how it ended."""

from dataclasses import replace
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.follow_up import ENDED, Action, FollowUp, moved
from konfkasus_gui.procedure.vocabulary import ActionState, CaseState, ConferenceState


class CaseUnfinished(KonfKasusError):
    """The case cannot be closed yet: a meeting runs, an action is open, or the note is missing."""


class ActionsOpen(CaseUnfinished):
    """Actions have not ended: they end first, or are dropped with a reason."""


def dropped(action: Action, reason: str, on: date) -> Action:
    """The action given up, and why; one that has ended stays as it is."""
    if action.state in ENDED:
        return action
    return moved(action, replace(action, state=ActionState.DROPPED, state_reason=reason), on)


def require_closable(follow_up: FollowUp) -> None:
    """Stop unless the case may be closed; a frozen one, of which nothing goes on, always may.

    Raises:
        CaseUnfinished: the meeting runs, or nobody wrote why an action was dropped.
        ActionsOpen: an action of any of its conferences has not ended.
    """
    if follow_up.case.state is CaseState.FROZEN:
        return
    if follow_up.runs_elsewhere or follow_up.conference.state is ConferenceState.RUNNING:
        raise CaseUnfinished(_("Pertemuan masih berlangsung. Akhiri dahulu, lalu tutup kasusnya."))
    if left := follow_up.left():
        raise ActionsOpen(
            _(
                "Masih ada {n} tindakan yang belum berakhir. Selesaikan atau batalkan dengan"
                " alasan, lalu tutup kasusnya."
            ).format(n=left)
        )
    for action in follow_up.chosen():
        if action.state is ActionState.DROPPED and not action.state_reason.strip():
            raise CaseUnfinished(
                _("Tulis dahulu alasan setiap tindakan yang dibatalkan, pada halaman Kemajuan.")
            )


def close(follow_up: FollowUp, on: date) -> Case:
    """The case closed; it can be reopened.

    Raises:
        CaseUnfinished: see ``require_closable``; or the closing note is missing.
    """
    require_closable(follow_up)
    if not follow_up.case.closing_note.strip():
        raise CaseUnfinished(_("Tulis catatan penutup dahulu sebelum menutup kasus."))
    return replace(follow_up.case, state=CaseState.CLOSED, closed_on=on)

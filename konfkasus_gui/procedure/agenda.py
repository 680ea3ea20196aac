"""What stands below each agenda item beside the meeting: how far it is, how long it took."""

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting, here, unheard
from konfkasus_gui.procedure.timekeeping import in_minutes
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind

ROUNDS = (Agenda.INFORMATION, Agenda.OPINION, Agenda.COMMITMENT)
"""The items at which each participant has a turn."""
BEFORE = {
    Agenda.FIRST_CONCLUSION: Agenda.INFORMATION,
    Agenda.SECOND_CONCLUSION: Agenda.OPINION,
}
"""The round that a conclusion waits for."""
_CONCLUDES = {
    Agenda.FIRST_CONCLUSION: (ConclusionKind.POSITIVE, ConclusionKind.BACKGROUND),
    Agenda.SECOND_CONCLUSION: (ConclusionKind.CAUSE,),
}


def note(meeting: Meeting, agenda: Agenda, seconds: int) -> str:
    """``17 menit · 4 dari 6 peserta``: how long ``agenda`` took and how far it is."""
    return " · ".join(part for part in (in_minutes(seconds), _progress(meeting, agenda)) if part)


def _progress(meeting: Meeting, agenda: Agenda) -> str:
    if agenda is Agenda.PRESENTATION:
        items = meeting.plan.shareable()
        shown = {one.data_item_id for one in meeting.presentations}
        done = sum(item.id in shown for item in items)
        return _("{n} dari {total} butir").format(n=done, total=len(items)) if done else ""
    if agenda in ROUNDS:
        total, left = len(here(meeting)), len(unheard(meeting, agenda))
        if left == total:
            return ""
        return _("{n} dari {total} peserta").format(n=total - left, total=total)
    if agenda in BEFORE:
        found = sum(len(meeting.concluded(kind)) for kind in _CONCLUDES[agenda])
        if found:
            return _("{n} butir").format(n=found)
        if unheard(meeting, BEFORE[agenda]):
            return _("sesudah semua mendapat giliran")
    return ""

"""Where in the meeting a sentence of the minutes was written, so that it can be mended there."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind, RemarkKind

Place = Agenda | RemarkKind
"""An agenda item, or the list of remarks that belongs to no item."""

_CONCLUDED_UNDER = {
    ConclusionKind.POSITIVE: Agenda.FIRST_CONCLUSION,
    ConclusionKind.BACKGROUND: Agenda.FIRST_CONCLUSION,
    ConclusionKind.CAUSE: Agenda.SECOND_CONCLUSION,
}


def place_of(
    meeting: Meeting, sentence: str, found: str, mask: Callable[[str], str] = str
) -> Place | None:
    """Where the words of ``sentence`` were written; None where the meeting does not hold them.

    ``sentence`` is what stands around ``found`` on the paper, which may add words of its own, cut
    long texts and show them through ``mask``.
    """
    sought, core = sentence.casefold().split(), _plain(found)
    best, longest = None, 0
    for place, text in _texts(meeting):
        shown = _plain(mask(text))
        if core not in shown:
            continue
        words = shown.split()
        same = SequenceMatcher(None, sought, words, autojunk=False).find_longest_match().size
        if best is None or same > longest:
            best, longest = place, same
    return best


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _texts(meeting: Meeting) -> Iterator[tuple[Place, str]]:
    """All that was written freely, in the order of the items."""
    for line in meeting.attendances:
        yield Agenda.OPENING, line.represented_by
    for item in meeting.plan.shareable():
        if meeting.presented(item):
            yield Agenda.PRESENTATION, item.text
            yield Agenda.PRESENTATION, item.source
    yield Agenda.PRESENTATION, meeting.conference.diagnosis
    for said in meeting.contributions:
        yield said.agenda, said.text
        yield said.agenda, said.heard_from
    for conclusion in meeting.conclusions:
        yield _CONCLUDED_UNDER[conclusion.kind], conclusion.text
    for promise in meeting.commitments:
        yield Agenda.COMMITMENT, promise.text
    for answer in meeting.answers:
        yield Agenda.INFORMATION, answer.question
    for remark in meeting.remarks:
        yield remark.kind, remark.text

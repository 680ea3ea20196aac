"""The data that planning wished for (data yang ingin diperoleh), ticked off as it is given."""

import re

from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.proceedings import Answer
from konfkasus_gui.procedure.vocabulary import RemarkKind

_BULLET = re.compile(r"^\s*(?:[-–•*·]+|\(?(?:\d{1,2}|[a-z])[.)])\s+", re.IGNORECASE)


def wishes(conference: Conference) -> tuple[str, ...]:
    """What planning wished to learn, one wish a line; bullets and numbers are left out."""
    lines = (_BULLET.sub("", line).strip() for line in conference.wanted.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def in_one_sentence(conference: Conference) -> str:
    """The wishes one after another, for a sentence of a letter; as typed when there is one."""
    wanted = wishes(conference)
    return "; ".join(wish.rstrip(" .;") for wish in wanted[:-1]) + (
        ("; " if len(wanted) > 1 else "") + wanted[-1] if wanted else ""
    )


def answer(meeting: Meeting, wish: str) -> Answer | None:
    """The word that ``wish`` was answered, if it was given."""
    return next((one for one in meeting.answers if one.question == wish), None)


def answered(meeting: Meeting) -> tuple[str, ...]:
    """The wishes that were answered."""
    known = {one.question for one in meeting.answers}
    return tuple(wish for wish in wishes(meeting.conference) if wish in known)


def unanswered(meeting: Meeting) -> tuple[str, ...]:
    """The wishes that nobody has answered yet."""
    known = {one.question for one in meeting.answers}
    return tuple(wish for wish in wishes(meeting.conference) if wish not in known)


def unasked_again(meeting: Meeting) -> tuple[str, ...]:
    """The unanswered wishes that are not yet a question for the next meeting."""
    kept = {one.text.strip() for one in meeting.remarked(RemarkKind.QUESTION)}
    return tuple(wish for wish in unanswered(meeting) if wish not in kept)

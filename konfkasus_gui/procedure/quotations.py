"""Which parts of a text are somebody's own words, between quotation marks."""

import re

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›"}
_MARK = re.compile("[\"'“”„«»‘’‚‹›]")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where each quotation begins and ends, its marks included; they do not overlap.

    A mark inside a word is an apostrophe. What is opened and not closed reaches to the end of its
    paragraph: whoever is typing has not come to the end of it yet.
    """
    found = []
    begin, closing = -1, ""
    for mark in _MARK.finditer(text):
        place, sign = mark.start(), mark.group()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if begin >= 0 and "\n" in text[begin:place]:
            found.append((begin, text.index("\n", begin)))
            begin = -1
        if begin < 0:
            if not before.isalnum() and after and not after.isspace():
                begin, closing = place, _PAIRS.get(sign, sign)
        elif sign in closing and not (sign in "'’" and before.isalnum() and after.isalnum()):
            found.append((begin, place + 1))
            begin = -1
    if begin >= 0:
        end = text.find("\n", begin)
        found.append((begin, len(text) if end < 0 else end))
    return tuple(found)

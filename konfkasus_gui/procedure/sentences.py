"""Where a sentence of Indonesian begins and ends."""

import re

LONGEST = 240
"""Letters; a longer sentence is cut around what it was asked for."""

_END = re.compile(r"[.!?…]+[\"\u201d\u2019)]*(?=\s+[\"\u201c\u2018(]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:drs?|dra|hj|ir|prof|bpk|jl|jln|gg|no|yth|sdr|sdri|[smd]\.?pd|m\.?psi"
    r"|s\.?psi|kons|dll|dsb|dkk|tgl|kec|kab|ds|dsn|hlm|telp|nip))\.$",
    re.IGNORECASE,
)


def ended(sentence: str) -> str:
    """``sentence`` with one full stop at its end, also after a degree that has its own (S.Pd.)."""
    return sentence[:-1] if sentence.endswith("..") and not sentence.endswith("...") else sentence


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which ``text[start:end]`` stands, in one line, at most ``LONGEST`` long."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATED.search(
            text[max(0, match.end() - 12) : match.end()]
        ):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.end()
            break
    before, after = start - first, last - end
    room = max(0, LONGEST - (end - start))
    if before + after > room:
        kept = min(before, room // 2)
        head = text[start - kept : start]
        tail = text[end : end + room - kept]
        around = ("…" if kept < before else "") + head + text[start:end] + tail
        return " ".join(around.split()) + ("…" if room - kept < after else "")
    return " ".join(text[first:last].split())

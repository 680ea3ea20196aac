"""The history's rows chained by hash: what a row vouches for, and where a chain breaks.

Each row keeps the SHA-256 over its own content and the hash of the row before it; one more row
elsewhere keeps how many there are and the last hash, so that rows missing at the end are noticed.

Why the hash has no key: whoever can write to the table has the data key already, and any other
key of the chain would have to lie beside it; an HMAC would look stronger and be no stronger. What
does bind such a person is a place that they cannot write to: each backup tells in its first line
how long the chain was and its hash at that time (an ``Anchor``), and a copy of it lies on a stick
in somebody else's drawer. A chain that was written anew from some row on no longer passes through
these. Each row holds 16 random bytes, its ``uid``, so that no hash in a backup gives its content
away to somebody who guesses.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.word import Word

START = ""
"""The hash before the first row."""
MOST_BREAKS = 100
"""Breaks that are told; after so many nobody reads on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One row of the history exactly as it lies in the archive.

    ``number`` is its id; ``at`` the text of its time. ``case_code`` is the code of the case that it
    points to, None where it points to none.
    """

    number: int
    uid: str
    at: str
    account_id: int | None
    code: str
    deed: str
    note: str
    previous: str
    digest: str
    case_code: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """How many rows the chain has, and the hash of the last one."""

    count: int = 0
    digest: str = START


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of the chain as a backup saw it when it was made."""

    made_at: datetime
    end: End


class Fault(Word):
    """What is wrong with a row, in a sentence."""

    CHANGED = "changed", N_("Isi baris ini diubah setelah dicatat.")
    REMOVED = "removed", N_("Sebelum baris ini ada baris yang dihapus.")
    MOVED = "moved", N_("Di sini ada baris yang disisipkan atau dipindahkan.")
    CUT = "cut", N_("Setelah baris ini ada baris terakhir yang dihapus.")
    ADDED = "added", N_("Setelah baris ini ada baris yang ditambahkan dari luar program.")
    REWRITTEN = "rewritten", N_("Sampai baris ini riwayat lain daripada yang ada pada cadangan.")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain breaks.

    ``number`` is the id of the row there, 0 before the first one. ``at`` is the row's time as it is
    written, empty without a row; for ``REWRITTEN`` the time of the backup.
    """

    fault: Fault
    number: int
    at: str = ""


@dataclass(frozen=True, slots=True)
class Soundness:
    """What came of a look at the whole chain.

    ``anchors`` counts the backups that agree with it; ``digest`` is the hash of its last row.
    """

    rows: int
    breaks: tuple[Break, ...] = ()
    anchors: int = 0
    digest: str = START

    @property
    def whole(self) -> bool:
        """Whether no break was found."""
        return not self.breaks


@dataclass(slots=True)
class _Walk:
    """How far the chain was followed."""

    rows: int = 0
    number: int = 0
    at: str = ""
    digest: str = START
    found: list[Break] = field(default_factory=list)


def digest_of(link: Link) -> str:
    """The hash that ``link`` ought to have: 64 hexadecimal digits.

    The id is left out, because it follows from the order; the case stands by its code, which stays
    when the case itself is destroyed.
    """
    content = [
        link.previous,
        link.uid,
        link.at,
        link.account_id,
        link.code,
        link.deed,
        link.note,
    ]
    return sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


def followed(
    links: Iterable[Link],
    end: End,
    anchors: Sequence[Anchor] = (),
    restored: Sequence[tuple[datetime, datetime]] = (),
) -> Soundness:
    """Where the chain of ``links``, in the order of their ids, breaks; at most ``MOST_BREAKS``.

    Args:
        links: all rows.
        end: what is kept elsewhere of the end.
        anchors: what backups tell of the chain.
        restored: for each restored backup when it was made and when it was restored. What other
            backups saw in between went away with it, and is no reason for a doubt.
    """
    counted = [one for one in anchors if not _left_behind(one, restored)]
    wanted = {one.end.count: START for one in counted}
    walk = _Walk()
    for link in links:
        walk.found.extend(_faults(link, walk))
        walk.rows += 1
        walk.number, walk.at, walk.digest = link.number, link.at, link.digest
        if walk.rows in wanted:
            wanted[walk.rows] = link.digest
    walk.found.extend(_at_the_end(walk, end))
    agreeing = [one for one in counted if wanted[one.end.count] == one.end.digest]
    for one in counted:
        if one not in agreeing:
            moment = one.made_at.isoformat(" ", "minutes")
            walk.found.append(Break(Fault.REWRITTEN, min(one.end.count, walk.number), moment))
    return Soundness(walk.rows, tuple(walk.found[:MOST_BREAKS]), len(agreeing), walk.digest)


def _faults(link: Link, walk: _Walk) -> Iterator[Break]:
    if len(walk.found) >= MOST_BREAKS:
        return
    if link.previous != walk.digest:
        gap = link.number != walk.number + 1
        yield Break(Fault.REMOVED if gap else Fault.MOVED, link.number, link.at)
    elsewhere = link.case_code is not None and link.case_code != link.code
    if link.digest != digest_of(link) or elsewhere:
        yield Break(Fault.CHANGED, link.number, link.at)


def _at_the_end(walk: _Walk, end: End) -> Iterator[Break]:
    if (walk.rows, walk.digest) == (end.count, end.digest) or walk.found:
        return
    fault = Fault.CUT if walk.rows < end.count else Fault.ADDED
    yield Break(fault, walk.number, walk.at)


def _left_behind(anchor: Anchor, restored: Sequence[tuple[datetime, datetime]]) -> bool:
    """Whether the archive that ``anchor`` saw was replaced by an older one later."""
    minute = timedelta(minutes=1)  # the history tells the minute of a restored backup
    return any(made_at + minute <= anchor.made_at <= at for made_at, at in restored)


def restorations(notes: Mapping[datetime, str]) -> tuple[tuple[datetime, datetime], ...]:
    """What ``followed`` asks for, from when something was restored and the note to it.

    A note that tells no time is passed over: then more is doubted, not less.
    """
    found = []
    for at, note in notes.items():
        try:
            found.append((datetime.strptime(note, RESTORED_FORMAT), at))  # noqa: DTZ007 - local
        except ValueError:
            continue
    return tuple(found)


RESTORED_FORMAT = "%Y-%m-%d %H.%M"
"""How the history writes when a restored backup was made."""

"""Another version of a record, that another archive holds: both stay until someone decides."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.word import Word


class Cause(Word):
    """Why the other version did not simply take its place."""

    BOTH_CHANGED = "both changed", N_("diubah di kedua komputer")
    MINUTES_FINAL = "minutes final", N_("notulen di sini sudah final")
    NUMBER_TAKEN = "number taken", N_("nomornya sudah dipakai di sini")


class Decision(Word):
    """What the counselor made of two versions."""

    KEPT = "kept", N_("yang di sini dipakai")
    TAKEN = "taken", N_("yang dari berkas dipakai")
    JOINED = "joined", N_("keduanya digabungkan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Record):
    """What a record says in another archive, kept beside the record here.

    ``kind`` and ``record_uid`` name the record; it may be missing here. ``content`` holds the
    fields that differ, as JSON. ``origin`` tells archives apart (16 hexadecimal digits);
    ``made_at`` is the time of the file.
    """

    case_id: int | None = None
    kind: str
    record_uid: str
    cause: Cause
    content: str
    origin: str
    made_at: datetime
    decision: Decision | None = None
    decided_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.decision is None


def decided(variant: Variant, decision: Decision, now: datetime) -> Variant:
    """``variant`` after a counselor chose; what it holds stays."""
    return replace(variant, decision=decision, decided_at=now)


def swapped(variant: Variant, before: Mapping[str, str | int | None]) -> Variant:
    """``variant`` holding what the record said ``before`` the other version took its place."""
    return replace(variant, content=json.dumps(dict(before), ensure_ascii=False))


def joined(here: str, there: str) -> str:
    """Both texts in one, the one from here first; one that holds the other is enough."""
    if there.strip() in here:
        return here
    if here.strip() in there:
        return there
    return f"{here.rstrip()}\n{there.strip()}"

"""The history of the archive: who did what, and when."""

from dataclasses import dataclass
from datetime import datetime

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent(Record):
    """One deed. ``note`` names counts, stages or kinds of paper, never a client."""

    at: datetime
    account_id: int | None = None
    case_id: int | None = None
    deed: Deed
    note: str = ""

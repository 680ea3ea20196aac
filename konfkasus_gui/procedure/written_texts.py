"""Which texts of a case are looked through: those written freely, and how the client's are read."""

from konfkasus_gui.procedure.follow_up import Debriefing
from konfkasus_gui.procedure.proceedings import Remark
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import RemarkKind

FREE_LINES = frozenset(
    {
        "consideration",
        "measure",
        "overruled_reason",
        "reason",
        "state_reason",
        "statement",
        "technique",
    }
)
"""Fields of one line that hold words about the case; the others hold names, places and roles."""


def is_clients_own(record: Record, field: str) -> bool:
    """Whether ``field`` of ``record`` holds what the client said: a quotation without marks."""
    if isinstance(record, Remark):
        return record.kind is RemarkKind.CLIENT and field == "text"
    return isinstance(record, Debriefing) and field == "answer"

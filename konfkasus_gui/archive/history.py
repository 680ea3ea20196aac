"""The one way in which lines get into the history from elsewhere than a session."""

from typing import Any

from konfkasus_gui.archive.rows import columns
from konfkasus_gui.archive.tables.paper import AuditEventTable
from konfkasus_gui.procedure.audit import AuditEvent


def append(event: AuditEvent, uid: str = "") -> int:
    """Add a line at the end, under the name ``uid`` if it comes from another archive; its id."""
    held: dict[str, Any] = columns(event)
    if uid:
        held["uid"] = uid
    return int(AuditEventTable.create(**held).id)

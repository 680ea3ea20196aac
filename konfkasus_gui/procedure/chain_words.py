"""What a look at the chain of the history found, in sentences."""

from datetime import datetime

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.chain import MOST_BREAKS, Break, Fault, Soundness


def verdict(found: Soundness) -> str:
    """Whether the history can be relied on, and how that is known."""
    if not found.whole:
        count = len(found.breaks)
        number = _("{n} atau lebih").format(n=count) if count >= MOST_BREAKS else str(count)
        return _(
            "Riwayat pernah diubah di luar program: rantainya putus di {n} tempat dari {rows}"
            " baris."
        ).format(n=number, rows=found.rows)
    if found.anchors:
        return _("Rantai riwayat utuh: {rows} baris, cocok dengan {n} cadangan.").format(
            rows=found.rows, n=found.anchors
        )
    return _("Rantai riwayat utuh: {rows} baris. Belum ada cadangan untuk mencocokkannya.").format(
        rows=found.rows
    )


def place_of(one: Break) -> str:
    """Where the chain breaks: the row and its time, or the backup that knows another history."""
    when = _moment(one.at)
    if one.fault is Fault.REWRITTEN:
        return _("Baris {n}, menurut cadangan {when}").format(n=one.number, when=when)
    if not one.number:
        return _("Awal riwayat")
    return _("Baris {n}, {when}").format(n=one.number, when=when)


def _moment(written: str) -> str:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return _("waktunya tidak terbaca")
    return f"{long_date(at.date())} {clock_time(at.time())}"

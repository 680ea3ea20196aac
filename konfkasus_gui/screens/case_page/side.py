"""The right column of a case: its papers and its history."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.calendar import clock_time
from konfkasus_gui.procedure.paper_state import PaperLine, PaperState
from konfkasus_gui.procedure.standing import near_date
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn

BADGES = {
    PaperState.LATER: "neutral",
    PaperState.STOPPED: "danger",
    PaperState.READY: "neutral",
    PaperState.PARTLY: "warning",
    PaperState.DONE: "good",
}


class PapersCard(Card):
    """The papers of the conference and how they stand; one that can be printed opens."""

    paper_requested = Signal(object)
    """A ``DocumentKind``."""

    def __init__(self) -> None:
        super().__init__(_("Dokumen"))
        self._lines: tuple[PaperLine, ...] = ()
        self._all = False
        self.rows = RowColumn()
        self.turn = link("", pressed=self._turn)
        self.add(self.rows)
        self.add(self.turn)
        self.add_stretch()

    def show_papers(self, lines: Sequence[PaperLine]) -> None:
        """Show ``lines`` in their order; those whose time has not come are a click away."""
        self._lines = tuple(lines)
        self._draw()

    def _turn(self) -> None:
        self._all = not self._all
        self._draw()

    def _draw(self) -> None:
        later = sum(line.state is PaperState.LATER for line in self._lines)
        self.turn.setVisible(bool(later))
        self.turn.setText(
            _("Sembunyikan yang belum waktunya")
            if self._all
            else _("Tampilkan {n} dokumen yang belum waktunya").format(n=later)
        )
        rows = []
        for line in self._lines:
            if line.state is PaperState.LATER and not self._all:
                continue
            row = LineRow(
                line.kind,
                line.title,
                badge=line.words,
                badge_kind=BADGES[line.state],
                opens=line.openable,
            )
            row.activated.connect(self.paper_requested)
            rows.append(row)
        self.rows.show_rows(rows)


class HistoryCard(Card):
    """What was done in the case, newest first; a link leads to all of it."""

    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Riwayat"), action=_("Semua riwayat"))
        self.action_requested.connect(self.all_requested)
        self.rows = RowColumn()
        self.add(self.rows)
        self.add_stretch()

    def show_events(self, events: Sequence[AuditEvent], today: date) -> None:
        """Show ``events`` in their order."""
        if not events:
            self.rows.show_rows([muted(_("Yang dilakukan pada kasus ini tercatat di sini."))])
            return
        self.rows.show_rows(
            LineRow(
                event.id,
                _words(event),
                note=f"{near_date(event.at.date(), today)} {clock_time(event.at.time())}",
            )
            for event in events
        )


def _words(event: AuditEvent) -> str:
    words = event.deed.label
    words = words[:1].upper() + words[1:]
    return f"{words}: {event.note}" if event.note else words

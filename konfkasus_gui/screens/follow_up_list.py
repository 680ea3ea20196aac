"""Tindak lanjut: what is overdue, due today, and due in the coming days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.standing import DueLine, due_in_words
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.home_cards import due_kind
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import muted, title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row

AHEAD = timedelta(days=30)


class FollowUpListPage(Page):
    """The open actions of all cases, the longest overdue first; one opens its follow-up."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all = False
        self._lines: tuple[DueLine, ...] = ()
        self.summary = muted()
        self.later = Notice("", "info", action=_("Tampilkan semua"))
        self.later.action_requested.connect(self.show_all)
        self.table = PagedTable(
            (_("Tenggat"), _("Tanggal"), _("Tindakan"), _("Penanggung jawab"), _("Kasus")),
            strong=2,
            stretch=2,
            seldom={1: 900, 3: 640},
            name=_("Tindak lanjut"),
        )
        self.table.activated_row.connect(self._open)
        self.empty = EmptyState(
            "list-checks",
            _(
                "Tidak ada tindak lanjut yang jatuh tempo. Tindakan yang dipilih setelah konferensi"
                " tampil di sini menurut tenggatnya."
            ),
        )
        card = Card()
        card.add(self.table, 1)
        card.add(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(title(_("Tindak lanjut")))
        column.addWidget(self.summary)
        column.addWidget(self.later)
        column.addWidget(card, 1)

    def show_all(self) -> None:
        """Show the actions due later as well."""
        self._all = True
        self.refresh()

    @override
    def refresh(self) -> None:
        today = self.session.today()
        lists = self.session.lists
        self._lines = lists.due(date.max if self._all else today + AHEAD)
        self.table.show_rows([_row(n, line, today) for n, line in enumerate(self._lines)])
        self.table.setVisible(bool(self._lines))
        self.empty.setVisible(not self._lines)
        self.summary.setText(_summary([line.due_on for line in self._lines], today))
        later = lists.count_due(date.max) - len(self._lines)
        self.later.say(
            _("{n} tindak lanjut lain jatuh tempo lebih dari 30 hari lagi.").format(n=later)
            if later
            else ""
        )

    def _open(self, place: int) -> None:
        conference_id = self._lines[place].conference_id
        doors.open_door(Door.FOLLOW_UP, self.session, conference_id, self.window())


def _row(place: int, line: DueLine, today: date) -> Row:
    due = line.due_on
    return (
        place,
        (
            Cell(due_in_words(due, today), sort=due.isoformat(), badge=due_kind(due, today)),
            Cell(long_date(due), sort=due.isoformat(), muted=True),
            line.what,
            line.who,
            line.code,
        ),
    )


def _summary(days: list[date], today: date) -> str:
    overdue = sum(day < today for day in days)
    due_today = sum(day == today for day in days)
    coming = len(days) - overdue - due_today
    parts = (
        _("{n} lewat tenggat").format(n=overdue) if overdue else "",
        _("{n} hari ini").format(n=due_today) if due_today else "",
        _("{n} akan datang").format(n=coming) if coming else "",
    )
    return " · ".join(part for part in parts if part)

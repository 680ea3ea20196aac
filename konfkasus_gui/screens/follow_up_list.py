"""Tindak lanjut: everything that is to be done in all cases, and a quick look at each."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.due import (
    DueGroup,
    DueOrder,
    DueSection,
    counts,
    group_of,
    holding,
    sections,
)
from konfkasus_gui.procedure.standing import DueLine, due_in_words
from konfkasus_gui.procedure.vocabulary import Trend
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.follow_up.quick_check import QuickCheck
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import muted, small, title
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.turning_box import TurningBox

SEARCH_KEYS = "Ctrl+F"
NARROW = 860
"""px at 100 % font size: narrower, the panel takes the place of the list."""
PANEL = 400
CROWDED = 620
WIDEST = 210
"""px at 100 %, of a column that does not stretch."""
_HEADING, _PERSON, _CASE, _LAST = 0, 3, 4, 5
SELDOM = {_LAST: 900, _PERSON: 640, _CASE: 560}
TWICE = {
    DueOrder.TIME: {_HEADING: 760},
    DueOrder.PERSON: {_PERSON: 16_777_215},
    DueOrder.CASE: {_CASE: 16_777_215},
}
"""px at 100 % font size that a column needs which says what another one says already."""
_BADGES = {
    DueGroup.OVERDUE: "danger",
    DueGroup.TODAY: "warning",
    DueGroup.WEEK: "accent",
    DueGroup.LATER: "neutral",
}
_TRENDS = {
    Trend.WORSE: "danger",
    Trend.SAME: "neutral",
    Trend.BETTER: "good",
    Trend.SOLVED: "good",
}


class FollowUpListPage(Page):
    """The most urgent first; Enter looks at the chosen one, Enter once more goes on to the next."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._lines: tuple[DueLine, ...] = ()
        self._shown: tuple[DueLine, ...] = ()
        self._checked: DueLine | None = None
        self._below: tuple[DueLine, ...] = ()
        self.summary = muted()
        self.search = SearchField(_("Cari orang, kode, atau tindakan"), shortcut=SEARCH_KEYS)
        self.search.searched.connect(self._draw)
        self.search.entered.connect(self._enter)
        self.group = NoWheelComboBox()
        self.group.setAccessibleName(_("Yang ditampilkan"))
        self.order = NoWheelComboBox(DueOrder)
        self.order.setAccessibleName(_("Urutan"))
        self.order.set_value(DueOrder.TIME)
        self.table = PagedTable(
            ("", _("Kapan"), _("Tindakan"), _("Penanggung jawab"), _("Kasus"), _("Terakhir")),
            strong=0,
            stretch=2,
            seldom=SELDOM | TWICE[DueOrder.TIME],
            name=_("Tindak lanjut"),
        )
        self.table.horizontalHeader().setMaximumSectionSize(theme.scaled(WIDEST))
        self.table.activated_row.connect(self._check)
        self.hint = small(_("Enter untuk cek cepat · Ctrl+F mencari · ↑ ↓ memilih"))
        self.empty = EmptyState("list-checks", "")
        self.check = QuickCheck(session)
        self.check.closed.connect(self._go_on)
        self._lay_out()
        self.group.changed.connect(self._draw)
        self.order.changed.connect(self._draw)

    @override
    def refresh(self) -> None:
        self._lines = self.session.lists.due(date.max, undated=True)
        today = self.session.today()
        found = counts(self._lines, today)
        self.group.set_choices(
            [(None, _("Semua ({n})").format(n=len(self._lines)))]
            + [(group, f"{group.title} ({n})") for group, n in found.items()]
        )
        self.summary.setText(
            " · ".join(
                _("{n} {group}").format(n=n, group=group.label) for group, n in found.items() if n
            )
        )
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.turn(self.width())
        self._share_room()

    def _draw(self) -> None:
        today = self.session.today()
        order: DueOrder = self.order.value() or DueOrder.TIME
        held = holding(self._lines, self.search.text(), self.group.value(), today)
        found = sections(held, order, today)
        self._shown = tuple(line for section in found for line in section.lines)
        self.table.show_rows(row for section in found for row in _rows(section, today))
        self.table.setVisible(bool(self._shown))
        self.empty.setVisible(not self._shown)
        self.empty.say(
            _("Tidak ada yang cocok. Ubah pencarian atau pilihan di atas.")
            if self._lines
            else _(
                "Tindakan yang dipilih setelah konferensi tampil di sini menurut waktunya,"
                " dari semua kasus."
            )
        )
        self._show_columns(order)
        if self._shown and self.table.current_key() is None:
            self.table.selectRow(0)

    def _show_columns(self, order: DueOrder) -> None:
        """What the headings or the days say need not be there twice."""
        self.table.arrange(SELDOM | TWICE[order])

    def _check(self, key: object) -> None:
        line = next((one for one in self._shown if _key(one) == key), None)
        if line is None:
            return
        self._checked = line
        self._below = self._shown[self._shown.index(line) + 1 :]
        self.check.check(line)
        self._share_room()

    def _go_on(self, goes_on: bool) -> None:
        """Back in the list, on the row that was next below; a mere look stays where it was.

        Where none is below any more it is the one looked at, wherever it went, or the last.
        """
        self._share_room()
        self.refresh()
        if not self._shown:
            return
        shown = {_key(line) for line in self._shown}
        wanted = [_key(line) for line in self._below]
        if self._checked is not None:
            stays = not goes_on and self._checked in self._shown
            wanted.insert(0 if stays else len(wanted), _key(self._checked))
        last = _key(self._shown[-1])
        self.table.choose(next((key for key in wanted if key in shown), last))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, _text: str) -> None:
        self._draw()
        if self._shown:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        narrow = self.width() < theme.scaled(NARROW)
        self.check.setMaximumWidth(16_777_215 if narrow else theme.scaled(PANEL))
        self.check.setMinimumWidth(0 if narrow else theme.scaled(PANEL))
        self._list.setVisible(not (narrow and self.check.line is not None))

    def _lay_out(self) -> None:
        self._list = Card()
        self._list.add(self.table, 1)
        self._list.add(self.empty, 1)
        self._list.add(self.hint)
        self._tools = TurningBox(CROWDED, 10)
        self._tools.addWidget(self.search, 1)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.group)
        choices.addWidget(self.order)
        self._tools.addLayout(choices)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._list, 1)
        row.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        column.addWidget(title(_("Tindak lanjut")))
        column.addWidget(self.summary)
        column.addLayout(self._tools)
        column.addLayout(row, 1)


def _key(line: DueLine) -> tuple[int, int]:
    return line.action_id, line.assessment_id


def _rows(section: DueSection, today: date) -> list[Row]:
    """The rows of one heading, which stands in the first of them."""
    heading = _("{heading} ({n})").format(heading=section.heading, n=len(section.lines))
    return [
        (_key(line), (heading if place == 0 else "", *_cells(line, today)))
        for place, line in enumerate(section.lines)
    ]


def _cells(line: DueLine, today: date) -> tuple[str | Cell, ...]:
    badge = _BADGES.get(group_of(line, today), "neutral")
    day = (
        Cell(due_in_words(line.day, today), badge=badge)
        if line.day is not None
        else Cell(_("belum ditentukan"), muted=True)
    )
    trend: str | Cell = ""
    if line.trend is not None:
        trend = Cell(line.trend.label, badge=_TRENDS[line.trend])
    return day, line.what, line.who, line.code, trend

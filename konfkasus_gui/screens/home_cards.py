"""The three cards of Beranda: today's conferences, what is due, what waits."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, time_span
from konfkasus_gui.procedure.consent import AGREED
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.standing import CaseLine, DueLine, due_in_words, next_step, waits
from konfkasus_gui.procedure.vocabulary import ConferenceState, DocumentKind
from konfkasus_gui.screens import doors, theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import muted, small, subtitle
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn

MOST = 3
"""Lines in a card; the rest is counted, and one click away."""
WIDTHS = (560, 900)
"""px at 100 % font size that two and three cards beside one another need."""
ARRANGEMENTS: dict[int, tuple[tuple[tuple[int, int, int, int], ...], tuple[int, ...]]] = {
    1: (((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)), (1, 0, 0)),
    2: (((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)), (1, 1, 0)),
    3: (((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)), (5, 4, 4)),
}
"""For each number of columns: row, column and spans of the cards, and how columns share."""
AHEAD = timedelta(days=7)


class HomeCards(QWidget):
    """The three cards in one line; where they would be narrow, in two lines or in three."""

    def __init__(self, first: QWidget, second: QWidget, third: QWidget) -> None:
        super().__init__()
        self._cards = (first, second, third)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self._arrange(3)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(1 + sum(self.width() >= theme.scaled(least) for least in WIDTHS))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        places, shares = ARRANGEMENTS[columns]
        for card, place in zip(self._cards, places, strict=True):
            self._grid.addWidget(card, *place)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)


class TodayCard(Card):
    """Today's conferences one below the other, else the next one that is planned."""

    def __init__(self, session: Session) -> None:
        super().__init__(accent=True)
        self.session = session
        self.setAccessibleName(_("Konferensi hari ini"))
        self.rows = RowColumn(spacing=14)
        self.add(self.rows)
        self.add_stretch()

    def show_conferences(self, today: Sequence[CaseLine], coming: CaseLine | None) -> None:
        """Show the conferences of ``today``; without any, the one that is ``coming``."""
        if today:
            self.rows.show_rows(ConferenceBlock(self.session, line) for line in today)
        elif coming is not None:
            self.rows.show_rows([ConferenceBlock(self.session, coming)])
        else:
            self.rows.show_rows([_none_planned()])


class ConferenceBlock(QWidget):
    """When, which case, where, how ready it is, and the way in."""

    def __init__(self, session: Session, line: CaseLine) -> None:
        super().__init__()
        self.session = session
        self.line = line
        held_on = line.held_on or session.today()
        resumed = line.conference_state is ConferenceState.PAUSED and held_on < session.today()
        today = resumed or held_on == session.today()
        day = _("Konferensi hari ini") if today else _("Berikutnya: {day}")
        if resumed:
            day = _("Konferensi yang dijeda, dilanjutkan hari ini")
        span = time_span(line.starts_at, line.ends_at, session.school.time_zone)
        when = " · ".join(part for part in (day.format(day=full_date(held_on)), span) if part)
        what = " · ".join(part for part in (line.code, line.place.strip()) if part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(small(when))
        column.addWidget(subtitle(what))
        column.addWidget(_Badges(line))
        self.begin: Button = button(
            _begin_words(line), kind="primary" if today else "", pressed=self._begin
        )
        self.attendance = button(_("Daftar hadir"), pressed=self._show_attendance_list)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.attendance)
        buttons.addStretch()
        column.addLayout(buttons)
        ready = line.client_consent in AGREED
        self.begin.setVisible(ready and _door(line) is not None)
        self.attendance.setVisible(ready and line.participants > 0)

    def _begin(self) -> None:
        door = _door(self.line)
        if door is not None and self.line.conference_id is not None:
            doors.open_door(door, self.session, self.line.conference_id, self.window())

    def _show_attendance_list(self) -> None:
        if self.line.conference_id is not None:
            kind = DocumentKind.ATTENDANCE_LIST
            doors.open_paper(self.session, self.line.conference_id, kind, self.window())


class _Badges(QWidget):
    """How ready a conference is, in a few words."""

    def __init__(self, line: CaseLine) -> None:
        super().__init__()
        flow = FlowLayout(self, 6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for text, kind in _readiness(line):
            flow.addWidget(Badge(text, kind))


class DueCard(Card):
    """The open actions that are overdue or due within a week, the longest overdue first."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Tindak lanjut jatuh tempo"))
        self.session = session
        self.rows = RowColumn()
        self.add(self.rows)
        self.add_stretch()

    def refresh(self) -> int:
        """Show the actions as they stand; how many are overdue or due today."""
        today = self.session.today()
        actions = self.session.lists.due(today + AHEAD)
        due = sum(action.day is not None and action.day <= today for action in actions)
        self.show_count(due or None, "warning")
        if not actions:
            self.rows.show_rows([muted(_("Tidak ada yang jatuh tempo dalam tujuh hari ini."))])
            return 0
        rows: list[QWidget] = [self._row(action, today) for action in actions[:MOST]]
        if len(actions) > MOST:
            rows.append(small(_("dan {n} lagi").format(n=len(actions) - MOST)))
        self.rows.show_rows(rows)
        return due

    def _row(self, action: DueLine, today: date) -> LineRow:
        day = action.day or today
        row = LineRow(
            action.conference_id,
            f"{shortened(action.what)} · {action.code}",
            badge=due_in_words(day, today),
            badge_kind=due_kind(day, today),
            opens=True,
        )
        row.activated.connect(partial(self._open, action.conference_id))
        return row

    def _open(self, conference_id: int, _key: object) -> None:
        doors.open_door(Door.FOLLOW_UP, self.session, conference_id, self.window())


class WaitingCard(Card):
    """The cases that wait for their counselor, and for what."""

    case_chosen = Signal(object)
    """The number of a case."""

    def __init__(self) -> None:
        super().__init__(_("Menunggu"))
        self.rows = RowColumn()
        self.add(self.rows)
        self.add_stretch()

    def show_cases(self, lines: Sequence[CaseLine], today: date) -> None:
        """Show those of ``lines`` that wait."""
        waiting = [line for line in lines if waits(line, today)]
        self.show_count(len(waiting) or None)
        if not waiting:
            self.rows.show_rows([muted(_("Tidak ada yang menunggu Anda."))])
            return
        rows: list[QWidget] = []
        for line in waiting[:MOST]:
            words = f"{next_step(line, today)} · {line.code}"
            row = LineRow(line.case_id, words, action=_("Buka"))
            row.activated.connect(self.case_chosen)
            rows.append(row)
        if len(waiting) > MOST:
            rows.append(small(_("dan {n} lagi").format(n=len(waiting) - MOST)))
        self.rows.show_rows(rows)


def due_kind(due_on: date, today: date) -> str:
    """The badge of an action that is overdue, due today, or due later."""
    if due_on < today:
        return "danger"
    return "warning" if due_on == today else "neutral"


def shortened(words: str, most: int = 60) -> str:
    """The first words of a text in one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _readiness(line: CaseLine) -> list[tuple[str, str]]:
    agreed = line.client_consent in AGREED
    badges = [
        (_("Persetujuan konseli ada"), "good")
        if agreed
        else (_("Menunggu persetujuan konseli"), "warning")
    ]
    if line.printed:
        badges.append((_("{n} undangan dicetak").format(n=line.printed), "good"))
    if line.letters > line.printed:
        left = line.letters - line.printed
        badges.append((_("{n} undangan belum dicetak").format(n=left), "warning"))
    if line.participants > line.letters:
        left = line.participants - line.letters
        badges.append((_("{n} undangan belum bernomor").format(n=left), "warning"))
    if not line.participants:
        badges.append((_("Belum ada peserta"), "warning"))
    return badges


def _door(line: CaseLine) -> Door | None:
    if line.minutes_final_at is not None:
        return None
    return Door.MINUTES if line.conference_state is ConferenceState.HELD else Door.MEETING


def _begin_words(line: CaseLine) -> str:
    if line.conference_state is ConferenceState.HELD:
        return _("Finalkan notulen")
    return _("Mulai konferensi") if line.opened_at is None else _("Lanjutkan konferensi")


def _none_planned() -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(subtitle(_("Belum ada konferensi terjadwal")))
    column.addWidget(
        muted(_("Konferensi yang sudah bertanggal tampil di sini, lengkap dengan kesiapannya."))
    )
    return block

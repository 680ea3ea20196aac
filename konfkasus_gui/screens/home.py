"""Beranda: what today asks for, and the running cases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.lists import CaseFilter
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date
from konfkasus_gui.procedure.vocabulary import CaseState
from konfkasus_gui.screens import case_rows, doors, theme
from konfkasus_gui.screens.home_backup import BackupLine
from konfkasus_gui.screens.home_cards import DueCard, HomeCards, TodayCard, WaitingCard
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import muted, title
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.scroll import Scroll
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.turning_box import TurningBox

RUNNING = CaseFilter(states=(CaseState.SCREENING, CaseState.OPEN, CaseState.FROZEN))
PAGE = 100
NARROW = 640
"""px at 100 % font size: narrower, the search stands below the date."""


class HomePage(Page):
    """Today's conferences, what is due, what waits, and the running cases.

    A new archive shows the first two steps instead.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.day = title()
        self.summary = muted()
        self.search = SearchField(_("Cari kode, nama, isi notulen…"), shortcut="Ctrl+K")
        self.search.entered.connect(self.search_requested)
        self.backup = BackupLine(session)
        self.backup.settings_requested.connect(self.backups_requested)
        self.backup.review_requested.connect(self.review_requested)
        self.new_case = button(
            _("Kasus baru"), kind="primary", icon="plus", pressed=self.new_case_requested.emit
        )
        self.today_card = TodayCard(session)
        self.due_card = DueCard(session)
        self.waiting_card = WaitingCard()
        self.waiting_card.case_chosen.connect(self.case_requested)
        self.cases = Card(_("Kasus berjalan"), action=_("Semua kasus"))
        self.cases.action_requested.connect(self._show_all_cases)
        self.table = case_rows.CaseTable(_("Kasus berjalan"))
        self.table.setMinimumHeight(theme.scaled(220))
        self.table.activated_row.connect(self.case_requested)
        self.no_cases = EmptyState(
            "folder",
            _("Tidak ada kasus yang berjalan. Kasus yang dibuka tampil di sini."),
            _("Kasus baru"),
        )
        self.no_cases.action_requested.connect(self.new_case_requested)
        self.first_steps = _FirstSteps()
        self.first_steps.students.clicked.connect(self._import_students)
        self.first_steps.case.clicked.connect(self.new_case_requested)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.turn(self.width())

    @override
    def refresh(self) -> None:
        today = self.session.today()
        lists = self.session.lists
        running = lists.cases(RUNNING, limit=PAGE)
        conferences = lists.conferences_on(today)
        self.day.setText(full_date(today))
        self.today_card.show_conferences(
            conferences, None if conferences else lists.next_conference(today)
        )
        due = self.due_card.refresh()
        self.waiting_card.show_cases(running, today)
        self.summary.setText(_summary(len(conferences), due))
        count = len(running) if len(running) < PAGE else lists.count_cases(RUNNING)
        self.cases.show_count(count)
        self._first_page = running
        self.table.feed(self._read, count)
        self.table.setVisible(bool(running))
        self.no_cases.setVisible(not running)
        empty = not running and lists.count_cases() == 0
        self.whole.setCurrentWidget(self.first_steps if empty else self.frame)
        self.first_steps.show_students(lists.count_students() if empty else 0)
        if empty:
            self.backup.hide()
        else:
            self.backup.refresh()

    def _read(self, offset: int) -> Sequence[Row]:
        lines = self._first_page
        if offset:
            lines = self.session.lists.cases(RUNNING, limit=PAGE, offset=offset)
        today = self.session.today()
        return [case_rows.case_row(line, today) for line in lines]

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.day)
        words.addWidget(self.summary)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.new_case)
        self._head = TurningBox(NARROW, 12)
        self._head.addLayout(words, 1)
        self._head.addLayout(tools, 1)
        self.cases.add(self.table, 1)
        self.cases.add(self.no_cases, 1)
        self.content = Flowing()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(HomeCards(self.today_card, self.due_card, self.waiting_card))
        column.addWidget(self.cases, 1)
        self.whole = QStackedWidget()
        self.frame = Scroll(self.content)
        self.whole.addWidget(self.frame)
        self.whole.addWidget(self.first_steps)
        page = QVBoxLayout(self)
        page.setContentsMargins(28, 22, 28, 22)
        page.setSpacing(16)
        page.addLayout(self._head)
        page.addWidget(self.whole, 1)
        page.addWidget(self.backup)

    def _show_all_cases(self) -> None:
        self.place_requested.emit(Place.CASES)

    def _import_students(self) -> None:
        doors.open_import(self.session, self)


class _FirstSteps(QWidget):
    """What a new archive offers: the students, and the first case."""

    def __init__(self) -> None:
        super().__init__()
        self.students = button(_("Impor siswa dari Dapodik"), kind="primary", icon="upload")
        self.case = button(_("Kasus baru"), kind="primary", icon="plus")
        self.students_words = muted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for name, words, step in (
            (_("1. Masukkan daftar siswa"), self.students_words, self.students),
            (
                _("2. Buka kasus pertama"),
                muted(
                    _(
                        "Pilih siswa, jawab beberapa pertanyaan, dan program menuntun Anda dari"
                        " perencanaan sampai tindak lanjut."
                    )
                ),
                self.case,
            ),
        ):
            card = Card(name)
            card.add(words)
            card.column.addWidget(step, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(card)
        column.addStretch()

    def show_students(self, count: int) -> None:
        """Say what the import is for, or how many students are there already."""
        theme.mark(self.students, kind="" if count else "primary")
        self.students.set_icon("upload", "text" if count else "on_accent")
        self.students_words.setText(
            _("{n} siswa sudah ada di arsip.").format(n=count)
            if count
            else _(
                "Ambil berkas daftar peserta didik yang diunduh dari Dapodik. Hanya kolom yang"
                " diperlukan yang disimpan, dan semuanya terenkripsi."
            )
        )


def _summary(conferences: int, due: int) -> str:
    parts = (
        _("{n} konferensi hari ini").format(n=conferences)
        if conferences
        else _("Tidak ada konferensi hari ini"),
        _("{n} tindak lanjut jatuh tempo").format(n=due) if due else "",
    )
    return " · ".join(part for part in parts if part)

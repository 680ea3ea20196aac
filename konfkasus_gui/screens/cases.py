"""Kasus: all cases, with a search and the states to show."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.archive.lists import CaseFilter
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.vocabulary import CaseState
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import case_rows, doors
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, icon_button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.turning_box import TurningBox

PAGE = 100
NARROW = 640
"""px at 100 % font size: narrower, the search stands below the title."""


class Shown(Word):
    """Which cases the list shows."""

    RUNNING = "running", N_("berjalan")
    CLOSED = "closed", N_("ditutup")
    ALL = "all", N_("semua")


STATES = {
    Shown.RUNNING: (CaseState.SCREENING, CaseState.OPEN, CaseState.FROZEN),
    Shown.CLOSED: (CaseState.CLOSED,),
    Shown.ALL: tuple(CaseState),
}


class CasesPage(Page):
    """The table of cases; it says how many a filter hides and how to show them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.search = SearchField(_("Cari kode, nama, isi notulen…"), shortcut="Ctrl+K")
        self.search.searched.connect(self._search)
        self.search.entered.connect(self._enter)
        self.new_case = button(
            _("Kasus baru"), kind="primary", icon="plus", pressed=self.new_case_requested.emit
        )
        self.deeds = QMenu(self)
        self.export = self.deeds.addAction(_("Ekspor kasus ke komputer lain…"))
        self.export.triggered.connect(self._export)
        self.take_over = self.deeds.addAction(_("Impor kasus dari komputer lain…"))
        self.take_over.triggered.connect(self._take_over)
        self.more = icon_button("ellipsis", _("Lainnya"), pressed=self._show_more)
        self.shown = ChoiceChips(
            [(choice, choice.title) for choice in Shown],
            optional=False,
            name=_("Kasus yang ditampilkan"),
        )
        self.shown.set_value(Shown.RUNNING)
        self.shown.changed.connect(self.refresh)
        self.hidden = Notice("", "info", action=_("Tampilkan semua"))
        self.hidden.action_requested.connect(self.show_all)
        self.versions = Notice("", "warning", action=_("Buka kasusnya"))
        self.versions.action_requested.connect(self._open_versions)
        self.table = case_rows.CaseTable(_("Daftar kasus"))
        self.table.activated_row.connect(self.case_requested)
        self.empty = EmptyState("folder", "")
        self.empty.action_requested.connect(self._act_on_empty)
        self._lay_out()

    def look_for(self, text: str) -> None:
        """Show all cases that hold ``text``; the cursor goes to the search field."""
        self.search.setText(text)
        if text:
            self.shown.set_value(Shown.ALL)
        self.search.setFocus()
        self.refresh()

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self.shown.set_value(Shown.ALL)
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.turn(self.width())

    @override
    def refresh(self) -> None:
        text = self.search.text().strip()
        counts = self.session.lists.count_by_state(text)
        for choice, states in STATES.items():
            number = sum(counts.get(state, 0) for state in states)
            self.shown.chip(choice).setText(f"{choice.title} ({number})")
        states = STATES[self.shown.value()]
        found = sum(counts.get(state, 0) for state in states)
        total = self.session.lists.count_cases() if text else sum(counts.values())
        self._wanted = CaseFilter(text, states)
        self.table.feed(self._read, found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._say_empty(text, total)
        self.export.setEnabled(bool(total))
        self._differing = self.session.lists.cases_with_versions()
        codes = ", ".join(code for _case, code in self._differing)
        self.versions.say(
            _("Ada catatan yang berbeda dengan komputer lain pada {codes}.").format(codes=codes)
            if codes
            else "",
            "warning",
        )
        hidden = total - found
        self.hidden.say(
            _("{n} kasus lain disembunyikan oleh saringan.").format(n=hidden) if hidden else ""
        )

    def _read(self, offset: int) -> Sequence[Row]:
        lines = self.session.lists.cases(self._wanted, limit=PAGE, offset=offset)
        today = self.session.today()
        return [case_rows.case_row(line, today) for line in lines]

    def _say_empty(self, text: str, total: int) -> None:
        if not total:
            self.empty.say(
                _("Belum ada kasus. Setiap kasus yang Anda buka tampil di sini."), _("Kasus baru")
            )
        elif text:
            self.empty.say(
                _("Tidak ada kasus yang memuat kata itu. Coba kode, kelas, atau kata lain.")
            )
        else:
            self.empty.say(_("Tidak ada kasus di bagian ini."))

    def _show_more(self) -> None:
        below = self.more.mapToGlobal(self.more.rect().bottomRight())
        below.setX(below.x() - self.deeds.sizeHint().width())
        self.deeds.popup(below)

    def _export(self) -> None:
        chosen = self.table.current_key()
        doors.open_export(self.session, self, () if chosen is None else (chosen,))

    def _take_over(self) -> None:
        doors.open_taking_over(self.session, self)

    def _open_versions(self) -> None:
        self.case_requested.emit(self._differing[0][0])

    def _act_on_empty(self) -> None:
        self.new_case_requested.emit()

    def _search(self, _text: str) -> None:
        self.refresh()

    def _enter(self, _text: str) -> None:
        self.refresh()
        self.table.setFocus()
        if self.table.shown_count():
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.new_case)
        tools.addWidget(self.more)
        self._head = TurningBox(NARROW, 12)
        self._head.addWidget(title(_("Kasus")), 1)
        self._head.addLayout(tools, 1)
        card = Card()
        card.add(self.table, 1)
        card.add(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addLayout(self._head)
        column.addWidget(self.shown)
        column.addWidget(self.hidden)
        column.addWidget(self.versions)
        column.addWidget(card, 1)

"""Riwayat: who did what and when, and whether anybody changed that behind the program's back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.archive.history import HistoryFilter
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed, Subject, deeds_about
from konfkasus_gui.procedure.calendar import clock_time, long_date, short_date
from konfkasus_gui.procedure.chain import Soundness
from konfkasus_gui.procedure.chain_words import place_of, verdict
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.standing import EventLine, said
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.background import Cancelled, Report, Task
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalDateEdit
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.progress import run_with_progress
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField

SEARCH_WIDTH = 270
"""px at 100 % font size: all of what the empty field says."""
MOST_PRINTED = 2000
"""Lines on one paper: some sixty pages."""
TOLD = 3
"""Breaks that are told above the lines; a paper tells all."""


class HistorySection(QWidget):
    """All that was done, newest first, narrowed by who, what, when and words."""

    case_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.found: Soundness | None = None
        self._resting = False
        self.search = SearchField(_("Cari kode kasus atau kata…"))
        self.search.setMinimumWidth(theme.scaled(SEARCH_WIDTH))
        self.search.searched.connect(self._narrow)
        self.who = NoWheelComboBox(empty=_("Semua orang"))
        self.who.setAccessibleName(_("Oleh siapa"))
        self.what = NoWheelComboBox(Subject, empty=_("Semua perbuatan"))
        self.what.setAccessibleName(_("Perbuatan"))
        today = session.today()
        self.since = OptionalDateEdit(today, fill=_("Dari tanggal"))
        self.until = OptionalDateEdit(today, fill=_("Sampai tanggal"))
        for field in (self.who, self.what, self.since, self.until):
            field.changed.connect(self._narrow)
        self.notice = Notice()
        self.count = small()
        self.table = PagedTable(
            (_("Waktu"), _("Oleh"), _("Yang dilakukan"), _("Kasus")),
            stretch=2,
            strong=-1,
            seldom={1: 560},
            name=_("Riwayat"),
        )
        self.table.activated_row.connect(self._open)
        self.table.chosen_row.connect(self._weigh)
        self.empty = EmptyState(
            "archive", _("Tidak ada yang cocok. Coba kata, orang, perbuatan, atau tanggal lain.")
        )
        self.check = button(_("Periksa rantai riwayat"), pressed=self._check)
        self.print = button(_("Cetak…"), icon="printer", pressed=self._print)
        self.export = button(_("Simpan sebagai Excel…"), icon="download", pressed=self._export)
        self.case = button(_("Buka kasus"), kind="link", pressed=self._open_chosen)
        session.locked.connect(self._rest)
        self._lay_out()

    def refresh(self) -> None:
        """Show the lines as they are now."""
        accounts = self.session.archive.every(Account)
        self.who.set_choices([(one.id, one.name) for one in accounts])
        self._narrow()

    def show_case(self, code: str) -> None:
        """Narrow the lines to those of the case ``code``."""
        for field in (self.who, self.what, self.since, self.until):
            field.blockSignals(True)
            field.set_value(None)
            field.blockSignals(False)
        self.search.setText(code)
        self._narrow()

    def wanted(self) -> HistoryFilter:
        """What is asked for by the fields above the lines."""
        subject = self.what.value()
        return HistoryFilter(
            text=self.search.text().strip(),
            account_id=self.who.value(),
            deeds=deeds_about(subject) if subject else (),
            since=self.since.value(),
            until=self.until.value(),
        )

    def asked(self) -> str:
        """The same in words, for the paper."""
        wanted = self.wanted()
        parts = [_period(wanted.since, wanted.until, self.session.today())]
        if wanted.account_id is not None:
            parts.append(_("oleh {name}").format(name=self.who.currentText()))
        if self.what.value():
            parts.append(self.what.value().label)
        if wanted.text:
            parts.append(f"“{wanted.text}”")
        return " · ".join(parts)

    def _narrow(self, *_how: object) -> None:
        if self._resting:
            return
        wanted = self.wanted()
        history = self.session.archive.history
        found, total = history.count(wanted), history.count()
        self.table.feed(partial(self._read, wanted), found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.count.setText(
            _("{n} baris").format(n=found)
            if found == total
            else _("{n} dari {total} baris").format(n=found, total=total)
        )
        ready = self.session.backups is not None
        self.check.setEnabled(ready)
        for way in (self.print, self.export):
            way.setEnabled(ready and bool(found))
        self._weigh(self.table.current_key())

    def _read(self, wanted: HistoryFilter, offset: int) -> Sequence[Row]:
        broken = {one.number for one in self.found.breaks} if self.found else set()
        return [
            (
                (line.event_id, line.case_id),
                (
                    Cell(_moment(line), badge="danger")
                    if line.event_id in broken
                    else Cell(_moment(line), muted=True),
                    line.account or "–",
                    said(line),
                    line.code,
                ),
            )
            for line in self.session.archive.history.lines(wanted, offset=offset)
        ]

    def _check(self) -> None:
        if self.session.backups is None:
            return
        self._begin(
            _("Memeriksa rantai riwayat…"), self.session.backups.checking_history(), self._checked
        )

    def _checked(self, found: Soundness) -> None:
        self.found = found
        words = _("utuh") if found.whole else _("putus")
        self.session.note(Deed.HISTORY_CHECKED, note=words)
        self.notice.say(_told(found), "good" if found.whole else "danger")
        self._narrow()

    def _print(self) -> None:
        backups, wanted = self.session.backups, self.wanted()
        if backups is None:
            return
        if self.session.archive.history.count(wanted) > MOST_PRINTED:
            self.notice.say(
                _(
                    "Terlalu banyak untuk dicetak: paling banyak {n} baris. Persempit dengan"
                    " tanggal, orang, atau perbuatan, atau simpan sebagai Excel."
                ).format(n=MOST_PRINTED),
                "warning",
            )
            return
        from konfkasus_gui.screens.settings.history_papers import drawing

        work = drawing(self.session, backups.reading_history(wanted), self.asked(), self.found)
        self._begin(_("Menyusun riwayat…"), work, self._show_paper)

    def _show_paper(self, content: bytes) -> None:
        from konfkasus_gui.screens.registry.loose_paper import LoosePaperWindow

        LoosePaperWindow(self.session, _("Riwayat arsip"), lambda: content, self).open()

    def _export(self) -> None:
        backups = self.session.backups
        if backups is None:
            return
        from konfkasus_gui.screens.settings.history_papers import tabulating
        from konfkasus_gui.screens.spreadsheets import warned

        if warned(self):
            work = tabulating(backups.reading_history(self.wanted()))
            self._begin(_("Menyusun riwayat…"), work, self._save)

    def _save(self, content: bytes) -> None:
        from konfkasus_gui.screens.spreadsheets import save

        save(self.session, self, _("riwayat arsip"), content, self.notice)

    def _begin(
        self, sentence: str, work: Callable[[Report], object], done: Callable[..., None]
    ) -> Task:
        self.notice.say("")
        task = run_with_progress(self, sentence, work)
        task.finished.connect(partial(self._unless_locked, done))
        task.failed.connect(self._failed)
        return task

    def _unless_locked(self, done: Callable[..., None], result: object) -> None:
        if not self._resting:
            done(result)

    def _failed(self, error: Exception) -> None:
        if self._resting or isinstance(error, Cancelled):
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self.notice.say(str(error), "danger")

    def _weigh(self, key: tuple[int, int | None] | None) -> None:
        self.case.setEnabled(key is not None and key[1] is not None)

    def _open(self, key: tuple[int, int | None]) -> None:
        if key[1] is not None:
            self.case_requested.emit(key[1])

    def _open_chosen(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self._open(key)

    def _rest(self) -> None:
        self._resting = True

    def _lay_out(self) -> None:
        narrowing = QWidget()
        fields = FlowLayout(narrowing)
        for field in (self.search, self.who, self.what, self.since, self.until):
            fields.addWidget(field)
        below = QHBoxLayout()
        below.setSpacing(10)
        for way in (self.check, self.print, self.export):
            below.addWidget(way)
        below.addStretch()
        below.addWidget(self.case)
        card = Card()
        card.add(narrowing)
        card.add(self.notice)
        card.add(self.count)
        card.add(self.table, 1)
        card.add(self.empty, 1)
        card.add_layout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)
        self.notice.say("")


def _moment(line: EventLine) -> str:
    return f"{short_date(line.at.date())} {line.at.year} {clock_time(line.at.time())}"


def _told(found: Soundness) -> str:
    """The verdict and where the chain breaks, as far as it goes into a notice."""
    places = [f"{place_of(one)}: {one.fault.title}" for one in found.breaks[:TOLD]]
    more = len(found.breaks) - TOLD
    if more > 0:
        places.append(_("Dan {n} tempat lain; semuanya ada pada cetakan.").format(n=more))
    return "\n".join([verdict(found), *places])


def _period(since: date | None, until: date | None, today: date) -> str:
    if since is None:
        return _("Sampai {day}").format(day=long_date(until or today))
    return _("{first} sampai {last}").format(first=long_date(since), last=long_date(until or today))

"""The register of outgoing letters: who got which number, and what became of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.archive.register_lists import LetterFilter
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import register
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import RETIRED
from konfkasus_gui.procedure.vocabulary import LetterState
from konfkasus_gui.screens import dialogs, letter_deeds
from konfkasus_gui.screens.registry.loose_paper import open_book
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row


class LettersPart(QWidget):
    """All letters, newest first; the chosen one can be marked, cancelled, or given its number."""

    case_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._text = ""
        self.year = NoWheelComboBox(empty=_("Semua tahun"))
        self.year.setAccessibleName(_("Tahun"))
        self.state = NoWheelComboBox(LetterState, empty=_("Semua keadaan"))
        self.state.setAccessibleName(_("Keadaan"))
        self.year.changed.connect(self._narrow)
        self.state.changed.connect(self._narrow)
        self.book = button(_("Cetak buku agenda…"), icon="printer", pressed=self._open_book)
        self.export = button(_("Simpan Excel…"), icon="download", pressed=self._export)
        self.notice = Notice()
        self.table = PagedTable(
            (_("Nomor"), _("Tanggal"), _("Penerima"), _("Perihal"), _("Kasus"), _("Keadaan")),
            stretch=2,
            seldom={1: 900, 3: 900},
            name=_("Nomor surat keluar"),
        )
        self.table.activated_row.connect(self._open)
        self.table.chosen_row.connect(self._weigh)
        self.empty = EmptyState("archive", "")
        self.deliver = self._marking(_("Sudah disampaikan"), LetterState.DELIVERED)
        self.receive = self._marking(_("Sudah diterima"), LetterState.RECEIVED)
        self.number = button(_("Catat nomornya…"), pressed=self._fill_in)
        self.cancel = button(_("Batalkan surat…"), kind="danger", pressed=self._cancel)
        self.case = button(_("Buka kasus"), kind="link", pressed=self._open_chosen)
        self._lay_out()

    def show_letters(self, text: str) -> tuple[int, int]:
        """Show the letters that hold ``text``; how many these are, and how many there are."""
        self._text = text
        years = self.session.lists.letter_years()
        self.year.set_choices([(year, str(year)) for year in years])
        total = self.session.lists.count_letters()
        found = self.session.lists.count_letters(self._wanted())
        self.table.feed(self._read, found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.say(
            _("Tidak ada yang cocok. Coba nomor, penerima, kode, tahun, atau keadaan lain.")
            if total
            else _(
                "Belum ada nomor surat. Nomor yang diberikan pada undangan tercatat di sini dan"
                " tidak pernah dipakai ulang."
            )
        )
        self.book.setEnabled(bool(total))
        self.export.setEnabled(bool(found))
        self._bar.setVisible(bool(found))
        self._weigh(self.table.current_key())
        return found, total

    def widen(self) -> None:
        """Show all years and all states again."""
        self.year.set_value(None)
        self.state.set_value(None)

    def chosen(self) -> Letter | None:
        """The letter that the cursor is on."""
        key = self.table.current_key()
        return None if key is None else self.session.get(Letter, key[0])

    def _wanted(self) -> LetterFilter:
        return LetterFilter(self._text, self.year.value(), self.state.value())

    def _narrow(self) -> None:
        self.show_letters(self._text)

    def _read(self, offset: int) -> Sequence[Row]:
        return [
            (
                (line.letter_id, line.case_id),
                (
                    Cell(line.number) if line.number else Cell(_("ditulis tangan"), muted=True),
                    Cell(long_date(line.dated), muted=True),
                    register.shown_recipient(line.recipient, line.origin, line.subject),
                    line.subject,
                    line.code,
                    Cell(line.state.label, badge=_badge(line.state)),
                ),
            )
            for line in self.session.lists.letters(self._wanted(), offset=offset)
        ]

    def _weigh(self, _key: object) -> None:
        """Offer what may be done with the chosen letter."""
        letter = self.chosen()
        following = register.NEXT[letter.state] if letter else ()
        self.deliver.setEnabled(LetterState.DELIVERED in following)
        self.receive.setEnabled(LetterState.RECEIVED in following)
        self.cancel.setEnabled(LetterState.CANCELLED in following)
        blank = letter is not None and not letter.number and letter.state not in RETIRED
        self.number.setVisible(blank)
        self.case.setEnabled(letter is not None and letter.case_id is not None)

    def _marking(self, words: str, state: LetterState) -> Button:
        return button(words, pressed=partial(self._mark, state))

    def _mark(self, state: LetterState) -> None:
        letter = self.chosen()
        if letter is not None:
            self._told(partial(letter_deeds.turn_letter, self.session, letter, state))

    def _cancel(self) -> None:
        letter = self.chosen()
        if letter is not None and dialogs.confirm(
            self,
            _("Batalkan surat ini?"),
            action=_("Batalkan surat"),
            detail=_("Nomornya tetap tercatat sebagai dibatalkan dan tidak dipakai lagi."),
            danger=True,
        ):
            self._told(
                partial(letter_deeds.turn_letter, self.session, letter, LetterState.CANCELLED)
            )

    def _fill_in(self) -> None:
        letter = self.chosen()
        if letter is None:
            return
        number = dialogs.ask_line(
            self,
            _("Nomor yang ditulis pada surat ini"),
            action=_("Catat nomor"),
            detail=_("Nomor yang sudah dicatat tidak dapat diubah lagi."),
            hint=_("Nomor surat"),
        )
        if number is not None:
            self._told(partial(letter_deeds.fill_in_number, self.session, letter, number))

    def _told(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KonfKasusError as error:
            dialogs.tell(self, str(error))

    def _open_book(self) -> None:
        years = self.session.lists.letter_years()
        open_book(self.session, self.year.value() or years[0], self)

    def _export(self) -> None:
        """Write the letters that are shown to a spreadsheet outside the archive."""
        from konfkasus_gui.archive.spreadsheet_out import as_spreadsheet
        from konfkasus_gui.screens import spreadsheets

        if not spreadsheets.warned(self):
            return
        lists, wanted = self.session.lists, self._wanted()
        lines = lists.letters(wanted, limit=lists.count_letters(wanted))
        header = (
            _("Nomor"),
            _("Tanggal"),
            _("Penerima"),
            _("Perihal"),
            _("Kasus"),
            _("Keadaan"),
        )
        rows = [
            (
                line.number or _("ditulis tangan"),
                f"{line.dated:%Y-%m-%d}",
                register.shown_recipient(line.recipient, line.origin, line.subject),
                line.subject,
                line.code,
                line.state.label,
            )
            for line in lines
        ]
        content = as_spreadsheet(_("Surat keluar"), header, rows, widths=(30, 12, 34, 34, 14, 16))
        spreadsheets.save(self.session, self, _("surat keluar"), content, self.notice)

    def _open(self, key: tuple[int, int | None]) -> None:
        if key[1] is not None:
            self.case_requested.emit(key[1])

    def _open_chosen(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self._open(key)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.year)
        above.addWidget(self.state)
        above.addStretch()
        above.addWidget(self.export)
        above.addWidget(self.book)
        self._bar = QWidget()
        below = QHBoxLayout(self._bar)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        for way in (self.deliver, self.receive, self.number, self.cancel):
            below.addWidget(way)
        below.addStretch()
        below.addWidget(self.case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self.notice)
        self.notice.say("")
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._bar)


def _badge(state: LetterState) -> str:
    if state in RETIRED:
        return "danger"
    return "warning" if state is LetterState.ISSUED else "good"

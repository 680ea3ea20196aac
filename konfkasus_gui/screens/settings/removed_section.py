"""Terhapus: what was removed in the last thirty days, by whom and when, and the way back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time
from konfkasus_gui.procedure.deletion import KEPT_FOR, DeletionLine, days_left
from konfkasus_gui.procedure.standing import ago_in_words
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import muted, small
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row

PAGE = 100
_SOON = 3
"""With so few days left the count is a warning."""


class RemovedSection(QWidget):
    """The newest removal first; *Kembalikan* or Enter brings the chosen one back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.advice = muted(
            _(
                "Yang dihapus menunggu di sini {n} hari, tetap terenkripsi di dalam arsip, lalu"
                " hilang untuk selamanya. Semua yang ikut terhapus ikut kembali."
            ).format(n=KEPT_FOR.days)
        )
        self.table = PagedTable(
            (_("Jenis"), _("Isi"), _("Kasus"), _("Oleh"), _("Dihapus"), _("Sisa")),
            strong=0,
            stretch=1,
            seldom={3: 760, 2: 560, 4: 460},
            name=_("Terhapus"),
        )
        self.table.activated_row.connect(self._bring_back)
        self.table.chosen_row.connect(self._show_state)
        self.empty = EmptyState(
            "trash-2", _("Tidak ada yang dihapus dalam {n} hari ini.").format(n=KEPT_FOR.days)
        )
        self.said = small()
        self.back = button(_("Kembalikan"), kind="primary", icon="undo-2", pressed=self._restore)
        card = Card()
        card.add(self.table, 1)
        card.add(self.empty, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.advice)
        column.addWidget(card, 1)
        column.addLayout(foot)
        self.table.setMinimumHeight(theme.scaled(160))

    def refresh(self) -> None:
        """Show what waits now."""
        total = self.session.archive.bin.count()
        self.table.feed(self._read, total)
        self.table.setVisible(bool(total))
        self.empty.setVisible(not total)
        if total and self.table.current_key() is None:
            self.table.selectRow(0)
        self._show_state()

    def _read(self, offset: int) -> Sequence[Row]:
        today = self.session.today()
        found = self.session.archive.bin.waiting(limit=PAGE, offset=offset)
        return [_row(line, today) for line in found]

    def _show_state(self, _key: object = None) -> None:
        self.back.setEnabled(self.table.isVisibleTo(self) and self.table.current_key() is not None)

    def _restore(self) -> None:
        self._bring_back(self.table.current_key())

    def _bring_back(self, deletion_id: object) -> None:
        if not isinstance(deletion_id, int):
            return
        row = self.table.currentIndex().row()
        try:
            self.session.bring_back(deletion_id)
        except KonfKasusError as error:
            dialogs.tell(self.window(), str(error))
            return
        self.said.setText(_("Sudah dikembalikan ke tempatnya."))
        self.refresh()
        if self.table.shown_count():
            self.table.selectRow(min(row, self.table.shown_count() - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(line: DeletionLine, today: date) -> Row:
    day = line.removed_at.date()
    left = days_left(line.removed_at, today)
    return (
        line.deletion_id,
        (
            line.kind.title,
            line.title or Cell(_("(tanpa tulisan)"), muted=True),
            line.code,
            line.by,
            Cell(
                f"{ago_in_words(day, today)} {clock_time(line.removed_at.time())}",
                sort=line.removed_at.isoformat(),
                muted=True,
            ),
            Cell(_("{n} hari").format(n=left), badge="warning" if left <= _SOON else "neutral"),
        ),
    )

"""The papers that were printed, saved or made final, and scans: each opens as it was kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.screens.preview_kept import open_document
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row


class DocumentsPart(QWidget):
    """All kept papers, newest first; the chosen one opens, or its case does."""

    case_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._text = ""
        self.kind = NoWheelComboBox(empty=_("Semua jenis"))
        self.kind.setAccessibleName(_("Jenis dokumen"))
        self.kind.changed.connect(self._narrow)
        self.table = PagedTable(
            (_("Dokumen"), _("Versi"), _("Disimpan"), _("Kasus")),
            stretch=0,
            name=_("Dokumen tersimpan"),
        )
        self.table.activated_row.connect(self._open)
        self.table.chosen_row.connect(self._weigh)
        self.empty = EmptyState("archive", "")
        self.show_paper = button(_("Lihat dokumen"), icon="eye", pressed=self._open_chosen)
        self.case = button(_("Buka kasus"), kind="link", pressed=self._open_case)
        self._lay_out()

    def show_documents(self, text: str) -> tuple[int, int]:
        """Show the papers that hold ``text``; how many these are, and how many there are."""
        self._text = text
        lists = self.session.lists
        self.kind.set_choices([(kind, kind.title) for kind in lists.kept_kinds()])
        total = lists.count_documents()
        found = lists.count_documents(text, self.kind.value())
        self.table.feed(self._read, found)
        self.table.setVisible(bool(found))
        self._bar.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.say(
            _("Tidak ada yang cocok. Coba judul, kode, atau jenis lain.")
            if total
            else _(
                "Belum ada dokumen. Yang dicetak, disimpan, atau dinyatakan final tercatat di sini."
            )
        )
        self._weigh(self.table.current_key())
        return found, total

    def widen(self) -> None:
        """Show all kinds again."""
        self.kind.set_value(None)

    def _narrow(self) -> None:
        self.show_documents(self._text)

    def _read(self, offset: int) -> Sequence[Row]:
        return [
            (
                (line.document_id, line.case_id),
                (
                    line.title,
                    str(line.version),
                    Cell(
                        f"{long_date(line.kept_at.date())} {clock_time(line.kept_at.time())}",
                        muted=True,
                    ),
                    line.code,
                ),
            )
            for line in self.session.lists.kept_documents(
                self._text, self.kind.value(), offset=offset
            )
        ]

    def _weigh(self, key: tuple[int, int | None] | None) -> None:
        self.show_paper.setEnabled(key is not None)
        self.case.setEnabled(key is not None and key[1] is not None)

    def _open(self, key: tuple[int, int | None]) -> None:
        open_document(self.session, key[0], self)

    def _open_chosen(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self._open(key)

    def _open_case(self) -> None:
        key = self.table.current_key()
        if key is not None and key[1] is not None:
            self.case_requested.emit(key[1])

    def _lay_out(self) -> None:
        self._bar = QWidget()
        below = QHBoxLayout(self._bar)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.show_paper)
        below.addStretch()
        below.addWidget(self.case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._bar)

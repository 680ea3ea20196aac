"""Records in a table, and the form of the chosen one below it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.table import Table

R = TypeVar("R", bound=Record)
Cells = Sequence[str | Cell]
REMOVE = Cell("✕", muted=True)
WIDEST = 190
"""px at 100 %, of a column that does not stretch."""


class RemovableTable(Table):
    """A table whose last column is a cross; the cross and the Delete key ask to remove a row."""

    remove_requested = Signal(int)
    """The key of the row."""

    def __init__(self, headers: Sequence[str], *, stretch: int, name: str) -> None:
        super().__init__((*headers, ""), stretch=stretch, sortable=False, name=name)
        self.clicked.connect(self._click)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_key() is not None:
            self.remove_requested.emit(self.current_key())
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """No higher than it must be: where room is short, the form below it comes first."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _click(self, index: QModelIndex) -> None:
        if index.column() == self.rows.columnCount() - 1:
            self.remove_requested.emit(self.current_key())


class RecordList(QWidget, Generic[R]):
    """``records`` reads all records, ``cells`` gives the row of one.

    ``make_form`` gives the form of a record and is told how to read the record as it is now.
    """

    remove_requested = Signal(int)
    """The id of the record."""

    def __init__(
        self,
        headers: Sequence[str],
        records: Callable[[], Iterable[R]],
        cells: Callable[[R], Cells],
        make_form: Callable[[Callable[[], R]], Form],
        empty: EmptyState,
        *,
        stretch: int,
        name: str,
    ) -> None:
        super().__init__()
        self._records = records
        self._cells = cells
        self._make_form = make_form
        self._rows: list[tuple[int, Cells]] = []
        self.form: Form | None = None
        self.form_id = 0
        self.empty = empty
        self.table = RemovableTable(headers, stretch=stretch, name=name)
        self.table.setMinimumHeight(theme.scaled(124))
        self._stretch = stretch
        self.table.chosen_row.connect(self._show_form)
        self.table.activated_row.connect(self._enter_form)
        self.table.remove_requested.connect(self.remove_requested)
        self.notice = Notice()
        self.editor = Card()
        frame = Card()
        frame.column.setContentsMargins(8, 4, 8, 4)
        frame.add(self.table, 1)
        self._frame = frame
        self._either = QStackedLayout()
        self._either.addWidget(frame)
        self._either.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._either, 1)
        column.addWidget(self.notice)
        column.addWidget(self.editor)
        self.notice.hide()
        self.editor.hide()

    def refresh(self) -> None:
        """Show the records as they are now; the chosen one stays chosen, its form as it is."""
        rows: list[tuple[int, Cells]] = [
            (record.id, (*self._cells(record), REMOVE)) for record in self._records()
        ]
        if rows != self._rows:
            self._rows = rows
            self.table.show_rows(rows)
            self._fit_columns()
        if self.form_id not in {record_id for record_id, _row in rows}:
            self._show_form(self.table.current_key())
        self._either.setCurrentWidget(self._frame if rows else self.empty)

    def _fit_columns(self) -> None:
        """No column but the one that stretches is wider than ``WIDEST``."""
        header = self.table.horizontalHeader()
        for column in range(header.count() - 1):
            if column != self._stretch:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                wanted = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, min(wanted, theme.scaled(WIDEST)))

    def choose(self, record_id: int) -> None:
        """Show the form of a record."""
        self.table.choose(record_id)
        self._show_form(record_id)

    def let_go(self) -> None:
        """Keep what is typed and close the form; call before a record is removed."""
        if self.form is not None:
            self.form.flush()
            self.editor.column.removeWidget(self.form)
            self.form.setParent(None)
            self.form.deleteLater()
        self.form, self.form_id = None, 0
        self.editor.hide()

    def tell(self, sentence: str) -> None:
        """Tell what followed from a removal; an empty sentence takes it away."""
        self.notice.say(sentence)

    def _show_form(self, record_id: int | None) -> None:
        if record_id == self.form_id and self.form is not None:
            return
        self.let_go()
        chosen = next((record for record in self._records() if record.id == record_id), None)
        if chosen is None:
            return
        self.form_id = chosen.id
        self.form = self._make_form(self._reader(chosen))
        self.editor.add(self.form)
        self.editor.show()

    def _enter_form(self, _record_id: int) -> None:
        fields = self.form.findChildren(QWidget) if self.form is not None else []
        for field in fields:
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisible():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _reader(self, record: R) -> Callable[[], R]:
        """Reads the record as it is now, or as it was last when it is gone."""
        latest = record

        def read() -> R:
            nonlocal latest
            latest = next((mine for mine in self._records() if mine.id == latest.id), latest)
            return latest

        return read

"""A table in our look: no grid, one line under each row."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.cell_painter import CellPainter
from konfkasus_gui.screens.widgets.rows_model import KEY_ROLE, SORT_ROLE, Row, RowsModel

__all__ = ["Cell", "RowsModel", "Table"]

Index = QModelIndex | QPersistentModelIndex


class _Sorted(QSortFilterProxyModel):
    """Orders by what a cell says it sorts by; shows rows in which every word is found."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []

    def look_for(self, text: str) -> None:
        """Show only rows that hold every word of ``text``."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self.endResetModel()

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = source_left.data(SORT_ROLE), source_right.data(SORT_ROLE)
        return bool(left < right)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        columns = range(model.columnCount())
        row = " ".join(
            str(model.index(source_row, column).data() or "") for column in columns
        ).casefold()
        return all(word in row for word in self._words)


MEASURED = 25
"""Rows, from the first in view, that are measured for the width of a column."""


class Table(QTableView):
    """Rows with a key; Enter or a double click asks to open the row.

    ``strong`` names the column that leads, ``stretch`` the one that takes the room left over,
    ``numbers`` those that line up at the right.
    """

    activated_row = Signal(object)
    """The key of the row to open."""
    chosen_row = Signal(object)
    """The key of the row the cursor is on, ``None`` for no row."""

    def __init__(
        self,
        headers: Sequence[str],
        *,
        strong: int = 0,
        stretch: int = -1,
        numbers: Iterable[int] = (),
        sortable: bool = True,
        name: str = "",
    ) -> None:
        super().__init__()
        self.rows = RowsModel(headers, strong=strong, numbers=numbers, parent=self)
        self._sorted = _Sorted()
        self._sorted.setParent(self)
        self._sorted.setSourceModel(self.rows)
        self.setModel(self._sorted)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(name or ", ".join(headers))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._size_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(MEASURED)
        last = len(headers) - 1 if stretch < 0 else stretch
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(48)
        if sortable:
            self.setSortingEnabled(True)
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell)
        theme.watch().changed.connect(self._size_rows)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show ``rows``; the row the cursor was on keeps it if it is still there."""
        key = self.current_key()
        self.rows.show_rows(rows)
        if key is not None:
            self.choose(key)

    def current_key(self) -> Any:
        """The key of the row the cursor is on, or ``None``."""
        return self.currentIndex().data(KEY_ROLE) if self.currentIndex().isValid() else None

    def choose(self, key: object) -> None:
        """Put the cursor on the row with ``key``, if it is shown."""
        row = self.rows.row_of(key)
        if row >= 0:
            index = self._sorted.mapFromSource(self.rows.index(row, 0))
            if index.isValid():
                self.setCurrentIndex(index)

    def filter(self, text: str) -> None:
        """Show only the rows that hold every word of ``text``."""
        self._sorted.look_for(text)

    def shown_count(self) -> int:
        """How many rows the filter leaves."""
        return self._sorted.rowCount()

    def cell(self, row: int, column: int) -> str:
        """The words in a cell as it stands on the screen."""
        return str(self._sorted.index(row, column).data())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # the form that came up may have moved the rows: what is marked is what the form shows
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect | flags.Rows)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:  # a row is chosen by a press alone
            super().mouseMoveEvent(event)

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.activated_row.emit(key)

    def _tell(self) -> None:
        self.chosen_row.emit(self.current_key())

    def _size_rows(self) -> None:
        height = max(theme.scaled(40), self.fontMetrics().height() + 16)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)

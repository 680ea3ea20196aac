"""A table that reads its rows page by page, as far as one scrolls."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.rows_model import Row, RowsModel
from konfkasus_gui.screens.widgets.table import Table

Index = QModelIndex | QPersistentModelIndex
ReadPage = Callable[[int], Sequence[Row]]


class PagedRows(RowsModel):
    """Rows of which only those that were scrolled to are read."""

    _read: ReadPage | None = None
    _total = 0

    def feed(self, read: ReadPage, total: int) -> None:
        """Show ``total`` rows; ``read(offset)`` gives those from ``offset`` on, a page of them."""
        shown = max(1, len(self._rows))
        self._read, self._total = read, total
        rows = list(read(0))
        while rows and len(rows) < min(shown, total):
            rows.extend(read(len(rows)))
        self.show_rows(rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._read is not None and len(self._rows) < self._total

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._read is None:
            return
        first = len(self._rows)
        added = [
            (key, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))
            for key, cells in self._read(first)
        ]
        if not added:
            self._total = first
            return
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self._rows.extend(added)
        self.endInsertRows()


class PagedTable(Table):
    """A table in the order of its query: ten thousand rows open as fast as a hundred.

    ``seldom`` names columns that are left out, each where the table is narrower than so many px
    at 100 % font size.
    """

    def __init__(
        self,
        headers: Sequence[str],
        *,
        strong: int = 0,
        stretch: int = -1,
        numbers: Iterable[int] = (),
        seldom: Mapping[int, int] | None = None,
        name: str = "",
    ) -> None:
        self._seldom = dict(seldom or {})
        super().__init__(
            headers, strong=strong, stretch=stretch, numbers=numbers, sortable=False, name=name
        )
        self.paged = PagedRows(headers, strong=strong, numbers=numbers, parent=self)
        self.rows = self.paged
        self._sorted.setSourceModel(self.paged)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_columns()

    def arrange(self, seldom: Mapping[int, int]) -> None:
        """Leave out other columns than before where there is little room."""
        for column in self._seldom:
            self.setColumnHidden(column, False)
        self._seldom = dict(seldom)
        self._show_columns()

    def _show_columns(self) -> None:
        for column, least in self._seldom.items():
            hidden = self.width() < theme.scaled(least)
            if self.isColumnHidden(column) != hidden:
                self.setColumnHidden(column, hidden)

    def feed(self, read: ReadPage, total: int) -> None:
        """Show ``total`` rows, read page by page; the cursor stays on its row."""
        key = self.current_key()
        self.paged.feed(read, total)
        if key is not None:
            self.choose(key)

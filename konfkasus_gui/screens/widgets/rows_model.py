"""Rows of words for a table."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.cell_painter import CELL_ROLE

SORT_ROLE = Qt.ItemDataRole.UserRole + 2
KEY_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
Row = tuple[Any, Sequence[str | Cell]]


class RowsModel(QAbstractTableModel):
    """Headers, and rows of a key with as many cells; ``strong`` names the column that leads."""

    def __init__(
        self,
        headers: Sequence[str],
        *,
        strong: int = -1,
        numbers: Iterable[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._strong = strong
        self._numbers = frozenset(numbers)
        self._rows: list[tuple[Any, tuple[Cell, ...]]] = []

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = [
            (key, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))
            for key, cells in rows
        ]
        self.endResetModel()

    def key(self, row: int) -> Any:
        """The key of ``row``."""
        return self._rows[row][0]

    def row_of(self, key: object) -> int:
        """The row with ``key``, -1 if there is none."""
        return next((n for n, (mine, _cells) in enumerate(self._rows) if mine == key), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._headers)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._alignment(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key, cells = self._rows[index.row()]
        cell = cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.text if len(cell.text) > 40 else None
        if role == CELL_ROLE:
            return cell
        if role == SORT_ROLE:
            return cell.text.casefold() if cell.sort is None else cell.sort
        if role == KEY_ROLE:
            return key
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._alignment(index.column()))
        if role == Qt.ItemDataRole.FontRole and index.column() == self._strong:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = (
            Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter

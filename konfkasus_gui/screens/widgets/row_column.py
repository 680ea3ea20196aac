"""A column of lines that is filled anew as often as needed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class RowColumn(QWidget):
    """Widgets below one another; ``show_rows`` replaces them all."""

    def __init__(self, spacing: int = 0) -> None:
        super().__init__()
        self.shown: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        """Show ``rows`` and forget those before; the keyboard stays at the same place."""
        place = next((n for n, row in enumerate(self.shown) if _has_focus(row)), -1)
        for row in self.shown:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.shown = tuple(rows)
        for row in self.shown:
            self._column.addWidget(row)
            row.show()
        if 0 <= place < len(self.shown):
            _give_focus(self.shown[place])


def _has_focus(row: QWidget) -> bool:
    focused = row.focusWidget()
    return row.hasFocus() or (focused is not None and focused.hasFocus())


def _give_focus(row: QWidget) -> None:
    if row.focusPolicy():
        row.setFocus()
        return
    inner = next((child for child in row.findChildren(QWidget) if child.focusPolicy()), None)
    if inner is not None:
        inner.setFocus()

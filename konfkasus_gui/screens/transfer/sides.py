"""Two versions of one record beside each other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.transfer_view import Pair
from konfkasus_gui.screens.widgets.label import body, muted, rule, strong
from konfkasus_gui.screens.widgets.scroll import Scroll


class Sides(QFrame):
    """One line for each field: its name, what is said here, what is said in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(_("Kedua versi"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.pairs: tuple[Pair, ...] = ()
        self._inside = Scroll(QWidget())
        self._grid.addWidget(self._inside, 0, 0)

    def show_pairs(self, pairs: Iterable[Pair], here: str = "", there: str = "") -> None:
        """Show ``pairs`` under two headings."""
        self.pairs = tuple(pairs)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        for column, words in enumerate(("", here or _("Di sini"), there or _("Di berkas"))):
            grid.addWidget(strong(words), 0, column)
        for number, pair in enumerate(self.pairs):
            row = 2 * number + 1
            grid.addWidget(rule(), row, 0, 1, 3)
            for column, label in enumerate((muted(pair.label), body(pair.here), body(pair.there))):
                if column:
                    label.setTextInteractionFlags(
                        Qt.TextInteractionFlag.TextSelectableByMouse
                        | Qt.TextInteractionFlag.TextSelectableByKeyboard
                    )
                    label.setAccessibleName(f"{pair.label}: {label.text()}")
                grid.addWidget(label, row + 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2 * len(self.pairs) + 1, 1)
        for column, stretch in enumerate((2, 5, 5)):
            grid.setColumnStretch(column, stretch)
        before = self._inside
        self._inside = Scroll(inside)
        self._grid.replaceWidget(before, self._inside)
        before.hide()
        before.deleteLater()

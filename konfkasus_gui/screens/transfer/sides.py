"""Two versions of one record beside each other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.transfer_view import Pair
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.label import body, muted, rule, strong
from konfkasus_gui.screens.widgets.scroll import Scroll


class Sides(QFrame):
    """One line for each field: its name, what is said here, what is said in the file.

    A client's name stands there as initials until it is asked for.
    """

    name_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names = link("", pressed=self._turn)
        self._named = False
        self._headings = ("", "")
        self.setProperty("card", "true")
        self.setAccessibleName(_("Kedua versi"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.pairs: tuple[Pair, ...] = ()
        self._inside = Scroll(QWidget())
        self._grid.addWidget(self._inside, 0, 0)
        self._grid.addWidget(self.names, 1, 0, Qt.AlignmentFlag.AlignLeft)
        self.names.hide()

    def show_pairs(self, pairs: Iterable[Pair], here: str = "", there: str = "") -> None:
        """Show ``pairs`` under two headings, at first without names."""
        self.pairs = tuple(pairs)
        self._headings = (here or _("Di sini"), there or _("Di berkas"))
        self._named = False
        self._draw()

    def _turn(self) -> None:
        self._named = not self._named
        if self._named:
            self.name_shown.emit()
        self._draw()

    def _draw(self) -> None:
        self.names.setVisible(any(pair.named for pair in self.pairs))
        self.names.setText(_("Sembunyikan nama") if self._named else _("Tampilkan nama"))
        self.names.set_icon("eye-off" if self._named else "eye")
        pairs = self.pairs if self._named else tuple(pair.discreet() for pair in self.pairs)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        for column, words in enumerate(("", *self._headings)):
            grid.addWidget(strong(words), 0, column)
        for number, pair in enumerate(pairs):
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
        grid.setRowStretch(2 * len(pairs) + 1, 1)
        for column, stretch in enumerate((2, 5, 5)):
            grid.setColumnStretch(column, stretch)
        before = self._inside
        self._inside = Scroll(inside)
        self._grid.replaceWidget(before, self._inside)
        before.hide()
        before.deleteLater()

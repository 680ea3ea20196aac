"""The four stages of a case, side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.label import strong
from konfkasus_gui.screens.widgets.marked_button import MarkedButton

STATES = {
    "done": N_("selesai"),
    "current": N_("sedang berjalan"),
    "later": N_("belum dimulai"),
}


class _StageCard(MarkedButton):
    """One stage: its number or a tick, its name, a short word on how it stands."""

    def __init__(self, number: int) -> None:
        super().__init__("stage", strong(), side=28, edges=(14, 10, 12, 10))
        self.number = number
        self.setCheckable(True)

    def say(self, name: str, sentence: str, state: str) -> None:
        """Show the stage as it stands."""
        self.write("✓" if state == "done" else str(self.number), name, sentence)
        theme.mark(self.mark, stage=state)
        self.setAccessibleName(f"{name}, {_(STATES[state])}")
        self.setAccessibleDescription(sentence)


NARROW = 640
"""px at 100 % font size: narrower, the cards stand in two lines."""


class StageStrip(QWidget):
    """The stages as cards; the chosen one has a thick edge."""

    chosen = Signal(int)
    """The place of the card that was clicked, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[_StageCard] = []
        self._columns = 4
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_stages(self, stages: Sequence[tuple[str, str, str]]) -> None:
        """Show ``stages``: name, short sentence, and ``done``, ``current`` or ``later``."""
        while len(self.cards) < len(stages):
            card = _StageCard(len(self.cards) + 1)
            card.clicked.connect(partial(self._choose, len(self.cards)))
            self.cards.append(card)
            self._place(card)
        for card, (name, sentence, state) in zip(self.cards, stages, strict=True):
            card.say(name, sentence, state)

    def choose(self, place: int) -> None:
        """Give the card at ``place`` the thick edge."""
        for number, card in enumerate(self.cards):
            card.setChecked(number == place)

    def turn(self, width: int) -> None:
        """Fit a page that is ``width`` px wide."""
        columns = 2 if width < theme.scaled(NARROW) else 4
        if columns != self._columns:
            self._columns = columns
            for card in self.cards:
                self._place(card)
            for column in range(4):
                self._grid.setColumnStretch(column, int(column < columns))

    def _place(self, card: _StageCard) -> None:
        line, column = divmod(card.number - 1, self._columns)
        self._grid.addWidget(card, line, column)
        self._grid.setColumnStretch(column, 1)

    def _choose(self, place: int) -> None:
        self.choose(place)
        self.chosen.emit(place)

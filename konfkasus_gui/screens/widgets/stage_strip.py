"""The four stages of a case, side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.label import small, strong

STATES = {
    "done": N_("selesai"),
    "current": N_("sedang berjalan"),
    "later": N_("belum dimulai"),
}


class _StageCard(QPushButton):
    """One stage: its number or a tick, its name, a short word on how it stands."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.setCheckable(True)
        self.setProperty("kind", "stage")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.mark = QLabel()
        side = theme.scaled(28)
        self.mark.setFixedSize(side, side)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mark.setStyleSheet(f"border-radius: {side // 2}px; font-weight: 700;")
        self.name = strong()
        self.sentence = small()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        for part in (self.mark, self.name, self.sentence):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, name: str, sentence: str, state: str) -> None:
        """Show the stage as it stands."""
        self.mark.setText("✓" if state == "done" else str(self.number))
        self.name.setText(name)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        theme.mark(self.mark, stage=state)
        self.setAccessibleName(f"{name}, {_(STATES[state])}")
        self.setAccessibleDescription(sentence)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()


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

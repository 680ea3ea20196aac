"""The list of steps at the side of a wizard."""

from collections.abc import Sequence
from enum import Enum
from string import ascii_lowercase
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.label import subtitle
from konfkasus_gui.screens.widgets.scroll import Scroll

NARROWEST, WIDEST = 226, 520
"""px; at large font sizes the page keeps its room."""
EDGES = 56
"""px beside the words of a step: the column's margins and the button's."""


class StepState(Enum):
    """Where a step stands."""

    DONE = "done"
    ATTENTION = "attention"
    CURRENT = "current"
    LATER = "later"


class StepList(QFrame):
    """The steps in their order: a tick, an exclamation mark or a number before each name."""

    chosen = Signal(object)
    """The step that was clicked."""

    def __init__(self, name: str, *, lettered: bool = False) -> None:
        """``lettered`` counts a, b, c instead of 1, 2, 3."""
        super().__init__()
        self._lettered = lettered
        self.setObjectName("side")
        self.setFixedWidth(NARROWEST)
        self._steps: dict[Any, Button] = {}
        self.title = subtitle(name)
        self.title.setContentsMargins(10, 0, 0, 0)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 22, 14, 14)
        column.setSpacing(14)
        column.addWidget(self.title)
        column.addWidget(Scroll(inside), 1)

    def show_steps(self, steps: Sequence[tuple[Any, str, StepState, bool]]) -> None:
        """Show ``steps``: the step, its name, where it stands, whether it may be entered."""
        wanted = [step for step, _name, _state, _open in steps]
        for step in [step for step in self._steps if step not in wanted]:
            self._steps.pop(step).deleteLater()
        for place, (step, name, state, enterable) in enumerate(steps):
            row = self._steps.get(step) or self._row(step)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._say(row, step, place + 1, name, state)
            row.setEnabled(enterable)
        self._widen()

    def row(self, step: Any) -> Button:
        """The button of ``step``."""
        return self._steps[step]

    def _widen(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        words = max(
            (QFontMetrics(font).horizontalAdvance(row.text()) for row in self._steps.values()),
            default=0,
        )
        self.setFixedWidth(max(NARROWEST, min(words + EDGES, WIDEST)))

    def _row(self, step: Any) -> Button:
        row = self._make_row()
        row.clicked.connect(self._choose)
        self._steps[step] = row
        return row

    def _make_row(self) -> Button:
        return Button(kind="step")

    def _choose(self) -> None:
        for step, row in self._steps.items():
            if row is self.sender():
                self.chosen.emit(step)
                return

    def _count(self, number: int) -> str:
        return ascii_lowercase[number - 1] if self._lettered else str(number)

    def _spoken(self, name: str, state: StepState) -> str:
        """What a screen reader says of a step."""
        spoken = {
            StepState.DONE: _("{step}, selesai"),
            StepState.ATTENTION: _("{step}, belum lengkap"),
            StepState.CURRENT: _("{step}, sedang dibuka"),
            StepState.LATER: _("{step}, belum selesai"),
        }[state]
        return spoken.format(step=name)

    def _say(self, row: Button, _step: Enum, number: int, name: str, state: StepState) -> None:
        mark = {StepState.DONE: "✓", StepState.ATTENTION: "!"}.get(state, self._count(number))
        text = f"{mark}   {name}"
        if (row.text(), row.property("state")) != (text, state.value):
            row.setText(text)
            row.setToolTip(name)
            row.setAccessibleName(self._spoken(name, state))
            theme.mark(row, state=state.value)

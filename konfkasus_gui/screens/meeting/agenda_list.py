"""The agenda at the left of the meeting: where each item stands and how long it took."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.marked_button import MarkedButton
from konfkasus_gui.screens.widgets.step_list import StepList, StepState

WIDTH, WIDEST = 252, 340
"""px; at large font sizes the page keeps its room."""
MARK = 24
"""px at 100 %: the circle before a name."""


class AgendaRow(MarkedButton):
    """One item: its letter or a tick in a circle, its name, and a small word below."""

    def __init__(self) -> None:
        name = QLabel()
        name.setWordWrap(True)
        name.setProperty("role", "step")
        super().__init__("step", name, side=MARK, edges=(8, 7, 8, 7))
        self.row.setAlignment(self.mark, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, mark: str, name: str, note: str, state: str) -> None:
        """Show the item as it stands; ``state`` is that of a step."""
        self.write(mark, name, note)
        theme.mark(self.mark, stage={"attention": "warning"}.get(state, state))
        theme.mark(self.name, state=state)
        theme.mark(self, state=state)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.row.heightForWidth(width)


class AgendaList(StepList):
    """The seven items, with a note below each name."""

    def __init__(self, name: str) -> None:
        self._notes: Mapping[Any, str] = {}
        super().__init__(name, lettered=True)
        self._fit()
        theme.watch().changed.connect(self._fit)

    def show_notes(self, notes: Mapping[Any, str]) -> None:
        """What stands below each name from the next drawing on."""
        self._notes = notes

    @override
    def _widen(self) -> None:
        """The words turn their lines; the column keeps its width."""

    @override
    def _make_row(self) -> Button:
        return AgendaRow()

    @override
    def _say(self, row: Button, step: Enum, number: int, name: str, state: StepState) -> None:
        note = self._notes.get(step, "")
        shown = (name, note, state.value)
        if not isinstance(row, AgendaRow) or row.property("shown") == shown:
            return
        row.setProperty("shown", shown)
        mark = {StepState.DONE: "✓", StepState.ATTENTION: "!"}.get(state, self._count(number))
        row.say(mark, name, note, state.value)
        row.setAccessibleName(self._spoken(name, state))
        row.setAccessibleDescription(note)
        row.setToolTip(name)

    def _fit(self) -> None:
        self.setFixedWidth(min(theme.scaled(WIDTH), WIDEST))

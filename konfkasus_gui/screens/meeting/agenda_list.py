"""The agenda at the left of the meeting: where each item stands and how long it took."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.step_list import StepList, StepState

WIDTH, WIDEST = 252, 340
"""px; at large font sizes the page keeps its room."""
MARK = 24
"""px at 100 %: the circle before a name."""


class AgendaRow(Button):
    """One item: its letter or a tick in a circle, its name, and a small word below."""

    def __init__(self) -> None:
        super().__init__(kind="step")
        side = theme.scaled(MARK)
        self.mark = QLabel()
        self.mark.setFixedSize(side, side)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mark.setStyleSheet(f"border-radius: {side // 2}px; font-weight: 700;")
        self.name = QLabel()
        self.name.setWordWrap(True)
        self.name.setProperty("role", "step")
        self.note = small()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for part in (self.mark, self.name, self.note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, mark: str, name: str, note: str, state: str) -> None:
        """Show the item as it stands; ``state`` is that of a step."""
        self.mark.setText(mark)
        self.name.setText(name)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        theme.mark(self.mark, stage={"attention": "warning"}.get(state, state))
        theme.mark(self.name, state=state)
        theme.mark(self, state=state)
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()


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

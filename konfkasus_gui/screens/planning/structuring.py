"""The five directions that the chair confirms before the meeting."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import Step
from konfkasus_gui.procedure.vocabulary import Direction
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import muted

EXPLAINED = {
    Direction.PROBLEM: N_("Kasus disebut dengan kodenya selama pertemuan."),
    Direction.DEVELOPMENT: N_("Setiap pembicaraan berakhir pada apa yang membantu konseli."),
    Direction.OPEN: N_("Yang disampaikan adalah hal yang diamati, bukan cap atau dugaan."),
    Direction.RATIONAL: N_(
        "Setiap simpulan disertai dasarnya dan setiap rencana dapat dikerjakan."
    ),
    Direction.SECRET: N_("Setiap peserta berikrar sebelum data disampaikan."),
}


class DirectionRow(Card):
    """A direction and what it means; a click anywhere on the row confirms it."""

    def __init__(self, direction: Direction) -> None:
        super().__init__()
        explained = _(EXPLAINED[direction])
        self.box = QCheckBox(direction.label)
        self.box.setAccessibleDescription(explained)
        sentence = muted(explained)
        sentence.setContentsMargins(32, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.setContentsMargins(14, 6, 14, 8)
        self.add(self.box)
        self.add(sentence)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class DirectionRows(QWidget):
    """One large row for each direction; the value is the tuple of those confirmed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Direction, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for direction in Direction:
            row = DirectionRow(direction)
            row.box.toggled.connect(self.changed)
            column.addWidget(row)
            self.boxes[direction] = row.box

    def value(self) -> tuple[Direction, ...]:
        """The confirmed directions, in their order."""
        return tuple(direction for direction, box in self.boxes.items() if box.isChecked())

    def set_value(self, directions: Iterable[Direction]) -> None:
        """Show ``directions`` as confirmed."""
        confirmed = tuple(directions)
        for direction, box in self.boxes.items():
            box.setChecked(direction in confirmed)


class StructuringPage(PlanningPage):
    """A shared view and aim for all who sit at the table."""

    step = Step.STRUCTURING
    heading = N_("Apa yang dipegang bersama?")
    guidance = N_("Bahas lima arahan ini dengan pimpinan pertemuan, lalu beri tanda.")

    @override
    def form(self) -> QWidget:
        form = Form(self.session, self.conference)
        self.directions = form.bind(DirectionRows(), "directions")
        form.add_widget(self.directions)
        form.add_stretch()
        return form

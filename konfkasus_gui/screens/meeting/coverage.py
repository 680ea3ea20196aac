"""The board of people by aspects: what was given, what nobody was asked yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.label import small

GIVEN, NOTHING, UNASKED = "●", "–", "·"
SPOKEN = {GIVEN: N_("sudah"), NOTHING: N_("tidak ada"), UNASKED: N_("belum")}
NAME_WIDTH = 88
"""px at 100 %; more people than fit are reached by scrolling sideways."""


class CoverageBoard(QScrollArea):
    """A line for each aspect, a column for each person here: what each said of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[tuple[str, ...], ...] = ()

    def show_meeting(self, meeting: Meeting) -> None:
        """Draw the board of item c."""
        people = meeting.present()
        rows = tuple(
            (aspect.title, *(_mark(meeting, guest.id, aspect) for guest in people))
            for aspect in Aspect
        )
        names = tuple(guest.name for guest in people)
        if (names, *rows) == self._shown:
            return
        self._shown = (names, *rows)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, name in enumerate(names, 1):
            head = _label(name, grid, 0, column)
            head.setFixedWidth(theme.scaled(NAME_WIDTH))
        for line, (aspect, *marks) in enumerate(rows, 1):
            _label(aspect, grid, line, 0)
            for column, mark in enumerate(marks, 1):
                cell = _label(mark, grid, line, column)
                cell.setAccessibleName(f"{names[column - 1]}, {aspect}: {_(SPOKEN[mark])}")
        grid.setColumnStretch(0, 1)
        self.setWidget(inside)
        self.setFixedHeight(inside.sizeHint().height() + self.horizontalScrollBar().height() // 2)


def legend() -> str:
    """What the marks mean."""
    return _("● sudah disampaikan  –  tidak ada tambahan  ·  belum ditanyakan")


def _label(text: str, grid: QGridLayout, row: int, column: int) -> QLabel:
    label = small(text)
    if column:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
    grid.addWidget(label, row, column)
    return label


def _mark(meeting: Meeting, guest_id: int, aspect: Aspect) -> str:
    said = [one for one in meeting.contributions if one.participant_id == guest_id]
    if any(one.aspect is aspect and one.text.strip() for one in said):
        return GIVEN
    passed = any(
        none.participant_id == guest_id and none.agenda is Agenda.INFORMATION
        for none in meeting.abstentions
    )
    return NOTHING if passed else UNASKED

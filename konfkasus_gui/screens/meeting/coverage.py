"""The board of people by aspects: what was given, what nobody was asked yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect
from konfkasus_gui.screens.widgets.label import small


class CoverageBoard(QWidget):
    """A dot where a participant spoke of an aspect; a dash for those who have nothing to add."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._shown: tuple[tuple[str, ...], ...] = ()

    def show_meeting(self, meeting: Meeting) -> None:
        """Draw the board of item c."""
        rows = tuple(
            (guest.name, *(_mark(meeting, guest.id, aspect) for aspect in Aspect))
            for guest in meeting.present()
        )
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for column, aspect in enumerate(Aspect, 1):
            self._put(aspect.title, 0, column)
        for place, (name, *marks) in enumerate(rows, 1):
            self._put(name, place, 0)
            for column, (mark, aspect) in enumerate(zip(marks, Aspect, strict=True), 1):
                cell = self._put(mark, place, column)
                cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
                cell.setAccessibleName(f"{name}, {aspect.label}: {_SPOKEN.get(mark, '')}")
        self._grid.setColumnStretch(0, 1)

    def _put(self, text: str, row: int, column: int) -> QLabel:
        label = small(text)
        self._grid.addWidget(label, row, column)
        return label


_GIVEN, _NONE, _OPEN = "●", "–", "·"
_SPOKEN = {_GIVEN: "sudah", _NONE: "tidak ada", _OPEN: "belum"}


def _mark(meeting: Meeting, guest_id: int, aspect: Aspect) -> str:
    said = [one for one in meeting.contributions if one.participant_id == guest_id]
    if any(one.aspect is aspect and one.text.strip() for one in said):
        return _GIVEN
    passed = any(
        none.participant_id == guest_id and none.agenda is Agenda.INFORMATION
        for none in meeting.abstentions
    )
    return _NONE if passed else _OPEN


def legend() -> str:
    """What the marks mean."""
    return _("● sudah disampaikan · – tidak ada tambahan · titik kecil: belum ditanyakan")

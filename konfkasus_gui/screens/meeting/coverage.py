"""The board of people by aspects: what was given, what nobody was asked yet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Meeting, abstention
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect
from konfkasus_gui.screens.widgets.label import small

GIVEN, NOTHING, UNASKED = "●", "–", "·"
SPOKEN = {GIVEN: N_("sudah"), NOTHING: N_("tidak ada"), UNASKED: N_("belum")}


class CoverageBoard(QWidget):
    """A line for each person here, a narrow column for each aspect: what each said of it."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[tuple[int, str], ...] = ()
        self._marks: dict[tuple[int, Aspect], QLabel] = {}
        self._names: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        for column, aspect in enumerate(Aspect, 1):
            self._grid.addWidget(_Upright(aspect.title), 0, column, side)

    def show_meeting(self, meeting: Meeting) -> None:
        """Draw the board of item c."""
        present = meeting.present()
        people = tuple((guest.id, guest.called) for guest in present)
        if people != self._people:
            self._people = people
            self._make_lines(present)
        names = dict(people)
        for (guest_id, aspect), label in self._marks.items():
            mark = _mark(meeting, guest_id, aspect)
            if mark != label.text():
                label.setText(mark)
                label.setAccessibleName(f"{names[guest_id]}, {aspect.title}: {_(SPOKEN[mark])}")

    def _make_lines(self, present: tuple[Participant, ...]) -> None:
        for old in (*self._names, *self._marks.values()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._names, self._marks = [], {}
        for line, guest in enumerate(present, 1):
            name = small(guest.called)
            self._names.append(name)
            self._grid.addWidget(name, line, 0)
            for column, aspect in enumerate(Aspect, 1):
                mark = small()
                mark.setWordWrap(False)
                mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._marks[guest.id, aspect] = mark
                self._grid.addWidget(mark, line, column)


class _Upright(QLabel):
    """A word that reads from below to above, so that its column may be narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "small")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        words = self.fontMetrics()
        return QSize(words.height() + 6, words.horizontalAdvance(self.text()) + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.translate(0, self.height())
        painter.rotate(-90)
        painter.drawText(
            2,
            0,
            self.height(),
            self.width(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        painter.end()


def legend() -> str:
    """What the marks mean."""
    return _("● sudah disampaikan  –  tidak ada tambahan  ·  belum ditanyakan")


def _mark(meeting: Meeting, guest_id: int, aspect: Aspect) -> str:
    said = [one for one in meeting.contributions if one.participant_id == guest_id]
    if any(one.aspect is aspect and one.text.strip() for one in said):
        return GIVEN
    passed = abstention(meeting, guest_id, Agenda.INFORMATION)
    return UNASKED if passed is None else NOTHING

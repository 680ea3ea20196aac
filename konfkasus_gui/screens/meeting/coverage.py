"""The board of people by aspects: what was given, what is not known, what nobody was asked yet."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.coverage import Coverage, Square, coverage
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens import theme

MARKS = {Coverage.GIVEN: "●", Coverage.NOTHING: "–", Coverage.UNASKED: "·"}
SPOKEN = {
    Coverage.GIVEN: N_("sudah"),
    Coverage.NOTHING: N_("tidak ada"),
    Coverage.UNASKED: N_("belum"),
}
ASPECTS = tuple(Aspect)
WIDEST_NAME = 220
"""px at 100 %"""

Index = QModelIndex | QPersistentModelIndex


class CoverageModel(QAbstractTableModel):
    """A row for each person here, a column for each aspect."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[tuple[int, str], ...] = ()
        self._board: dict[Square, Coverage] = {}
        self._meeting: Meeting | None = None

    def show_meeting(self, meeting: Meeting) -> None:
        """Take the board of item c; only what changed is drawn anew."""
        if meeting is self._meeting:
            return
        self._meeting = meeting
        people = tuple((guest.id, guest.called) for guest in meeting.present())
        board = dict(coverage(meeting))
        if people != self.people:
            self.beginResetModel()
            self.people, self._board = people, board
            self.endResetModel()
        elif board != self._board:
            self._board = board
            last = self.index(len(people) - 1, len(ASPECTS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def square(self, index: Index) -> Square:
        """The person and the aspect of a cell."""
        return self.people[index.row()][0], ASPECTS[index.column()]

    def told(self, guest_id: int, aspect: Aspect) -> Coverage:
        """What stands in a square."""
        return self._board.get((guest_id, aspect), Coverage.UNASKED)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ASPECTS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.told(*self.square(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return MARKS[found]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("good" if found is Coverage.GIVEN else "muted")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self.people[index.row()][1]
            return f"{name}, {ASPECTS[index.column()].title}: {_(SPOKEN[found])}"
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return ASPECTS[section].title
        return self.people[section][1]


class _UprightHeader(QHeaderView):
    """Words that read from below to above, so that their columns may be narrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics()
        longest = max(words.horizontalAdvance(aspect.title) for aspect in ASPECTS)
        return QSize(super().sizeHint().width(), longest + 14)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setPen(theme.colour("muted"))
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        painter.drawText(
            QRect(4, 0, rect.height(), rect.width()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            ASPECTS[logicalIndex].title,
        )
        painter.restore()


class CoverageBoard(QTableView):
    """As high as its people; arrows move, a click or Enter says where one wants to go."""

    chosen = Signal(int, object)
    """The id of the participant, and the aspect."""
    nothing_requested = Signal(int, object)
    """Nothing is known of the aspect, or after all: the key is the minus."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = CoverageModel()
        self.setModel(self.cells)
        self.setHorizontalHeader(_UprightHeader())
        self.horizontalHeader().setHighlightSections(False)
        names = self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setHighlightSections(False)
        self.setCornerButtonEnabled(False)
        self.setProperty("board", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(_("Peserta dan aspek"))
        self.clicked.connect(self._choose)
        self.cells.modelReset.connect(self._fit)
        theme.watch().changed.connect(self._fit)
        self._fit()

    def show_meeting(self, meeting: Meeting) -> None:
        """Draw the board of item c."""
        self.cells.show_meeting(meeting)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self._choose(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Delete):
            self.nothing_requested.emit(*self.cells.square(index))
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(*self.cells.square(index))

    def _fit(self) -> None:
        """Square cells, names up to a width, and the height of all of it."""
        side = self.fontMetrics().height() + 15
        self.horizontalHeader().setDefaultSectionSize(side)
        self.verticalHeader().setDefaultSectionSize(side)
        words = self.fontMetrics()
        widest = max((words.horizontalAdvance(name) for _id, name in self.cells.people), default=0)
        self.verticalHeader().setFixedWidth(min(widest + 24, theme.scaled(WIDEST_NAME)))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + side * len(self.cells.people) + 8)


def legend() -> str:
    """What the marks mean, and the keys."""
    return _(
        "● sudah disampaikan  –  tidak ada  ·  belum ditanyakan. "
        "Klik atau Enter menuju ke sana; tombol minus berarti tidak ada."
    )

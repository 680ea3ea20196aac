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
from konfkasus_gui.procedure.coverage import Coverage, Square, coverage, without_aspect
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens import theme

MARKS = {Coverage.GIVEN: "●", Coverage.NOTHING: "–", Coverage.UNASKED: "·"}
SPOKEN = {
    Coverage.GIVEN: N_("sudah"),
    Coverage.NOTHING: N_("tidak ada"),
    Coverage.UNASKED: N_("belum"),
}
COLUMNS = (*Aspect, None)
"""The last one counts what was said of no aspect yet; it is there while there is any."""
LOOSE = len(COLUMNS) - 1
WIDEST_NAME = 220
"""px at 100 %"""

Index = QModelIndex | QPersistentModelIndex


class CoverageModel(QAbstractTableModel):
    """A row for each person here, a column for each aspect, and one for words without any."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[tuple[int, str], ...] = ()
        self.loose: dict[int, tuple[int, ...]] = {}
        self._board: dict[Square, Coverage] = {}
        self._meeting: Meeting | None = None

    def show_meeting(self, meeting: Meeting) -> None:
        """Take the board of item c; only what changed is drawn anew."""
        if meeting is self._meeting:
            return
        self._meeting = meeting
        people = tuple((guest.id, guest.called) for guest in meeting.present())
        board, said = dict(coverage(meeting)), without_aspect(meeting)
        loose = {guest_id: said[guest_id] for guest_id, _name in people if guest_id in said}
        if people != self.people:
            self.beginResetModel()
            self.people, self._board, self.loose = people, board, loose
            self.endResetModel()
        elif (board, loose) != (self._board, self.loose):
            self._board, self.loose = board, loose
            last = self.index(len(people) - 1, LOOSE)
            self.dataChanged.emit(self.index(0, 0), last)

    def square(self, index: Index) -> tuple[int, Aspect | None]:
        """The person and the aspect of a cell; None for words without an aspect."""
        return self.people[index.row()][0], COLUMNS[index.column()]

    def told(self, guest_id: int, aspect: Aspect) -> Coverage:
        """What stands in a square."""
        return self._board.get((guest_id, aspect), Coverage.UNASKED)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        guest_id, aspect = self.square(index)
        if aspect is None:
            return self._loose_data(index, len(self.loose.get(guest_id, ())), role)
        found = self.told(guest_id, aspect)
        if role == Qt.ItemDataRole.DisplayRole:
            return MARKS[found]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("good" if found is Coverage.GIVEN else "muted")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self.people[index.row()][1]
            return f"{name}, {aspect.title}: {_(SPOKEN[found])}"
        return None

    def _loose_data(self, index: Index, count: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("warning")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self.people[index.row()][1]
            return _("{name}: {n} tanpa aspek").format(name=name, n=count)
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
            return _title(section)
        return self.people[section][1]


def _title(column: int) -> str:
    aspect = COLUMNS[column]
    return _("Tanpa aspek") if aspect is None else aspect.title


class _UprightHeader(QHeaderView):
    """Words that read from below to above, so that their columns may be narrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics()
        longest = max(words.horizontalAdvance(_title(column)) for column in range(len(COLUMNS)))
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
            _title(logicalIndex),
        )
        painter.restore()


class CoverageBoard(QTableView):
    """As high as its people; arrows move, a click or Enter says where one wants to go."""

    chosen = Signal(int, object)
    """The id of the participant, and the aspect; None for words without one."""
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
        self.setColumnHidden(LOOSE, not self.cells.loose)

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
            if index.column() != LOOSE:
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
        "● sudah disampaikan  –  tidak ada  ·  belum ditanyakan  1 disampaikan tanpa aspek. "
        "Klik atau Enter menuju ke sana; tombol minus berarti tidak ada."
    )

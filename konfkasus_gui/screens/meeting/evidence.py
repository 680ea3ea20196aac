"""What a conclusion rests on: the contributions that it cites, and the window to choose them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure import evidence
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.proceedings import Citation, Conclusion, Contribution
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import body, heading, muted

Index = QModelIndex | QPersistentModelIndex


class SaidModel(QAbstractListModel):
    """A line for each contribution, ticked where the conclusion rests on it."""

    ticked = Signal(int, bool)
    """The id of the contribution, and whether it is cited."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        names = {guest.id: guest.called for guest in meeting.plan.participants}
        numbers = evidence.numbers(meeting)
        known = {said.id: said for said in meeting.contributions}
        self.said: tuple[Contribution, ...] = tuple(known[one] for one in numbers)
        self._words = tuple(
            f"{numbers[one.id]}  {names.get(one.participant_id, '')}: {one.text.strip()}"
            for one in self.said
        )
        self._cited: frozenset[int] = frozenset()

    def show_cited(self, ids: frozenset[int]) -> None:
        """Tick these contributions and no others."""
        if ids != self._cited:
            self._cited = ids
            self.dataChanged.emit(self.index(0), self.index(len(self.said) - 1))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.said)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            cited = self.said[index.row()].id in self._cited
            return Qt.CheckState.Checked if cited else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.said[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class EvidenceWindow(QDialog):
    """Arrows and space tick; typing in the line above looks for words; Enter and Esc close."""

    def __init__(self, session: Session, conclusion: Conclusion, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conclusion = conclusion
        self.setWindowTitle(_("Dasar kesimpulan"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.cells = SaidModel(session.meeting(conclusion.conference_id))
        self.cells.ticked.connect(self._tick)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.cells)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Cari kata atau nama"))
        self.search.setAccessibleName(_("Cari kata atau nama"))
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(3)
        self.list.setAccessibleName(_("Keterangan peserta"))
        close = button(_("Tutup"), kind="primary", pressed=self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(heading(_("Kesimpulan ini bertumpu pada keterangan mana?")))
        column.addWidget(body(conclusion.text.strip()))
        column.addWidget(
            muted(_("Panah dan spasi memilih. Nomornya dikutip dalam notulen di belakang kalimat."))
        )
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(
            min(theme.scaled(680), room.width()), min(theme.scaled(560), room.height() - 40)
        )
        session.changed.connect(self._take)
        session.locked.connect(self.reject)
        self._take()
        self.list.setCurrentIndex(self._found.index(0, 0))
        self.list.setFocus()

    def _take(self, _record: object = None) -> None:
        meeting = self._session.meeting(self._conclusion.conference_id)
        cited = evidence.cited(meeting, self._conclusion.id)
        self.cells.show_cited(frozenset(one.id for one in cited))

    def _tick(self, contribution_id: int, ticked: bool) -> None:
        meeting = self._session.meeting(self._conclusion.conference_id)
        found = evidence.citation(meeting, self._conclusion.id, contribution_id)
        if ticked and found is None:
            self._session.save(cite(self._conclusion, contribution_id))
        elif not ticked and found is not None:
            self._session.remove(found)


def cite(conclusion: Conclusion, contribution_id: int) -> Citation:
    """The word that ``conclusion`` rests on a contribution."""
    return Citation(
        conference_id=conclusion.conference_id,
        conclusion_id=conclusion.id,
        contribution_id=contribution_id,
    )


def in_words(meeting: Meeting, cited: Sequence[Contribution]) -> str:
    """``3.1 Ratna, 3.4 Hendra``: what a conclusion rests on, for its line on the screen."""
    names = {guest.id: guest.called for guest in meeting.plan.participants}
    numbers = evidence.numbers(meeting)
    return ", ".join(
        f"{numbers[one.id]} {names.get(one.participant_id, '')}".strip() for one in cited
    )

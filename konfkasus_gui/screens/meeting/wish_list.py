"""The data that planning wished for, ticked off as somebody gives it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure import evidence, wishes
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.proceedings import Answer
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.label import body, small, subtitle


class WishRow(QWidget):
    """One wish; its tick says that it was answered, the line below by whom."""

    def __init__(self, wish: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(wish)
        self.note = small()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(wish))
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class WishList(QWidget):
    """What is still to be learnt; a tick ties the wish to what the speaker says now."""

    def __init__(
        self, session: Session, conference_id: int, said_now: Callable[[], int | None]
    ) -> None:
        super().__init__()
        self._session = session
        self._conference_id = conference_id
        self._said_now = said_now
        self.rows: dict[str, WishRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(subtitle(_("Yang ingin diperoleh")))

    def refresh(self) -> None:
        """Show the wishes as they are now."""
        meeting = self._session.meeting(self._conference_id)
        wanted = wishes.wishes(meeting.conference)
        for gone in [wish for wish in self.rows if wish not in wanted]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for wish in wanted:
            if wish not in self.rows:
                row = WishRow(wish)
                row.box.toggled.connect(partial(self._tick, wish))
                self.rows[wish] = row
                self._column.addWidget(row)
                row.show()
            self._show(meeting, wish)
        self.setVisible(bool(wanted))

    def _show(self, meeting: Meeting, wish: str) -> None:
        row, found = self.rows[wish], wishes.answer(meeting, wish)
        row.box.blockSignals(True)
        row.box.setChecked(found is not None)
        row.box.blockSignals(False)
        row.note.setText(_by_whom(meeting, found))
        row.note.setVisible(bool(row.note.text()))

    def _tick(self, wish: str, ticked: bool) -> None:
        found = wishes.answer(self._session.meeting(self._conference_id), wish)
        if ticked and found is None:
            self._session.save(
                Answer(
                    conference_id=self._conference_id,
                    question=wish,
                    contribution_id=self._said_now(),
                )
            )
        elif not ticked and found is not None:
            self._session.remove(found)


def _by_whom(meeting: Meeting, found: Answer | None) -> str:
    said = next(
        (one for one in meeting.contributions if found and one.id == found.contribution_id), None
    )
    if said is None:
        return ""
    name = next(
        (one.called for one in meeting.plan.participants if one.id == said.participant_id), ""
    )
    number = evidence.numbers(meeting).get(said.id, "")
    return " · ".join(part for part in (name, number) if part)

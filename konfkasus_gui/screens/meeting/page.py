"""What the pages of the meeting share: the chair's guidance and the data at the right."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Meeting, identity_may_be_shown
from konfkasus_gui.procedure.planning import Conference, Participant, withdrawn
from konfkasus_gui.procedure.vocabulary import Agenda, CaseState
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.meeting import keys
from konfkasus_gui.screens.meeting.earlier import EarlierMeeting
from konfkasus_gui.screens.meeting.guidance import GUIDANCE
from konfkasus_gui.screens.meeting.turn_clock import TurnClock
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.stage_page import StagePage
from konfkasus_gui.screens.widgets.label import body, muted, small, strong, subtitle
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import Scroll


class MeetingPage(StagePage):
    """One agenda item: the step in the middle, guidance and shareable data at the right."""

    aside_name = N_("Panduan dan data")
    aside_keys = keys.ASIDE.shown

    def __init__(self, session: Session, conference_id: int) -> None:
        super().__init__(session, conference_id)
        self._data = RowColumn(spacing=10)
        self.earlier = EarlierMeeting(session, conference_id, cast(Agenda, self.step))
        self._data_shown: tuple[bool, tuple[tuple[str, str], ...]] | None = None

    @property
    def meeting(self) -> Meeting:
        """Stage 2 as it is now."""
        return self.session.meeting(self.conference_id)

    def conference(self) -> Conference:
        """The conference as it is now."""
        return self.meeting.conference

    def names(self) -> dict[int, str]:
        """What to call the participants, by id."""
        return {guest.id: guest.called for guest in self.meeting.plan.participants}

    def beside(self) -> QWidget | None:
        """What else stands between the guidance and the data, if the page wants it."""
        return None

    def speaker(self) -> int | None:
        """The id of the participant whose turn it is, where there are turns."""
        return None

    def show_time(self, clock: TurnClock) -> None:
        """For pages to override: a second has passed."""

    @override
    def aside(self) -> QWidget:
        told = GUIDANCE[cast(Agenda, self.step)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(12)
        column.addWidget(subtitle(_("Panduan pimpinan")))
        column.addWidget(muted(_(told.todo)))
        column.addWidget(Notice(_(told.aloud), "info"))
        if (more := self.beside()) is not None:
            column.addWidget(more)
        column.addWidget(subtitle(_("Himpunan data")))
        column.addWidget(self._data)
        column.addWidget(self.earlier)
        column.addStretch()
        frame = QFrame()
        theme.mark(frame, ground="surface")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside))
        self._show_data()
        return frame

    @override
    def refreshed(self) -> None:
        meeting = self.meeting
        if self.content is not None:
            self.content.setVisible(not withdrawn(meeting.plan))
            draft = meeting.conference.minutes_final_at is None
            self.content.setEnabled(draft and meeting.plan.case.state is CaseState.OPEN)
        self._show_data()

    def may_show(self) -> bool:
        """Nothing about the client before everybody here has pledged (paper, D.2 a)."""
        meeting = self.meeting
        return identity_may_be_shown(meeting) and not withdrawn(meeting.plan)

    def _show_data(self) -> None:
        self.earlier.show_earlier(allowed=self.may_show())
        plan = self.meeting.plan
        items = plan.shareable() if self.may_show() else ()
        shown = tuple((item.aspect.title, item.text.strip()) for item in items)
        state = (self.may_show(), shown)
        if state != self._data_shown:
            self._data_shown = state
            self._data.show_rows(self._data_rows(shown))

    def _data_rows(self, shown: tuple[tuple[str, str], ...]) -> Iterator[QWidget]:
        if not self.may_show():
            yield small(_("Data tampil sesudah semua yang hadir berikrar menjaga rahasia."))
        elif not shown:
            yield small(_("Belum ada butir data yang boleh disampaikan."))
        for aspect, text in shown:
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(strong(aspect))
            column.addWidget(body(text))
            yield row


def who(guest: Participant) -> str:
    """``Ratna Wulandari · orang tua``: a participant as the chair calls them."""
    capacity = guest.capacity.strip()
    return f"{guest.called} · {capacity}" if capacity not in ("", guest.called) else guest.called

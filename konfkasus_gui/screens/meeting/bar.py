"""The dark bar above the meeting: which case, where, who is here, how long, pause."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import ConferenceState
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.label import body, strong, title

PAUSE_KEYS = "Ctrl+J"


class ConductorBar(QFrame):
    """Tells how the meeting stands; asks for pause, an early end or another day."""

    pause_requested = Signal()
    early_end_requested = Signal()
    postponement_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._opened_at: datetime | None = None
        self._closed_at: datetime | None = None
        theme.mark(self, ground="rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = title()
        self.name.setWordWrap(False)
        self.place = body()
        self.place.setWordWrap(False)
        self.state = Badge("", "rail")
        self.clock = strong("")
        self.clock.setAccessibleName(_("Lama pertemuan"))
        self.pause: Button = button(_("Jeda"), icon="pause", pressed=self.pause_requested.emit)
        self.pause.setShortcut(PAUSE_KEYS)
        self.pause.setToolTip(_("Jeda atau lanjutkan ({keys})").format(keys=PAUSE_KEYS))
        self.postpone: Button = button(
            _("Tunda…"), kind="rail", pressed=self.postponement_requested.emit
        )
        self.early_end: Button = button(
            _("Akhiri lebih awal…"), kind="rail", pressed=self.early_end_requested.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 20, 10)
        row.setSpacing(14)
        for widget in (self.name, self.place):
            row.addWidget(widget)
        row.addStretch()
        for other in (self.state, self.clock, self.postpone, self.early_end, self.pause):
            row.addWidget(other)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_time)

    def show_meeting(self, meeting: Meeting) -> None:
        """Tell how ``meeting`` stands now."""
        conference = meeting.conference
        self.name.setText(_("Konferensi kasus {code}").format(code=meeting.plan.case.code))
        self.place.setText(
            " · ".join(
                part
                for part in (
                    _("Pertemuan ke-{n}").format(n=conference.number),
                    conference.place.strip(),
                    _("{n} hadir dari {total}").format(
                        n=len(meeting.present()), total=len(meeting.plan.participants)
                    ),
                )
                if part
            )
        )
        self.state.say(conference.state.label, "rail")
        running = conference.state is ConferenceState.RUNNING
        paused = conference.state is ConferenceState.PAUSED
        self.pause.setText(_("Lanjutkan") if paused else _("Jeda"))
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setVisible(running or paused)
        self.early_end.setVisible(running or paused)
        self.postpone.setVisible(conference.opened_at is None)
        self._opened_at = conference.opened_at
        self._closed_at = conference.closed_at
        if running:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_time()

    def rest(self) -> None:
        """Let the clock stand: the window closes."""
        self._tick.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)

    def _show_time(self) -> None:
        if self._opened_at is None:
            self.clock.setText("")
            return
        seconds = int(((self._closed_at or self._session.now()) - self._opened_at).total_seconds())
        seconds = max(0, seconds)
        self.clock.setText(f"{seconds // 3600:02}.{seconds // 60 % 60:02}.{seconds % 60:02}")

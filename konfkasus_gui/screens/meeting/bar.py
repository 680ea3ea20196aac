"""The dark bar above the meeting: which case, where, who is here, how long, pause."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.pausing import clock_from
from konfkasus_gui.procedure.vocabulary import ConferenceState
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.meeting import keys
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.label import small, strong, subtitle

LONGEST_PLACE = 32
"""letters of the place that stand in the bar; the tooltip has them all"""
ROOMY = 1000
"""px at 100 %: a narrower bar says less"""


class ConductorBar(QFrame):
    """Tells how the meeting stands; asks for pause, an early end or another day."""

    pause_requested = Signal()
    early_end_requested = Signal()
    postponement_requested = Signal()
    cover_requested = Signal()
    large_text_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._opened_at: datetime | None = None
        self._closed_at: datetime | None = None
        self._kept_at: datetime | None = None
        self._code = ""
        theme.mark(self, ground="rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = subtitle()
        self.place = small()
        self.state = Badge("", "rail")
        self.clock = strong("")
        self.clock.setWordWrap(False)
        self.clock.setAccessibleName(_("Lama pertemuan"))
        self.pause: Button = button(_("Jeda"), icon="pause", pressed=self.pause_requested.emit)
        self.pause.setToolTip(_told(keys.PAUSE))
        self.saved = Badge("", "quiet")
        self.saved.setAccessibleName(_("Terakhir disimpan"))
        self.saved.hide()
        self.large: Button = button(_("Aa"), kind="rail", pressed=self.large_text_requested.emit)
        self.large.setCheckable(True)
        self.large.setToolTip(_told(keys.LARGE))
        self.large.setAccessibleName(_(keys.LARGE.deed))
        self.cover: Button = button(
            _("Tutup layar"), kind="rail", icon="eye-off", pressed=self.cover_requested.emit
        )
        self.cover.setToolTip(_told(keys.COVER))
        self.cover.setAccessibleName(_("Tutup layar"))
        self.postpone: Button = button(
            _("Tunda…"), kind="rail", pressed=self.postponement_requested.emit
        )
        self.early_end: Button = button(
            _("Hentikan…"), kind="rail", pressed=self.early_end_requested.emit
        )
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 9, 20, 9)
        row.setSpacing(14)
        row.addLayout(words, 1)
        for widget in (
            self.state,
            self.clock,
            self.saved,
            self.postpone,
            self.early_end,
            self.large,
            self.cover,
            self.pause,
        ):
            row.addWidget(widget)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_time)

    def show_meeting(self, meeting: Meeting) -> None:
        """Tell how ``meeting`` stands now."""
        conference = meeting.conference
        self._code = meeting.plan.case.code
        self.place.setText(
            " · ".join(
                part
                for part in (
                    _("Pertemuan ke-{n}").format(n=conference.number),
                    _shortened(conference.place.strip()),
                    _("{n} hadir dari {total}").format(
                        n=len(meeting.present()), total=len(meeting.plan.participants)
                    ),
                )
                if part
            )
        )
        self.place.setToolTip(conference.place.strip())
        self.state.say(conference.state.label, "rail")
        running = conference.state is ConferenceState.RUNNING
        paused = conference.state is ConferenceState.PAUSED
        self.pause.setText(_("Lanjutkan") if paused else _("Jeda"))
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setVisible(running or paused)
        self.early_end.setVisible(running or paused)
        self.postpone.setVisible(conference.opened_at is None)
        self._opened_at = clock_from(meeting)
        self._closed_at = conference.closed_at
        self._fit()
        self._tick_on()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick_on()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)

    def show_kept(self, at: datetime) -> None:
        """Say when something was last kept."""
        self._kept_at = at
        self.saved.show()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer words where large type leaves little room; the tooltips have them all."""
        roomy = self.width() >= theme.scaled(ROOMY)
        name = _("Konferensi kasus {code}").format(code=self._code)
        self.name.setText(name if roomy else self._code)
        self.name.setToolTip(name)
        if self._kept_at is not None:
            kept = f"{self._kept_at:%H.%M}"
            told = _("Tersimpan {time}").format(time=kept)
            self.saved.say(told if roomy else f"✓ {kept}", "quiet")
            self.saved.setToolTip(told)
        self.cover.setText(_("Tutup layar") if roomy else "")
        self.state.setVisible(roomy)

    def _tick_on(self) -> None:
        """The clock goes on through a pause, as the one on the wall does."""
        going = self._opened_at is not None and self._closed_at is None
        if going and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()
        self._show_time()

    def _show_time(self) -> None:
        if self._opened_at is None:
            self.clock.setText("")
            return
        seconds = int(((self._closed_at or self._session.now()) - self._opened_at).total_seconds())
        seconds = max(0, seconds)
        self.clock.setText(f"{seconds // 3600:02}.{seconds // 60 % 60:02}.{seconds % 60:02}")


def _shortened(place: str) -> str:
    if len(place) <= LONGEST_PLACE:
        return place
    return f"{place[: LONGEST_PLACE - 1].rstrip()}…"


def _told(key: keys.Key) -> str:
    return f"{_(key.deed)} ({key.shown})"

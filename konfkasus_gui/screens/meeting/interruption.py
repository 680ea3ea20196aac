"""The line below the conductor's bar: that the meeting rests, was cut off, or has to stop."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import pausing
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import withdrawn
from konfkasus_gui.procedure.standing import ago_in_words
from konfkasus_gui.procedure.vocabulary import ConferenceState
from konfkasus_gui.procedure.withdrawal import kept_in_words
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.notice import Notice


class Interruption(Notice):
    """Nothing while the meeting runs; otherwise what happened, and the way on."""

    def __init__(self, session: Session, conference_id: int) -> None:
        super().__init__(action=_("Lanjutkan"))
        self._session = session
        self._conference_id = conference_id
        self._since = pausing.cut_off_since(session.meeting(conference_id), session.now())
        self._shown: tuple[str, str, str] | None = None
        self.action_requested.connect(self._go_on)
        session.changed.connect(self.refresh)
        session.locked.connect(self._rest)

    @property
    def cut_off_since(self) -> datetime | None:
        """When the meeting was cut off, until somebody has answered."""
        return self._since

    def refresh(self) -> None:
        """Say how the meeting stands."""
        meeting = self._session.meeting(self._conference_id)
        if meeting.conference.state is not ConferenceState.RUNNING:
            self._since = None
        standing = self._standing(meeting)
        if standing == self._shown:
            return
        self._shown = standing
        kind, sentence, action = standing
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.say(sentence, kind)

    def _standing(self, meeting: Meeting) -> tuple[str, str, str]:
        if withdrawn(meeting.plan):
            kept = kept_in_words(meeting) or _("belum ada yang dicatat")
            sentence = _(
                "Persetujuan ditarik kembali: pertemuan berhenti dan catatannya terkunci ({kept})."
            ).format(kept=kept)
            return "danger", sentence, ""
        if self._since is not None:
            sentence = _(
                "Sejak {when} tidak ada yang dicatat. Bila pertemuan sempat terputus, catat sebagai"
                " jeda; semua yang sudah diketik masih ada."
            ).format(when=_moment(self._since, self._session.now()))
            return "warning", sentence, _("Catat jeda dan lanjutkan")
        resting = pausing.standing(meeting.pauses)
        if meeting.conference.state is ConferenceState.PAUSED:
            return "info", _paused(resting, self._session.now()), _("Lanjutkan pertemuan")
        return "info", "", ""

    def _go_on(self) -> None:
        meeting = self._session.meeting(self._conference_id)
        since, self._since = self._since, None
        try:
            if since is not None:
                deeds.record_cut(self._session, meeting, since)
            else:
                deeds.open_conference(self._session, meeting)
        except KonfKasusError as error:
            dialogs.tell(self.window(), str(error))

    def _rest(self) -> None:
        self._session.changed.disconnect(self.refresh)


class Beneath(QWidget):
    """The conductor's bar, and below it what interrupts the meeting."""

    def __init__(self, bar: QWidget, interruption: Interruption) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(interruption)
        interruption.refresh()  # a notice shows itself only inside a window


def _paused(pause: pausing.Pause | None, now: datetime) -> str:
    if pause is None:
        return _("Pertemuan dijeda.")
    reason = f" ({pause.reason.strip()})" if pause.reason.strip() else ""
    sentence = _("Pertemuan dijeda sejak {when}{reason}.").format(
        when=_moment(pause.began_at, now), reason=reason
    )
    if pause.resumes_on is not None:
        day = long_date(pause.resumes_on)
        sentence = _("{sentence} Dilanjutkan {day}.").format(sentence=sentence, day=day)
    return sentence


def _moment(at: datetime, now: datetime) -> str:
    clock = clock_time(at.time())
    if at.date() == now.date():
        return _("pukul {time}").format(time=clock)
    day = ago_in_words(at.date(), now.date())
    return _("{day} pukul {time}").format(day=day, time=clock)

"""Counts how long each agenda item takes, and each participant's turns, while the meeting runs."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure import timekeeping
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import withdrawn
from konfkasus_gui.procedure.vocabulary import Agenda, CaseState, ConferenceState
from konfkasus_gui.screens.session import Session

TICK_MS = 1000
KEPT_AFTER = 60
"""Seconds that a power cut may cost."""

Turn = tuple[Agenda, int | None]


class TurnClock(QObject):
    """Whoever leads the meeting says where it is; the seconds are kept each minute and at a move.

    A pause, a lock and a PC that sleeps do not count.
    """

    ticked = Signal()

    def __init__(self, session: Session, conference_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        self._turn: Turn | None = None
        self._since: datetime | None = None
        self._counted: Counter[Turn] = Counter()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        session.leaving.connect(self._try_to_keep)
        session.locked.connect(self._lock)
        self._timer.start()

    def turn_to(self, agenda: Agenda, participant_id: int | None = None) -> None:
        """From now on ``agenda`` is on, and under it perhaps a participant's turn."""
        if self._turn == (agenda, participant_id):
            return
        moved = self._turn is None or self._turn[0] is not agenda
        self.count()
        self._turn = (agenda, participant_id)
        if moved:
            self.keep()

    def stop(self) -> None:
        """Keep what was counted and count no longer."""
        self.keep()
        self._turn = None
        self._timer.stop()

    def seconds(self, agenda: Agenda, participant_id: int | None = None) -> int:
        """How long ``agenda`` took so far, or a participant's turns under it."""
        kept = timekeeping.duration(self._meeting, agenda, participant_id).seconds
        return kept + self._counted[agenda, participant_id]

    def count(self) -> None:
        """Take in the time since it was looked at last."""
        now = self._session.now()
        if self._turn is None or not _counts(self._meeting):
            self._since = None
            return
        seconds, self._since = timekeeping.passed(self._since or now, now)
        agenda, participant_id = self._turn
        self._counted[agenda, None] += seconds
        if participant_id is not None:
            self._counted[agenda, participant_id] += seconds

    def keep(self) -> None:
        """Keep what was counted.

        Raises:
            KonfKasusError: it could not be kept; it is tried again with the next minute.
        """
        self.count()
        counted = +self._counted
        if not counted or not _may_keep(self._meeting):
            self._counted.clear()
            return
        self._counted.clear()  # before screens are told, and reckon anew
        try:
            with self._session.together():
                for (agenda, participant_id), seconds in counted.items():
                    longer = timekeeping.longer(self._meeting, agenda, seconds, participant_id)
                    self._session.save(longer)
        except KonfKasusError:
            self._counted.update(counted)
            raise

    def _try_to_keep(self, refusals: list[KonfKasusError]) -> None:
        try:
            self.keep()
        except KonfKasusError as error:
            refusals.append(error)

    def _lock(self) -> None:
        """The archive closes: nothing can be kept any more."""
        self._timer.stop()
        self._turn = None
        self._counted.clear()

    @property
    def _meeting(self) -> Meeting:
        return self._session.meeting(self._conference_id)

    def _tick(self) -> None:
        self.count()
        items = (seconds for (_agenda, who), seconds in self._counted.items() if who is None)
        if sum(items) >= KEPT_AFTER:
            self.keep()
        self.ticked.emit()


def _may_keep(meeting: Meeting) -> bool:
    draft = meeting.conference.minutes_final_at is None
    return draft and meeting.plan.case.state is CaseState.OPEN and not withdrawn(meeting.plan)


def _counts(meeting: Meeting) -> bool:
    return meeting.conference.state is ConferenceState.RUNNING and _may_keep(meeting)

"""The offer to bring back what was just removed: one for the whole session, on every window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from konfkasus_gui.procedure.deletion import OFFERED_FOR, Deletion

if TYPE_CHECKING:
    from konfkasus_gui.procedure.record import Record
    from konfkasus_gui.screens.session import Session


class Undoing(QObject):
    """Offers the last removal for ten seconds, and longer while somebody is about to answer.

    It shows nothing by itself and stops nothing: the archive may lock at any moment, and then
    nothing is offered any more.
    """

    changed = Signal()
    """Another removal is offered, or none."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.offered: Deletion | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(OFFERED_FOR.total_seconds() * 1000))
        self._timer.timeout.connect(self.dismiss)
        session.changed.connect(self._take)
        session.locked.connect(self.dismiss)

    def hold(self) -> None:
        """Somebody reads the offer: it stays until ``go_on``."""
        self._timer.stop()

    def go_on(self) -> None:
        """Nobody looks at the offer any more: it stays for ten seconds."""
        if self.offered is not None:
            self._timer.start()

    def dismiss(self) -> None:
        """Offer nothing; what was removed can still be brought back from *Terhapus*."""
        self._timer.stop()
        if self.offered is not None:
            self.offered = None
            self.changed.emit()

    def bring_back(self) -> "Record | None":
        """Bring back what is offered; None when nothing is, or it came back another way.

        Raises:
            CaseNotOpen, MinutesFinal, NotRestorable: see ``Session.bring_back``.
        """
        offered = self.offered
        self.dismiss()
        if offered is None:
            return None
        try:
            return self._session.bring_back(offered.id)
        except LookupError:
            return None

    def _take(self, record: object) -> None:
        if isinstance(record, Deletion):
            self.offered = record
            self._timer.start()
            self.changed.emit()

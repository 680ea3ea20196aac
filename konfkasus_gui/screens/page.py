"""What the pages of the main window share: they follow the archive while they are seen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.search_field import SearchField


class Page(QWidget):
    """Draws itself anew when it is shown, and once after each burst of changes while it is seen.

    A page never opens another page by itself: it asks for it with a signal.
    """

    case_requested = Signal(object)
    """The number of the case to show."""
    search_requested = Signal(str)
    """What to look for among all cases."""
    place_requested = Signal(object)
    """A ``Place`` of the rail."""
    new_case_requested = Signal()
    passphrase_requested = Signal()
    account_requested = Signal(object)
    """The id of the account to change, None for a new one."""
    recovery_requested = Signal()
    backups_requested = Signal()
    """The settings of the backups."""
    review_requested = Signal()
    """The list of cases whose time of keeping is over."""
    history_requested = Signal(str)
    """The history of the case with this code."""
    restore_requested = Signal(object)
    """The path of the backup to restore, None to choose one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        session.changed.connect(self._take)
        session.locked.connect(self._rest)

    def refresh(self) -> None:
        """Draw what the archive holds now."""
        raise NotImplementedError

    def refresh_soon(self) -> None:
        """Draw once after all that happens now, if the page is seen."""
        if self.isVisible():
            self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._soon.stop()
        super().hideEvent(event)

    def _take(self, _record: object) -> None:
        self.refresh_soon()

    def _rest(self) -> None:
        """The archive closes: nothing is read any more."""
        self.session.changed.disconnect(self._take)
        self._soon.stop()
        for search in self.findChildren(SearchField):
            search.blockSignals(True)  # what was typed last would be looked for after locking

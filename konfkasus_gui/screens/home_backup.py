"""What the home page says of backups, and of cases whose time of keeping is over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.account import coordinates
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.retention import to_review
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice


class BackupLine(QWidget):
    """One quiet line while all is well, a notice with a way on when it is not."""

    settings_requested = Signal()
    review_requested = Signal()
    """The coordinator wants to look through the cases whose time is over."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._follows = False
        self.words = small()
        self.notice = Notice("", "warning", action=_("Atur cadangan"))
        self.notice.action_requested.connect(self.settings_requested)
        self.review = Notice("", "info", action=_("Tinjau"))
        self.review.action_requested.connect(self.review_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.notice)
        column.addWidget(self.review)
        self.notice.say("")
        self.review.say("")

    def refresh(self) -> None:
        """Show how the backups stand now; nothing where there are none to tell of."""
        backups = self._session.backups
        self.setVisible(backups is not None)
        if backups is None:
            return
        self._show_review()
        if not self._follows:
            self._follows = True
            backups.changed.connect(self.refresh)
        today, latest = self._session.today(), backups.latest
        copied_on = self._session.school.copied_on
        if latest is None:
            here = _("Cadangan: belum ada")
        elif latest.date() == today:
            here = _("Cadangan: hari ini {time}").format(time=clock_time(latest.time()))
        else:
            here = _("Cadangan: {day}").format(day=long_date(latest.date()))
        there = _("belum ada") if copied_on is None else long_date(copied_on)
        self.words.setText(
            _("{here} · salinan di tempat kedua: {there}").format(here=here, there=there)
        )
        if backups.failure is not None:
            self.notice.say(str(backups.failure), "danger")
        elif backups.copy_is_old:
            self.notice.say(
                _("Sudah waktunya menyalin cadangan ke diska USB atau komputer lain."), "warning"
            )
        else:
            self.notice.say("")

    def _show_review(self) -> None:
        session, over = self._session, 0
        if coordinates(session.account):
            years = session.school.retention_years
            over = len(to_review(session.lists.left_cases(), years, session.today()))
        self.review.say(
            _("Masa simpan {n} arsip kasus sudah berakhir.").format(n=over) if over else ""
        )

"""The seat of a guest who comes without an invitation: the meeting is limited and closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.attending import GuestUnknown
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Group
from konfkasus_gui.screens.meeting import turns
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.notice import Notice


class GuestForm(QWidget):
    """Name first; then who they are, in which group and why they sit here. Or they leave."""

    welcomed = Signal(str)
    """The name of the guest who has a seat now."""

    def __init__(self, session: Session, conference_id: int) -> None:
        super().__init__()
        self._session = session
        self._conference_id = conference_id
        self._added: Participant | None = None
        self.name = _line(_("Nama tamu yang datang tanpa undangan"))
        self.capacity = _line(_("Kedudukan, misalnya wali"))
        self.reason = _line(_("Mengapa perlu ikut"))
        self.group = NoWheelComboBox(Group)
        self.group.set_value(Group.INFORMS)
        self.group.setAccessibleName(_("Kelompok tamu"))
        self.add = button(_("Tambahkan"), icon="plus", pressed=self._welcome)
        for field in (self.name, self.capacity, self.reason):
            field.returnPressed.connect(self._welcome)
        self.name.textChanged.connect(self._show_more)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name, 1)
        first.addWidget(self.add)
        self.more = QWidget()
        second = QVBoxLayout(self.more)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        pair = FlowLayout(spacing=8)
        pair.addWidget(self.group)
        pair.addWidget(self.capacity)
        second.addLayout(pair)
        second.addWidget(self.reason)
        self.notice = Notice(action=_("Urungkan"))
        self.notice.action_requested.connect(self._take_back)
        self.notice.say("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.more)
        column.addWidget(self.notice)
        self.more.hide()

    def forget(self) -> None:
        """Whoever has been heard since is not taken off the list any more."""
        self._added = None
        self.notice.say("")

    def _show_more(self, name: str) -> None:
        self.more.setVisible(bool(name.strip()))

    def _welcome(self) -> None:
        name = self.name.text()
        if not name.strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._added = turns.welcome(
                self._session,
                self._conference_id,
                name,
                self.group.value(),
                self.capacity.text(),
                self.reason.text(),
            )
        except GuestUnknown as error:
            self.notice.action.hide()
            self.notice.say(str(error), "warning")
            empty = (one for one in (self.capacity, self.reason) if not one.text().strip())
            next(empty, self.reason).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for field in (self.name, self.capacity, self.reason):
            field.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notice.action.setVisible(self._may_be_taken_back())
        self.notice.say(
            _("{name} ditambahkan dan dicatat hadir. Mintalah ikrarnya.").format(name=name), "info"
        )
        self.welcomed.emit(name)

    def _may_be_taken_back(self) -> bool:
        return self._session.meeting(self._conference_id).conference.opened_at is None

    def _take_back(self) -> None:
        """The guest who was added last was a mistake: what was typed stands in the fields."""
        guest, self._added = self._added, None
        self.notice.say("")
        if guest is not None:
            self._session.remove(guest)
            self.name.setText(guest.name)
            self.capacity.setText(guest.capacity)
            self.reason.setText(guest.reason)
            self.group.set_value(guest.group)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(words: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    made.setMinimumWidth(180)
    return made

"""One line of the attendance list."""

from typing import cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.attending import leaving, recorded, returning
from konfkasus_gui.procedure.calendar import clock_time
from konfkasus_gui.procedure.meeting import TAKING_PART
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import PledgeManner, Presence
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import icon_button
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalTimeEdit
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import small, strong

PRESENCE, AWAY, PLEDGE = 150, 190, 168
"""px at 100 %, so that the fields of all lines stand below one another"""
GAP = 10
LEAST_NAME = 150
"""px at 100 %: where a name has less room, its fields stand below it."""


class AttendanceRow(Form):
    """One participant: came or not, since when, for whom, and the pledge."""

    def __init__(self, session: Session, conference_id: int, guest: Participant) -> None:
        self._conference_id = conference_id
        self.guest = guest
        super().__init__(session, self._attendance)
        name = guest.called
        self.presence = self.bind(NoWheelComboBox(Presence, empty=_("Belum dicatat")), "presence")
        self.presence.setAccessibleName(_("Kehadiran {name}").format(name=name))
        now = session.now().time().replace(second=0, microsecond=0)
        self.arrived = self.bind(OptionalTimeEdit(now), "arrived_at")
        self.arrived.setAccessibleName(_("Jam datang {name}").format(name=name))
        self.pledge = self.bind(NoWheelComboBox(PledgeManner, empty=_("Belum berikrar")), "pledge")
        self.pledge.setAccessibleName(_("Ikrar {name}").format(name=name))
        self.represented = self.bind(QLineEdit(), "represented_by")
        self.represented.setPlaceholderText(_("Diwakili oleh"))
        self.represented.setAccessibleName(_("{name} diwakili oleh").format(name=name))
        self.statement = self.bind(QLineEdit(), "statement")
        self.statement.setPlaceholderText(_("Isi keterangan tertulis"))
        self.statement.setAccessibleName(_("Keterangan tertulis {name}").format(name=name))
        self.pledge.setFixedWidth(theme.scaled(PLEDGE))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strong(name))
        if guest.capacity.strip() not in ("", name):
            column.addWidget(small(guest.capacity))
        self.gone = small()
        column.addWidget(self.gone)
        self.more = icon_button("ellipsis", _("Datang dan pulang"), pressed=self._open)
        self.more.setAccessibleDescription(name)
        self._fields = QWidget()
        flow = FlowLayout(self._fields, spacing=GAP)
        for field in (self.presence, self.arrived, self.pledge, self.more):
            flow.addWidget(field)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(GAP)
        self._line.addWidget(words, 1)
        self._line.addWidget(self._fields)
        self.rows.setSpacing(6)
        self.rows.addLayout(self._line)
        self.rows.addWidget(self.represented)
        self.rows.addWidget(self.statement)
        self.refreshed()

    @override
    def keep(self, edited: Record) -> None:
        meeting = self.session.meeting(self._conference_id)
        self.session.save(recorded(meeting, cast(Attendance, edited), self.session.now()))

    @override
    def refreshed(self) -> None:
        presence = self._attendance().presence
        here = presence in TAKING_PART
        self.presence.setFixedWidth(theme.scaled(PRESENCE if here else AWAY))
        self.arrived.setVisible(here)
        self.pledge.setVisible(here)
        self.more.setVisible(here)
        left_at = self._attendance().left_at
        self.gone.setText(
            "" if left_at is None else _("pulang pukul {time}").format(time=clock_time(left_at))
        )
        self.gone.setVisible(left_at is not None)
        self.represented.setVisible(presence is Presence.REPRESENTED)
        self.statement.setVisible(presence is Presence.WRITTEN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._needed()
        beside = event.size().width() >= needed + theme.scaled(LEAST_NAME)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._fields.setMinimumWidth(needed if beside else 0)

    def _needed(self) -> int:
        """Px that the fields take side by side, also where some of them are hidden."""
        field = self.arrived.field.sizeHint().width() + self.arrived.clear.sizeHint().width() + 4
        more = self.more.sizeHint().width()
        return theme.scaled(PRESENCE) + theme.scaled(PLEDGE) + field + more + 3 * GAP

    def menu(self) -> QMenu:
        """What else may be noted of somebody who is here."""
        menu = QMenu(self)
        line = self._attendance()
        if line.left_at is not None:
            menu.addAction(_("Kembali ke pertemuan"), self._return)
        elif line.pledge is None:
            menu.addAction(_("Tidak berikrar, meninggalkan ruangan"), self._leave)
        else:
            menu.addAction(_("Pulang sebelum selesai"), self._leave)
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _leave(self) -> None:
        self.flush()
        self.session.save(leaving(self._attendance(), self.session.now()))

    def _return(self) -> None:
        self.flush()
        self.session.save(returning(self._attendance()))

    def _attendance(self) -> Attendance:
        return self.session.meeting(self._conference_id).attendance(self.guest)

"""Item a: who is here, who has pledged, and what the chair has said."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import TAKING_PART, Attendance
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    ConferenceState,
    Group,
    Origin,
    PledgeManner,
    Presence,
)
from konfkasus_gui.screens import deeds, theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.check_rows import CheckRow
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalTimeEdit
from konfkasus_gui.screens.widgets.label import muted, small, strong
from konfkasus_gui.screens.widgets.row_column import RowColumn

STATEMENTS = (
    ("aim_stated", N_("Tujuan pertemuan disampaikan")),
    ("case_stated", N_("Kasus disebut dengan kodenya, bukan nama")),
    ("secrecy_stated", N_("Kerahasiaan pertemuan disampaikan")),
)


class AttendanceRow(Form):
    """One participant: came or not, since when, for whom, and the pledge."""

    def __init__(self, session: Session, conference_id: int, guest: Participant) -> None:
        self._conference_id = conference_id
        self.guest = guest
        self._session_of_row = session
        super().__init__(session, self._attendance)
        self.presence = self.bind(NoWheelComboBox(Presence, empty=_("Belum dicatat")), "presence")
        self.presence.setAccessibleName(_("Kehadiran {name}").format(name=guest.name))
        self.arrived = self.bind(
            OptionalTimeEdit(session.now().time().replace(second=0, microsecond=0)), "arrived_at"
        )
        self.pledge = self.bind(NoWheelComboBox(PledgeManner, empty=_("Belum berikrar")), "pledge")
        self.pledge.setAccessibleName(_("Ikrar {name}").format(name=guest.name))
        self.represented = self.bind(QLineEdit(), "represented_by")
        self.represented.setPlaceholderText(_("Diwakili oleh"))
        self.statement = self.bind(QLineEdit(), "statement")
        self.statement.setPlaceholderText(_("Isi keterangan tertulis"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(guest.name))
        words.addWidget(small(guest.capacity))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addLayout(words, 1)
        self.presence.setFixedWidth(theme.scaled(150))
        self.pledge.setFixedWidth(theme.scaled(168))
        line.addWidget(self.presence)
        line.addWidget(self.arrived)
        line.addWidget(self.pledge)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.represented)
        column.addWidget(self.statement)
        self.add_widget(row)
        self.refreshed()

    @override
    def refreshed(self) -> None:
        presence = self._attendance().presence
        here = presence in TAKING_PART
        self.arrived.setVisible(here)
        self.pledge.setVisible(here)
        self.represented.setVisible(presence is Presence.REPRESENTED)
        self.statement.setVisible(presence is Presence.WRITTEN)

    def _attendance(self) -> Attendance:
        return self._session_of_row.meeting(self._conference_id).attendance(self.guest)


class OpeningPage(MeetingPage):
    """Attendance, pledges and the chair's three statements; starting the meeting."""

    step = Agenda.OPENING
    heading = N_("Pembukaan")
    guidance = N_("Catat kehadiran dan ikrar setiap orang sebelum apa pun tentang konseli dibahas.")
    started = Signal()

    @override
    def form(self) -> QWidget:
        self._shown: tuple[int, ...] = ()
        self.rows = RowColumn(spacing=10)
        self.people = Card(_("Kehadiran dan ikrar"))
        self.all_here = link(_("Semua hadir"), pressed=self._all_here)
        self.all_pledged = link(_("Semua mengucapkan ikrar"), pressed=self._all_pledged)
        shortcuts = QHBoxLayout()
        shortcuts.addWidget(self.all_here)
        shortcuts.addWidget(self.all_pledged)
        shortcuts.addStretch()
        self.people.add_layout(shortcuts)
        self.people.add(self.rows)
        self.guest_name = QLineEdit()
        self.guest_name.setPlaceholderText(_("Nama tamu yang datang tanpa undangan"))
        self.guest_capacity = QLineEdit()
        self.guest_capacity.setPlaceholderText(_("Sebagai"))
        self.add_guest = button(_("Tambahkan"), icon="plus", pressed=self._add_guest)
        self.guest_name.returnPressed.connect(self._add_guest)
        extra = QHBoxLayout()
        extra.setSpacing(8)
        extra.addWidget(self.guest_name, 2)
        extra.addWidget(self.guest_capacity, 1)
        extra.addWidget(self.add_guest)
        self.people.add_layout(extra)
        self.statements = Form(self.session, self.conference)
        self.boxes: dict[str, QCheckBox] = {}
        for field, sentence in STATEMENTS:
            row = CheckRow(_(sentence), "")
            self.boxes[field] = self.statements.bind(row.box, field)
            self.statements.add_widget(row)
        self.start = button(_("Mulai konferensi"), kind="primary", icon="play", pressed=self._start)
        self.standing = muted()
        foot = QHBoxLayout()
        foot.addWidget(self.standing, 1)
        foot.addWidget(self.start)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.people)
        column.addWidget(self.statements)
        column.addLayout(foot)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.meeting
        guests = meeting.plan.participants
        shown = tuple(guest.id for guest in guests)
        if shown != self._shown:
            self._shown = shown
            self.rows.show_rows(
                AttendanceRow(self.session, self.conference_id, guest) for guest in guests
            )
        state = meeting.conference.state
        begun = meeting.conference.opened_at is not None and state is not ConferenceState.PAUSED
        self.start.setVisible(not begun)
        self.start.setEnabled(not any(gap.blocks for gap in self.gaps()))
        self.start.setText(
            _("Lanjutkan konferensi") if state is ConferenceState.PAUSED else _("Mulai konferensi")
        )
        self.standing.setText(
            _("{n} orang hadir, {pledged} sudah berikrar.").format(
                n=len(meeting.present()), pledged=len(meeting.present()) - len(meeting.unpledged())
            )
        )

    def _start(self) -> None:
        self.flush()
        deeds.open_conference(self.session, self.meeting)

    def _all_here(self) -> None:
        """Those whose line is still empty are here now."""
        self._change(Presence.PRESENT)

    def _all_pledged(self) -> None:
        self.flush()
        meeting = self.meeting
        with self.session.together():
            for guest in meeting.unpledged():
                self.session.save(
                    replace(
                        meeting.attendance(guest),
                        pledge=PledgeManner.SPOKEN,
                        pledged_at=self.session.now(),
                    )
                )

    def _change(self, presence: Presence) -> None:
        self.flush()
        meeting = self.meeting
        arrived = self.session.now().time().replace(second=0, microsecond=0)
        with self.session.together():
            for guest in meeting.plan.participants:
                attendance = meeting.attendance(guest)
                if attendance.presence is None:
                    self.session.save(replace(attendance, presence=presence, arrived_at=arrived))

    def _add_guest(self) -> None:
        name = self.guest_name.text().strip()
        if not name:
            self.guest_name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.session.save(
            Participant(
                conference_id=self.conference_id,
                name=name,
                origin=Origin.SCHOOL,
                group=Group.INFORMS,
                capacity=self.guest_capacity.text().strip(),
                reason=_("Datang pada hari pertemuan"),
            )
        )
        self.guest_name.clear()
        self.guest_capacity.clear()

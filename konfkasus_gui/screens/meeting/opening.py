"""Item a: who is here, who has pledged, and what the chair has said."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.attending import all_pledged, all_present
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.vocabulary import Agenda, ConferenceState
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.attendance import AttendanceRow
from konfkasus_gui.screens.meeting.guest_form import GuestForm
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.check_rows import CheckRow
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.row_column import RowColumn

STATEMENTS = (
    ("aim_stated", N_("Tujuan pertemuan disampaikan")),
    ("case_stated", N_("Kasus disebut dengan kodenya, bukan nama")),
    ("secrecy_stated", N_("Kerahasiaan pertemuan disampaikan")),
)


class OpeningPage(MeetingPage):
    """Attendance, pledges and the chair's three statements; starting the meeting."""

    step = Agenda.OPENING
    heading = N_("Pembukaan")
    guidance = N_("Catat kehadiran dan ikrar setiap orang sebelum apa pun tentang konseli dibahas.")

    @override
    def form(self) -> QWidget:
        self._shown: tuple[Participant, ...] = ()
        self.rows = RowColumn(spacing=10)
        self.people = Card(_("Kehadiran dan ikrar"))
        self.all_here = link(_("Semua hadir"), pressed=self._all_here)
        self.all_pledged = link(_("Semua mengucapkan ikrar"), pressed=self._all_pledged)
        shortcuts = FlowLayout()
        shortcuts.addWidget(self.all_here)
        shortcuts.addWidget(self.all_pledged)
        self.people.add_layout(shortcuts)
        self.people.add(self.rows)
        self.guest = GuestForm(self.session, self.conference_id)
        self.people.add(self.guest)
        self.start = button(_("Mulai konferensi"), kind="primary", icon="play", pressed=self._start)
        self.standing = muted()
        begin = QHBoxLayout()
        begin.setSpacing(12)
        begin.addWidget(self.standing, 1)
        begin.addWidget(self.start)
        self.people.add_layout(begin)
        self.statements = Form(self.session, self.conference)
        self.statements.rows.setSpacing(8)
        self.boxes: dict[str, QCheckBox] = {}
        for field_name, sentence in STATEMENTS:
            row = CheckRow(_(sentence), "")
            self.boxes[field_name] = self.statements.bind(row.box, field_name)
            self.statements.add_widget(row)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.people)
        column.addWidget(self.statements)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.meeting
        guests = meeting.plan.participants
        if guests != self._shown:
            self._shown = guests
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
        present, unpledged = len(meeting.present()), len(meeting.unpledged())
        self.standing.setText(
            _("{n} orang hadir, {pledged} sudah berikrar.").format(
                n=present, pledged=present - unpledged
            )
        )

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever has been heard under a later item is not taken off the list any more."""
        super().hideEvent(event)
        if self.content is not None:
            self.guest.forget()

    def _start(self) -> None:
        self.flush()
        deeds.open_conference(self.session, self.meeting)

    def _all_here(self) -> None:
        self.flush()
        self._keep(all_present(self.meeting, self.session.now()))

    def _all_pledged(self) -> None:
        self.flush()
        self._keep(all_pledged(self.meeting, self.session.now()))

    def _keep(self, lines: tuple[Attendance, ...]) -> None:
        with self.session.together():
            for line in lines:
                self.session.save(line)

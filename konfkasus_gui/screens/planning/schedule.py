"""When and where the conference meets, who leads and who writes."""

from collections.abc import Callable
from datetime import time
from typing import cast

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import conduct
from konfkasus_gui.procedure.calendar import full_date, time_span
from konfkasus_gui.procedure.planning import Conference, Plan, Step
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import ConferenceState
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.planning.replacing import offer_replacement
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit, OptionalTimeEdit
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.notice import Notice

BEGIN, END = time(10, 0), time(11, 30)


class ScheduleForm(Form):
    """The day is said in words below, so that a wrong one is seen."""

    def __init__(self, session: Session, conference: Callable[[], Conference]) -> None:
        super().__init__(session, conference)
        self._conference = conference
        self.held_on = self.bind(OptionalDateEdit(session.today()), "held_on")
        self.starts_at = self.bind(OptionalTimeEdit(BEGIN), "starts_at")
        self.ends_at = self.bind(OptionalTimeEdit(END), "ends_at")
        self.place = self.bind(QLineEdit(), "place")
        self.chair = self.bind(QLineEdit(), "chair")
        self.minute_taker = self.bind(QLineEdit(), "minute_taker")
        self.confirm_by = self.bind(OptionalDateEdit(session.today()), "confirm_by")
        self.place.setPlaceholderText(_("Ruang yang tertutup, misalnya Ruang BK"))
        self.in_words = muted()
        self.add_widget(
            Beside(
                self.add(_("Tanggal"), self.held_on),
                self.add(_("Jam mulai"), self.starts_at),
                self.add(_("Jam selesai"), self.ends_at),
                narrow=560,
            )
        )
        self.add_widget(self.in_words)
        self.add(_("Tempat"), self.place)
        self.add_widget(
            Beside(
                self.add(_("Pimpinan"), self.chair),
                self.add(_("Notulis"), self.minute_taker),
                narrow=560,
            )
        )
        self.add(
            _("Konfirmasi paling lambat"),
            self.confirm_by,
            hint=_("Tanggal ini tertulis pada undangan orang tua."),
        )
        self.add_stretch()
        self.refreshed()

    @override
    def keep(self, edited: Record) -> None:
        """A new day ends a postponement."""
        conference = cast(Conference, edited)
        if conference.state is ConferenceState.POSTPONED and conference.held_on is not None:
            conference = conduct.postpone(conference, conference.held_on)
        super().keep(conference)

    @override
    def refreshed(self) -> None:
        conference = self._conference()
        day = full_date(conference.held_on) if conference.held_on else ""
        hours = time_span(conference.starts_at, conference.ends_at, self.session.school.time_zone)
        self.in_words.setText(", ".join(part for part in (day, hours) if part))
        self.in_words.setVisible(bool(day or hours))


class SchedulePage(PlanningPage):
    """Day, hours, room, chair and minute taker."""

    step = Step.SCHEDULE
    heading = N_("Kapan dan di mana?")
    guidance = N_("Pilih waktu yang cukup longgar dan ruang yang tidak terdengar dari luar.")

    @override
    def form(self) -> QWidget:
        self.schedule = ScheduleForm(self.session, self.conference)
        self.numbered = Notice(action=_("Ganti surat…"))
        self.numbered.action_requested.connect(self._replace_letters)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.numbered)
        column.addWidget(self.schedule, 1)
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        plan = self.plan
        names = _names(self.session, plan)
        suggest_names(self.schedule.chair, names)
        suggest_names(self.schedule.minute_taker, names)
        letters = sum(plan.letter_of(guest) is not None for guest in plan.participants)
        self.numbered.say(
            _(
                "{n} undangan sudah bernomor. Bila jadwal di halaman ini berubah,"
                " terbitkan surat pengganti."
            ).format(n=letters)
            if letters and plan.conference.opened_at is None
            else "",
            "warning",
        )

    def _replace_letters(self) -> None:
        self.flush()
        offer_replacement(self.session, self.conference_id, self.plan.letters, self)


def _names(session: Session, plan: Plan) -> list[str]:
    """Those who may lead or write: the accounts, then the participants."""
    accounts = [account.name for account in session.archive.every(Account)]
    guests = [guest.name.strip() for guest in plan.participants if guest.name.strip()]
    return list(dict.fromkeys([*accounts, *guests]))

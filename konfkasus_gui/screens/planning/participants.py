"""Who is invited, in which group, as what and why."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import Participant, Step
from konfkasus_gui.procedure.school import Guardian, Person
from konfkasus_gui.procedure.seats import SeatTaken, count_in_words
from konfkasus_gui.procedure.suggestions import (
    PARENT,
    fitting,
    guest_from_guardian,
    guest_from_person,
    guest_from_seat,
    suggest,
)
from konfkasus_gui.procedure.vocabulary import Group
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.planning import deeds
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.planning.participant_form import ParticipantForm
from konfkasus_gui.screens.planning.person_field import PersonField
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.record_list import RecordList

MOST_PEOPLE = 1000
LONGEST = 60
"""Letters of a name in a sentence."""
BADGES = {Group.DECIDES: "accent", Group.INFORMS: "good", Group.EASES: "warning"}
SHORT = {
    Group.DECIDES: N_("Penentu"),
    Group.INFORMS: N_("Keterangan"),
    Group.EASES: N_("Kemudahan"),
}


class ParticipantsPage(PlanningPage):
    """The list of those invited; the client's own name is never asked for here."""

    step = Step.PARTICIPANTS
    heading = N_("Siapa yang perlu hadir?")
    guidance = N_(
        "Undang hanya pihak yang berpengaruh atau berkepentingan langsung."
        " Semua peserta terikat asas kerahasiaan."
    )

    @override
    def form(self) -> QWidget:
        self.danger = Notice()
        self.person = PersonField(_("Ketik nama dari direktori, atau nama baru…"))
        self.person.taken.connect(self._take)
        self.suggestions = QMenu(self)
        self.suggestions.aboutToShow.connect(self._fill_suggestions)
        self.suggestions.triggered.connect(self._take_suggestion)
        self.suggest_button = button("")
        theme.mark(self.suggest_button, menu="true")
        self.suggest_button.setMenu(self.suggestions)
        self.list = RecordList[Participant](
            (_("Nama"), _("Sebagai"), _("Kelompok"), _("Alasan diundang")),
            self._participants,
            _cells,
            self._form_of,
            EmptyState(
                "users", _("Peserta akan tampil di sini. Ketik satu nama, atau mulai dari saran.")
            ),
            stretch=3,
            name=_("Peserta"),
        )
        self.list.remove_requested.connect(self._remove)
        self.counted = small()
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.person, 1)
        above.addWidget(self.suggest_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.danger)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.counted)
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        plan = self.plan
        fields = ", ".join(field.label for field in plan.case.fields)
        self.suggest_button.setText(
            _("Saran untuk bidang {fields}").format(fields=fields) if fields else _("Saran peserta")
        )
        self.danger.say(
            _("Anak mungkin dalam bahaya: korban dan terduga pelaku tidak dipertemukan.")
            if plan.case.in_danger
            else "",
            "danger",
        )
        self.person.suggest(self._not_invited())
        self.list.refresh()
        self.counted.setText(count_in_words(plan.participants) if plan.participants else "")

    def _participants(self) -> tuple[Participant, ...]:
        return self.plan.participants

    def _form_of(self, participant: Callable[[], Participant]) -> ParticipantForm:
        return ParticipantForm(self.session, participant)

    def _not_invited(self) -> list[Person | Guardian]:
        plan = self.plan
        people = {guest.person_id for guest in plan.participants}
        guardians = {guest.guardian_id for guest in plan.participants}
        found: list[Person | Guardian] = [
            guardian
            for guardian in self.session.lists.guardians(plan.case.student_id)
            if guardian.id not in guardians
        ]
        found += [
            person
            for person in self.session.lists.people(limit=MOST_PEOPLE)
            if person.id not in people
        ]
        return found

    def _take(self, known: object) -> None:
        if isinstance(known, Person):
            self._add(guest_from_person(self.conference_id, known))
        elif isinstance(known, Guardian):
            self._add(guest_from_guardian(self.conference_id, known))
        else:
            self._add(Participant(conference_id=self.conference_id, name=str(known)))

    def _add(self, guest: Participant) -> None:
        kept = self.session.save(guest)
        self.list.tell("")
        self.list.choose(kept.id)
        form = self.list.form
        if isinstance(form, ParticipantForm) and not kept.name:
            form.name.setFocus()

    def _fill_suggestions(self) -> None:
        self.suggestions.clear()
        waiting = self._not_invited()
        people = [known for known in waiting if isinstance(known, Person)]
        for seat in suggest(self.plan.case.fields, self.plan.participants):
            guests = [
                guest_from_person(self.conference_id, person) for person in fitting(seat, people)
            ]
            if seat is PARENT:
                guests = [
                    guest_from_guardian(self.conference_id, known)
                    for known in waiting
                    if isinstance(known, Guardian)
                ]
            for guest in guests or [guest_from_seat(self.conference_id, seat)]:
                words = f"{guest.capacity}: {guest.name}" if guest.name else guest.capacity
                self.suggestions.addAction(words.replace("&", "&&")).setData(guest)
        if self.suggestions.isEmpty():
            self.suggestions.addAction(_("Semua saran sudah ada dalam daftar")).setEnabled(False)

    def _take_suggestion(self, action: QAction) -> None:
        guest = action.data()
        if isinstance(guest, Participant):
            self._add(guest)

    def _remove(self, participant_id: int) -> None:
        self.list.let_go()
        guest = next((one for one in self._participants() if one.id == participant_id), None)
        if guest is None:
            return
        numbered = self.plan.letter_of(guest) is not None
        try:
            deeds.remove_participant(self.session, self.conference_id, guest)
        except SeatTaken as error:
            dialogs.tell(self, str(error))
            return
        name = shorten(guest.called, LONGEST, placeholder="…")
        self.list.tell(
            _("{name} dikeluarkan dari daftar dan undangannya dibatalkan.").format(name=name)
            if numbered
            else ""
        )


def _cells(guest: Participant) -> tuple[str | Cell, ...]:
    group = guest.group
    return (
        guest.name or _("(belum bernama)"),
        guest.capacity,
        Cell(_(SHORT[group]), badge=BADGES[group])
        if group
        else Cell(_("belum dipilih"), muted=True),
        guest.reason,
    )

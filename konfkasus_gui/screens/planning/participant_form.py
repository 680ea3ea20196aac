"""The form of one participant."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Group, Origin
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning import deeds
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.label import strong


class ParticipantForm(Form):
    """Name, capacity, group and reason: the meeting is limited and closed."""

    def __init__(self, session: Session, participant: Callable[[], Participant]) -> None:
        super().__init__(session, participant)
        self._participant = participant
        self.rows.setSpacing(8)
        self.name = self.bind(QLineEdit(), "name")
        self.capacity = self.bind(QLineEdit(), "capacity")
        self.institution = self.bind(QLineEdit(), "institution")
        self.origin = self.bind(NoWheelComboBox(Origin), "origin")
        self.group = self.bind(ChoiceChips(Group), "group")
        self.reason = self.bind(QLineEdit(), "reason")
        self.capacity.setPlaceholderText(_("Wali kelas, psikolog, …"))
        self.institution.setPlaceholderText(_("Bila dari luar sekolah"))
        self.reason.setPlaceholderText(_("Mengapa kehadirannya diperlukan"))
        self.keep_person = link(
            _("Simpan ke direktori"), icon="book-open", pressed=self._keep_person
        )
        self.add_widget(
            Beside(
                self.add(_("Nama"), self.name),
                self.add(_("Sebagai"), self.capacity),
                self.add(_("Lembaga"), self.institution),
                narrow=480,
            )
        )
        self.add_widget(
            Beside(
                self.add(_("Alasan diundang"), self.reason),
                self.add(_("Asal"), self.origin),
                narrow=480,
            )
        )
        self.add_widget(self._group_row())
        self.refreshed()

    def _group_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        name = strong(_("Kelompok"))
        name.setBuddy(self.group)
        self.group.setAccessibleName(_("Kelompok"))
        line.addWidget(name)
        line.addWidget(self.group, 1)
        line.addWidget(self.keep_person)
        return row

    @override
    def refreshed(self) -> None:
        guest = self._participant()
        known = guest.person_id is not None or guest.guardian_id is not None
        self.keep_person.setVisible(not known and bool(guest.name.strip()))

    def _keep_person(self) -> None:
        self.flush()
        deeds.keep_in_directory(self.session, self._participant())

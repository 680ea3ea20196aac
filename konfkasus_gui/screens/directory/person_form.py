"""One person who may be invited."""

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.suggestions import ALWAYS, BY_FIELD
from konfkasus_gui.screens.directory.named_form import NamedForm
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.session import Session

MOST = 1000
"""People whose capacities and institutions are suggested."""


class PersonForm(NamedForm[Person]):
    """A colleague, an expert or an official, as letters name them."""

    def __init__(self, session: Session, person: Person) -> None:
        super().__init__(session, person)
        self.rows.setSpacing(12)
        self.capacity = self.bind(QLineEdit(), "capacity")
        self.institution = self.bind(QLineEdit(), "institution")
        self.identity = self.bind(QLineEdit(), "identity")
        self.phone = self.bind(QLineEdit(), "phone")
        self.outside = self.bind(QCheckBox(_("Dari luar sekolah")), "outside")
        self.add(_("Nama dengan gelar"), self.name, hint=_("Seperti di surat: Sri Wahyuni, S.Pd."))
        self.add_widget(self.nameless)
        self.add(_("Kedudukan"), self.capacity, hint=_("Misalnya wali kelas IX-A atau psikolog."))
        self.add_widget(self.outside)
        self._institution_row = self.add(_("Lembaga"), self.institution)
        self.add(_("Baris identitas"), self.identity, hint=_("Misalnya NIP 19850101 201001 2 001."))
        self.add(_("Telepon"), self.phone)
        self.outside.toggled.connect(self._show_institution)

    @override
    def refreshed(self) -> None:
        super().refreshed()
        self._show_institution()
        people = self.session.lists.people(limit=MOST)
        seats = [seat.capacity for field in BY_FIELD.values() for seat in field]
        known = [person.capacity for person in people if person.capacity]
        capacities = [*(seat.capacity for seat in ALWAYS), *seats, *known]
        suggest_names(self.capacity, sorted(set(capacities)))
        suggest_names(self.institution, sorted({one.institution for one in people} - {""}))

    def _show_institution(self) -> None:
        away = self.outside.isChecked() or bool(self.institution.text())
        self._institution_row.setVisible(away)

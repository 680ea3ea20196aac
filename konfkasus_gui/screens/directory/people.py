"""Peserta: colleagues, experts and officials who may be invited."""

from collections.abc import Sequence

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.directory.named_form import in_short
from konfkasus_gui.screens.directory.part import PAGE, WIDEST, DirectoryPart
from konfkasus_gui.screens.directory.person_form import PersonForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField

SELDOM = {3: 700, 2: 660}
"""px at 100 % font size below which a column is left out."""


class PeoplePart(DirectoryPart[Person]):
    """Everybody who was invited once or may be; parents stand with their children instead."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            SearchField(_("Cari nama, kedudukan, atau lembaga…"), shortcut="Ctrl+K"),
            PagedTable(
                (_("Nama"), _("Kedudukan"), _("Asal"), _("Telepon")),
                strong=0,
                stretch=0,
                seldom=SELDOM,
                name=_("Daftar peserta"),
            ),
            EmptyState("users", ""),
            removal=_("Hapus dari daftar"),
        )
        self.table.horizontalHeader().setMaximumSectionSize(theme.scaled(WIDEST))
        self.add_button = button(
            _("Tambah peserta"), kind="primary", icon="plus", pressed=self.add_person
        )
        self.buttons.addWidget(self.add_button)
        self.empty.action_requested.connect(self._act_on_empty)
        session.brought_back.connect(self._take_back)

    def add_person(self) -> None:
        """An empty form, with the cursor in the name."""
        self.open_record(Person(name="")).name.setFocus()

    @override
    def count_found(self) -> int:
        return self.session.lists.count_people(self.search.text())

    @override
    def read_rows(self, offset: int) -> Sequence[Row]:
        people = self.session.lists.people(self.search.text(), limit=PAGE, offset=offset)
        return [_row(person) for person in people]

    @override
    def count_words(self, found: int) -> str:
        if not found:
            return ""
        if self.search.text().strip():
            total = self.session.lists.count_people()
            return _("{n} dari {total} orang").format(n=found, total=total)
        return _("{n} orang").format(n=found)

    @override
    def say_empty(self) -> None:
        if self.search.text().strip():
            self.empty.say(_("Tidak ada orang yang cocok dengan kata itu."), _("Tampilkan semua"))
        else:
            self.empty.say(
                _(
                    "Rekan kerja dan ahli yang dapat diundang akan tampil di sini: wali kelas, "
                    "wakil kepala sekolah, psikolog, dokter. Orang tua tercatat pada siswanya."
                ),
                _("Tambah peserta"),
            )

    @override
    def make_form(self, record: Person) -> PersonForm:
        return PersonForm(self.session, record)

    @override
    def form_title(self, record: Person) -> str:
        return in_short(record.name) or _("Peserta baru")

    @override
    def record(self, key: int) -> Person:
        return self.session.get(Person, key)

    @override
    def remove(self) -> None:
        if self.form is None:
            return
        self.form.flush()
        person = self.form.read()
        self.close_form()
        self.session.remove(person)

    def _take_back(self, record: object) -> None:
        if isinstance(record, Person) and self.isVisible():
            self.open_record(record)

    def _act_on_empty(self) -> None:
        if self.search.text().strip():
            self.search.clear()
            self.refresh()
        else:
            self.add_person()


def _row(person: Person) -> Row:
    origin = person.institution or (_("Luar sekolah") if person.outside else _("Sekolah ini"))
    return person.id, (
        person.name,
        person.capacity,
        Cell(origin, badge="accent" if person.outside else "neutral"),
        person.phone,
    )

"""The school as its letters show it: letterhead and signatures."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import School
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.logo_field import LogoField
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small, strong
from konfkasus_gui.screens.widgets.text_area import TextArea

NARROW = 420
"""px at 100 % font size below which fields stand below one another."""


class SchoolForm(Form):
    """A form of the one school."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.read)
        self.rows.setSpacing(12)

    def read(self) -> School:
        """The school as it is now."""
        return self.session.school


class LetterheadForm(SchoolForm):
    """What stands at the head of every letter. The name is never empty."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = self.bind(QLineEdit(), "name")
        self.authority = self.bind(TextArea(lines=(2, 4)), "authority")
        self.address = self.bind(QLineEdit(), "address")
        self.contact = self.bind(QLineEdit(), "contact")
        self.city = self.bind(QLineEdit(), "city")
        self.logo_left = self.bind(LogoField(_("Logo kiri")), "logo_left")
        self.logo_right = self.bind(LogoField(_("Logo kanan")), "logo_right")
        self.nameless = small(_("Nama sekolah belum diisi. Nama yang lama masih tersimpan."))
        self.name.textChanged.connect(self._weigh_name)
        self.add(_("Nama sekolah"), self.name)
        self.add_widget(self.nameless)
        self.add(
            _("Baris di atas nama"),
            self.authority,
            hint=_("Misalnya nama pemerintah daerah dan dinas, satu baris untuk masing-masing."),
        )
        self.add(_("Alamat"), self.address)
        self.add(_("Kontak"), self.contact, hint=_("Telepon, surel, NPSN, atau kode pos."))
        self.add(_("Kota"), self.city, hint=_("Ditulis di depan tanggal surat."))
        self.add_widget(
            Beside(
                self.add(_("Logo kiri"), self.logo_left),
                self.add(_("Logo kanan"), self.logo_right),
                narrow=NARROW,
            )
        )
        self.add_widget(small(_("Gambar PNG atau JPEG, paling besar 2 MB.")))
        self._weigh_name(self.name.text())

    @override
    def keep(self, edited: Record) -> None:
        school = self.read()
        if isinstance(edited, School) and not edited.name.strip():
            edited = replace(edited, name=school.name)
        if edited != school:
            super().keep(edited)

    def _weigh_name(self, text: str) -> None:
        self.nameless.setVisible(not text.strip())


class SignersForm(SchoolForm):
    """Who signs."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.principal_title = self.bind(QLineEdit(), "principal_title")
        self.principal = self.bind(QLineEdit(), "principal")
        self.principal_identity = self.bind(QLineEdit(), "principal_identity")
        self.coordinator = self.bind(QLineEdit(), "coordinator")
        self.coordinator_identity = self.bind(QLineEdit(), "coordinator_identity")
        self.titles = ChoiceChips(
            [(name, name) for name in (_("Kepala Sekolah"), _("Kepala Madrasah"))],
            name=_("Sebutan pimpinan"),
        )
        self.titles.changed.connect(self._take_title)
        self.add_widget(strong(_("Pimpinan sekolah")))
        self.add_widget(self.titles)
        self.add(_("Sebutan"), self.principal_title)
        self.add(_("Nama dengan gelar"), self.principal)
        self.add(
            _("Baris identitas pimpinan"),
            self.principal_identity,
            hint=_("Misalnya NIP 19680512 199303 1 007."),
        )
        self.add(_("Koordinator BK, nama dengan gelar"), self.coordinator)
        self.add(_("Baris identitas koordinator"), self.coordinator_identity)

    @override
    def refreshed(self) -> None:
        self.titles.set_value(self.read().principal_title)

    def _take_title(self) -> None:
        self.flush()
        title = self.titles.value()
        if title:
            self.session.save(replace(self.read(), principal_title=title))

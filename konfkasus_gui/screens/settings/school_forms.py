"""The school as its letters show it: letterhead and signatures."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.school_kind import SchoolKind
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.identity_field import IdentityField
from konfkasus_gui.screens.settings.logo_field import LogoField
from konfkasus_gui.screens.settings.word_field import WordField
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small
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
        self._before: School | None = None
        self.kind = ChoiceChips(SchoolKind, name=_("Pola kop"))
        self.kind.changed.connect(self._take_kind)
        self.back = link(
            _("Kembalikan baris sebelumnya"), icon="undo-2", pressed=self._take_lines_back
        )
        self.back.hide()
        self.swap = link(_("Tukar logo kiri dan kanan"), pressed=self._swap_logos)
        self.name = self.bind(QLineEdit(), "name")
        self.authority = self.bind(TextArea(lines=(2, 4)), "authority")
        self.address = self.bind(QLineEdit(), "address")
        self.contact = self.bind(QLineEdit(), "contact")
        self.city = self.bind(QLineEdit(), "city")
        self.logo_left = self.bind(LogoField(_("Logo kiri")), "logo_left")
        self.logo_right = self.bind(LogoField(_("Logo kanan")), "logo_right")
        self.banner = self.bind(LogoField(_("Gambar kop"), wide=True), "banner")
        self.nameless = small(_("Nama sekolah belum diisi. Nama yang lama masih tersimpan."))
        self.name.textChanged.connect(self._weigh_name)
        self.add(_("Nama sekolah"), self.name)
        self.add_widget(self.nameless)
        self.add(
            _("Pola kop"),
            self.kind,
            hint=_("Mengisi baris di atas nama dan sebutan pimpinan; sesuaikan sesudahnya."),
        )
        self.rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
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
        self.rows.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(
            _("Gambar kop siap pakai"),
            self.banner,
            hint=_("Bila diisi, gambar ini dicetak sebagai kop, tanpa baris dan logo di atas."),
        )
        self.add_widget(small(_("Gambar PNG atau JPEG, paling besar 2 MB.")))
        self._weigh_name(self.name.text())

    @override
    def refreshed(self) -> None:
        school = self.read()
        usual = (kind for kind in SchoolKind if kind.authority(school.city) == school.authority)
        self.kind.set_value(next(usual, None))
        self.swap.setEnabled(bool(school.logo_left or school.logo_right))

    @override
    def keep(self, edited: Record) -> None:
        school = self.read()
        if isinstance(edited, School) and not edited.name.strip():
            edited = replace(edited, name=school.name)
        if edited != school:
            super().keep(edited)

    def _weigh_name(self, text: str) -> None:
        self.nameless.setVisible(not text.strip())

    def _take_kind(self) -> None:
        self.flush()
        kind, school = self.kind.value(), self.read()
        if kind is None:
            self.refreshed()
            return
        self._before = school
        self.back.show()
        self.session.save(
            replace(
                school,
                authority=kind.authority(school.city),
                principal_title=kind.principal_title,
            )
        )

    def _take_lines_back(self) -> None:
        self.flush()
        before, self._before = self._before, None
        self.authority.setFocus(Qt.FocusReason.OtherFocusReason)
        self.back.hide()
        if before is not None:
            self.session.save(
                replace(
                    self.read(),
                    authority=before.authority,
                    principal_title=before.principal_title,
                )
            )
            self.refill()

    def _swap_logos(self) -> None:
        self.flush()
        school = self.read()
        self.session.save(replace(school, logo_left=school.logo_right, logo_right=school.logo_left))


class SignersForm(SchoolForm):
    """Who signs."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.principal_title = self.bind(
            WordField(_("Sebutan pimpinan"), (_("Kepala Sekolah"), _("Kepala Madrasah"))),
            "principal_title",
        )
        self.principal = self.bind(QLineEdit(), "principal")
        self.principal_identity = self.bind(
            IdentityField(_("Nomor di bawah nama pimpinan")), "principal_identity"
        )
        self.coordinator = self.bind(QLineEdit(), "coordinator")
        self.coordinator_identity = self.bind(
            IdentityField(_("Nomor di bawah nama koordinator")), "coordinator_identity"
        )
        self.add(_("Sebutan pimpinan"), self.principal_title)
        self.add(_("Nama pimpinan dengan gelar"), self.principal)
        self.add(_("Nomor di bawah nama pimpinan"), self.principal_identity)
        self.add(_("Koordinator BK, nama dengan gelar"), self.coordinator)
        self.add(
            _("Nomor di bawah nama koordinator"),
            self.coordinator_identity,
            hint=_("Bila koordinator mengundang, surat ditandatangani a.n. pimpinan sekolah."),
        )

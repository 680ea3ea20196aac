"""One student of the school's list, with the parents."""

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.archive.cells import is_nisn
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Sex
from konfkasus_gui.screens.directory.guardians import Guardians
from konfkasus_gui.screens.directory.named_form import NamedForm
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.label import rule, small
from konfkasus_gui.screens.widgets.text_area import TextArea

USUAL_AGE = 14
"""Years; the day of birth starts to be filled in from here."""


class StudentForm(NamedForm[Student]):
    """All that the list knows of a student; cases are not shown here."""

    def __init__(self, session: Session, student: Student) -> None:
        super().__init__(session, student)
        self.rows.setSpacing(12)
        today = session.today()
        born = today.replace(year=today.year - USUAL_AGE, month=1, day=1)
        self.nickname = self.bind(QLineEdit(), "nickname")
        self.class_name = self.bind(QLineEdit(), "class_name")
        self.sex = self.bind(ChoiceChips(Sex), "sex")
        self.nisn = self.bind(QLineEdit(), "nisn")
        self.nipd = self.bind(QLineEdit(), "nipd")
        self.birth_place = self.bind(QLineEdit(), "birth_place")
        self.birth_date = self.bind(OptionalDateEdit(start=born), "birth_date")
        self.religion = self.bind(QLineEdit(), "religion")
        self.phone = self.bind(QLineEdit(), "phone")
        self.address = self.bind(TextArea(lines=(2, 4)), "address")
        self.left_on = self.bind(OptionalDateEdit(start=today), "left_on")
        self.odd_nisn = small(_("NISN biasanya 10 angka. Periksa lagi."))
        self.guardians = Guardians(session, student.id)
        self.added.connect(self._take_student)
        self.nisn.textChanged.connect(self._weigh_nisn)
        self._lay_out()
        self._weigh_nisn(self.nisn.text())

    @override
    def refreshed(self) -> None:
        super().refreshed()
        suggest_names(self.class_name, self.session.lists.class_names())

    @override
    def let_go(self) -> None:
        super().let_go()
        self.guardians.let_go()

    def _lay_out(self) -> None:
        self.add(_("Nama lengkap"), self.name)
        self.add_widget(self.nameless)
        self.add(
            _("Nama panggilan"),
            self.nickname,
            hint=_("Supaya dikenali bila tertulis dalam catatan kasus. Beberapa: pisahkan koma."),
        )
        self.add(_("Jenis kelamin"), self.sex)
        self.add_widget(
            Beside(self.add(_("Kelas"), self.class_name), self.add(_("NIS/NIPD"), self.nipd))
        )
        self.add(_("NISN"), self.nisn)
        self.add_widget(self.odd_nisn)
        self.add_widget(
            Beside(
                self.add(_("Tempat lahir"), self.birth_place), self.add(_("Agama"), self.religion)
            )
        )
        self.add(_("Tanggal lahir"), self.birth_date)
        self.add(_("Telepon"), self.phone)
        self.add(_("Alamat"), self.address)
        self.add_widget(rule())
        self.add_widget(self.guardians)
        self.add_widget(rule())
        self.add(
            _("Tanggal keluar"),
            self.left_on,
            hint=_("Diisi bila siswa lulus atau pindah. Namanya pindah ke bagian Sudah keluar."),
        )

    def _take_student(self, student: Student) -> None:
        self.guardians.show_student(student.id)

    def _weigh_nisn(self, text: str) -> None:
        self.odd_nisn.setVisible(bool(text.strip()) and not is_nisn(text.strip()))

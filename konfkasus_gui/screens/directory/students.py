"""Siswa: the school's list. Names are shown here; cases are not."""

from collections.abc import Sequence

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.screens import dialogs, doors, theme
from konfkasus_gui.screens.directory.named_form import in_short
from konfkasus_gui.screens.directory.part import PAGE, WIDEST, DirectoryPart
from konfkasus_gui.screens.directory.student_form import StudentForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField

LEFT = 0
"""What the class filter gives for those who have left the school; classes are text."""
SELDOM = {4: 700, 2: 460, 3: 380}
"""px at 100 % font size below which a column is left out."""


class StudentsPart(DirectoryPart[Student]):
    """The students who are at the school, or those who have left."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            SearchField(_("Cari nama, NISN, atau NIS…"), shortcut="Ctrl+K"),
            PagedTable(
                (_("Nama"), _("Kelas"), _("NISN"), _("L/P"), _("Orang tua/wali")),
                strong=0,
                stretch=0,
                seldom=SELDOM,
                name=_("Daftar siswa"),
            ),
            EmptyState("users", ""),
            removal=_("Hapus siswa…"),
        )
        self.table.horizontalHeader().setMaximumSectionSize(theme.scaled(WIDEST))
        self.class_name = NoWheelComboBox(empty=_("Semua kelas"))
        self.class_name.setAccessibleName(_("Kelas"))
        self.class_name.changed.connect(self.refresh)
        self.add_button = button(_("Tambah siswa"), icon="plus", pressed=self.add_student)
        self.import_button = button(
            _("Impor dari Dapodik…"), kind="primary", icon="upload", pressed=self.open_import
        )
        self.choices.addWidget(self.class_name)
        for tool in (self.add_button, self.import_button):
            self.buttons.addWidget(tool)
        self.empty.action_requested.connect(self._act_on_empty)

    def add_student(self) -> None:
        """An empty form, with the cursor in the name."""
        chosen = self.class_name.value()
        class_name = chosen if isinstance(chosen, str) else ""
        self.open_record(Student(name="", class_name=class_name)).name.setFocus()

    def open_import(self) -> None:
        """Open the import of the school's list."""
        self.close_form()
        doors.open_import(self.session, self)

    @override
    def refresh(self) -> None:
        names = self.session.lists.class_names()
        choices: list[tuple[str | int, str]] = [(name, name) for name in names]
        if self.session.lists.count_students(left=True):
            choices.append((LEFT, _("Sudah keluar")))
        self.class_name.set_choices(choices)
        super().refresh()

    @override
    def count_found(self) -> int:
        text, class_name, left = self._wanted()
        return self.session.lists.count_students(text, class_name, left=left)

    @override
    def read_rows(self, offset: int) -> Sequence[Row]:
        text, class_name, left = self._wanted()
        students = self.session.lists.students(
            text, class_name, left=left, limit=PAGE, offset=offset
        )
        guardians = self.session.lists.guardians_of(student.id for student in students)
        return [_row(student, guardians.get(student.id, ())) for student in students]

    @override
    def count_words(self, found: int) -> str:
        if not found:
            return ""
        text, class_name, left = self._wanted()
        if left:
            return _("{n} siswa sudah keluar").format(n=found)
        total = self.session.lists.count_students()
        if text or class_name:
            return _("{n} dari {total} siswa").format(n=found, total=total)
        return _("{n} siswa").format(n=total)

    @override
    def say_empty(self) -> None:
        if any(self._wanted()):
            self.empty.say(
                _("Tidak ada siswa yang cocok. Periksa ejaan atau kelasnya."),
                _("Tampilkan semua siswa"),
            )
        else:
            self.empty.say(
                _(
                    "Daftar siswa sekolah akan tampil di sini. Unduh Daftar Peserta Didik dari "
                    "Dapodik, lalu impor berkasnya. Satu siswa juga dapat ditambah sendiri."
                ),
                _("Impor dari Dapodik…"),
            )

    @override
    def make_form(self, record: Student) -> StudentForm:
        return StudentForm(self.session, record)

    @override
    def form_title(self, record: Student) -> str:
        return in_short(record.name) or _("Siswa baru")

    @override
    def record(self, key: int) -> Student:
        return self.session.get(Student, key)

    @override
    def remove(self) -> None:
        if self.form is None:
            return
        self.form.flush()
        student = self.form.read()
        if self.session.lists.count_cases_of(student.id):
            dialogs.tell(
                self.window(),
                _("Siswa ini tidak dapat dihapus karena namanya dipakai dalam arsip kasus."),
                detail=_("Bila siswa sudah lulus atau pindah, isi tanggal keluarnya."),
            )
            return
        self.close_form()
        self.session.remove(student)

    def show_all(self) -> None:
        """Take search and filter away."""
        self.search.clear()
        self.class_name.set_value(None)
        self.refresh()

    def _wanted(self) -> tuple[str, str, bool]:
        chosen = self.class_name.value()
        class_name = chosen if isinstance(chosen, str) else ""
        return self.search.text().strip(), class_name, chosen == LEFT and chosen is not None

    def _act_on_empty(self) -> None:
        if any(self._wanted()):
            self.show_all()
        else:
            self.open_import()


def _row(student: Student, guardians: Sequence[Guardian]) -> Row:
    sex = str(student.sex.value) if student.sex is not None else ""
    names = ", ".join(guardian.name for guardian in guardians)
    return student.id, (student.name, student.class_name, student.nisn, sex, names)

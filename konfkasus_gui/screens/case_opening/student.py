"""Whose problem it is: one student of the school's list."""

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Step
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.case_opening.new_student import NewStudentCard
from konfkasus_gui.screens.case_opening.page import CasePage
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.table import Table

MOST = 200


class StudentPage(CasePage):
    """The school's students with name and class: here the counselor must recognise the child."""

    step = Step.STUDENT
    calm = True
    heading = N_("Siapa konselinya?")
    guidance = N_("Cari nama atau kelas. Setelah halaman ini, kasus disebut dengan kodenya.")

    @override
    def form(self) -> QWidget:
        self.search = SearchField(_("Ketik nama, NISN, atau NIS"), shortcut="Ctrl+K")
        self.search.searched.connect(self._search)
        self.search.entered.connect(self._enter_list)
        self.class_name = NoWheelComboBox(empty=_("Semua kelas"))
        self.class_name.setAccessibleName(_("Kelas"))
        self.class_name.changed.connect(self._show_students)
        self.add_button = button(_("Tambah siswa"), icon="plus", pressed=self._open_new)
        self.table = Table((_("Nama"), _("Kelas"), _("NISN")), stretch=0, name=_("Siswa"))
        self.table.setMinimumHeight(theme.scaled(170))
        self.table.chosen_row.connect(self._choose)
        self.table.activated_row.connect(self._go_on)
        self.empty = EmptyState("users", "", _("Tambah siswa"))
        self.empty.action_requested.connect(self._open_new)
        self.more = small()
        self.running = Notice(action=_("Buka kasus itu"))
        self.running.action_requested.connect(self._open_running)
        self.new_student = NewStudentCard(self.session)
        self.new_student.added.connect(self._take_new)
        self.new_student.closed.connect(self._close_new)
        self.new_student.hide()
        self._running_id = 0
        self._found: tuple[Student, ...] | None = None
        return self._arrange()

    @override
    def refreshed(self) -> None:
        names = self.session.lists.class_names()
        self.class_name.set_choices(tuple((name, name) for name in names))
        self._show_students()
        student = self.opening.student
        if student is not None:
            self.table.choose(student.id)
        self._show_running(student)

    def _arrange(self) -> QWidget:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.search, 1)
        above.addWidget(self.class_name)
        above.addWidget(self.add_button)
        page = QWidget()
        self._either = QStackedLayout()
        self._either.addWidget(self.table)
        self._either.addWidget(self.empty)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.new_student)
        column.addLayout(self._either, 1)
        column.addWidget(self.more)
        column.addWidget(self.running)
        return page

    def _search(self, _text: str) -> None:
        self._show_students()

    def _show_students(self) -> None:
        text = self.search.text().strip()
        found = self.session.lists.students(text, self.class_name.value() or "", limit=MOST)
        if found == self._found:
            return
        self._found = found
        chosen = self.opening.student
        self.table.blockSignals(True)
        self.table.show_rows(
            (student.id, (student.name, student.class_name, student.nisn)) for student in found
        )
        if chosen is not None:
            self.table.choose(chosen.id)
        self.table.blockSignals(False)
        if self.session.lists.count_students():
            self.empty.say(_("Tidak ada siswa yang cocok. Periksa ejaan atau tambah siswa."))
        else:
            self.empty.say(
                _("Siswa yang diimpor dari Dapodik akan tampil di sini. Atau tambah satu siswa."),
                _("Tambah siswa"),
            )
        self._either.setCurrentWidget(self.table if found else self.empty)
        self.more.setText(_("Menampilkan {n} siswa pertama. Ketik nama.").format(n=MOST))
        self.more.setVisible(len(found) == MOST)

    def _enter_list(self, _text: str) -> None:
        self._show_students()
        if self.table.shown_count():
            if self.table.current_key() is None or self.table.shown_count() == 1:
                self.table.selectRow(0)
            self.table.setFocus()

    def _choose(self, student_id: int | None) -> None:
        current = self.opening.student
        if student_id is not None and (current is None or current.id != student_id):
            self.opening.choose(self.session.get(Student, student_id))

    def _go_on(self, _student_id: int) -> None:
        self.opening.next()

    def _show_running(self, student: Student | None) -> None:
        own = self.opening.case_id
        line = self.session.lists.running_case(student.id, but=own) if student else None
        self._running_id = line.case_id if line else 0
        self.running.say(
            _("Siswa ini sudah punya kasus {code} ({state}).").format(
                code=line.code, state=line.state.label
            )
            if line
            else "",
            "warning",
        )

    def _open_running(self) -> None:
        self.opening.leave_for(self._running_id)

    def _open_new(self) -> None:
        self.new_student.begin(self.search.text().strip(), self.class_name.value() or "")
        self.add_button.setEnabled(False)

    def _close_new(self) -> None:
        self.add_button.setEnabled(True)
        self.search.setFocus()

    def _take_new(self, student: Student) -> None:
        self.search.clear()
        self.class_name.set_value(None)
        self.opening.choose(student)
        self.table.setFocus()

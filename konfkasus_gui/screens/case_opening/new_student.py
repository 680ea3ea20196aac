"""A student who is not in the school's list yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import strong


class NewStudentCard(Card):
    """Name, class and one parent; the rest of a student's record can come later."""

    added = Signal(object)
    """The student as it was kept."""
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(_("Siswa baru"), action=_("Batal"))
        self.session = session
        self.student_name = QLineEdit()
        self.class_name = QLineEdit()
        self.class_name.setPlaceholderText(_("Misalnya IX-A"))
        self.guardian = QLineEdit()
        self.guardian.setPlaceholderText(_("Boleh dikosongkan"))
        self.relation = ChoiceChips(Relation, optional=False)
        self.relation.set_value(Relation.MOTHER)
        self.add_student = button(_("Tambahkan"), kind="primary", pressed=self._add)
        self.add_student.setEnabled(False)
        self.student_name.textChanged.connect(self._weigh)
        self.student_name.returnPressed.connect(self._add)
        self.class_name.returnPressed.connect(self._add)
        self.action_requested.connect(self._close)
        grid = QGridLayout()
        grid.setSpacing(8)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Nama siswa"), self.student_name),
            (_("Kelas"), self.class_name),
            (_("Nama orang tua/wali"), self.guardian),
            (_("Hubungan"), self.relation),
        )
        for place, (name, field) in enumerate(fields):
            label = strong(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            row, column = divmod(place, 2)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.add_layout(grid)
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(self.add_student)
        self.add_layout(last)

    def begin(self, name: str, class_name: str) -> None:
        """Ask for a student; what was searched for is probably the name."""
        self.student_name.setText(name)
        self.class_name.setText(class_name)
        self.guardian.clear()
        self.show()
        self.student_name.setFocus()

    def _weigh(self, text: str) -> None:
        self.add_student.setEnabled(bool(text.strip()))

    def _add(self) -> None:
        name = self.student_name.text().strip()
        if not name:
            return
        guardian = self.guardian.text().strip()
        with self.session.together():
            student = self.session.save(
                Student(name=name, class_name=self.class_name.text().strip())
            )
            if guardian:
                self.session.save(
                    Guardian(student_id=student.id, relation=self.relation.value(), name=guardian)
                )
        self._close()
        self.added.emit(student)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

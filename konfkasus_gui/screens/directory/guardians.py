"""The parents and guardians of one student, each in a small form of its own."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Guardian
from konfkasus_gui.procedure.vocabulary import Relation
from konfkasus_gui.screens.directory.named_form import NamedForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.button import icon_button, link
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small, subtitle


class GuardianForm(NamedForm[Guardian]):
    """One parent or guardian."""

    def __init__(self, session: Session, guardian: Guardian) -> None:
        super().__init__(session, guardian)
        self.rows.setSpacing(10)
        self.relation = self.bind(
            ChoiceChips(Relation, optional=False, name=_("Hubungan")), "relation"
        )
        self.occupation = self.bind(QLineEdit(), "occupation")
        self.phone = self.bind(QLineEdit(), "phone")
        self.remove_button = icon_button("x", _("Hapus orang tua/wali"))
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.relation, 1)
        line.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add_widget(head)
        self.add(_("Nama"), self.name)
        self.add_widget(self.nameless)
        self.add_widget(
            Beside(self.add(_("Pekerjaan"), self.occupation), self.add(_("Telepon"), self.phone))
        )


class Guardians(QWidget):
    """All parents and guardians of a student who is kept; one more with a button."""

    def __init__(self, session: Session, student_id: int) -> None:
        super().__init__()
        self.session = session
        self._student_id = student_id
        self.forms: list[GuardianForm] = []
        self._frames: dict[GuardianForm, QFrame] = {}
        self.none = small(_("Belum ada. Nama orang tua/wali dipakai pada surat undangan."))
        self.add_button = link(_("Tambah orang tua/wali"), icon="plus", pressed=self.add_one)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(subtitle(_("Orang tua/wali")))
        column.addWidget(self.none)
        column.addLayout(self._column)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        session.brought_back.connect(self._take_back)
        self.show_student(student_id)

    def show_student(self, student_id: int) -> None:
        """Show the guardians of a student; 0 for one who is not kept yet."""
        self._student_id = student_id
        self.let_go()
        for guardian in self.session.lists.guardians(student_id) if student_id else ():
            self._show(guardian)
        self._show_state()

    def add_one(self) -> None:
        """A form for one more, with the cursor in its name."""
        taken = {form.read().relation for form in self.forms}
        free = [relation for relation in Relation if relation not in taken]
        relation = free[0] if free else Relation.GUARDIAN
        form = self._show(Guardian(student_id=self._student_id, relation=relation, name=""))
        self._show_state()
        form.name.setFocus(Qt.FocusReason.TabFocusReason)

    def let_go(self) -> None:
        """Keep what is typed and close all forms."""
        for form in list(self.forms):
            self._close(form)

    def _show(self, guardian: Guardian) -> GuardianForm:
        form = GuardianForm(self.session, guardian)
        form.remove_button.clicked.connect(partial(self._remove, form))
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.addWidget(form)
        self.forms.append(form)
        self._frames[form] = frame
        self._column.addWidget(frame)
        return form

    def _remove(self, form: GuardianForm) -> None:
        self._close(form)
        guardian = form.read()
        if guardian.id:
            self.session.remove(guardian)
        self._show_state()
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_back(self, record: object) -> None:
        if isinstance(record, Guardian) and record.student_id == self._student_id:
            self._show(record)
            self._show_state()

    def _close(self, form: GuardianForm) -> None:
        form.let_go()
        self.forms.remove(form)
        frame = self._frames.pop(form)
        self._column.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _show_state(self) -> None:
        self.none.setVisible(not self.forms)
        self.add_button.setEnabled(bool(self._student_id))

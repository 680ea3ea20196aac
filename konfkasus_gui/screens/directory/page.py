"""Direktori: one page with two lists."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens.directory.people import PeoplePart
from konfkasus_gui.screens.directory.students import StudentsPart
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.turning_box import TurningBox

NARROW = 420
"""px at 100 % font size: narrower, the choice of the list stands below the title."""


class List(Word):
    """The two lists."""

    STUDENTS = "students", N_("siswa")
    PEOPLE = "people", N_("peserta")


class DirectoryPage(Page):
    """The school's students and the people who may be invited."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.students = StudentsPart(session)
        self.people = PeoplePart(session)
        self.lists = ChoiceChips(List, optional=False, name=_("Daftar yang ditampilkan"))
        self.lists.set_value(List.STUDENTS)
        self.lists.changed.connect(self._turn)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.students)
        self._stack.addWidget(self.people)
        name = title(_("Direktori"))
        name.setWordWrap(False)
        self._head = TurningBox(NARROW, 10)
        self._head.addWidget(name)
        self._head.addSpacing(14)
        self._head.addWidget(self.lists, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def show_list(self, wanted: List) -> None:
        """Turn to one of the lists."""
        self.lists.set_value(wanted)
        self._turn()

    @override
    def refresh(self) -> None:
        counts = {
            List.STUDENTS: self.session.lists.count_students(),
            List.PEOPLE: self.session.lists.count_people(),
        }
        for one, count in counts.items():
            self.lists.chip(one).setText(f"{one.title} ({count})")
        if self.lists.value() is List.STUDENTS:
            self.students.refresh()
        else:
            self.people.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.turn(self.width())

    def _turn(self) -> None:
        shown = self.students if self.lists.value() is List.STUDENTS else self.people
        self._stack.setCurrentWidget(shown)
        self.refresh()

"""The head of a case: code and initials, the name on a deliberate click, and what it is about."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.confidentiality import initials
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.label import muted, title

SHOWN_MS = 10_000


class CaseHead(QWidget):
    """Names the case; the client's name shows for ten seconds, and that is written down."""

    cases_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._case: Case | None = None
        self._hide_name = QTimer(self)
        self._hide_name.setSingleShot(True)
        self._hide_name.setInterval(SHOWN_MS)
        self._hide_name.timeout.connect(self.hide_name)
        self.back = link(_("‹ Semua kasus"), pressed=self.cases_requested.emit)
        self.name = title()
        self.name.setWordWrap(False)
        self.reveal = link(_("Tampilkan nama"), icon="eye", pressed=self._turn)
        self.facts = muted()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name)
        line.addWidget(self.reveal)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.back)
        above.addStretch()
        self.back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column.addLayout(above)
        column.addLayout(line)
        column.addWidget(self.facts)
        session.locked.connect(self.hide_name)

    def show_case(self, case: Case) -> None:
        """Show ``case``; another case hides the name of the one before."""
        if self._case is None or self._case.id != case.id:
            self._hide_name.stop()
        self._case = case
        self._draw()
        self.facts.setText(_facts(case))

    @property
    def name_shown(self) -> bool:
        """Whether the client's name stands there now."""
        return self._hide_name.isActive()

    def hide_name(self) -> None:
        """Go back to the initials."""
        self._hide_name.stop()
        self.name.setText("" if self._case is None else self._case.code)
        self.reveal.setText(_("Tampilkan nama"))
        self.reveal.set_icon("eye")
        if self.isVisible():
            self._draw()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_name()
        super().hideEvent(event)

    def _turn(self) -> None:
        if self.name_shown or self._case is None:
            self.hide_name()
            return
        self._hide_name.start()
        self.session.note(Deed.NAME_SHOWN, self._case.id)
        self._draw()

    def _draw(self) -> None:
        if self._case is None:
            return
        name = self.session.get(Student, self._case.student_id).name
        shown = name if self.name_shown else initials(name)
        self.name.setText(" · ".join(part for part in (self._case.code, shown) if part))
        self.reveal.setText(_("Sembunyikan nama") if self.name_shown else _("Tampilkan nama"))
        self.reveal.set_icon("eye-off" if self.name_shown else "eye")


def _facts(case: Case) -> str:
    fields = [field.label for field in case.fields]
    raised = _("dibuka {day}").format(day=long_date(case.opened_on))
    if case.raised_by is not None:
        raised = _("diajukan {raiser}, {raised}").format(raiser=case.raised_by.label, raised=raised)
    parts = (
        _("Kelas {name}").format(name=case.class_name) if case.class_name else "",
        _("bidang {fields}").format(fields=_(" dan ").join(fields)) if fields else "",
        raised,
    )
    words = " · ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]

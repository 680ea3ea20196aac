"""The card of one stage: what it asks for, one button, and how its steps stand."""

from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case, Screening, gaps
from konfkasus_gui.procedure.case import Step as ScreeningStep
from konfkasus_gui.procedure.case import steps as screening_steps
from konfkasus_gui.procedure.checklist import Check, checks
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.overview import Door, Overview, overview
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.standing import CaseLine
from konfkasus_gui.procedure.vocabulary import CaseState, Stage
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow
from konfkasus_gui.screens.widgets.label import rule, small, subtitle
from konfkasus_gui.screens.widgets.row_column import RowColumn


class StageCard(QFrame):
    """Decides nothing: heading, button and steps come from the procedure."""

    door_requested = Signal(object)
    """A ``Door``."""
    step_requested = Signal(object)
    """A step of the check-list."""
    screening_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setProperty("card", "true")
        self.heading = subtitle()
        self.sentence = small()
        self.action: Button = button("", kind="primary", pressed=self._act)
        self.rows = RowColumn()
        self._overview: Overview | None = None
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addStretch()

    def show_stage(self, stage: Stage, line: CaseLine, followed: FollowUp) -> None:
        """Show ``stage`` of one conference."""
        today = self.session.today()
        found = overview(stage, line, followed, today, self.session.school.time_zone)
        self._overview = found
        self._say(found.heading, found.sentence, found.action, leads=found.leads)
        waiting = stage is not found.steps_of or bool(found.action) or not _open(line)
        rows = checks(found.steps_of, followed, today) if waiting else ()
        verb = _("Buka") if found.leads else _("Lihat")
        self._show_checks(rows, verb)

    def show_screening(self, case: Case, student: Student) -> None:
        """Show how far the first look at the case has come."""
        self._overview = None
        self._say(
            _("Telaah kelayakan"),
            _("Tidak setiap masalah memerlukan konferensi. Jawab beberapa pertanyaan dahulu."),
            _("Lanjutkan telaah"),
            leads=True,
        )
        screening = Screening(case=case, student=student)
        missing = gaps(screening, self.session.today())
        rows = []
        asked = False
        for step in screening_steps(screening):
            own = [gap for gap in missing if gap.step is step]
            done = None if own and asked else not own
            asked = asked or bool(own)
            rows.append(Check(step, own[0].sentence if own else "", done))
        self._show_checks(tuple(rows), "")

    def _show_checks(self, rows: tuple[Check, ...], verb: str) -> None:
        shown: list[QWidget] = []
        for check in rows:
            if shown:
                shown.append(rule())
            row = ChecklistRow(check.step.title, check.sentence, done=check.done, action=verb)
            row.action_requested.connect(partial(self._choose, check.step))
            shown.append(row)
        self.rows.show_rows(shown)
        self.rows.setVisible(bool(shown))

    def _say(self, heading: str, sentence: str, action: str, *, leads: bool) -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        if self.action.property("kind") != ("primary" if leads else ""):
            theme.mark(self.action, kind="primary" if leads else "")

    def _act(self) -> None:
        if self._overview is None:
            self.screening_requested.emit()
        else:
            self.door_requested.emit(self._overview.door)

    def _choose(self, step: Enum) -> None:
        if isinstance(step, ScreeningStep):
            self.screening_requested.emit()
        elif self._overview is not None and self._overview.door is Door.MINUTES:
            self.door_requested.emit(Door.MINUTES)
        else:
            self.step_requested.emit(step)


def _open(line: CaseLine) -> bool:
    return line.state is CaseState.OPEN

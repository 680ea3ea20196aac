"""The wizard for a new case; what is typed is kept as soon as the student is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure import case as cases
from konfkasus_gui.procedure import checklist
from konfkasus_gui.procedure.case import Case, Screening, Step
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.gap import Gap
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Service
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.case_opening.danger import DangerPage
from konfkasus_gui.screens.case_opening.decision import DecisionPage
from konfkasus_gui.screens.case_opening.screening import ScreeningPage
from konfkasus_gui.screens.case_opening.student import StudentPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard


class CaseWizard(StageWizard):
    """Whose problem it is, how it looks, and whether it needs a conference.

    The number that its pages carry is that of the case, 0 until the student is chosen.
    """

    planned = Signal(int)
    """The case goes on to planning; the number of its first conference."""
    declined = Signal(int)
    """Another service was chosen; the number of the closed case."""
    case_wanted = Signal(int)
    """The student has a running case, and the counselor would rather see that one."""

    pages = (StudentPage, ScreeningPage, DangerPage, DecisionPage)
    _chosen: Student | None = None

    def __init__(self, session: Session, case_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(session, case_id, parent)
        self.setButtonText(QWizard.WizardButton.FinishButton, _("Lanjut ke perencanaan"))

    @property
    def case_id(self) -> int:
        """The number of the case, 0 until it is kept."""
        return self.conference_id

    @property
    def case(self) -> Case:
        """The case as it is now; an empty one until its student is chosen."""
        if self.case_id:
            return self.session.get(Case, self.case_id)
        return Case(code="", student_id=0, opened_on=self.session.today())

    @property
    def student(self) -> Student | None:
        """The client to be."""
        if self._chosen is None and self.case_id:
            return self.session.get(Student, self.case.student_id)
        return self._chosen

    def choose(self, student: Student | None) -> None:
        """Take ``student``; the case is kept when the page is left."""
        self._chosen = student
        self._known = None
        self.page_now.show_state()
        self.show_place()

    def decline(self, service: Service) -> None:
        """Close the case because ``service`` serves it better, and this window with it."""
        self.flush()
        action = _("Pakai layanan lain")
        reason = self._reason_for_not_knowing(action)
        if reason is None:
            return
        if self._protection_is_written(action) and self._reason_is_written(action):
            closed = deeds.decline_case(self.session, self.case, service, reason)
            super().reject()
            self.declined.emit(closed.id)

    def leave_for(self, case_id: int) -> None:
        """Close this window and ask for another case."""
        super().reject()
        self.case_wanted.emit(case_id)

    @override
    def steps(self) -> tuple[Step, ...]:
        return cases.steps(self._screening())

    @override
    def gaps(self) -> list[Gap]:
        return cases.gaps(self._screening(), self.session.today())

    @override
    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        return checklist.screening_checks(self._screening(), gaps)

    @override
    def title(self) -> str:
        return _("Kasus baru")

    @override
    def remembered_step(self) -> str:
        if not self.case_id:
            return Step.STUDENT.name
        left = {gap.step for gap in self.gaps()}
        waiting = (step for step in self.steps() if step in left)
        return next(waiting, Step.DECISION).name

    @override
    def remember(self, step: Enum) -> None:
        """The answers themselves tell where to go on."""

    @override
    def validateCurrentPage(self) -> bool:
        if not super().validateCurrentPage():
            return False
        if self.step is Step.STUDENT and self._chosen is not None and not self._closed:
            self._keep_student(self._chosen)
        return True

    @override
    def accept(self) -> None:
        self.flush()
        action = _("Lanjut ke perencanaan")
        reason = self._reason_for_not_knowing(action)
        if reason is None:
            return
        if self._protection_is_written(action) and self._reason_is_written(action):
            conference = deeds.accept_case(self.session, self.case, reason)
            super().accept()
            self.planned.emit(conference.id)

    def _keep_student(self, student: Student) -> None:
        case = replace(self.case, student_id=student.id, class_name=student.class_name)
        if not case.id:
            self.conference_id = deeds.open_case(self.session, case).id
        elif case != self.case:
            self.session.save(case)
        self._known = None

    def _reason_for_not_knowing(self, action: str) -> str | None:
        """Why one goes on without knowing whether the child is safe; "" where it was answered.

        None leads back to the question.
        """
        gap = cases.unknown_danger(self.case)
        if gap is None:
            return ""
        reason = dialogs.ask_reason(
            self,
            gap.sentence,
            detail=_("Kosong tidak berarti “tidak”. Jawab dahulu, atau tulis mengapa belum tahu."),
            action=action,
            back=_("Jawab pertanyaannya"),
        )
        if reason is None:
            self.go_to(Step.SCREENING)
            cast(ScreeningPage, self.page_now).ask_about_danger()
        return reason

    def _protection_is_written(self, action: str) -> bool:
        """Whether a child in danger is being protected, in written words (domain, 6)."""
        if not self.case.in_danger or self.case.danger_handling.strip():
            return True
        handling = dialogs.ask_line(
            self,
            _("Apa yang sudah atau segera dilakukan agar anak aman?"),
            action=action,
            hint=_("Tulis yang sudah atau segera dilakukan"),
        )
        if handling is not None:
            self.session.save(replace(self.case, danger_handling=handling))
        return handling is not None

    def _reason_is_written(self, action: str) -> bool:
        """Whether the decision has its reason, which is asked for when it is missing."""
        if self.case.screening_reason.strip():
            return True
        reason = dialogs.ask_reason(self, _("Apa alasan keputusan ini?"), action=action)
        if reason is not None:
            self.session.save(replace(self.case, screening_reason=reason))
        return reason is not None

    def _screening(self) -> Screening:
        return Screening(case=self.case, student=self.student)


def open_new_case(
    session: Session, parent: QWidget | None = None, case_id: int | None = None
) -> CaseWizard:
    """Open the wizard for a new case, or go on with ``case_id``, a case in screening."""
    wizard = CaseWizard(session, case_id or 0, parent)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wizard.open()
    return wizard

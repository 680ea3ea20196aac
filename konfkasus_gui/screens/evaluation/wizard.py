"""The wizard of stage 3."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.procedure import checklist, evaluation
from konfkasus_gui.procedure.case import require_open
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.procedure.vocabulary import CaseState, Stage
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.evaluation.commitment import CommitmentPage
from konfkasus_gui.screens.evaluation.information import InformationPage
from konfkasus_gui.screens.evaluation.judgement import JudgementPage
from konfkasus_gui.screens.evaluation.outcome import OutcomePage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard


class EvaluationWizard(StageWizard):
    """Stage 3, Analisis dan evaluasi: two measures, eight judgements, one outcome."""

    pages = (InformationPage, CommitmentPage, JudgementPage, OutcomePage)
    stage = Stage.EVALUATION

    @property
    def appraisal(self) -> Appraisal:
        """Stage 3 as it is now."""
        return self.session.appraisal(self.conference_id)

    @override
    def steps(self) -> Sequence[Enum]:
        return evaluation.steps(self.appraisal)

    @override
    def gaps(self) -> Sequence[Gap]:
        return evaluation.gaps(self.appraisal, self.session.today())

    @override
    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        return checklist.evaluation_checks(self.appraisal, gaps)

    @override
    def waivers(self) -> Sequence[Waiver]:
        return self.appraisal.meeting.waivers

    @override
    def accept(self) -> None:
        self.flush()
        if self.appraisal.meeting.plan.case.state is not CaseState.CLOSED:
            require_open(self.appraisal.meeting.plan.case)
            deeds.finish_evaluation(self.session, self.appraisal.evaluation)
        super().accept()


def open_wizard(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> EvaluationWizard:
    """Open the evaluation of a conference at the step where it stopped."""
    wizard = EvaluationWizard(session, conference_id, parent)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wizard.open()
    return wizard

"""The wizard of stage 4."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.procedure import checklist, follow_up
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.follow_up import FollowUp, Step
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.procedure.vocabulary import CaseState, Stage
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.follow_up.actions import ActionsPage
from konfkasus_gui.screens.follow_up.assessments import AssessmentsPage
from konfkasus_gui.screens.follow_up.client import ClientPage
from konfkasus_gui.screens.follow_up.closing import ClosingPage
from konfkasus_gui.screens.follow_up.progress import ProgressPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard


class FollowUpWizard(StageWizard):
    """Stage 4, Tindak lanjut: from the actions to the closing note.

    The stage is finished when the case closes; *Selesai* only leaves the window.
    """

    pages = (ActionsPage, ProgressPage, AssessmentsPage, ClientPage, ClosingPage)
    stage = Stage.FOLLOW_UP

    @property
    def followed(self) -> FollowUp:
        """Stage 4 as it is now."""
        return self.session.follow_up(self.conference_id)

    @override
    def steps(self) -> Sequence[Enum]:
        return follow_up.steps(self.followed)

    @override
    def gaps(self) -> Sequence[Gap]:
        return follow_up.gaps(self.followed, self.session.today())

    @override
    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        return checklist.follow_up_checks(self.followed, gaps)

    @override
    def waivers(self) -> Sequence[Waiver]:
        return self.followed.appraisal.meeting.waivers

    @override
    def show_place(self) -> None:
        super().show_place()
        closes = self.step is Step.CLOSING and self.followed.case.state is not CaseState.CLOSED
        finish = self.button(QWizard.WizardButton.FinishButton)
        theme.mark(finish, kind="" if closes else "primary")  # one primary button: *Tutup kasus*


def open_wizard(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> FollowUpWizard:
    """Open the follow-up of a conference at the step where it stopped."""
    wizard = FollowUpWizard(session, conference_id, parent)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wizard.open()
    return wizard

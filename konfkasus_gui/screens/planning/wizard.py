"""The wizard of stage 1."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.procedure import checklist, planning
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.vocabulary import Stage
from konfkasus_gui.screens.planning.consent import ConsentPage
from konfkasus_gui.screens.planning.data_items import DataPage
from konfkasus_gui.screens.planning.invitations import InvitationsPage
from konfkasus_gui.screens.planning.participants import ParticipantsPage
from konfkasus_gui.screens.planning.problem import ProblemPage
from konfkasus_gui.screens.planning.schedule import SchedulePage
from konfkasus_gui.screens.planning.structuring import StructuringPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard


class PlanningWizard(StageWizard):
    """Stage 1, Perencanaan: from the problem to the numbered invitations."""

    pages = (
        ProblemPage,
        ConsentPage,
        ParticipantsPage,
        DataPage,
        SchedulePage,
        StructuringPage,
        InvitationsPage,
    )
    stage = Stage.PLANNING

    @property
    def plan(self) -> Plan:
        """Stage 1 as it is now."""
        return self.session.plan(self.conference_id)

    @override
    def steps(self) -> Sequence[Enum]:
        return planning.steps(self.plan)

    @override
    def gaps(self) -> Sequence[Gap]:
        return planning.gaps(self.plan, self.session.today())

    @override
    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        return checklist.planning_checks(self.plan, gaps)

    @override
    def waivers(self) -> Sequence[Waiver]:
        return self.plan.waivers

    @override
    def accept(self) -> None:
        self.flush()
        self.session.finish_stage(self.conference_id, self.stage)
        super().accept()


def open_wizard(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> PlanningWizard:
    """Open the planning of a conference at the step where it stopped."""
    wizard = PlanningWizard(session, conference_id, parent)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wizard.open()
    return wizard

"""What the pages after the meeting share."""

from typing import ClassVar

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case, CaseNotOpen, require_open
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.screens.stage_page import StagePage


class RestingPage(StagePage):
    """A page that can only be read while the case is frozen or closed, and says why."""

    stays_open: ClassVar[bool] = False
    """Whether the page may be used while the case rests."""

    def case(self) -> Case:
        """The case as it is now."""
        return self.session.plan(self.conference_id).case

    @override
    def refreshed(self) -> None:
        sentence = self._why_resting()
        self.advice.setText(sentence or (_(self.guidance) if self.guidance else ""))
        self.advice.setVisible(bool(self.advice.text()))
        if self.content is not None:
            self.content.setEnabled(not sentence)

    def _why_resting(self) -> str:
        if self.stays_open:
            return ""
        try:
            require_open(self.case())
        except CaseNotOpen as error:
            return str(error)
        return ""


class EvaluationPage(RestingPage):
    """A page that looks back at one conference."""

    @property
    def appraisal(self) -> Appraisal:
        """Stage 3 as it is now."""
        return self.session.appraisal(self.conference_id)

    def evaluation(self) -> Evaluation:
        """The evaluation as it is now; an empty one until something was written."""
        return self.appraisal.evaluation

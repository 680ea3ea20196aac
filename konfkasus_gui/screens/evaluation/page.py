"""What the pages of the evaluation wizard share."""

from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.screens.resting_page import RestingPage


class EvaluationPage(RestingPage):
    """A page that looks back at one conference."""

    @property
    def appraisal(self) -> Appraisal:
        """Stage 3 as it is now."""
        return self.session.appraisal(self.conference_id)

    def evaluation(self) -> Evaluation:
        """The evaluation as it is now; an empty one until something was written."""
        return self.appraisal.evaluation

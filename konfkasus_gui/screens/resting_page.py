"""A page of a stage that can only be read while its case rests."""

from typing import ClassVar

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case, CaseNotOpen, require_open
from konfkasus_gui.screens.stage_page import StagePage


class RestingPage(StagePage):
    """A page that can only be read while the case is frozen or closed, and says why."""

    stays_open: ClassVar[bool] = False
    """Whether the page may be used while the case rests."""

    def case(self) -> Case:
        """The case as it is now."""
        return self.session.plan(self.conference_id).case

    def why_resting(self) -> str:
        """The sentence that says why the page can only be read; empty while it may be used."""
        try:
            require_open(self.case())
        except CaseNotOpen as error:
            return str(error)
        return ""

    @override
    def refreshed(self) -> None:
        sentence = "" if self.stays_open else self.why_resting()
        self.advice.setText(sentence or (_(self.guidance) if self.guidance else ""))
        self.advice.setVisible(bool(self.advice.text()))
        if self.content is not None:
            self.content.setEnabled(not sentence)
        self.missing.setEnabled(not sentence)

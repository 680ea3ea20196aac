"""What the pages of the wizard for a new case share."""

from typing import TYPE_CHECKING, cast

from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.screens.stage_page import StagePage

if TYPE_CHECKING:
    from konfkasus_gui.screens.case_opening.wizard import CaseWizard


class CasePage(StagePage):
    """A page that asks about the case; the case exists once its student is chosen."""

    @property
    def opening(self) -> "CaseWizard":
        """The wizard around this page."""
        return cast("CaseWizard", self.stage)

    def case(self) -> Case:
        """The case as it is now."""
        return self.opening.case


def yes_or_no() -> tuple[tuple[bool, str], ...]:
    """The two answers to a question."""
    return (True, _("Ya")), (False, _("Tidak"))

"""What the pages of the planning wizard share."""

from typing import ClassVar

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Conference, Plan
from konfkasus_gui.screens.stage_page import StagePage


class PlanningPage(StagePage):
    """A page that plans one conference; once the minutes are final it can only be read."""

    stays_open: ClassVar[bool] = False
    """Whether the page may be used after the minutes are final."""

    @property
    def plan(self) -> Plan:
        """Stage 1 as it is now."""
        return self.session.plan(self.conference_id)

    def conference(self) -> Conference:
        """The conference as it is now."""
        return self.plan.conference

    @override
    def refreshed(self) -> None:
        final = self.plan.conference.minutes_final_at is not None and not self.stays_open
        if final and self.content is not None:
            self.advice.setText(_("Notulen sudah final; perencanaannya hanya dapat dibaca."))
            self.advice.show()
            self.content.setEnabled(False)

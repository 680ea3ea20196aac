"""What the pages of the planning wizard share."""

from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Conference, Plan
from konfkasus_gui.screens.resting_page import RestingPage


class PlanningPage(RestingPage):
    """A page that plans one conference; once the minutes are final it can only be read."""

    @property
    def plan(self) -> Plan:
        """Stage 1 as it is now."""
        return self.session.plan(self.conference_id)

    def conference(self) -> Conference:
        """The conference as it is now."""
        return self.plan.conference

    @override
    def why_resting(self) -> str:
        if self.plan.conference.minutes_final_at is not None:
            return _("Notulen sudah final; perencanaannya hanya dapat dibaca.")
        return super().why_resting()

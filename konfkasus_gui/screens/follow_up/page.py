"""What the pages of the follow-up wizard share."""

from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.resting_page import RestingPage


class FollowUpPage(RestingPage):
    """A page that follows up one conference."""

    @property
    def followed(self) -> FollowUp:
        """Stage 4 as it is now."""
        return self.session.follow_up(self.conference_id)

    def names(self) -> list[str]:
        """Those who may act or speak: the participants, then the accounts."""
        guests = [guest.name.strip() for guest in self.followed.appraisal.meeting.plan.participants]
        accounts = [account.name.strip() for account in self.session.archive.every(Account)]
        return [name for name in dict.fromkeys([*guests, *accounts]) if name]

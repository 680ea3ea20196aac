"""A wizard of three short pages, to try what all stages share."""

from functools import partial

from PySide6.QtWidgets import QLineEdit

from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.gap import Gap, Severity
from konfkasus_gui.procedure.planning import Conference, Step
from konfkasus_gui.procedure.vocabulary import Stage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.wizard import StagePage, StageWizard


class PlaceForm(Form):
    def __init__(self, session, conference_id):
        super().__init__(session, partial(session.get, Conference, conference_id))
        self.place = self.bind(QLineEdit(), "place")
        self.chair = self.bind(QLineEdit(), "chair")
        self.add("Tempat", self.place)
        self.add("Pimpinan", self.chair)
        self.add_stretch()


class SchedulePage(StagePage):
    step = Step.SCHEDULE
    heading = "Kapan dan di mana?"
    guidance = "Pilih ruang yang tertutup."

    def form(self):
        self.place_form = PlaceForm(self.session, self.conference_id)
        return self.place_form


class StructuringPage(StagePage):
    step = Step.STRUCTURING
    heading = "Bagaimana pertemuan ditata?"

    def form(self):
        return body("Lima arahan")


class InvitationsPage(StructuringPage):
    step = Step.INVITATIONS
    heading = "Siapa yang diundang?"


class SmallWizard(StageWizard):
    """Three pages; the second one applies only where the place is a hall."""

    pages = (SchedulePage, StructuringPage, InvitationsPage)
    stage = Stage.PLANNING

    def __init__(self, session, conference_id):
        self.asked = 0
        super().__init__(session, conference_id)

    @property
    def conference(self):
        return self.session.get(Conference, self.conference_id)

    def steps(self):
        self.asked += 1
        skipped = () if self.conference.place == "Aula" else (Step.STRUCTURING,)
        return [page.step for page in self.pages if page.step not in skipped]

    def gaps(self):
        if not self.conference.wanted:
            yield Gap("wanted", "Pokok bahasan belum ditulis.", Step.SCHEDULE)
        if not self.conference.place:
            yield Gap("place", "Tempat belum diisi.", Step.SCHEDULE, Severity.BLOCKS)
        if not self.conference.chair:
            yield Gap("chair", "Pimpinan belum ditentukan.", Step.SCHEDULE, Severity.REASON)

    def checks(self, gaps):
        heavy = {gap.step for gap in gaps if gap.severity is not Severity.HINT}
        return [Check(page.step, "", page.step not in heavy) for page in self.pages]

    def waivers(self):
        return self.session.plan(self.conference_id).waivers

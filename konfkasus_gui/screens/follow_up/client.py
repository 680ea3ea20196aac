"""What the client is told afterwards, and the answer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.follow_up import Debriefing, Step
from konfkasus_gui.screens.follow_up.page import FollowUpPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.text_area import TextArea


class DebriefingForm(Form):
    """When, by whom, what, and what the client answered."""

    def __init__(
        self, session: Session, debriefing: Callable[[], Debriefing], names: Sequence[str]
    ) -> None:
        super().__init__(session, debriefing)
        self.told_on = self.bind(OptionalDateEdit(session.today()), "told_on")
        self.told_by = self.bind(QLineEdit(), "told_by")
        suggest_names(self.told_by, names)
        self.told = self.bind(
            TextArea(_("Sisi positif, kesepakatan, dan langkah berikutnya"), lines=(3, 10)), "told"
        )
        self.answer = self.bind(
            TextArea(_("Sedapat mungkin dengan kata konseli sendiri"), lines=(2, 8)), "answer"
        )
        self.add_widget(
            Beside(
                self.add(_("Disampaikan pada"), self.told_on),
                self.add(_("Oleh"), self.told_by),
                narrow=480,
            )
        )
        self.add(
            _("Yang disampaikan"),
            self.told,
            hint=_("Ucapan perorangan dalam pertemuan tidak ikut disampaikan."),
        )
        self.add(_("Tanggapan konseli"), self.answer)
        self.add_stretch()


class ClientPage(FollowUpPage):
    """The client hears what was agreed, and answers."""

    step = Step.CLIENT
    heading = N_("Apa yang disampaikan kepada konseli?")

    @override
    def form(self) -> QWidget:
        self.debriefing_form = DebriefingForm(self.session, self._debriefing, self.names())
        return self.debriefing_form

    def _debriefing(self) -> Debriefing:
        return self.followed.debriefing or Debriefing(conference_id=self.conference_id)

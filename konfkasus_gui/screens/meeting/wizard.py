"""The conductor: a meeting led through items a to g."""

from collections.abc import Sequence
from enum import Enum
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import meeting as rules
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, ConferenceState, Stage
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.meeting.bar import ConductorBar
from konfkasus_gui.screens.meeting.commitments import CommitmentPage
from konfkasus_gui.screens.meeting.conclusions import FirstConclusionPage, SecondConclusionPage
from konfkasus_gui.screens.meeting.guidance import GUIDANCE
from konfkasus_gui.screens.meeting.interruption import Beneath, Interruption
from konfkasus_gui.screens.meeting.minutes import open_minutes
from konfkasus_gui.screens.meeting.opening import OpeningPage
from konfkasus_gui.screens.meeting.presentation import PresentationPage
from konfkasus_gui.screens.meeting.rounds import InformationPage, OpinionPage
from konfkasus_gui.screens.meeting.stopping import open_stop
from konfkasus_gui.screens.planning.postponing import open_postponement
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.step_list import StepList
from konfkasus_gui.screens.wizard import StageWizard


class MeetingWizard(StageWizard):
    """Stage 2, Pelaksanaan: agenda at the left, the step, guidance and data at the right."""

    pages = (
        OpeningPage,
        PresentationPage,
        InformationPage,
        FirstConclusionPage,
        OpinionPage,
        SecondConclusionPage,
        CommitmentPage,
    )
    stage = Stage.MEETING

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None = None) -> None:
        super().__init__(session, conference_id, parent)
        session.changed.connect(self._show_bar)
        self._show_bar()

    @property
    def meeting(self) -> Meeting:
        """Stage 2 as it is now."""
        return self.session.meeting(self.conference_id)

    @override
    def title(self) -> str:
        return _("Susunan acara")

    @override
    def side(self) -> QWidget:
        self.step_list = StepList(self.title(), lettered=True)
        self.step_list.chosen.connect(self.go_to)
        return self.step_list

    @override
    def step_title(self, step: Enum) -> str:
        return _(GUIDANCE[cast(Agenda, step)].name)

    @override
    def header(self) -> QWidget:
        self.bar = ConductorBar(self.session)
        self.bar.pause_requested.connect(self._pause)
        self.bar.early_end_requested.connect(self._end_early)
        self.bar.postponement_requested.connect(self._postpone)
        self.interruption = Interruption(self.session, self.conference_id)
        self.top = Beneath(self.bar, self.interruption)
        return self.top

    @override
    def steps(self) -> Sequence[Enum]:
        return rules.steps(self.meeting)

    @override
    def gaps(self) -> Sequence[Gap]:
        return rules.gaps(self.meeting, self.session.today())

    @override
    def waivers(self) -> Sequence[Waiver]:
        return self.meeting.waivers

    @override
    def validateCurrentPage(self) -> bool:
        """Leaving the opening begins the meeting, if its button did not."""
        if not super().validateCurrentPage():
            return False
        waiting = self.meeting.conference.opened_at is None
        if self.step is Agenda.OPENING and waiting:
            deeds.open_conference(self.session, self.meeting)
        return True

    @override
    def accept(self) -> None:
        self.flush()
        conference = self.meeting.conference
        ended = conference.state is ConferenceState.HELD
        if not ended:
            deeds.close_conference(self.session, self.meeting)
        super().accept()
        if not ended:
            open_minutes(self.session, self.conference_id, self.parentWidget())

    def _show_bar(self) -> None:
        meeting = self.meeting
        self.bar.show_meeting(meeting)
        held = meeting.conference.state is ConferenceState.HELD
        self.setButtonText(
            QWizard.WizardButton.FinishButton, _("Selesai") if held else _("Akhiri konferensi")
        )

    def _pause(self) -> None:
        self.flush()
        meeting = self.meeting
        try:
            if meeting.conference.state is ConferenceState.PAUSED:
                deeds.open_conference(self.session, meeting)
            else:
                deeds.pause_conference(self.session, meeting)
        except KonfKasusError as error:
            dialogs.tell(self, str(error))

    def _end_early(self) -> None:
        self.flush()
        self.stopping = open_stop(self.session, self.conference_id, self)
        self.stopping.ended.connect(self._finish)
        self.stopping.withdrawn.connect(self._leave)

    def _finish(self) -> None:
        self.reject()  # whatever the step still misses, the meeting has ended
        open_minutes(self.session, self.conference_id, self.parentWidget())

    def _leave(self, kept: str) -> None:
        """The consent was taken back: nothing about the client stays on the screen."""
        parent = self.parentWidget()
        self.reject()
        dialogs.tell(
            parent,
            _("Pertemuan dihentikan karena persetujuan ditarik kembali."),
            detail=_("Tetap tersimpan dan terkunci: {kept}.").format(kept=kept) if kept else "",
        )

    def _postpone(self) -> None:
        self.flush()
        self.postponing = open_postponement(
            self.session, self.conference_id, self.parentWidget() or self
        )
        self.postponing.postponed.connect(self.reject)


def open_wizard(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> MeetingWizard:
    """Open the meeting at the agenda item where it stopped, as large as the screen."""
    wizard = MeetingWizard(session, conference_id, parent)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    wizard.setWindowModality(Qt.WindowModality.WindowModal)
    wizard.showMaximized()
    return wizard

"""The conductor: a meeting led through items a to g."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import agenda, checklist
from konfkasus_gui.procedure import meeting as rules
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, ConferenceState, Stage
from konfkasus_gui.screens import deeds, dialogs, theme, wizard_frame
from konfkasus_gui.screens.cover import Cover
from konfkasus_gui.screens.meeting import keys
from konfkasus_gui.screens.meeting.agenda_list import AgendaList
from konfkasus_gui.screens.meeting.bar import ConductorBar
from konfkasus_gui.screens.meeting.commitments import CommitmentPage
from konfkasus_gui.screens.meeting.conclusions import FirstConclusionPage, SecondConclusionPage
from konfkasus_gui.screens.meeting.guidance import GUIDANCE
from konfkasus_gui.screens.meeting.interruption import Beneath, Interruption
from konfkasus_gui.screens.meeting.minutes import open_minutes
from konfkasus_gui.screens.meeting.opening import OpeningPage
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.meeting.presentation import PresentationPage
from konfkasus_gui.screens.meeting.remarks import RemarksWindow
from konfkasus_gui.screens.meeting.rounds import InformationPage, OpinionPage
from konfkasus_gui.screens.meeting.stopping import open_stop
from konfkasus_gui.screens.meeting.turn_clock import TurnClock
from konfkasus_gui.screens.planning.postponing import open_postponement
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import link
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
    ROOM_FOR_NAMES = 860
    """px at 100 %: where the window is wider, the buttons bear the names of the items."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None = None) -> None:
        self.large_text = False
        self._came_from: Agenda | None = None
        super().__init__(session, conference_id, parent)
        self.cover = Cover(self)
        self.bar.cover_requested.connect(self.cover.turn)
        self.clock.ticked.connect(self._follow_time)
        session.changed.connect(self._show_bar)
        self._listen_to_keys()
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
        self.clock = TurnClock(self.session, self.conference_id, self)
        self.agenda_list = AgendaList(self.title())
        self.step_list = self.agenda_list
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
        self.bar.large_text_requested.connect(self._turn_large_text)
        self.help = link(_("Tombol ({key})").format(key=keys.HELP.shown), pressed=self._help)
        wizard_frame.stand_in_footer(self, self.help, 1)
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
    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        return checklist.meeting_checks(self.meeting, gaps)

    @override
    def waivers(self) -> Sequence[Waiver]:
        return self.meeting.waivers

    @override
    def show_kept(self, at: datetime) -> None:
        self.bar.show_kept(at)

    @override
    def show_place(self) -> None:
        self._follow_time()
        super().show_place()
        self._name_neighbours()

    @override
    def forward(self) -> None:
        """Turn to the next item, or put the cursor into what holds one here."""
        self.flush()
        if not self.may_leave(self.step):
            self.page_now.body.show_missing()
        elif self.step_after(self.step) == -1:
            self.button(QWizard.WizardButton.FinishButton).setFocus()
        else:
            super().forward()

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

    @override
    def done(self, result: int) -> None:
        self.clock.stop()
        if not self._closed:  # a lock closes what is covered as it is
            self.cover.take_away()
        super().done(result)

    def _listen_to_keys(self) -> None:
        for key, deed in (
            (keys.PAUSE, self._pause),
            (keys.COVER, self.cover.turn),
            (keys.LARGE, self._turn_large_text),
            (keys.REMARKS, self.remark),
            (keys.ATTENDANCE, self._turn_to_attendance),
            (keys.HELP, self._help),
        ):
            keys.listen(self, key, deed)
        keys.listen(self, keys.NEXT_STEP, self.forward, first_only=True)
        keys.listen(self, keys.PREVIOUS_STEP, self.backward, first_only=True)

    def _follow_time(self) -> None:
        """The clock counts for the item and the speaker on the screen; the column tells it."""
        if not isinstance(self.currentPage(), MeetingPage):
            return
        page = cast(MeetingPage, self.page_now)
        self.clock.turn_to(cast(Agenda, page.step), page.speaker())
        meeting = self.meeting
        self.agenda_list.show_notes(
            {item: agenda.note(meeting, item, self.clock.seconds(item)) for item in Agenda}
        )
        page.show_time(self.clock)
        if self.sender() is self.clock:
            super().show_place()

    def _name_neighbours(self) -> None:
        """The buttons below say where they lead, where there is room for it."""
        order = list(Agenda)
        place = order.index(cast(Agenda, self.step))
        roomy = theme.scaled(self.ROOM_FOR_NAMES) <= self.width()
        back, after = _("‹ Kembali"), _("Lanjut ›")
        if roomy and place:
            back = f"‹ {self.step_title(order[place - 1])}"
        if roomy and place + 1 < len(order):
            after = f"{self.step_title(order[place + 1])} ›"
        self._name_button(QWizard.WizardButton.BackButton, back)
        self._name_button(QWizard.WizardButton.NextButton, after)

    def _name_button(self, which: QWizard.WizardButton, words: str) -> None:
        if self.buttonText(which) != words:
            self.setButtonText(which, words)

    def _turn_large_text(self) -> None:
        self.large_text = not self.large_text
        self.bar.large.setChecked(self.large_text)
        self.agenda_list.setVisible(not self.large_text)
        for page in (self.page_of(step) for step in Agenda):
            page.body.put_aside_away(away=self.large_text)
        self.setStyleSheet(theme.large_sheet() if self.large_text else "")
        self.page_now.take_focus()

    def _turn_to_attendance(self) -> None:
        """Somebody comes or goes: to the list of those present, and back again."""
        step = cast(Agenda, self.step)
        if step is not Agenda.OPENING:
            self._came_from = step
            self.go_to(Agenda.OPENING)
        elif self._came_from is not None:
            self.go_to(self._came_from)

    def remark(self) -> None:
        """Open the remarks, which belong to no item."""
        self.flush()
        window = RemarksWindow(self.session, self.conference_id, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _help(self) -> None:
        window = keys.KeysWindow(self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _show_bar(self) -> None:
        meeting = self.meeting
        self.bar.show_meeting(meeting)
        held = meeting.conference.state is ConferenceState.HELD
        self._name_button(
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

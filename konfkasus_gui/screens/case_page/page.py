"""The page of one case."""

from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure import planning
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.overview import Door, stage_lines
from konfkasus_gui.procedure.paper_state import paper_lines
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.standing import CaseLine, stage
from konfkasus_gui.procedure.vocabulary import CaseState, DocumentKind, Stage
from konfkasus_gui.screens import deeds, doors
from konfkasus_gui.screens.case_page.head import CaseHead
from konfkasus_gui.screens.case_page.menus import CaseMenus
from konfkasus_gui.screens.case_page.notices import offer_numbers
from konfkasus_gui.screens.case_page.side import HistoryCard, PapersCard
from konfkasus_gui.screens.case_page.stage_card import StageCard
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.scroll import Scroll
from konfkasus_gui.screens.widgets.stage_strip import StageStrip
from konfkasus_gui.screens.widgets.turning_box import TurningBox

STAGES = tuple(Stage)
EVENTS = 8
NARROW = 640
"""px at 100 % font size: narrower, the right column stands below."""


class CasePage(Page):
    """Four stages, the check-list of the one at hand, papers, history; the name on a click."""

    cases_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.case_id = 0
        self.conference_id: int | None = None
        self._stage: Stage | None = None
        self.head = CaseHead(session)
        self.head.cases_requested.connect(self.cases_requested)
        self.menus = CaseMenus(session)
        self.menus.paper_requested.connect(self._open_paper)
        self.menus.conference_requested.connect(self.show_conference)
        self.notice = Notice("", "danger", action=_("Buka kembali"))
        self.notice.action_requested.connect(self._leave_rest)
        self.versions = Notice("", "warning", action=_("Periksa"))
        self.versions.action_requested.connect(self._open_versions)
        self.meetings = ChoiceChips(optional=False, name=_("Pertemuan"))
        self.meetings.changed.connect(self._choose_meeting)
        self.strip = StageStrip()
        self.strip.chosen.connect(self._choose_stage)
        self.card = StageCard(session)
        self.card.door_requested.connect(self._open_door)
        self.card.step_requested.connect(self._open_step)
        self.card.screening_requested.connect(self._go_on_screening)
        self.papers = PapersCard()
        self.papers.paper_requested.connect(self._open_paper)
        self.history = HistoryCard()
        self.history.all_requested.connect(self._show_history)
        self._lay_out()

    def show_case(self, case_id: int) -> None:
        """Show another case, at its latest conference and its present stage."""
        self.head.hide_name()
        self.case_id = case_id
        self.conference_id = None
        self._stage = None
        if self.isVisible():
            self.refresh()

    def _show_history(self) -> None:
        self.history_requested.emit(self.session.get(Case, self.case_id).code)

    def show_conference(self, conference_id: int) -> None:
        """Show one of the case's conferences at its present stage."""
        self.conference_id = conference_id
        self._stage = None
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._top.turn(self.width())
        self._columns.turn(self.width())
        self.strip.turn(self.width())

    @override
    def refresh(self) -> None:
        if not self.case_id:
            return
        lists = self.session.lists
        case = self.session.get(Case, self.case_id)
        line = lists.case(self.case_id, self.conference_id)
        self._line = line
        self.head.show_case(case)
        self._show_rest(case)
        self._show_versions(lists.count_versions(self.case_id))
        self._show_meetings(lists.conferences(self.case_id), line)
        self.history.show_events(lists.history(self.case_id, limit=EVENTS), self.session.today())
        if line.conference_id is None:
            self._show_screening(case)
        else:
            self._show_conference(line, line.conference_id)

    def _show_conference(self, line: CaseLine, conference_id: int) -> None:
        followed = self.session.follow_up(conference_id)
        present = stage(line)
        shown = self._stage or present
        stages = stage_lines(line, followed, self.session.today())
        self.strip.show_stages([(one.stage.title, one.sentence, one.state.value) for one in stages])
        self.strip.choose(STAGES.index(shown))
        self.strip.setEnabled(True)
        self.card.show_stage(shown, line, followed)
        papers = paper_lines(followed, self.session.lists.documents(self.case_id))
        self.papers.show_papers(papers)
        self.papers.show()
        self.menus.show_case(line, followed, papers)

    def _show_screening(self, case: Case) -> None:
        stages = stage_lines(self._line, None, self.session.today())
        self.strip.show_stages([(one.stage.title, one.sentence, one.state.value) for one in stages])
        self.strip.choose(-1)
        self.strip.setEnabled(False)
        self.card.show_screening(case, self.session.get(Student, case.student_id))
        self.papers.hide()
        self.menus.show_case(self._line, None, ())

    def _show_rest(self, case: Case) -> None:
        if case.state is CaseState.FROZEN:
            self.notice.action.setText(_("Catat persetujuan baru"))
            self.notice.say(
                _(
                    "Kasus ini dibekukan karena persetujuan ditarik kembali. Undangan dibatalkan"
                    " dan tidak ada yang dicetak lagi."
                ),
                "danger",
            )
        elif case.state is CaseState.CLOSED:
            self.notice.action.setText(_("Buka kembali"))
            self.notice.say(_closed_words(case), "info")
        else:
            self.notice.say("")

    def _show_versions(self, number: int) -> None:
        words = _("{n} catatan berbeda dengan yang ada di komputer lain. Keduanya tersimpan.")
        self.versions.say(words.format(n=number) if number else "", "warning")

    def _open_versions(self) -> None:
        doors.open_versions(self.session, self, self.case_id)

    def _show_meetings(self, conferences: tuple[Conference, ...], line: CaseLine) -> None:
        several = len(conferences) > 1
        self.meetings.setVisible(several)
        if several:
            self.meetings.set_choices(
                [(one.id, _("Pertemuan ke-{n}").format(n=one.number)) for one in conferences]
            )
            self.meetings.set_value(line.conference_id)

    def _choose_meeting(self) -> None:
        self.show_conference(self.meetings.value())

    def _choose_stage(self, place: int) -> None:
        self._stage = STAGES[place]
        self.refresh()

    def _open_door(self, door: Door) -> None:
        if self._line.conference_id is not None:
            doors.open_door(door, self.session, self._line.conference_id, self.window())

    def _open_step(self, step: Enum) -> None:
        if self._line.conference_id is not None:
            door = doors.DOOR_OF[type(step)]
            doors.open_door(door, self.session, self._line.conference_id, self.window(), step)

    def _open_paper(self, kind: DocumentKind) -> None:
        conference_id = self._line.conference_id
        if conference_id is not None:
            show = partial(doors.open_paper, self.session, conference_id, kind, self.window())
            offer_numbers(self.session, conference_id, kind, self.window(), show)

    def _go_on_screening(self) -> None:
        doors.open_new_case(self.session, self.window(), self.case_id)

    def _leave_rest(self) -> None:
        case = self.session.get(Case, self.case_id)
        if case.state is CaseState.FROZEN:
            self._open_step(planning.Step.CONSENT)
        else:
            deeds.reopen_case(self.session, case)

    def _lay_out(self) -> None:
        self._top = TurningBox(NARROW, 12)
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self.menus)
        left = QVBoxLayout()
        left.addWidget(self.card, 1)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.papers)
        right.addWidget(self.history, 1)
        self._columns = TurningBox(NARROW)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 3)
        inside = Flowing()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 16, 28, 22)
        column.setSpacing(14)
        column.addLayout(self._top)
        column.addWidget(self.notice)
        column.addWidget(self.versions)
        column.addWidget(self.meetings)
        column.addWidget(self.strip)
        column.addLayout(self._columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))


def _closed_words(case: Case) -> str:
    words = _("Kasus ini ditutup.")
    if case.closed_on is not None:
        words = _("Kasus ini ditutup pada {day}.").format(day=long_date(case.closed_on))
    if case.other_service is not None:
        words = _("{words} Layanan yang dipilih: {service}.").format(
            words=words, service=case.other_service.label
        )
    note = " ".join(case.closing_note.split())
    return f"{words} {note}" if note else words

"""Items c and e: each participant in turn, one contribution after another."""

from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import rounds
from konfkasus_gui.procedure.coverage import Coverage
from konfkasus_gui.procedure.meeting import abstention, unheard
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect
from konfkasus_gui.screens.meeting import keys, turns
from konfkasus_gui.screens.meeting.contribution_form import ContributionForm
from konfkasus_gui.screens.meeting.coverage import CoverageBoard, legend
from konfkasus_gui.screens.meeting.noted import NotedLine, NotedLines
from konfkasus_gui.screens.meeting.page import MeetingPage, who
from konfkasus_gui.screens.meeting.speakers import SpeakerChips
from konfkasus_gui.screens.meeting.turn_clock import TurnClock
from konfkasus_gui.screens.meeting.wish_list import WishList
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import muted, small, subtitle
from konfkasus_gui.screens.widgets.scroll import reveal


class RoundPage(MeetingPage):
    """Chips of those present, the speaker's form, and what was noted under this item."""

    aspects: ClassVar[bool] = False
    note_words: ClassVar[str]
    """What stands on the button that notes the speaker's words."""
    none_words: ClassVar[str]
    """What stands on the button for a participant who has nothing to add."""

    @override
    def form(self) -> QWidget:
        self.turns = SpeakerChips(self.agenda)
        self.people = self.turns.people
        self.people.changed.connect(self._choose)
        self._working = QWidget()
        inner = QVBoxLayout(self._working)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.turns)
        inner.addWidget(self._speaker_card())
        inner.addWidget(self._noted_card())
        if self.aspects:
            self.board = CoverageBoard()
            self.board.chosen.connect(self.go_to_square)
            self.board.nothing_requested.connect(self._turn_square)
            board = Card(_("Peserta dan aspek"))
            board.add(muted(legend()))
            board.add(self.board)
            inner.addWidget(board)
        self.empty = EmptyState(
            "users", _("Belum ada peserta yang hadir. Catat kehadiran pada acara Pembukaan.")
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._working)
        column.addWidget(self.empty)
        column.addStretch()
        for key, deed in (
            (keys.NOTE, self._note),
            (keys.NOTHING, self._nothing),
            (keys.NEXT_SPEAKER, self._next),
            (keys.PREVIOUS_SPEAKER, self._previous),
        ):
            keys.listen(self._working, key, deed)
        return page

    def _speaker_card(self) -> Card:
        card = Card()
        self.speaker_name = subtitle()
        self.turn_time = small()
        self.turn_time.setWordWrap(False)
        self.turn_time.setAccessibleName(_("Lama giliran"))
        head = QHBoxLayout()
        head.addWidget(self.speaker_name, 1)
        head.addWidget(self.turn_time, 0, Qt.AlignmentFlag.AlignTop)
        self.nothing = link(_(self.none_words), pressed=self._nothing)
        self.contribution = ContributionForm(
            self.session, self.conference_id, self.agenda, aspects=self.aspects
        )
        if self.aspects:
            self.contribution.aspect.changed.connect(self._name_nothing)
        self.note = button(_(self.note_words), kind="primary", pressed=self._note)
        self.next = link(_("Peserta berikutnya"), pressed=self._next)
        self.hint = small(
            _("{note} mencatat · {none} tidak ada · {next} peserta berikutnya").format(
                note=keys.NOTE.shown, none=keys.NOTHING.shown, next=keys.NEXT_SPEAKER.shown
            )
        )
        line = FlowLayout(spacing=12)
        for widget in (self.note, self.next, self.nothing):
            line.addWidget(widget)
        card.add_layout(head)
        card.add(self.contribution)
        card.add_layout(line)
        card.add(self.hint)
        return card

    def _noted_card(self) -> Card:
        self.noted = Card(_("Sudah dicatat pada acara ini"))
        self.lines = NotedLines(self._new_line)
        self.noted.add(self.lines)
        return self.noted

    @override
    def take_focus(self) -> None:
        """Whoever comes to a round writes at once, as after each note."""
        if self.content is None or not self.meeting.present():
            super().take_focus()
        else:
            self.contribution.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def agenda(self) -> Agenda:
        """The item of this page."""
        return cast(Agenda, self.step)

    @override
    def speaker(self) -> int | None:
        if self.content is None or not self.meeting.present():
            return None
        return self.contribution.guest_id or None

    @override
    def show_time(self, clock: TurnClock) -> None:
        guest_id = self.speaker()
        if guest_id is not None:
            seconds = clock.seconds(self.agenda, guest_id)
            self.turn_time.setText(
                _("giliran {time}").format(time=f"{seconds // 60}.{seconds % 60:02}")
            )

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.meeting
        present = meeting.present()
        self._working.setVisible(bool(present))
        self.empty.setVisible(not present)
        if not present:
            return
        if self.contribution.guest_id not in [guest.id for guest in present]:
            waiting = unheard(meeting, self.agenda) or present
            self.contribution.write(waiting[0].id)
        self.turns.show_meeting(meeting, self.contribution.guest_id)
        speaker = next(guest for guest in present if guest.id == self.contribution.guest_id)
        group = speaker.group.label if speaker.group else ""
        self.speaker_name.setText(" · ".join(part for part in (who(speaker), group) if part))
        self._name_nothing()
        said = tuple(
            one
            for one in rounds.noted(meeting, self.agenda)
            if one.id != self.contribution.record_id
        )
        self.noted.show_count(len(said))
        self.lines.show_said(said, self.names())
        if self.aspects:
            self.board.show_meeting(meeting)

    def go_to_square(self, guest_id: int, aspect: Aspect | None) -> None:
        """To what was said there; where nothing was, the cursor is in the form for it."""
        if aspect is None:
            self._go_to_loose(self.board.cells.loose.get(guest_id, ()))
            return
        if self.board.cells.told(guest_id, aspect) is Coverage.GIVEN:
            said = [
                one
                for one in rounds.noted(self.meeting, self.agenda)
                if (one.participant_id, one.aspect) == (guest_id, aspect)
            ]
            if self.lines.focus_line(said[-1].id):
                return
            guest_id = said[-1].participant_id  # it is being written
        if (self.contribution.guest_id, self.contribution.aspect.value()) != (guest_id, aspect):
            self.contribution.write(guest_id)
            self.refreshed()
            self.contribution.aspect.chip(aspect).click()
        self.contribution.text.setFocus()

    def _go_to_loose(self, said: tuple[int, ...]) -> None:
        """To the first line without an aspect, where M gives it one; or to the form with it."""
        if said and not self.lines.focus_line(said[0]):
            first = self.contribution.aspect.chip(next(iter(Aspect)))
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(self.contribution)

    def edit(self, said_id: int) -> None:
        """Go on with a contribution that was noted before."""
        said = self._said(said_id)
        self._write(said.participant_id, said.id)
        reveal(self.contribution)

    def drop(self, said_id: int) -> None:
        """Remove a contribution; it can be brought back."""
        said = self._said(said_id)
        self.session.remove(said)

    def _said(self, said_id: int) -> Contribution:
        return next(one for one in self.meeting.contributions if one.id == said_id)

    def _new_line(self) -> NotedLine:
        line = NotedLine(lambda: tuple(self.names().items()), aspects=self.aspects)
        line.edit_requested.connect(self.edit)
        line.removal_requested.connect(self.drop)
        line.order_requested.connect(self._order)
        line.speaker_requested.connect(self._give_to)
        line.aspect_requested.connect(self._put_under)
        return line

    def _order(self, said_id: int, by: int) -> None:
        self.contribution.flush()
        turns.put_elsewhere(self.session, self.conference_id, said_id, by)
        self.lines.focus_line(said_id)

    def _give_to(self, said_id: int, guest_id: int) -> None:
        turns.speak(self.session, replace(self._said(said_id), participant_id=guest_id))
        self.lines.focus_line(said_id)

    def _put_under(self, said_id: int, aspect: Aspect) -> None:
        turns.speak(self.session, replace(self._said(said_id), aspect=aspect))
        self.lines.focus_line(said_id)

    def _choose(self) -> None:
        self._turn_to(cast(int, self.people.value()))

    def _note(self) -> None:
        """The speaker's words stand; whoever has not spoken comes next."""
        self.contribution.flush()
        if not self.contribution.record().text.strip():
            self.contribution.text.setFocus()
            return
        self._turn_to_waiting()

    def _aspect_asked(self) -> Aspect | None:
        """The aspect that was chosen for words that were not written yet."""
        if not self.aspects or self.contribution.text.value().strip():
            return None
        return cast("Aspect | None", self.contribution.aspect.value())

    def _name_nothing(self) -> None:
        """The button says of what there is nothing: of the chosen aspect, or at all."""
        meeting, guest_id = self.meeting, self.contribution.guest_id
        aspect = self._aspect_asked()
        words = _(self.none_words)
        if aspect is not None:
            words = _("Tidak ada: {aspect}").format(aspect=aspect.label)
        none = abstention(meeting, guest_id, self.agenda, aspect)
        if none is not None:
            words = _("Urungkan “{words}”").format(words=words)
        spoke = any(one.participant_id == guest_id for one in rounds.noted(meeting, self.agenda))
        self.nothing.setText(words)
        self.nothing.setEnabled(none is not None or aspect is not None or not spoke)

    def _nothing(self) -> None:
        """The speaker has nothing to add; pressed once more, has after all."""
        self.contribution.flush()
        guest_id, aspect = self.contribution.guest_id, self._aspect_asked()
        if not self.nothing.isEnabled():
            return
        if aspect is not None:
            self._turn_square(guest_id, aspect)
            self._turn_to(guest_id)
        elif abstention(self.meeting, guest_id, self.agenda) is not None:
            turns.take_back(self.session, self.conference_id, guest_id, self.agenda)
            self.contribution.text.setFocus()
        else:
            turns.have_nothing(self.session, self.conference_id, guest_id, self.agenda)
            self._turn_to_waiting()

    def _turn_square(self, guest_id: int, aspect: Aspect) -> None:
        """Nothing is known of the aspect; once more, it may be after all."""
        known = abstention(self.meeting, guest_id, self.agenda, aspect) is not None
        change = turns.take_back if known else turns.have_nothing
        change(self.session, self.conference_id, guest_id, self.agenda, aspect)

    def _next(self) -> None:
        self._turn_to(rounds.next_speaker(self.meeting, self.contribution.guest_id))

    def _previous(self) -> None:
        self._turn_to(rounds.next_speaker(self.meeting, self.contribution.guest_id, by=-1))

    def _turn_to_waiting(self) -> None:
        guest_id = self.contribution.guest_id
        self._turn_to(rounds.waiting_speaker(self.meeting, self.agenda, guest_id))

    def _turn_to(self, guest_id: int) -> None:
        self._write(guest_id)

    def _write(self, guest_id: int, said_id: int = 0) -> None:
        self.contribution.write(guest_id, said_id)
        self.refreshed()
        self.stage.order_tabs()
        self.contribution.text.setFocus()


class InformationPage(RoundPage):
    """Item c: what each participant knows, by aspect."""

    step = Agenda.INFORMATION
    heading = N_("Informasi tambahan peserta")
    aspects = True
    note_words = N_("Catat keterangan")
    none_words = N_("Tidak ada tambahan")

    @override
    def beside(self) -> QWidget:
        self.wishes = WishList(self.session, self.conference_id, self._said_now)
        return self.wishes

    @override
    def refreshed(self) -> None:
        super().refreshed()
        self.wishes.refresh()

    def _said_now(self) -> int | None:
        """What the speaker says now, or said last."""
        self.contribution.flush()
        said = self.contribution.record()
        if said.id and said.text.strip():
            return said.id
        noted = rounds.noted(self.meeting, self.agenda)
        return noted[-1].id if noted else None


class OpinionPage(RoundPage):
    """Item e: how each participant thinks the problem arose."""

    step = Agenda.OPINION
    heading = N_("Pendapat tentang latar belakang")
    note_words = N_("Catat pendapat")
    none_words = N_("Tidak ada pendapat")

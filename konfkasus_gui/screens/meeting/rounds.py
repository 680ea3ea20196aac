"""Items c and e: each participant in turn, one contribution after another."""

from typing import ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Contribution, heard, unheard
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis
from konfkasus_gui.screens.meeting import turns
from konfkasus_gui.screens.meeting.coverage import CoverageBoard, legend
from konfkasus_gui.screens.meeting.drafts import DraftForm
from konfkasus_gui.screens.meeting.page import MeetingPage, who
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import body, muted, small, strong, subtitle
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import ShortScroll
from konfkasus_gui.screens.widgets.text_area import TextArea

NOTE_KEYS = "Ctrl+Return"
NOTHING_KEYS = "Ctrl+Shift+Return"
NEXT_KEYS = "Ctrl+Down"
CHIP = 250
"""px at 100 %: a longer name ends in "…", so that many people stay in sight"""


class ContributionForm(DraftForm[Contribution]):
    """What the speaker says now; kept from the first key on, like everything typed."""

    def __init__(
        self, session: Session, conference_id: int, agenda: Agenda, *, aspects: bool
    ) -> None:
        self._conference_id = conference_id
        self._agenda = agenda
        self.guest_id = 0
        super().__init__(session, self._contributions, self._contribution)
        if aspects:
            self.aspect = self.bind(ChoiceChips(Aspect, name=_("Aspek")), "aspect")
            self.add_widget(self.aspect)
        self.basis = self.bind(ChoiceChips(Basis, name=_("Dasar keterangan")), "basis")
        self.text = self.bind(
            TextArea(_("Tulis yang disampaikan, dengan kata peserta"), lines=(3, 8)), "text"
        )
        self.text.setAccessibleName(_("Keterangan"))
        self.add_widget(self.text)
        self.add_widget(self.basis)
        self.rows.setSpacing(10)

    @override
    def save(self, edited: Contribution) -> Contribution:
        return turns.speak(self.session, edited)

    def write(self, guest_id: int, record_id: int = 0) -> None:
        """Let ``guest_id`` speak: a new contribution, or go on with ``record_id``."""
        self.flush()
        self.drop_empty()
        self.guest_id, self.record_id = guest_id, record_id
        self.refill()

    def drop_empty(self) -> None:
        """Forget a contribution that has no words."""
        said = self.record()
        if said.id and not said.text.strip():
            self.session.remove(said)

    def _contributions(self) -> tuple[Contribution, ...]:
        return self.session.meeting(self._conference_id).contributions

    def _contribution(self) -> Contribution:
        return Contribution(
            conference_id=self._conference_id,
            participant_id=self.guest_id,
            agenda=self._agenda,
            basis=Basis.OPINION if self._agenda is Agenda.OPINION else None,
            said_at=self.session.now(),
        )


class RoundPage(MeetingPage):
    """Chips of those present, the speaker's form, and what was noted under this item."""

    aspects: ClassVar[bool] = False
    note_words: ClassVar[str]
    """What stands on the button that notes the speaker's words."""
    none_words: ClassVar[str]
    """What stands on the button for a participant who has nothing to add."""

    @override
    def form(self) -> QWidget:
        self._chips_shown: tuple[tuple[int, str], ...] = ()
        self._lines_shown: tuple[Contribution, ...] = ()
        self.people = ChoiceChips(
            (), optional=False, name=_("Giliran peserta"), icon="", widest=CHIP
        )
        self.people.changed.connect(self._choose)
        policy = self.people.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # as high as its width asks for
        self.people.setSizePolicy(policy)
        self.turns = ShortScroll(self.people, 118)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._reveal.timeout.connect(self._show_speaker)
        self.speaker = Card()
        self.speaker_name = subtitle()
        self.nothing = link(_(self.none_words), pressed=self._nothing)
        self.contribution = ContributionForm(
            self.session, self.conference_id, self.agenda, aspects=self.aspects
        )
        self.note = button(_(self.note_words), kind="primary", pressed=self._note)
        self.next = link(_("Peserta berikutnya"), pressed=self._next)
        self.hint = small(
            _("Ctrl+Enter mencatat · Ctrl+Shift+Enter tidak ada · Ctrl+↓ peserta berikutnya")
        )
        line = FlowLayout(spacing=12)
        for widget in (self.note, self.next, self.nothing):
            line.addWidget(widget)
        self.speaker.add(self.speaker_name)
        self.speaker.add(self.contribution)
        self.speaker.add_layout(line)
        self.speaker.add(self.hint)
        self.noted = Card(_("Sudah dicatat pada acara ini"))
        self.lines = RowColumn()
        self.noted.add(self.lines)
        self.board = CoverageBoard()
        self.empty = EmptyState(
            "users", _("Belum ada peserta yang hadir. Catat kehadiran pada acara Pembukaan.")
        )
        self._working = QWidget()
        inner = QVBoxLayout(self._working)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.turns)
        inner.addWidget(self.speaker)
        inner.addWidget(self.noted)
        if self.aspects:
            board = Card(_("Peserta dan aspek"))
            board.add(muted(legend()))
            board.add(self.board)
            inner.addWidget(board)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._working)
        column.addWidget(self.empty)
        column.addStretch()
        for keys, deed in (
            (NOTE_KEYS, self._note),
            (NOTHING_KEYS, self._nothing),
            (NEXT_KEYS, self._next),
        ):
            QShortcut(QKeySequence(keys), self._working).activated.connect(deed)
        return page

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
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.meeting
        present = meeting.present()
        self._working.setVisible(bool(present))
        self.empty.setVisible(not present)
        if not present:
            return
        chips = tuple((guest.id, self._chip(guest)) for guest in present)
        if chips != self._chips_shown:
            self._chips_shown = chips
            self.people.set_choices(chips)
            for guest in present:
                self.people.chip(guest.id).setAccessibleName(self._chip_told(guest))
        if self.contribution.guest_id not in [guest.id for guest in present]:
            waiting = unheard(meeting, self.agenda) or present
            self.contribution.write(waiting[0].id)
        if self.people.value() != self.contribution.guest_id:
            self.people.set_value(self.contribution.guest_id)
            self._reveal.start()
        speaker = next(guest for guest in present if guest.id == self.contribution.guest_id)
        group = speaker.group.label if speaker.group else ""
        self.speaker_name.setText(" · ".join(part for part in (who(speaker), group) if part))
        abstains = meeting.abstained(speaker, self.agenda)
        self.nothing.setText(
            _("Urungkan “{words}”").format(words=_(self.none_words))
            if abstains
            else _(self.none_words)
        )
        self.nothing.setEnabled(abstains or not meeting.said(speaker, self.agenda))
        self._show_lines()
        if self.aspects:
            self.board.show_meeting(meeting)

    def _show_speaker(self) -> None:
        """Once the chips stand in their lines, the speaker's is in sight."""
        if any(guest.id == self.people.value() for guest in self.meeting.present()):
            self.turns.ensureWidgetVisible(self.people.chip(self.people.value()), 0, 4)

    def _chip(self, guest: Participant) -> str:
        meeting = self.meeting
        if meeting.abstained(guest, self.agenda):
            return f"– {guest.called}"
        return f"✓ {guest.called}" if heard(meeting, guest, self.agenda) else guest.called

    def _chip_told(self, guest: Participant) -> str:
        meeting = self.meeting
        if meeting.abstained(guest, self.agenda):
            return _("{name}, tidak ada tambahan").format(name=guest.called)
        if heard(meeting, guest, self.agenda):
            return _("{name}, sudah").format(name=guest.called)
        return _("{name}, belum").format(name=guest.called)

    def _show_lines(self) -> None:
        names = self.names()
        said = tuple(
            one
            for one in self.meeting.contributions
            if one.agenda is self.agenda
            and one.text.strip()
            and one.id != self.contribution.record_id
        )
        self.noted.show_count(len(said))
        if said == self._lines_shown:
            return
        self._lines_shown = said
        self.lines.show_rows(
            NotedLine(one, names.get(one.participant_id, ""), self) for one in said
        )

    def edit(self, said: Contribution) -> None:
        """Go on with a contribution that was noted before."""
        self.contribution.write(said.participant_id, said.id)
        self.refreshed()
        self.contribution.text.setFocus()

    def drop(self, said: Contribution) -> None:
        """Remove a contribution; it can be brought back."""
        self.session.remove(said)

    def _choose(self) -> None:
        self.contribution.write(cast(int, self.people.value()))
        self.refreshed()
        self.contribution.text.setFocus()

    def _note(self) -> None:
        """The speaker's words stand; whoever has not spoken comes next."""
        self.contribution.flush()
        if not self.contribution.record().text.strip():
            self.contribution.text.setFocus()
            return
        self._turn_to_next()

    def _nothing(self) -> None:
        """The speaker has nothing to add; pressed once more, has after all."""
        self.contribution.flush()
        guest_id = self.contribution.guest_id
        meeting = self.meeting
        guest = next(one for one in meeting.present() if one.id == guest_id)
        if meeting.abstained(guest, self.agenda):
            turns.take_back(self.session, self.conference_id, guest_id, self.agenda)
            self.contribution.text.setFocus()
        elif not meeting.said(guest, self.agenda):
            turns.have_nothing(self.session, self.conference_id, guest_id, self.agenda)
            self._turn_to_next()

    def _next(self) -> None:
        present = self.meeting.present()
        ids = [guest.id for guest in present]
        place = ids.index(self.contribution.guest_id) + 1
        self.contribution.write(ids[place % len(ids)])
        self.refreshed()
        self.contribution.text.setFocus()

    def _turn_to_next(self) -> None:
        waiting = unheard(self.meeting, self.agenda)
        self.contribution.write(waiting[0].id if waiting else self.contribution.guest_id)
        self.refreshed()
        self.contribution.text.setFocus()


class NotedLine(QWidget):
    """One contribution: who, what, when; to change or to remove."""

    def __init__(self, said: Contribution, name: str, page: RoundPage) -> None:
        super().__init__()
        self._said = said
        self._page = page
        about = [name]
        about += [said.aspect.label] if said.aspect else []
        about += [said.basis.label] if said.basis else []
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(" · ".join(about)))
        words.addWidget(body(said.text.strip()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.addLayout(words, 1)
        clock = small(f"{said.said_at:%H.%M}")
        clock.setWordWrap(False)
        row.addWidget(clock)
        self.change = link(_("Ubah"), pressed=self._change)
        self.remove = link(_("Hapus"), pressed=self._remove)
        for deed in (self.change, self.remove):
            deed.setAccessibleDescription(f"{name}: {said.text.strip()}")
        row.addWidget(self.change)
        row.addWidget(self.remove)

    def _change(self) -> None:
        self._page.edit(self._said)

    def _remove(self) -> None:
        self._page.drop(self._said)


class InformationPage(RoundPage):
    """Item c: what each participant knows, by aspect."""

    step = Agenda.INFORMATION
    heading = N_("Informasi tambahan peserta")
    aspects = True
    note_words = N_("Catat keterangan")
    none_words = N_("Tidak ada tambahan")


class OpinionPage(RoundPage):
    """Item e: how each participant thinks the problem arose."""

    step = Agenda.OPINION
    heading = N_("Pendapat tentang latar belakang")
    note_words = N_("Catat pendapat")
    none_words = N_("Tidak ada pendapat")

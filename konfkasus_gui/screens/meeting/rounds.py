"""Items c and e: each participant in turn, one contribution after another."""

from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Abstention, Contribution, heard, unheard
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.coverage import CoverageBoard, legend
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import body, muted, small, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea

NOTE_KEYS = "Ctrl+Return"
NOTHING_KEYS = "Ctrl+Shift+Return"
NEXT_KEYS = "Ctrl+Down"


class ContributionForm(Form):
    """What the speaker says now; kept from the first key on, like everything typed."""

    def __init__(
        self, session: Session, conference_id: int, agenda: Agenda, *, aspects: bool
    ) -> None:
        self._conference_id = conference_id
        self._agenda = agenda
        self.guest_id = 0
        self.draft_id = 0
        self._read_from = session
        super().__init__(session, self.contribution)
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

    def contribution(self) -> Contribution:
        """The contribution that is written now; a new one until its first key."""
        for said in self._read_from.meeting(self._conference_id).contributions:
            if said.id == self.draft_id:
                return said
        return Contribution(
            conference_id=self._conference_id,
            participant_id=self.guest_id,
            agenda=self._agenda,
            basis=Basis.OPINION if self._agenda is Agenda.OPINION else None,
            said_at=self._read_from.now(),
        )

    @override
    def keep(self, edited: Record) -> None:
        with self.session.together():  # screens are told once the draft is known by its id
            self.draft_id = self.session.save(cast(Contribution, edited)).id

    def write(self, guest_id: int, draft_id: int = 0) -> None:
        """Let ``guest_id`` speak: a new contribution, or go on with ``draft_id``."""
        self.flush()
        self._drop_empty()
        self.guest_id, self.draft_id = guest_id, draft_id
        self.refill()

    def _drop_empty(self) -> None:
        said = self.contribution()
        if said.id and not said.text.strip():
            self.session.remove(said)


class RoundPage(MeetingPage):
    """Chips of those present, the speaker's form, and what was noted under this item."""

    aspects: ClassVar[bool] = False

    @override
    def form(self) -> QWidget:
        self._chips_shown: tuple[tuple[int, str], ...] = ()
        self._lines_shown: tuple[tuple[int, str], ...] = ()
        self._removed: Contribution | None = None
        self.people = ChoiceChips((), optional=False, name=_("Giliran peserta"))
        self.people.changed.connect(self._choose)
        self.speaker = Card()
        self.nothing = link(_("Tidak ada tambahan"), pressed=self._nothing)
        self.nothing.setToolTip(NOTHING_KEYS)
        self.contribution = ContributionForm(
            self.session, self.conference_id, self.agenda, aspects=self.aspects
        )
        self.note = button(_("Catat pendapat"), kind="primary", pressed=self._note)
        self.next = link(_("Peserta berikutnya"), pressed=self._next)
        self.hint = small(
            _("Ctrl+Enter mencatat · Ctrl+Shift+Enter tidak ada · Ctrl+↓ peserta berikutnya")
        )
        self.hint.setWordWrap(False)
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.note, self.next, self.nothing):
            line.addWidget(widget)
        line.addStretch()
        self.speaker.add(self.contribution)
        self.speaker.add_layout(line)
        self.speaker.add(self.hint)
        self.noted = Card(_("Sudah dicatat pada acara ini"))
        self.lines = RowColumn()
        self.undo = Notice(action=_("Urungkan"))
        self.undo.action_requested.connect(self._bring_back)
        self.undo.say("")
        self.noted.add(self.undo)
        self.noted.add(self.lines)
        self.board = CoverageBoard()
        self.empty = EmptyState(
            "users", _("Belum ada peserta yang hadir. Catat kehadiran pada acara Pembukaan.")
        )
        self._working = QWidget()
        inner = QVBoxLayout(self._working)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.people)
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
            QShortcut(QKeySequence(keys), page).activated.connect(deed)
        return page

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
        if self.contribution.guest_id not in [guest.id for guest in present]:
            waiting = unheard(meeting, self.agenda) or present
            self.contribution.write(waiting[0].id)
        self.people.set_value(self.contribution.guest_id)
        speaker = next(guest for guest in present if guest.id == self.contribution.guest_id)
        group = speaker.group.label if speaker.group else ""
        self.speaker.name.setText(
            " · ".join(part for part in (speaker.name, speaker.capacity, group) if part)
        )
        self.speaker.name.show()
        self.nothing.setEnabled(not meeting.said(speaker, self.agenda))
        self._show_lines()
        self.board.show_meeting(meeting)

    def _chip(self, guest: Participant) -> str:
        meeting = self.meeting
        if meeting.abstained(guest, self.agenda):
            return _("{name} · tidak ada").format(name=guest.name)
        if heard(meeting, guest, self.agenda):
            return _("{name} · sudah").format(name=guest.name)
        return guest.name

    def _show_lines(self) -> None:
        names = self.names()
        said = [
            one
            for one in self.meeting.contributions
            if one.agenda is self.agenda and one.text.strip()
        ]
        shown = tuple((one.id, repr(one)) for one in said)
        self.noted.show_count(len(said))
        if shown == self._lines_shown:
            return
        self._lines_shown = shown
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
        if said.id == self.contribution.draft_id:
            self.contribution.write(said.participant_id)
        self.session.remove(said)
        self._removed = said
        self.undo.say(_("Satu keterangan dihapus."), "info")

    def _bring_back(self) -> None:
        if self._removed is not None:
            self.session.save(replace(self._removed, id=0))
            self._removed = None
        self.undo.say("")

    def _choose(self) -> None:
        self.contribution.write(cast(int, self.people.value()))
        self.refreshed()
        self.contribution.text.setFocus()

    def _note(self) -> None:
        """The speaker's words stand; whoever has not spoken comes next."""
        self.contribution.flush()
        if not self.contribution.contribution().text.strip():
            self.contribution.text.setFocus()
            return
        self._retract_abstention()
        self._turn_to_next()

    def _nothing(self) -> None:
        self.contribution.flush()
        guest_id = self.contribution.guest_id
        guest = next(one for one in self.meeting.present() if one.id == guest_id)
        if self.meeting.said(guest, self.agenda):
            return
        if not self.meeting.abstained(guest, self.agenda):
            self.session.save(
                Abstention(
                    conference_id=self.conference_id, participant_id=guest_id, agenda=self.agenda
                )
            )
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

    def _retract_abstention(self) -> None:
        """Somebody who had nothing to add has spoken after all."""
        for none in self.meeting.abstentions:
            if none.participant_id == self.contribution.guest_id and none.agenda is self.agenda:
                self.session.remove(none)


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


class OpinionPage(RoundPage):
    """Item e: how each participant thinks the problem arose."""

    step = Agenda.OPINION
    heading = N_("Pendapat tentang latar belakang")

"""Item g: what each participant will do, read back and agreed; and what else is kept."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import rounds
from konfkasus_gui.procedure.meeting import abstention, unheard
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.vocabulary import Agenda
from konfkasus_gui.screens.meeting import keys, turns
from konfkasus_gui.screens.meeting.drafts import DraftColumn, DraftForm
from konfkasus_gui.screens.meeting.page import MeetingPage, who
from konfkasus_gui.screens.meeting.read_back import ReadBackWindow
from konfkasus_gui.screens.meeting.remarks import Remarks
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, icon_button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import muted, small, subtitle
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea

CHECKED_AFTER = timedelta(days=14)
"""What is proposed for the day of the check."""


class CommitmentForm(DraftForm[Commitment]):
    """One promise: what, from when, checked when, read back."""

    def __init__(
        self,
        session: Session,
        found: Callable[[], tuple[Commitment, ...]],
        fresh: Callable[[], Commitment],
        record_id: int,
        remove: Callable[[Commitment], None],
    ) -> None:
        super().__init__(session, found, fresh, record_id)
        self._remove_promise = remove
        self.text = self.bind(TextArea(_("Yang akan dilakukan"), lines=(1, 5)), "text")
        self.text.setAccessibleName(_("Komitmen"))
        self.starts = self.bind(OptionalDateEdit(session.today()), "starts_on")
        self.check = self.bind(OptionalDateEdit(session.today() + CHECKED_AFTER), "check_on")
        self.agreed = self.bind(QCheckBox(_("Dibacakan dan disetujui")), "agreed")
        self.cross = icon_button("x", _("Hapus komitmen"), pressed=self._drop)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.text, 1)
        top.addWidget(self.cross)
        self.more = QWidget()
        line = FlowLayout(self.more, spacing=12)
        for name, field in ((_("Mulai"), self.starts), (_("Diperiksa"), self.check)):
            line.addWidget(_named(name, field))
        line.addWidget(self.agreed)
        self.setFocusProxy(self.text)
        self.rows.setSpacing(6)
        self.rows.addLayout(top)
        self.rows.addWidget(self.more)
        self.refreshed()

    @override
    def save(self, edited: Commitment) -> Commitment:
        return turns.speak(self.session, edited)

    @override
    def refreshed(self) -> None:
        begun = bool(self.record_id)
        self.more.setVisible(begun)
        self.cross.setEnabled(begun)

    def _drop(self) -> None:
        self.flush()
        self._remove_promise(self.record())


class CommitmentCard(Card):
    """One participant: promises, a blank line for the next one, or none."""

    def __init__(self, session: Session, conference_id: int, guest: Participant) -> None:
        super().__init__()
        self.setAccessibleName(who(guest))
        self.guest_id = guest.id
        self._session = session
        self._conference_id = conference_id
        self.promises: DraftColumn[Commitment] = DraftColumn(self._form, spacing=10)
        self.none = Notice(_("Menyatakan tidak ada komitmen."), action=_("Urungkan"))
        self.none.action_requested.connect(self._take_back)
        self.nothing = link(_("Tidak ada komitmen"), pressed=self._nothing)
        self.nothing.setAccessibleDescription(who(guest))
        foot = QHBoxLayout()
        foot.addWidget(self.nothing)
        foot.addStretch()
        self.add(subtitle(who(guest)))
        self.add(self.promises)
        self.add(self.none)
        self.add_layout(foot)

    def refresh(self) -> None:
        """Show the participant's promises as they are now."""
        mine = self._mine()
        meeting = self._session.meeting(self._conference_id)
        abstains = abstention(meeting, self.guest_id, Agenda.COMMITMENT) is not None
        self.promises.show_records(
            [one.id for one in mine], blank=self.isEnabled() and not abstains
        )
        self.none.setVisible(abstains)
        self.nothing.setVisible(not abstains and not mine and self.isEnabled())

    def take_focus(self) -> None:
        """Put the cursor into the blank line, or what stands for it."""
        if self.promises.shown:
            self.promises.shown[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.none.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_nothing(self) -> bool:
        """There is no commitment, or there may be one after all; whether there is none now."""
        meeting = self._session.meeting(self._conference_id)
        if abstention(meeting, self.guest_id, Agenda.COMMITMENT) is not None:
            self._take_back()
            self.take_focus()
            return False
        if any(one.text.strip() for one in self._mine()):
            return False
        self._nothing()
        return True

    def _form(self, record_id: int) -> CommitmentForm:
        return CommitmentForm(
            self._session, self._mine, self._fresh, record_id, self._session.remove
        )

    def _mine(self) -> tuple[Commitment, ...]:
        found = self._session.meeting(self._conference_id).commitments
        return tuple(one for one in found if one.participant_id == self.guest_id)

    def _fresh(self) -> Commitment:
        return Commitment(conference_id=self._conference_id, participant_id=self.guest_id)

    def _nothing(self) -> None:
        turns.have_nothing(self._session, self._conference_id, self.guest_id, Agenda.COMMITMENT)
        self.none.action.setFocus()

    def _take_back(self) -> None:
        turns.take_back(self._session, self._conference_id, self.guest_id, Agenda.COMMITMENT)


class CommitmentPage(MeetingPage):
    """A card for each participant present, then dissent, the client's words, open questions."""

    step = Agenda.COMMITMENT
    heading = N_("Komitmen bantuan")
    guidance = N_("Bacakan kembali setiap komitmen; tandai bila peserta menyetujuinya.")

    @override
    def form(self) -> QWidget:
        self.people: dict[int, CommitmentCard] = {}
        self.read_back = button(
            _("Bacakan kembali…"), icon="message-square", pressed=self._read_back
        )
        self.read_back.setToolTip(f"{_(keys.READ_BACK.deed)} ({keys.READ_BACK.shown})")
        self.standing = muted()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.standing, 1)
        head.addWidget(self.read_back)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._cards)
        self.remarks = Remarks(self.session, self.conference_id)
        column.addWidget(self.remarks)
        column.addStretch()
        for key, deed in (
            (keys.NOTE, self._note),
            (keys.NOTHING, self._nothing),
            (keys.NEXT_SPEAKER, self._next),
            (keys.PREVIOUS_SPEAKER, self._previous),
            (keys.READ_BACK, self._read_back),
        ):
            keys.listen(page, key, deed)
        return page

    @override
    def take_focus(self) -> None:
        """Whoever comes here writes the promise of the first who has made none."""
        present = self.meeting.present()
        if self.content is None or not present:
            super().take_focus()
            return
        waiting = unheard(self.meeting, Agenda.COMMITMENT) or present
        self.people[waiting[0].id].take_focus()

    @override
    def speaker(self) -> int | None:
        """Whoever's card has the cursor."""
        focus = QApplication.focusWidget()
        if self.content is None or focus is None:
            return None
        return next(
            (guest_id for guest_id, card in self.people.items() if card.isAncestorOf(focus)), None
        )

    @override
    def refreshed(self) -> None:
        super().refreshed()
        present = self.meeting.present()
        here = [guest.id for guest in present]
        for gone in [guest_id for guest_id in self.people if guest_id not in here]:
            card = self.people.pop(gone)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, guest in enumerate(present):
            if guest.id not in self.people:
                card = CommitmentCard(self.session, self.conference_id, guest)
                self.people[guest.id] = card
                self._cards.insertWidget(place, card)
                card.show()  # at once: the cursor may be wanted in it
            self.people[guest.id].refresh()
        self.remarks.refresh()
        promises = [one for one in self.meeting.commitments if one.text.strip()]
        agreed = sum(one.agreed for one in promises)
        self.standing.setText(
            _("{n} dari {total} komitmen sudah dibacakan dan disetujui.").format(
                n=agreed, total=len(promises)
            )
            if promises
            else _("{note} ke peserta berikutnya · {none} tidak ada komitmen").format(
                note=keys.NOTE.shown, none=keys.NOTHING.shown
            )
        )
        self.read_back.setEnabled(bool(promises))

    def _note(self) -> None:
        """The promise stands; whoever has made none comes next."""
        self.flush()
        guest_id = self.speaker()
        if guest_id is not None:
            self._go_after(guest_id)

    def _nothing(self) -> None:
        self.flush()
        guest_id = self.speaker()
        if guest_id is not None and self.people[guest_id].turn_nothing():
            self._go_after(guest_id)

    def _go_after(self, guest_id: int) -> None:
        """To the next who has made no promise; once all have, to reading them back."""
        after = rounds.waiting_speaker(self.meeting, Agenda.COMMITMENT, guest_id)
        if after == guest_id:
            self.read_back.setFocus()
        else:
            self.people[after].take_focus()

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        self.flush()
        if self.people:
            after = rounds.next_speaker(self.meeting, self.speaker() or 0, by=by)
            self.people[after].take_focus()

    def _read_back(self) -> None:
        self.flush()
        window = ReadBackWindow(self.session, self.conference_id, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _named(name: str, field: OptionalDateEdit) -> QWidget:
    label = small(name)
    label.setWordWrap(False)
    field.setAccessibleName(name)
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(label)
    line.addWidget(field)
    return pair

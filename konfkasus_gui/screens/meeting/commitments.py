"""Item g: what each participant will do, read back and agreed; and what else is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Commitment, Remark, abstention
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda, RemarkKind
from konfkasus_gui.screens.meeting import turns
from konfkasus_gui.screens.meeting.drafts import DraftColumn, DraftForm
from konfkasus_gui.screens.meeting.lines import TextLines
from konfkasus_gui.screens.meeting.page import MeetingPage, who
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import icon_button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import small, subtitle
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea

EXAMPLES = {
    RemarkKind.DISSENT: N_("Siapa berpendapat lain, dan apa pendapatnya"),
    RemarkKind.CLIENT: N_("Kata-kata konseli sendiri, dalam tanda kutip"),
    RemarkKind.QUESTION: N_("Apa yang perlu dijawab pada pertemuan berikut"),
}


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
        self.check = self.bind(OptionalDateEdit(session.today()), "check_on")
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
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(self._cards)
        self.remarks: dict[RemarkKind, TextLines[Remark]] = {}
        for kind in RemarkKind:
            card = TextLines(
                self.session,
                kind.title,
                _(EXAMPLES[kind]),
                partial(self._remarks_of, kind),
                partial(self._new_remark, kind),
            )
            self.remarks[kind] = card
            column.addWidget(card)
        column.addStretch()
        return page

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
        for lines in self.remarks.values():
            lines.refresh()

    def _remarks_of(self, kind: RemarkKind) -> tuple[Remark, ...]:
        return tuple(one for one in self.meeting.remarks if one.kind is kind)

    def _new_remark(self, kind: RemarkKind) -> Remark:
        return Remark(conference_id=self.conference_id, kind=kind)


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

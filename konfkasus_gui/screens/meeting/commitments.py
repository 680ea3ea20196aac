"""Item g: what each participant will do, read back and agreed; and what else is kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Abstention, Commitment, Remark
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda, RemarkKind
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.lines import TextLines
from konfkasus_gui.screens.meeting.page import MeetingPage, who
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import icon_button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea

EXAMPLES = {
    RemarkKind.DISSENT: N_("Siapa berpendapat lain, dan apa pendapatnya"),
    RemarkKind.CLIENT: N_("Kata-kata konseli sendiri, dalam tanda kutip"),
    RemarkKind.QUESTION: N_("Apa yang perlu dijawab pada pertemuan berikut"),
}


class CommitmentForm(Form):
    """One promise: what, from when, checked when, read back."""

    def __init__(
        self,
        session: Session,
        read: Callable[[], Commitment],
        remove: Callable[[Commitment], None],
    ) -> None:
        super().__init__(session, read)
        self._read_promise = read
        self._remove_promise = remove
        self.text = self.bind(TextArea(_("Yang akan dilakukan"), lines=(1, 5)), "text")
        self.text.setAccessibleName(_("Komitmen"))
        self.starts = self.bind(OptionalDateEdit(session.today()), "starts_on")
        self.check = self.bind(OptionalDateEdit(session.today()), "check_on")
        self.agreed = self.bind(QCheckBox(_("Dibacakan dan disetujui")), "agreed")
        self.cross = icon_button("x", _("Hapus komitmen"), pressed=self._drop)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.cross)
        column.addLayout(top)
        line = QHBoxLayout()
        line.setSpacing(8)
        for name, field in ((_("Mulai"), self.starts), (_("Diperiksa"), self.check)):
            label = small(name)
            label.setWordWrap(False)
            field.setAccessibleName(name)
            line.addWidget(label)
            line.addWidget(field)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self.agreed)
        self.add_widget(row)

    def _drop(self) -> None:
        self.flush()
        self._remove_promise(self._read_promise())


class CommitmentPage(MeetingPage):
    """A card for each participant present, then dissent, the client's words, open questions."""

    step = Agenda.COMMITMENT
    heading = N_("Komitmen bantuan")
    guidance = N_("Bacakan kembali setiap komitmen; tandai bila peserta menyetujuinya.")

    @override
    def form(self) -> QWidget:
        self._shown: tuple[object, ...] = ()
        self._removed: Commitment | None = None
        self.undo = Notice(action=_("Urungkan"))
        self.undo.action_requested.connect(self._bring_back)
        self.undo.say("")
        self.people = RowColumn(spacing=10)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.undo)
        column.addWidget(self.people)
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
        for card in self.remarks.values():
            card.refresh()
        meeting = self.meeting
        shown = tuple(
            (
                guest.id,
                tuple(one.id for one in meeting.commitments if one.participant_id == guest.id),
                meeting.abstained(guest, Agenda.COMMITMENT),
            )
            for guest in meeting.present()
        )
        if shown == self._shown:
            return
        self._shown = shown
        self.people.show_rows(self._card(guest) for guest in meeting.present())

    def _card(self, guest: Participant) -> Card:
        meeting = self.meeting
        card = Card(who(guest))
        mine = [one for one in meeting.commitments if one.participant_id == guest.id]
        for promise in mine:
            card.add(CommitmentForm(self.session, self._reader(promise), self._drop))
        foot = QHBoxLayout()
        foot.addWidget(
            link(_("Tambah komitmen"), icon="plus", pressed=partial(self._start, guest.id))
        )
        none = next(
            (
                one
                for one in meeting.abstentions
                if one.participant_id == guest.id and one.agenda is Agenda.COMMITMENT
            ),
            None,
        )
        if none is not None:
            foot.addWidget(small(_("Menyatakan tidak ada.")))
            foot.addWidget(link(_("Urungkan"), pressed=partial(self.session.remove, none)))
        elif not mine:
            foot.addWidget(link(_("Tidak ada"), pressed=partial(self._nothing, guest.id)))
        foot.addStretch()
        card.add_layout(foot)
        return card

    def _start(self, guest_id: int, _checked: bool = False) -> None:
        with self.session.together():
            for none in self.meeting.abstentions:
                if none.participant_id == guest_id and none.agenda is Agenda.COMMITMENT:
                    self.session.remove(none)
            self.session.save(Commitment(conference_id=self.conference_id, participant_id=guest_id))

    def _nothing(self, guest_id: int, _checked: bool = False) -> None:
        self.session.save(
            Abstention(
                conference_id=self.conference_id,
                participant_id=guest_id,
                agenda=Agenda.COMMITMENT,
            )
        )

    def _drop(self, promise: Commitment) -> None:
        self.session.remove(promise)
        self._removed = promise if promise.text.strip() else None
        self.undo.say(_("Satu komitmen dihapus.") if self._removed else "", "info")

    def _bring_back(self) -> None:
        if self._removed is not None:
            self.session.save(replace(self._removed, id=0))
            self._removed = None
        self.undo.say("")

    def _reader(self, promise: Commitment) -> Callable[[], Commitment]:
        latest = promise

        def read() -> Commitment:
            nonlocal latest
            found = self.meeting.commitments
            latest = next((mine for mine in found if mine.id == latest.id), latest)
            return latest

        return read

    def _remarks_of(self, kind: RemarkKind) -> tuple[Remark, ...]:
        return tuple(one for one in self.meeting.remarks if one.kind is kind)

    def _new_remark(self, kind: RemarkKind) -> Remark:
        return Remark(conference_id=self.conference_id, kind=kind)

"""Items d and f: what the chair concludes, the positive sides first, and what each rests on."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import evidence, rounds
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.proceedings import Conclusion, Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind
from konfkasus_gui.screens.meeting import keys
from konfkasus_gui.screens.meeting.evidence import EvidenceWindow, cite, in_words
from konfkasus_gui.screens.meeting.lines import TextLine, TextLines
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import body, muted, small, strong
from konfkasus_gui.screens.widgets.row_column import RowColumn

EXAMPLES = {
    ConclusionKind.POSITIVE: N_("Misalnya: bertanggung jawab kepada adik-adiknya"),
    ConclusionKind.BACKGROUND: N_("Misalnya: waktu tidur berkurang sejak membantu usaha keluarga"),
    ConclusionKind.CAUSE: N_("Misalnya: pembagian waktu malam belum disepakati keluarga"),
}
TAKEN_AS = {
    ConclusionKind.POSITIVE: N_("Pakai sebagai sisi positif"),
    ConclusionKind.BACKGROUND: N_("Pakai sebagai latar belakang"),
    ConclusionKind.CAUSE: N_("Pakai sebagai kesimpulan"),
}
AT_ONCE = 30
"""Contributions that are offered at first; a button brings as many more."""


class ConclusionLine(TextLine[Conclusion]):
    """A conclusion, and below it the contributions that it rests on."""

    def __init__(self, session: Session, *how: Any, **more: Any) -> None:
        self.rests_on = small()
        self.choose: Button = link(_("Pilih dasar…"), pressed=self._choose)
        self.choose.setToolTip(f"{_(keys.EVIDENCE.deed)} ({keys.EVIDENCE.shown})")
        self._below = QWidget()
        super().__init__(session, *how, **more)
        line = QHBoxLayout(self._below)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.rests_on, 1)
        line.addWidget(self.choose)
        self.rows.setSpacing(2)
        self.add_widget(self._below)
        for sequence in keys.EVIDENCE.sequences:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._choose)
        self.refreshed()

    @override
    def refreshed(self) -> None:
        super().refreshed()
        if not self.record_id:
            self._below.hide()
            return
        meeting = self.session.meeting(self.record().conference_id)
        cited = evidence.cited(meeting, self.record_id)
        self.rests_on.setText(
            _("Dasar: {said}").format(said=in_words(meeting, cited))
            if cited
            else _("Belum ada keterangan sebagai dasarnya.")
        )
        self._below.setVisible(bool(meeting.contributions))

    def _choose(self) -> None:
        self.flush()
        if not self.record_id:
            return
        window = EvidenceWindow(self.session, self.record(), self.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


class SaidLine(QWidget):
    """What a participant said, with a button for each kind of conclusion it may begin."""

    taken = Signal(object, int)
    """The kind of conclusion, and the id of the contribution."""

    def __init__(self, said: Contribution, name: str, kinds: tuple[ConclusionKind, ...]) -> None:
        super().__init__()
        self._said_id = said.id
        self.buttons: dict[ConclusionKind, Button] = {}
        buttons = FlowLayout(spacing=4)
        for kind in kinds:
            made = link(_(TAKEN_AS[kind]), icon="plus", pressed=partial(self._take, kind))
            made.setAccessibleDescription(said.text.strip())
            self.buttons[kind] = made
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(strong(name))
        column.addWidget(body(said.text.strip()))
        column.addLayout(buttons)

    def _take(self, kind: ConclusionKind, _checked: bool = False) -> None:
        self.taken.emit(kind, self._said_id)


class SaidCard(Card):
    """Contributions to begin conclusions with; of very many only the first are shown."""

    taken = Signal(object, int)

    def __init__(self, name: str, told: str, kinds: tuple[ConclusionKind, ...]) -> None:
        super().__init__(name)
        self._kinds = kinds
        self._shown: tuple[Contribution, ...] = ()
        self._said: tuple[Contribution, ...] = ()
        self._names: dict[int, str] = {}
        self._limit = AT_ONCE
        self.name.setWordWrap(True)
        self.head.setStretch(0, 1)
        self.lines = RowColumn()
        self.more: Button = link("", pressed=self._show_more)
        self.add(muted(told))
        self.add(self.lines)
        self.add(self.more)

    def show_said(self, said: tuple[Contribution, ...], names: dict[int, str]) -> None:
        """Offer ``said``; nothing stands here when it is empty."""
        self._said, self._names = said, names
        self.setVisible(bool(said))
        self._draw()

    def _show_more(self) -> None:
        self._limit += AT_ONCE
        self._draw()

    def _draw(self) -> None:
        shown = self._said[: self._limit]
        left = len(self._said) - len(shown)
        self.more.setText(_("Tampilkan {n} keterangan lagi").format(n=min(left, AT_ONCE)))
        self.more.setVisible(left > 0)
        if shown == self._shown:
            return
        self._shown = shown
        rows = [
            SaidLine(one, self._names.get(one.participant_id, ""), self._kinds) for one in shown
        ]
        for row in rows:
            row.taken.connect(self.taken)
        self.lines.show_rows(rows)


class ConclusionPage(MeetingPage):
    """Cards of conclusions, one for each kind of this item."""

    kinds: tuple[ConclusionKind, ...] = ()

    @override
    def form(self) -> QWidget:
        self.cards: dict[ConclusionKind, TextLines[Conclusion]] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self.offered = SaidCard(
            _("Hal baik yang sudah disampaikan"),
            _("Ditandai sebagai sisi positif, atau tentang bakat, minat, dan hobi."),
            (ConclusionKind.POSITIVE,),
        )
        self.said = SaidCard(
            _("Yang sudah disampaikan peserta"),
            _("Satu keterangan dapat dipakai sebagai awal kesimpulan, dan menjadi dasarnya."),
            self.kinds,
        )
        for kind in self.kinds:
            card = TextLines(
                self.session,
                kind.title,
                _(EXAMPLES[kind]),
                partial(self._of, kind),
                partial(self._new, kind),
                kind=ConclusionLine,
            )
            self.cards[kind] = card
            column.addWidget(card)
            if kind is ConclusionKind.POSITIVE:
                column.addWidget(self.offered)
        for offers in (self.offered, self.said):
            offers.taken.connect(self._take_over)
        column.addWidget(self.said)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        for card in self.cards.values():
            card.refresh()
        meeting, names = self.meeting, self.names()
        good = self._not_yet_good(meeting) if ConclusionKind.POSITIVE in self.kinds else ()
        self.offered.show_said(good, names)
        offered = {one.id for one in good}
        said = tuple(
            one for one in self.in_order(meeting) if one.text.strip() and one.id not in offered
        )
        self.said.show_said(said, names)

    def in_order(self, meeting: Meeting) -> tuple[Contribution, ...]:
        """What was said, in the order in which this item asks for it."""
        return meeting.contributions

    def _not_yet_good(self, meeting: Meeting) -> tuple[Contribution, ...]:
        """The good sides that were told and that no conclusion on them rests on yet."""
        used = {
            said.id
            for conclusion in self._of(ConclusionKind.POSITIVE)
            for said in evidence.cited(meeting, conclusion.id)
        }
        return tuple(one for one in rounds.positives(meeting) if one.id not in used)

    def _take_over(self, kind: ConclusionKind, said_id: int) -> None:
        said = next(one for one in self.meeting.contributions if one.id == said_id)

        def rest_on_it(kept: Conclusion) -> None:
            self.session.save(cite(kept, said_id))

        self.cards[kind].start(said.text.strip(), rest_on_it)

    def _of(self, kind: ConclusionKind) -> tuple[Conclusion, ...]:
        return tuple(one for one in self.meeting.conclusions if one.kind is kind)

    def _new(self, kind: ConclusionKind) -> Conclusion:
        return Conclusion(conference_id=self.conference_id, kind=kind)


class FirstConclusionPage(ConclusionPage):
    """Item d."""

    step = Agenda.FIRST_CONCLUSION
    heading = N_("Sisi positif dan latar belakang")
    guidance = N_("Mulai dari yang baik, baru latar belakang masalahnya.")
    kinds = (ConclusionKind.POSITIVE, ConclusionKind.BACKGROUND)


class SecondConclusionPage(ConclusionPage):
    """Item f."""

    step = Agenda.SECOND_CONCLUSION
    heading = N_("Kesimpulan latar belakang")
    guidance = N_("Tulis kemungkinan yang dapat ditangani bersama, bukan vonis.")
    kinds = (ConclusionKind.CAUSE,)

    @override
    def in_order(self, meeting: Meeting) -> tuple[Contribution, ...]:
        opinions = rounds.noted(meeting, Agenda.OPINION)
        return (*opinions, *rounds.noted(meeting, Agenda.INFORMATION))

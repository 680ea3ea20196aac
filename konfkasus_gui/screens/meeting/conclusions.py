"""Items d and f: what the chair concludes, the positive sides first."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Conclusion
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind
from konfkasus_gui.screens.meeting.lines import TextLines
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import body, muted, strong
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


class SaidLine(QWidget):
    """What a participant said, with a button for each kind of conclusion it may begin."""

    taken = Signal(object, str)
    """The kind of conclusion, and the words."""

    def __init__(self, name: str, text: str, kinds: tuple[ConclusionKind, ...]) -> None:
        super().__init__()
        self._text = text
        self.buttons: dict[ConclusionKind, Button] = {}
        buttons = FlowLayout(spacing=4)
        for kind in kinds:
            made = link(_(TAKEN_AS[kind]), icon="plus", pressed=partial(self._take, kind))
            made.setAccessibleDescription(text)
            self.buttons[kind] = made
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(strong(name))
        column.addWidget(body(text))
        column.addLayout(buttons)

    def _take(self, kind: ConclusionKind, _checked: bool = False) -> None:
        self.taken.emit(kind, self._text)


class ConclusionPage(MeetingPage):
    """Cards of conclusions, one for each kind of this item."""

    kinds: tuple[ConclusionKind, ...] = ()

    @override
    def form(self) -> QWidget:
        self._said_shown: tuple[tuple[str, str], ...] = ()
        self.cards: dict[ConclusionKind, TextLines[Conclusion]] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for kind in self.kinds:
            card = TextLines(
                self.session,
                kind.title,
                _(EXAMPLES[kind]),
                partial(self._of, kind),
                partial(self._new, kind),
            )
            self.cards[kind] = card
            column.addWidget(card)
        self.said = Card(_("Yang sudah disampaikan peserta"))
        self.said_lines = RowColumn()
        self.said.add(muted(_("Satu keterangan dapat dipakai sebagai awal kesimpulan.")))
        self.said.add(self.said_lines)
        column.addWidget(self.said)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        for card in self.cards.values():
            card.refresh()
        names = self.names()
        said = tuple(
            (names.get(one.participant_id, ""), one.text.strip())
            for one in self.meeting.contributions
            if one.text.strip()
        )
        self.said.setVisible(bool(said))
        if said == self._said_shown:
            return
        self._said_shown = said
        rows = [SaidLine(name, text, self.kinds) for name, text in said]
        for row in rows:
            row.taken.connect(self._take_over)
        self.said_lines.show_rows(rows)

    def _take_over(self, kind: ConclusionKind, text: str) -> None:
        self.cards[kind].start(text)

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

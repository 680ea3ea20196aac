"""Items d and f: what the chair concludes, the positive sides first."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import Conclusion
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind
from konfkasus_gui.screens.meeting.lines import TextLines
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn

EXAMPLES = {
    ConclusionKind.POSITIVE: N_("Misalnya: bertanggung jawab kepada adik-adiknya"),
    ConclusionKind.BACKGROUND: N_("Misalnya: waktu tidur berkurang sejak membantu usaha keluarga"),
    ConclusionKind.CAUSE: N_("Misalnya: pembagian waktu malam belum disepakati keluarga"),
}


class ConclusionPage(MeetingPage):
    """Cards of conclusions, one for each kind of this item."""

    kinds: tuple[ConclusionKind, ...] = ()

    @override
    def form(self) -> QWidget:
        self._said_shown: tuple[int, ...] = ()
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
        self.said.add(muted(_("Klik satu keterangan untuk memakainya sebagai awal kesimpulan.")))
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
        said = [one for one in self.meeting.contributions if one.text.strip()]
        self.said.setVisible(bool(said))
        shown = tuple(one.id for one in said)
        if shown == self._said_shown:
            return
        self._said_shown = shown
        rows = []
        for one in said:
            words = f"{names.get(one.participant_id, '')}: {one.text.strip()}"
            row = LineRow(one.text.strip(), words, opens=True)
            row.activated.connect(self._take_over)
            rows.append(row)
        self.said_lines.show_rows(rows)

    def _take_over(self, text: object) -> None:
        kind = self.kinds[0]
        self.cards[kind].start(str(text))

    def _of(self, kind: ConclusionKind) -> tuple[Conclusion, ...]:
        return tuple(one for one in self.meeting.conclusions if one.kind is kind)

    def _new(self, kind: ConclusionKind) -> Conclusion:
        return Conclusion(conference_id=self.conference_id, kind=kind)


class FirstConclusionPage(ConclusionPage):
    """Item d."""

    step = Agenda.FIRST_CONCLUSION
    heading = N_("Kesimpulan: sisi positif dan latar belakang")
    guidance = N_("Mulai dari yang baik, baru latar belakang masalahnya.")
    kinds = (ConclusionKind.POSITIVE, ConclusionKind.BACKGROUND)


class SecondConclusionPage(ConclusionPage):
    """Item f."""

    step = Agenda.SECOND_CONCLUSION
    heading = N_("Kesimpulan latar belakang")
    guidance = N_("Tulis kemungkinan yang dapat ditangani bersama, bukan vonis.")
    kinds = (ConclusionKind.CAUSE,)

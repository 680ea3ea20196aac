"""What the participants added, and which of it means much."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import evaluation
from konfkasus_gui.procedure.evaluation import Step
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.screens.evaluation.page import EvaluationPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.figure import Figure
from konfkasus_gui.screens.widgets.label import body, small
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea


class ContributionRow(Card):
    """What one participant said, from where it is known, and a tick when it means much."""

    def __init__(self, session: Session, said: Contribution, who: str) -> None:
        super().__init__()
        self.said_id = said.id
        self._session = session
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(body(said.text.strip()))
        words.addWidget(small(" · ".join((who, *_about(said)))))
        self.box = QCheckBox(_("Berarti"))
        self.box.setAccessibleName(_("Berarti: {who}").format(who=who))
        self.box.setAccessibleDescription(said.text)
        self.box.setChecked(said.meaningful)
        self.box.toggled.connect(self._keep)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.setContentsMargins(14, 8, 12, 8)
        self.add_layout(line)

    def show_meaningful(self, meaningful: bool) -> None:
        """Tick the row, or not, as it is kept."""
        self.box.blockSignals(True)
        self.box.setChecked(meaningful)
        self.box.blockSignals(False)

    def _keep(self, meaningful: bool) -> None:
        latest = self._session.get(Contribution, self.said_id)
        self._session.save(replace(latest, meaningful=meaningful))


class InformationPage(EvaluationPage):
    """The first measure: information that means much for solving the problem (paper, D.3)."""

    step = Step.INFORMATION
    heading = N_("Keterangan mana yang berarti?")
    guidance = N_("Centang keterangan baru yang membantu memahami dan memecahkan masalah konseli.")

    @override
    def form(self) -> QWidget:
        self._shown: tuple[tuple[int, str], ...] = ()
        self.figure = Figure()
        self.rows = RowColumn(spacing=8)
        self.empty = EmptyState(
            "message-square",
            _("Keterangan dan pendapat peserta dari pertemuan akan tampil di sini."),
        )
        self.note = Form(self.session, self.evaluation)
        self.note_text = self.note.bind(
            TextArea(_("Apa yang baru diketahui berkat pertemuan ini"), lines=(2, 8)),
            "information_note",
        )
        self.note.add(_("Catatan"), self.note_text)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figure)
        column.addWidget(self.rows)
        column.addWidget(self.empty)
        column.addWidget(self.note)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.appraisal.meeting
        said = evaluation.added(meeting)
        names = {guest.id: guest.name for guest in meeting.plan.participants}
        shown = tuple((one.id, one.text) for one in said)
        if shown != self._shown:
            self._shown = shown
            self.rows.show_rows(
                ContributionRow(self.session, one, names.get(one.participant_id, ""))
                for one in said
            )
        for one, row in zip(said, self.contribution_rows(), strict=True):
            row.show_meaningful(one.meaningful)
        found = evaluation.information(meeting)
        self.figure.show_measure(
            _("{n} dari {total}").format(n=found.reached, total=found.total),
            _("keterangan berarti"),
            found.reached,
            found.total,
        )
        self.figure.setVisible(bool(said))
        self.empty.setVisible(not said)

    def contribution_rows(self) -> list[ContributionRow]:
        """The rows, in the order in which it was said."""
        return [row for row in self.rows.shown if isinstance(row, ContributionRow)]


def _about(said: Contribution) -> tuple[str, ...]:
    facts = (said.aspect or said.agenda, said.basis)
    return tuple(fact.label for fact in facts if fact is not None)

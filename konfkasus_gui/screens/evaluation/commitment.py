"""Who committed to help, who did not, and what was left out on purpose before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import evaluation
from konfkasus_gui.procedure.evaluation import Reason, Step
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.screens.evaluation.page import EvaluationPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.figure import Figure
from konfkasus_gui.screens.widgets.label import body, small
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea


class CommitmentPage(EvaluationPage):
    """The second measure: a commitment of every person present (paper, D.3)."""

    step = Step.COMMITMENT
    heading = N_("Apakah semua berkomitmen?")
    guidance = N_("Dihitung: komitmen yang sudah dibacakan kembali dan disetujui.")

    @override
    def form(self) -> QWidget:
        self.figure = Figure()
        self.people = RowColumn()
        people = Card()
        people.column.setContentsMargins(16, 4, 16, 4)
        people.add(self.people)
        self.people_card = people
        self.empty = EmptyState(
            "users", _("Peserta yang hadir dan komitmennya akan tampil di sini.")
        )
        self.reasons = RowColumn(spacing=8)
        self.reasons_card = Card(_("Alasan yang dicatat saat perencanaan dan pertemuan"))
        self.reasons_card.name.setWordWrap(True)
        self.reasons_card.add(self.reasons)
        self.note = Form(self.session, self.evaluation)
        self.note_text = self.note.bind(
            TextArea(_("Apa yang mendukung atau menghambat komitmen"), lines=(2, 8)),
            "commitment_note",
        )
        self.note.add(_("Catatan"), self.note_text)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.figure, people, self.empty, self.reasons_card, self.note):
            column.addWidget(part)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.appraisal.meeting
        found = evaluation.commitment(meeting)
        self.figure.show_measure(
            _("{n} dari {total}").format(n=found.reached, total=found.total),
            _("peserta berkomitmen"),
            found.reached,
            found.total,
        )
        present = meeting.present()
        self.people.show_rows(_person(meeting, guest) for guest in present)
        reasons = evaluation.earlier_reasons(self.appraisal)
        self.reasons.show_rows(_reason(one) for one in reasons)
        self.figure.setVisible(bool(present))
        self.people_card.setVisible(bool(present))
        self.empty.setVisible(not present)
        self.reasons_card.setVisible(bool(reasons))


def _person(meeting: Meeting, guest: Participant) -> ChecklistRow:
    promises = meeting.promised(guest)
    words = "\n".join(
        promise.text.strip()
        if promise.agreed
        else _("{text} (belum disetujui)").format(text=promise.text.strip())
        for promise in promises
    )
    done = any(promise.agreed for promise in promises)
    name = guest.name.strip() or guest.capacity.strip() or _("Peserta tanpa nama")
    return ChecklistRow(name, words or _("Belum berkomitmen"), done=done)


def _reason(one: Reason) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(small(one.sentence))
    column.addWidget(body(one.reason))
    return row

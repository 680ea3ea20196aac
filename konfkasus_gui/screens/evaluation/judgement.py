"""How far the three aims and the five functions were reached."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.evaluation import Judgement, Step, awaited
from konfkasus_gui.procedure.figures import ground
from konfkasus_gui.procedure.vocabulary import Aim, Function, Level
from konfkasus_gui.screens.evaluation.page import EvaluationPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small, strong

Subject = Aim | Function


class JudgementForm(Form):
    """One aim or function: how far it was reached, and why; kept from the first edit on."""

    def __init__(self, session: Session, conference_id: int, subject: Subject) -> None:
        self._conference_id = conference_id
        self._subject = subject
        super().__init__(session, self._judgement)
        self.rows.setSpacing(6)
        self.level = self.bind(ChoiceChips(Level, name=subject.label), "level")
        self.reason = self.bind(QLineEdit(), "reason")
        self.reason.setPlaceholderText(_("Alasan singkat"))
        self.reason.setAccessibleName(_("Alasan: {subject}").format(subject=subject.label))
        self.figure = small()
        self.add_widget(strong(subject.title))
        self.add_widget(self.figure)
        self.add_widget(Beside(self.level, self.reason, narrow=480))

    @override
    def refreshed(self) -> None:
        meeting = self.session.appraisal(self._conference_id).meeting
        words = ground(meeting, self._subject) if isinstance(self._subject, Aim) else ""
        if self._subject not in awaited(meeting.conference):
            optional = _("Tidak direncanakan untuk pertemuan ini, boleh dikosongkan.")
            words = f"{optional} {words}".strip()
        self.figure.setText(words)
        self.figure.setVisible(bool(words))

    def _judgement(self) -> Judgement:
        return self.session.appraisal(self._conference_id).judgement(self._subject)


class JudgementPage(EvaluationPage):
    """Three aims and five functions (paper, B)."""

    step = Step.JUDGEMENT
    heading = N_("Seberapa jauh tujuan tercapai?")
    guidance = N_("Nilai tujuan dan fungsi yang direncanakan, dengan alasan satu kalimat.")

    @override
    def form(self) -> QWidget:
        self.forms: dict[Subject, JudgementForm] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._part(_("Tujuan"), tuple(Aim)))
        column.addWidget(self._part(_("Fungsi"), tuple(Function)))
        column.addStretch()
        return page

    def _part(self, name: str, subjects: tuple[Subject, ...]) -> Card:
        card = Card(name)
        make = partial(JudgementForm, self.session, self.conference_id)
        for place, subject in enumerate(subjects):
            if place:
                card.add_rule()
            self.forms[subject] = make(subject)
            card.add(self.forms[subject])
        return card

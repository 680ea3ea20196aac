"""The three assessments of the service, each with its day."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.follow_up import Assessment, Step
from konfkasus_gui.procedure.standing import due_in_words
from konfkasus_gui.procedure.vocabulary import AssessmentKind
from konfkasus_gui.screens.follow_up.page import FollowUpPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.label import muted, subtitle
from konfkasus_gui.screens.widgets.text_area import TextArea

MEANINGS = {
    AssessmentKind.IMMEDIATE: N_("Sesudah pertemuan: pemahaman baru, perasaan, dan rencana."),
    AssessmentKind.SHORT: N_("Satu minggu sampai satu bulan: perubahan yang mulai terlihat."),
    AssessmentKind.LONG: N_("Satu bulan sampai satu semester: perubahan yang menetap."),
}


class AssessmentForm(Form):
    """One assessment: due, done, what was found; kept from the first edit on."""

    def __init__(self, session: Session, conference_id: int, kind: AssessmentKind) -> None:
        self._conference_id = conference_id
        self._kind = kind
        super().__init__(session, self._assessment)
        self.rows.setSpacing(8)
        self.badge = Badge()
        name = subtitle(kind.title)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(name, 1)
        head.addWidget(self.badge)
        self.rows.addLayout(head)
        self.add_widget(muted(_(MEANINGS[kind])))
        self.due_on = self.bind(OptionalDateEdit(session.today()), "due_on")
        self.done_on = self.bind(
            OptionalDateEdit(session.today(), fill=_("Sudah dilakukan")), "done_on"
        )
        self.text = self.bind(TextArea(_("Apa hasil penilaiannya"), lines=(2, 8)), "text")
        self.add_widget(
            Beside(
                self.add(_("Paling lambat"), self.due_on),
                self.add(_("Dilakukan"), self.done_on),
                narrow=480,
            )
        )
        self.add(_("Hasil"), self.text)
        self.refreshed()

    @override
    def refreshed(self) -> None:
        assessment, today = self._assessment(), self.session.today()
        if assessment.done_on is not None:
            self.badge.say(_("selesai"), "good")
        elif assessment.due_on is None:
            self.badge.say(_("belum dijadwalkan"), "neutral")
        else:
            words = due_in_words(assessment.due_on, today)
            self.badge.say(words, "danger" if assessment.due_on < today else "neutral")

    def _assessment(self) -> Assessment:
        return self.session.follow_up(self._conference_id).assessment(self._kind)


class AssessmentsPage(FollowUpPage):
    """Laiseg, laijapen, laijapang (paper, D.4)."""

    step = Step.ASSESSMENTS
    heading = N_("Apa hasil penilaiannya?")
    guidance = N_("Tanggalnya diusulkan dari tanggal pertemuan dan boleh diubah.")

    @override
    def form(self) -> QWidget:
        self.forms: dict[AssessmentKind, AssessmentForm] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for kind in AssessmentKind:
            self.forms[kind] = AssessmentForm(self.session, self.conference_id, kind)
            card = Card()
            card.add(self.forms[kind])
            column.addWidget(card)
        column.addStretch()
        return page

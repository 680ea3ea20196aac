"""What one of those asked answered, when, how, and on what terms."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.consent import AGREED, Consent
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentManner, ConsentState
from konfkasus_gui.screens.deeds import may_correct
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning import deeds
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.text_area import TextArea

STATES = {
    ConsentGiver.CLIENT: (ConsentState.GIVEN, ConsentState.CONDITIONAL, ConsentState.REFUSED),
    ConsentGiver.GUARDIAN: (
        ConsentState.GIVEN,
        ConsentState.CONDITIONAL,
        ConsentState.REFUSED,
        ConsentState.UNOBTAINABLE,
    ),
}


class ConsentForm(Form):
    """Shows only what the answer asks for; a new answer may open a frozen case again."""

    def __init__(self, session: Session, conference_id: int, giver: ConsentGiver) -> None:
        self._conference_id = conference_id
        self._giver = giver
        super().__init__(session, self.consent)
        guardian = giver is ConsentGiver.GUARDIAN
        self.state = self.bind(ChoiceChips(STATES[giver], optional=False), "state")
        self.name = self.bind(QLineEdit(), "name")
        self.manner = self.bind(ChoiceChips(ConsentManner), "manner")
        self.given_on = self.bind(OptionalDateEdit(session.today()), "given_on")
        self.recorded_by = self.bind(QLineEdit(), "recorded_by")
        self.audience = self.bind(
            TextArea(_("Misalnya wali kelas dan orang tua saja"), lines=(1, 4)), "audience"
        )
        self.exceptions = self.bind(
            TextArea(_("Hal yang diminta tetap dirahasiakan"), lines=(1, 4)), "exceptions"
        )
        self.reason = self.bind(
            TextArea(_("Misalnya tidak dapat dihubungi sejak …"), lines=(1, 4)), "reason"
        )
        self.decided_by = self.bind(QLineEdit(), "decided_by")
        self.add(_("Jawaban"), self.state)
        self._of_guardian = [self.add(_("Nama orang tua/wali"), self.name)] if guardian else []
        self._of_answer = [
            self.add(_("Cara"), self.manner),
            self.add(_("Tanggal"), self.given_on),
            self.add(_("Dicatat oleh"), self.recorded_by),
        ]
        self._of_consent = [
            self.add(_("Boleh dibicarakan dengan"), self.audience),
            self.add(_("Yang tidak boleh dibuka"), self.exceptions),
        ]
        self._of_unobtainable = [
            self.add(_("Mengapa tidak dapat diminta"), self.reason),
            self.add(_("Diputuskan oleh"), self.decided_by),
        ]
        if guardian:
            self._suggest_names()
        self._arrange()

    def consent(self) -> Consent:
        """The answer as it is now."""
        return self.session.plan(self._conference_id).consent(self._giver)

    @override
    def keep(self, edited: Record) -> None:
        deeds.answer(self.session, self._conference_id, cast(Consent, edited))

    @override
    def refreshed(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        state = self.consent().state
        unobtainable = state is ConsentState.UNOBTAINABLE
        answered = state is not None and not unobtainable
        _show(self._of_guardian, visible=answered)
        _show(self._of_answer, visible=answered)
        _show(self._of_consent, visible=state in AGREED)
        _show(self._of_unobtainable, visible=unobtainable)
        correctable = may_correct(self.session, self._conference_id, self._giver)
        for choice in STATES[self._giver]:
            if choice not in AGREED:
                self.state.chip(choice).setEnabled(correctable)

    def _suggest_names(self) -> None:
        student = self.session.student_of(self.session.plan(self._conference_id))
        names = [guardian.name for guardian in self.session.lists.guardians(student.id)]
        suggest_names(self.name, names)


def _show(rows: Iterable[QWidget], *, visible: bool) -> None:
    for row in rows:
        row.setVisible(visible)

"""A new recovery key: printed or copied, proven, and only then the one that counts."""

from secrets import SystemRandom

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import account_deeds, dialogs, theme, wizard_frame
from konfkasus_gui.screens.first_start.pages import ProofPage, RecoveryPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.step_list import StepList, StepState


class Step(Word):
    """The pages, in order."""

    SHEET = "sheet", N_("kunci pemulihan")
    PROOF = "proof", N_("periksa salinan")


class RecoveryWizard(QWizard):
    """Until its last page is finished the earlier sheet opens the archive ``key`` belongs to."""

    def __init__(
        self,
        vault: Vault,
        session: Session,
        key: bytes,
        parent: QWidget | None,
        recovery: RecoveryKey | None = None,
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._session = session
        self._key = key
        self._locked = False
        self.recovery = recovery or RecoveryKey.create()
        wizard_frame.dress(self, _("Batal"), enter_goes_on=True)
        self.customButtonClicked.connect(self.reject)
        self.setButtonText(QWizard.WizardButton.FinishButton, _("Ganti kunci pemulihan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(760, 540)
        self.steps = StepList(_("Ganti kunci pemulihan"))
        self.setSideWidget(self.steps)
        self.sheet = RecoveryPage(self.recovery.groups, self._school)
        places = SystemRandom().sample(range(1, len(self.recovery.groups) + 1), 2)
        self.proof = ProofPage(self.recovery, sorted(places))
        self.addPage(self.sheet)
        self.addPage(self.proof)
        self.currentIdChanged.connect(self._arrive)
        session.locked.connect(self._lock)
        self.restart()
        self.resize(theme.scaled(920), 600)

    @override
    def accept(self) -> None:
        try:
            account_deeds.renew_recovery(self._session, self._vault, self._key, self.recovery)
        except KonfKasusError as error:
            dialogs.tell(self, str(error))
            return
        super().accept()

    @override
    def reject(self) -> None:
        if self._locked or not self.sheet.kept.isChecked() or self._called_off():
            super().reject()

    @override
    def done(self, result: int) -> None:
        self._key = b""
        super().done(result)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wizard_frame.lay_bare(self)

    def _school(self) -> str:
        return self._session.school.name

    def _called_off(self) -> bool:
        return dialogs.confirm(
            self,
            _("Batalkan penggantian kunci?"),
            action=_("Batalkan"),
            detail=_("Lembar yang baru saja disalin tidak berlaku; lembar lama tetap berlaku."),
        )

    def _arrive(self, number: int) -> None:
        if number < 0:
            return
        wizard_frame.lay_bare(self)
        self.setWindowTitle(_("KonfKasus"))
        later = StepState.CURRENT if number else StepState.LATER
        states = (StepState.DONE if number else StepState.CURRENT, later)
        self.steps.show_steps(
            [(step, step.title, state, False) for step, state in zip(Step, states, strict=True)]
        )
        (self.proof if number else self.sheet).take_focus()

    def _lock(self) -> None:
        self._locked = True
        self.reject()

"""The wizard of the first start."""

from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import SystemRandom

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import dialogs, theme, wizard_frame
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.first_start.pages import (
    FirstStartPage,
    PassphrasePage,
    ProofPage,
    RecoveryPage,
    SchoolPage,
)
from konfkasus_gui.screens.widgets.step_list import StepList, StepState


class Step(Word):
    """The pages of the first start, in order."""

    SCHOOL = "school", N_("sekolah dan konselor")
    PASSPHRASE = "passphrase", N_("kata sandi")
    RECOVERY = "recovery", N_("kunci pemulihan")
    PROOF = "proof", N_("periksa salinan")


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What the first start asked for."""

    school: str
    counselor: str
    passphrase: str = field(repr=False)
    recovery: RecoveryKey = field(repr=False)


class FirstStartWizard(QWizard):
    """Asks what a new archive needs, then makes it with ``create``, beside the window.

    Nothing is written before the last page: leaving early leaves nothing behind. Whoever gives
    ``create`` gets its result back in ``created``.
    """

    created = Signal(object)
    restore_requested = Signal()
    """There is a backup from another PC to go on with."""

    def __init__(
        self,
        create: Callable[[FirstStart], object],
        parent: QWidget | None = None,
        recovery: RecoveryKey | None = None,
    ) -> None:
        super().__init__(parent)
        self._create = create
        self.recovery = recovery or RecoveryKey.create()
        wizard_frame.dress(self, _("Tutup"), enter_goes_on=True)
        self.customButtonClicked.connect(self.reject)
        self.setButtonText(QWizard.WizardButton.FinishButton, _("Buat arsip"))
        self.setMinimumSize(760, 540)
        self.steps = StepList(_("Mulai memakai KonfKasus"))
        self.setSideWidget(self.steps)
        self.school = SchoolPage()
        self.school.restore.clicked.connect(self.restore_requested)
        self.passphrase = PassphrasePage()
        self.sheet = RecoveryPage(self.recovery.groups, self.school.name.text)
        places = SystemRandom().sample(range(1, len(self.recovery.groups) + 1), 2)
        self.proof = ProofPage(self.recovery, sorted(places))
        self._pages: tuple[FirstStartPage, ...] = (
            self.school,
            self.passphrase,
            self.sheet,
            self.proof,
        )
        for page in self._pages:
            self.addPage(page)
        self.currentIdChanged.connect(self._arrive)
        self.restart()
        self.resize(theme.scaled(920), 600)

    @override
    def accept(self) -> None:
        asked = FirstStart(
            school=self.school.name.text().strip(),
            counselor=self.school.counselor.text().strip(),
            passphrase=self.passphrase.new.passphrase(),
            recovery=self.recovery,
        )
        self._set_busy(True)

        def make(_report: Report) -> object:
            return self._create(asked)

        task = Task(self, make)
        task.finished.connect(self._finish)
        task.failed.connect(self._refuse)
        task.start()

    @override
    def reject(self) -> None:
        key_seen = self.sheet.kept.isChecked() or self.currentPage() in (self.sheet, self.proof)
        if not self.isVisible() or not key_seen or self._left():
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wizard_frame.lay_bare(self)

    def _finish(self, made: object) -> None:
        self.passphrase.new.clear()
        super().accept()
        self.created.emit(made)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KonfKasusError):
            raise error
        dialogs.tell(self, str(error))

    def _set_busy(self, busy: bool) -> None:
        finish = self.button(QWizard.WizardButton.FinishButton)
        finish.setText(_("Membuat arsip…") if busy else _("Buat arsip"))
        self.setEnabled(not busy)
        self.setCursor(Qt.CursorShape.WaitCursor if busy else Qt.CursorShape.ArrowCursor)

    def _left(self) -> bool:
        """Whether to leave although the recovery key was shown: a copy of it would open nothing."""
        return dialogs.confirm(
            self,
            _("Tutup sebelum arsip dibuat?"),
            action=_("Tutup"),
            detail=_(
                "Arsip belum dibuat. Kunci pemulihan yang tadi tampil tidak berlaku; nanti ada "
                "kunci yang baru."
            ),
        )

    def _arrive(self, number: int) -> None:
        if number < 0:
            return
        wizard_frame.lay_bare(self)
        self.setWindowTitle(_("KonfKasus"))
        self.passphrase.new.hints = (self.school.name.text(), self.school.counselor.text())
        self.steps.show_steps(
            [(step, step.title, _state(place, number), False) for place, step in enumerate(Step)]
        )
        self._pages[number].take_focus()


def _state(place: int, now: int) -> StepState:
    if place == now:
        return StepState.CURRENT
    return StepState.DONE if place < now else StepState.LATER

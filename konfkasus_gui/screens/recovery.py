"""The printed recovery key opens the archive and asks for a new passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.key_file import Unlocked
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea


class RecoveryWindow(QDialog):
    """Opens the archive with the printed recovery key and sets a new passphrase."""

    unlocked = Signal(object)  # Unlocked

    def __init__(self, vault: Vault, parent: QWidget) -> None:
        super().__init__(parent)
        self._vault = vault
        self._busy = False
        self.setWindowTitle(_("Kunci pemulihan"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(520)
        self.key = TextArea(_("Contoh: bakomi tuleda …"), lines=(2, 3))
        self.key.setAccessibleName(_("Kunci pemulihan"))
        self.new = NewPassphrase()
        self.refusal = Notice("", "danger")
        self.open_archive = button(
            _("Buka dan ganti kata sandi"), kind="primary", pressed=self._open
        )
        self.key.changed.connect(self._weigh)
        self.new.changed.connect(self._weigh)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(_("Batal"), pressed=self.reject))
        row.addWidget(self.open_archive)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(
            body(
                _("Ketik delapan kelompok huruf dari lembar kunci pemulihan, lalu kata sandi baru.")
            )
        )
        for widget in (self.key, self.refusal, self.new):
            column.addWidget(widget)
        column.addLayout(row)
        self.refusal.say("")
        self._weigh()

    def _open(self) -> None:
        typed, passphrase = self.key.value(), self.new.passphrase()
        self._set_busy(True)

        def recover(_report: Report) -> Unlocked:
            key = self._vault.unlock_with_recovery(typed)
            self._vault.set_passphrase(key, passphrase)
            return Unlocked(key, FIRST_ACCOUNT)

        task = Task(self, recover)
        task.finished.connect(self._recovered)
        task.failed.connect(self._refuse)
        task.start()

    def _set_busy(self, busy: bool) -> None:
        """While the keys are rewritten nothing is edited, and nothing can be called off."""
        self._busy = busy
        for widget in (self.key, self.new):
            widget.setEnabled(not busy)
        self._weigh()

    @override
    def reject(self) -> None:
        if not self._busy:
            super().reject()

    def _recovered(self, unlocked: Unlocked) -> None:
        self._set_busy(False)
        self.accept()
        self.unlocked.emit(unlocked)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KonfKasusError):
            raise error
        self.refusal.say(str(error), "danger")

    def _weigh(self) -> None:
        ready = bool(self.key.value().strip()) and self.new.complete
        self.open_archive.setEnabled(ready and not self._busy)

    @override
    def done(self, result: int) -> None:
        self.key.set_value("")
        self.new.clear()
        super().done(result)

"""The printed recovery key opens the archive and asks for a new passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.key_file import Unlocked
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.account import recovering
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
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
        self._offered = False
        self.setWindowTitle(_("Kunci pemulihan"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(520)
        self.key = TextArea(_("Contoh: bakomi tuleda …"), lines=(2, 3))
        self.key.setAccessibleName(_("Kunci pemulihan"))
        self.new = NewPassphrase()
        self.whose = NoWheelComboBox()
        self.whose.setAccessibleName(_("Kata sandi baru untuk"))
        self._choice = QWidget()
        asked = QVBoxLayout(self._choice)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(6)
        asked.addWidget(body(_("Kunci cocok. Ada beberapa akun; kata sandi siapa yang diganti?")))
        asked.addWidget(self.whose)
        self._choice.hide()
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
        for widget in (self.key, self.refusal, self._choice, self.new):
            column.addWidget(widget)
        column.addLayout(row)
        self.refusal.say("")
        self._weigh()

    def _open(self) -> None:
        """Try the key; with several accounts it is asked whose passphrase is set anew."""
        vault, typed, passphrase = self._vault, self.key.value(), self.new.passphrase()
        chosen = self.whose.value() if self._offered else None
        self._set_busy(True)

        def recover(_report: Report) -> Unlocked | tuple[Account, ...]:
            from konfkasus_gui.archive.backup import open_archive
            from konfkasus_gui.archive.health import quick_check

            key = vault.unlock_with_recovery(typed)
            verdict = quick_check(vault.archive_path, key)
            if not verdict.writable:  # whoever opens it says so, and no passphrase is changed
                return Unlocked(key, FIRST_ACCOUNT, verdict=verdict)
            with open_archive(vault, key, vault.now()) as archive:
                accounts = recovering(archive.every(Account))
            if chosen is None and len(accounts) > 1:
                return accounts
            account = chosen or accounts[0].id
            vault.set_passphrase(key, passphrase, account)
            return Unlocked(key, account, recovered=True, verdict=verdict)

        task = Task(self, recover)
        task.finished.connect(self._tried)
        task.failed.connect(self._refuse)
        task.start()

    def _tried(self, outcome: Unlocked | tuple[Account, ...]) -> None:
        self._set_busy(False)
        if isinstance(outcome, Unlocked):
            self.accept()
            self.unlocked.emit(outcome)
            return
        self._offered = True
        self.whose.set_choices([(account.id, account.name) for account in outcome])
        self.whose.set_value(outcome[0].id)
        self._choice.show()
        self.key.setEnabled(False)
        self.whose.setFocus()

    def _set_busy(self, busy: bool) -> None:
        """While the keys are rewritten nothing is edited, and nothing can be called off."""
        self._busy = busy
        self.key.setEnabled(not busy and not self._offered)
        for widget in (self.new, self.whose):
            widget.setEnabled(not busy)
        self._weigh()

    @override
    def reject(self) -> None:
        if not self._busy:
            super().reject()

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

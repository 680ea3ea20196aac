"""Ganti kata sandi: the one that holds now, and twice the new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.vault import FIRST_ACCOUNT, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import strong
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice


class PassphraseWindow(QDialog):
    """The archive itself stays as it is; only what opens it changes."""

    def __init__(self, vault: Vault, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._vault = vault
        self._session = session
        self._busy = False
        self._locked = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ganti kata sandi"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(460)
        self.now = QLineEdit()
        self.now.setEchoMode(QLineEdit.EchoMode.Password)
        self.new = NewPassphrase()
        self.new.hints = (session.school.name, session.account.name if session.account else "")
        self.notice = Notice()
        self.cancel = button(_("Batal"), pressed=self.reject)
        self.change = button(_("Ganti kata sandi"), kind="primary", pressed=self._change)
        self.finish = button(_("Selesai"), kind="primary", pressed=self.accept)
        self.now.textChanged.connect(self._weigh)
        self.new.changed.connect(self._weigh)
        session.locked.connect(self._lock)
        self._lay_out()
        self._weigh()

    @override
    def reject(self) -> None:
        if not self._busy or self._locked:
            super().reject()

    @override
    def done(self, result: int) -> None:
        self._forget()
        super().done(result)

    def _change(self) -> None:
        vault, now, new = self._vault, self.now.text(), self.new.passphrase()
        account = self._session.account.id if self._session.account else FIRST_ACCOUNT

        def work(_report: Report) -> None:
            unlocked = vault.unlock(now)
            if unlocked.account != account:
                raise WrongPassphrase
            vault.set_passphrase(unlocked.key, new, account)

        self._set_busy(True)
        task = Task(self, work)
        task.finished.connect(self._changed)
        task.failed.connect(self._refuse)
        task.start()

    def _changed(self) -> None:
        self._set_busy(False)
        if self._locked:
            return
        self._session.note(Deed.PASSPHRASE_CHANGED)
        self._forget()
        self.fields.hide()
        self.cancel.hide()
        self.change.hide()
        self.finish.show()
        self.finish.setFocus()
        self.notice.say(
            _("Kata sandi sudah diganti. Lembar kunci pemulihan yang lama tetap berlaku."), "good"
        )

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        if self._locked:
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self.notice.say(str(error), "danger")
        self.now.selectAll()
        self.now.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.fields.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.change.setText(_("Mengganti…") if busy else _("Ganti kata sandi"))
        self._weigh()

    def _weigh(self) -> None:
        self.change.setEnabled(bool(self.now.text()) and self.new.complete and not self._busy)

    def _forget(self) -> None:
        self.now.clear()
        self.new.clear()

    def _lock(self) -> None:
        self._locked = True
        self.reject()

    def _lay_out(self) -> None:
        self.fields = QWidget()
        label = strong(_("Kata sandi sekarang"))
        label.setBuddy(self.now)
        self.now.setAccessibleName(_("Kata sandi sekarang"))
        inside = QVBoxLayout(self.fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label)
        inside.addWidget(self.now)
        inside.addSpacing(6)
        inside.addWidget(self.new)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for way in (self.cancel, self.change, self.finish):
            row.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addWidget(self.fields)
        column.addLayout(row)
        self.notice.say("")
        self.finish.hide()
        self.change.setDefault(True)

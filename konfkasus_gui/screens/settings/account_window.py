"""One account, new or known: its name, its role, its passphrase, and the end of it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Role
from konfkasus_gui.screens import account_deeds, dialogs
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import heading, muted, small, strong
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice


class AccountWindow(QDialog):
    """Keeps the account first, then what opens the archive for it; ``key`` is the data key."""

    def __init__(
        self, vault: Vault, session: Session, key: bytes, account: Account | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._session = session
        self._key = key
        self._account = account
        self._busy = False
        self._locked = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Akun"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(480)
        self.name = QLineEdit(account.name if account else "")
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(_("Misalnya: Rudi Hartono, S.Pd."))
        self.role = ChoiceChips(Role, optional=False, name=_("Peran"))
        self.role.set_value(account.role if account else Role.COUNSELOR)
        self._mine = bool(account and session.account and account.id == session.account.id)
        self.opens = account is not None and account.id in vault.accounts()
        self._sets_passphrase = not self.opens
        self.new = NewPassphrase()
        self.again = link(_("Tetapkan kata sandi baru"), pressed=self._ask_passphrase)
        self.notice = Notice()
        self.remove = button(_("Hapus akun…"), kind="danger", pressed=self._remove)
        self.cancel = button(_("Batal"), pressed=self.reject)
        self.keep = button(
            _("Simpan") if account else _("Tambah akun"), kind="primary", pressed=self._keep
        )
        self.name.textChanged.connect(self._weigh)
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
        self.new.clear()
        self._key = b""
        super().done(result)

    def _keep(self) -> None:
        now = self._session.now()
        draft = self._account or Account(name="", created_at=now)
        draft = replace(draft, name=self.name.text(), role=self.role.value())
        try:
            if draft != self._account:
                self._account = account_deeds.keep_account(self._session, draft)
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        if not self._sets_passphrase or self._account is None:
            self.accept()
            return
        vault, key, account = self._vault, self._key, self._account.id
        passphrase = self.new.passphrase()

        def work(_report: Report) -> None:
            vault.set_passphrase(key, passphrase, account)

        self._set_busy(True)
        task = Task(self, work)
        task.finished.connect(self._kept)
        task.failed.connect(self._refuse)
        task.start()

    def _kept(self) -> None:
        self._set_busy(False)
        if not self._locked and self._account is not None:
            account_deeds.note_passphrase(self._session, self._account)
            self.accept()

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KonfKasusError):
            raise error
        if not self._locked:
            self.notice.say(str(error), "danger")

    def _remove(self) -> None:
        account = self._account
        if account is None or not dialogs.confirm(
            self,
            _("Hapus akun {name}?").format(name=account.name),
            action=_("Hapus akun"),
            detail=_(
                "Kata sandinya tidak membuka arsip lagi. Kasus dan riwayat yang ditulisnya tetap"
                " ada."
            ),
            danger=True,
        ):
            return
        try:
            account_deeds.remove_account(self._session, self._vault, account)
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        self.accept()

    def _ask_passphrase(self) -> None:
        self._sets_passphrase = True
        self.again.hide()
        self._secret.show()
        self.new.first.setFocus()
        self._weigh()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self.name, self.role, self.new, self.cancel, self.remove):
            part.setEnabled(not busy)
        self._weigh()

    def _weigh(self) -> None:
        self.new.hints = (self._session.school.name, self.name.text())
        ready = bool(self.name.text().strip()) and not self._busy
        self.keep.setEnabled(ready and (self.new.complete or not self._sets_passphrase))

    def _lock(self) -> None:
        self._locked = True
        self.reject()

    def _lay_out(self) -> None:
        known = self._account
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(known.name if known else _("Akun baru")))
        column.addWidget(self.notice)
        label = strong(_("Nama dengan gelar"))
        label.setBuddy(self.name)
        self.name.setAccessibleName(_("Nama dengan gelar"))
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(strong(_("Peran")))
        column.addWidget(self.role)
        column.addWidget(
            small(_("Koordinator juga mengatur akun, kunci pemulihan, dan pemulihan cadangan."))
        )
        self._secret = QWidget()
        inside = QVBoxLayout(self._secret)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(
            muted(_("Mintalah pemilik akun sendiri yang mengetik kata sandinya di sini."))
        )
        inside.addWidget(self.new)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._secret)
        column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.remove)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        column.addSpacing(8)
        column.addLayout(foot)
        self.notice.say("")
        self.remove.setVisible(known is not None and not self._mine)
        self.again.setVisible(self.opens and not self._mine)
        self._secret.setVisible(not self.opens)
        if known is not None and not self.opens:
            self.notice.say(
                _("Akun ini belum punya kata sandi, jadi belum dapat membuka arsip."), "warning"
            )
        self.keep.setDefault(True)

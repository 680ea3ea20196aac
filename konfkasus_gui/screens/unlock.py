"""Buka arsip: a passphrase, or the printed recovery key and a new passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from konfkasus_gui.archive.vault import FIRST_ACCOUNT, Unlocked, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body, muted, small, title
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea


class UnlockWindow(QWidget):
    """The first thing seen at each start; shows nothing of what the archive holds."""

    unlocked = Signal(object)  # Unlocked

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault
        self.setWindowTitle(_("KonfKasus"))
        self.setMinimumSize(640, 480)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(_("Kata sandi"))
        self.passphrase.setAccessibleName(_("Kata sandi"))
        self.shown = QCheckBox(_("Tampilkan huruf yang diketik"))
        self.refusal = Notice("", "danger")
        self.open = button(_("Buka arsip"), kind="primary", icon="lock", pressed=self._open)
        self.open.setDefault(True)
        self.recover = link(_("Lupa kata sandi? Pakai kunci pemulihan"), pressed=self._recover)
        self.passphrase.returnPressed.connect(self._open)
        self.passphrase.textChanged.connect(self._weigh)
        self.shown.toggled.connect(self._show_letters)
        self._lay_out()
        self._weigh()

    def tell(self, sentence: str) -> None:
        """Show why the archive did not open."""
        self.refusal.say(sentence, "danger")
        self._set_busy(False)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.refusal.say("")
        self._set_busy(False)

    def _open(self) -> None:
        typed = self.passphrase.text()
        if not typed or not self.open.isEnabled():
            return
        self._set_busy(True)

        def unlock(_report: Report) -> Unlocked:
            return self._vault.unlock(typed)

        self._start(Task(self, unlock))

    def _start(self, task: Task) -> None:
        task.finished.connect(self.unlocked)
        task.failed.connect(self._refuse)
        task.start()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KonfKasusError):
            raise error
        self.tell(str(error))

    def _recover(self) -> None:
        window = RecoveryWindow(self._vault, self)
        window.unlocked.connect(self.unlocked)
        window.open()

    def _weigh(self) -> None:
        self.open.setEnabled(bool(self.passphrase.text()))

    def _show_letters(self, plain: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)

    def _set_busy(self, busy: bool) -> None:
        self.open.setText(_("Membuka…") if busy else _("Buka arsip"))
        self.open.setEnabled(not busy and bool(self.passphrase.text()))
        self.passphrase.setReadOnly(busy)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(theme.scaled(420))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 24)
        inside.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("lock", "accent", 28))
        head.addWidget(title(_("Buka arsip")), 1)
        inside.addLayout(head)
        inside.addWidget(muted(_("Ketik kata sandi Anda untuk melanjutkan.")))
        inside.addWidget(self.refusal)
        inside.addWidget(self.passphrase)
        inside.addWidget(self.shown)
        inside.addWidget(self.open)
        inside.addWidget(self.recover, 0, Qt.AlignmentFlag.AlignHCenter)
        self.refusal.say("")
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        place = small(
            _("Isi arsip terenkripsi di komputer ini dan tidak pernah dikirim ke mana pun.")
        )
        place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(place)
        column.addStretch()
        self.setTabOrder(self.passphrase, self.shown)
        self.setTabOrder(self.shown, self.open)
        self.setTabOrder(self.open, self.recover)
        self.passphrase.setFocus()


class RecoveryWindow(QDialog):
    """Opens the archive with the printed recovery key and sets a new passphrase."""

    unlocked = Signal(object)  # Unlocked

    def __init__(self, vault: Vault, parent: QWidget) -> None:
        super().__init__(parent)
        self._vault = vault
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
        self.open_archive.setEnabled(False)

        def recover(_report: Report) -> Unlocked:
            key = self._vault.unlock_with_recovery(typed)
            self._vault.set_passphrase(key, passphrase)
            return Unlocked(key, FIRST_ACCOUNT)

        task = Task(self, recover)
        task.finished.connect(self._recovered)
        task.failed.connect(self._refuse)
        task.start()

    def _recovered(self, unlocked: Unlocked) -> None:
        self.accept()
        self.unlocked.emit(unlocked)

    def _refuse(self, error: Exception) -> None:
        self._weigh()
        if not isinstance(error, KonfKasusError):
            raise error
        self.refusal.say(str(error), "danger")

    def _weigh(self) -> None:
        self.open_archive.setEnabled(bool(self.key.value().strip()) and self.new.complete)

    @override
    def done(self, result: int) -> None:
        self.key.set_value("")
        self.new.clear()
        super().done(result)

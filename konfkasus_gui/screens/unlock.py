"""Buka arsip: a passphrase, or the printed recovery key and a new passphrase."""

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import muted, small, title
from konfkasus_gui.screens.widgets.notice import Notice

if TYPE_CHECKING:
    from konfkasus_gui.archive.key_file import Unlocked


PATIENCE_MS = 1500
"""How long opening may take before it is explained and can be called off."""
TICK_MS = 250
"""How often it is looked whether the wait after a wrong passphrase is over."""


class UnlockWindow(QWidget):
    """The first thing seen at each start; shows nothing of what the archive holds."""

    typing = Signal()
    """Somebody has begun to type, and will want to go on."""
    unlocked = Signal(object)
    """It was right; brings ``Unlocked``."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault
        self._typed = False
        self._busy = False
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._weigh)
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
        from konfkasus_gui.screens.background import Report  # the first window needs neither
        from konfkasus_gui.screens.widgets.progress import run_with_progress

        self.refusal.say("")
        self._set_busy(True)

        vault = self._vault

        def unlock(report: Report) -> "Unlocked":
            from konfkasus_gui.archive.health import quick_check

            unlocked = vault.unlock(typed)
            found = quick_check(vault.archive_path, unlocked.key, report)
            return replace(unlocked, verdict=found)

        sentence = _("Arsip diperiksa dahulu, agar yang rusak tidak bertambah rusak…")
        task = run_with_progress(self, sentence, unlock, after=PATIENCE_MS)
        task.finished.connect(self.unlocked)
        task.failed.connect(self._refuse)

    def _refuse(self, error: Exception) -> None:
        from konfkasus_gui.screens.background import Cancelled

        if isinstance(error, Cancelled):
            self.tell("")
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self.tell(str(error))

    def _recover(self) -> None:
        from konfkasus_gui.screens.recovery import RecoveryWindow  # seldom needed, so loaded late

        window = RecoveryWindow(self._vault, self)
        window.unlocked.connect(self.unlocked)
        window.open()

    def _weigh(self) -> None:
        seconds = ceil(self._vault.wait().total_seconds())
        if seconds and not self._busy:
            self._tick.start()
            self.open.setText(_("Tunggu {n} detik").format(n=seconds))
        else:
            self._tick.stop()
            self.open.setText(_("Membuka…") if self._busy else _("Buka arsip"))
        ready = bool(self.passphrase.text()) and not self._busy
        self.open.setEnabled(ready and not seconds)
        self.recover.setEnabled(not self._busy and not seconds)
        if self.passphrase.text() and not self._typed:
            self._typed = True
            self.typing.emit()

    def _show_letters(self, plain: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.passphrase.setReadOnly(busy)
        self._weigh()

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
        middle = QHBoxLayout()  # not an alignment, which would cut a refusal of two lines
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        column.addLayout(middle)
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

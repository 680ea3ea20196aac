"""Numbers that the office gave, typed for the letters of one mailing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import muted, strong, subtitle
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.scroll import Scroll

WIDTH = 520
"""px, at 100 %"""


class NumbersWindow(QDialog):
    """One line for each letter, or one for all of them."""

    typed = Signal(tuple)
    """The numbers in the order of the guests; a single one serves all."""

    def __init__(
        self, guests: Sequence[Participant], parent: QWidget | None, *, shared: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Nomor surat"))
        self.setMinimumWidth(theme.scaled(WIDTH))
        self.shared = QCheckBox(_("Satu nomor untuk semua penerima"))
        self.common = QLineEdit()
        self.common.setPlaceholderText(_("Nomor surat"))
        self.common.setAccessibleName(_("Nomor untuk semua penerima"))
        self.fields = [self._field(guest) for guest in guests]
        self.refusal = Notice("", "danger")
        self.done_button = button(_("Beri nomor"), kind="primary", pressed=self._hand_over)
        self.shared.toggled.connect(self._turn)
        self._lay_out(guests)
        self.shared.setChecked(shared)
        self.shared.setVisible(len(guests) > 1)
        self._turn()
        self.done_button.setDefault(True)

    def refuse(self, sentence: str) -> None:
        """Say why the numbers cannot be taken; what was typed stays."""
        self.refusal.say(sentence, "danger")

    def _field(self, guest: Participant) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Nomor surat"))
        field.setAccessibleName(_("Nomor untuk {name}").format(name=guest.name.strip()))
        return field

    def _turn(self) -> None:
        shared = self.shared.isChecked()
        self.common.setVisible(shared)
        self._each.setVisible(not shared)
        first = self.common if shared or not self.fields else self.fields[0]
        first.setFocus()

    def _hand_over(self) -> None:
        fields = [self.common] if self.shared.isChecked() else self.fields
        self.refusal.say("")
        self.typed.emit(tuple(field.text() for field in fields))

    def _lay_out(self, guests: Sequence[Participant]) -> None:
        rows = QWidget()
        lines = QVBoxLayout(rows)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(10)
        for guest, field in zip(guests, self.fields, strict=True):
            lines.addWidget(strong(guest.name.strip()))
            lines.addWidget(field)
        lines.addStretch()
        self._each = Scroll(rows)
        self._each.setMinimumHeight(theme.scaled(220))
        last = QHBoxLayout()
        last.setSpacing(10)
        last.addStretch()
        last.addWidget(button(_("Kembali"), pressed=self.reject))
        last.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(subtitle(_("Nomor dari tata usaha")))
        column.addWidget(
            muted(_("Salin nomor dari buku agenda. Nomor yang sudah terpakai akan ditolak."))
        )
        column.addWidget(self.shared)
        column.addWidget(self.common)
        column.addWidget(self._each, 1)
        column.addWidget(self.refusal)
        column.addLayout(last)
        self.refusal.say("")

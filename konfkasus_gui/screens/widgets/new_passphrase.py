"""Choosing a new passphrase: typed twice, with its strength and one sentence of advice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from konfkasus_gui.archive.strength import Strength, rate
from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.label import small, strong

_COLOUR = {
    Strength.VERY_WEAK: "danger",
    Strength.WEAK: "danger",
    Strength.FAIR: "warning",
    Strength.STRONG: "good",
}


class NewPassphrase(QWidget):
    """Two fields that must agree. ``changed`` says that ``complete`` may have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[str, ...] = ()
        self._allowed = False
        self.first = _secret(_("Kata sandi baru"))
        self.second = _secret(_("Ketik sekali lagi"))
        self.shown = QCheckBox(_("Tampilkan huruf yang diketik"))
        self.bar = QProgressBar()
        self.bar.setRange(0, len(Strength))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Kekuatan kata sandi"))
        self.word = strong()
        self.advice = small()
        self.agreement = small()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.bar, 1)
        line.addWidget(self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field in (self.first, self.second):
            label = strong(field.accessibleName())
            label.setBuddy(field)
            if field is self.second:
                column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.first:
                column.addLayout(line)
                column.addWidget(self.advice)
        column.addWidget(self.agreement)
        column.addWidget(self.shown)
        self.first.textChanged.connect(self._weigh)
        self.second.textChanged.connect(self._compare)
        self.shown.toggled.connect(self._show)
        self._weigh()

    @property
    def complete(self) -> bool:
        """Whether the passphrase is strong enough and was typed the same twice."""
        return self._allowed and self.first.text() == self.second.text()

    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _weigh(self) -> None:
        typed = self.first.text()
        rating = rate(typed, self.hints)
        self._allowed = rating.allowed
        marks = list(Strength).index(rating.strength) + 1 if typed else 0
        self.bar.setValue(marks)
        self.word.setText(rating.strength.title if typed else "")
        theme.mark(self.bar, strength=_COLOUR[rating.strength])
        self.advice.setText(rating.advice)
        self._compare()

    def _compare(self) -> None:
        differs = bool(self.second.text()) and self.first.text() != self.second.text()
        self.agreement.setText(_("Kedua kata sandi belum sama.") if differs else "")
        self.changed.emit()

    def _show(self, plain: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field

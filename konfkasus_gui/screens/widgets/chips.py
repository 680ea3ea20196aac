"""Chips to choose one or several words from."""

from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.choices import Choices, pairs
from konfkasus_gui.screens.widgets.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


_NARROWEST = 120
"""px at 100 %: no chip gets narrower."""


class Chip(Button):
    """One word to choose; a long one ends in "…" where it has no room, and its tooltip has all."""

    def __init__(self, text: str) -> None:
        super().__init__(text, kind="chip")
        self.setCheckable(True)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(theme.scaled(_NARROWEST), self.sizeHint().height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - (self.sizeHint().width() - words)
        if room < words:
            option.text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room
            )
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class ChoiceChips(QWidget):
    """Chips in lines: one Tab stop, arrows move between chips, space or a click chooses.

    With ``multiple`` the value is a tuple in the order of the choices, otherwise one value or
    ``None``; ``optional`` lets a second click take the one choice back. ``icon`` stands on the
    chosen chips; ``widest``, px at 100 %, is as wide as one may get.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Choices = (),
        *,
        multiple: bool = False,
        optional: bool = True,
        name: str = "",
        icon: str = "check",
        widest: int = 0,
    ) -> None:
        super().__init__()
        self._multiple = multiple
        self._optional = optional
        self._icon = icon
        self._widest = widest
        self._chips: list[tuple[Any, Button]] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer other choices; what was chosen stays chosen where it is still offered."""
        chosen = self._chosen()
        while self._chips:
            _value, chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for value, text in pairs(choices):
            chip = Chip(text)
            if self._widest:
                chip.setMaximumWidth(theme.scaled(self._widest))
            chip.setChecked(value in chosen)
            chip.clicked.connect(self._choose)
            chip.installEventFilter(self)
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append((value, chip))
        self._show_state()

    def value(self) -> Any:
        """What is chosen: a tuple when several may be, else one value or ``None``."""
        chosen = self._chosen()
        return chosen if self._multiple else next(iter(chosen), None)

    def set_value(self, value: Any) -> None:
        """Choose ``value`` (a tuple when several may be chosen)."""
        wanted = tuple(value) if self._multiple else (value,)
        for choice, chip in self._chips:
            chip.setChecked(choice in wanted)
        self._show_state()

    def chip(self, value: Any) -> Button:
        """The chip for ``value``.

        Raises:
            KeyError: ``value`` is not offered.
        """
        for choice, chip in self._chips:
            if choice == value:
                return chip
        raise KeyError(value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(cast(QKeyEvent, event).key()), 0)
            if step:
                chips = [chip for _value, chip in self._chips]
                at = chips.index(cast(Button, watched)) + step
                if 0 <= at < len(chips):
                    chips[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> tuple[Any, ...]:
        return tuple(value for value, chip in self._chips if chip.isChecked())

    def _choose(self) -> None:
        pressed = self.sender()
        if not self._multiple:
            for _value, chip in self._chips:
                if chip is not pressed:
                    chip.setChecked(False)
                elif not self._optional:
                    chip.setChecked(True)
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        door = next((chip for _value, chip in self._chips if chip.isChecked()), None)
        for place, (_value, chip) in enumerate(self._chips):
            chip.set_icon(self._icon if chip.isChecked() else "", "accent")
            enters = chip is door or (door is None and place == 0)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if enters else Qt.FocusPolicy.ClickFocus)
            if enters:
                self.setFocusProxy(chip)
        self.updateGeometry()

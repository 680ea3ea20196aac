"""Fields for one value: the mouse wheel scrolls the page and never changes what they hold."""

from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.screens.widgets.button import button, icon_button
from konfkasus_gui.screens.widgets.choices import Choices, pairs

INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)


class NoWheelComboBox(QComboBox):
    """One of several choices; with ``empty``, a text, none of them is a choice too."""

    changed = Signal()

    def __init__(self, choices: Choices = (), *, empty: str = "") -> None:
        super().__init__()
        self._empty = empty
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(8)
        self.set_choices(choices)
        self.currentIndexChanged.connect(self.changed)

    def set_choices(self, choices: Choices) -> None:
        """Offer other choices; the chosen one stays if it is still among them."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        if self._empty:
            self.addItem(self._empty, None)
        for value, text in pairs(choices):
            self.addItem(text, value)
        self.set_value(chosen)
        self.blockSignals(False)

    def value(self) -> Any:
        """The chosen value, ``None`` when nothing is chosen."""
        return self._values()[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; nothing is chosen if it is not offered."""
        values = self._values()
        self.setCurrentIndex(values.index(value) if value in values else -1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _values(self) -> list[Any]:
        return [self.itemData(place) for place in range(self.count())]


class NoWheelSpinBox(QSpinBox):
    """A whole number between ``least`` and ``most``."""

    changed = Signal()

    def __init__(self, least: int = 0, most: int = 999, *, suffix: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.changed)

    def set_value(self, value: int) -> None:
        """Show ``value``."""
        self.setValue(value)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateEdit(QDateEdit):
    """A day, written as "23 November 2026", with a calendar to pick from."""

    changed = Signal()

    def __init__(self, value: date | None = None) -> None:
        super().__init__()
        self.setLocale(INDONESIAN)
        self.setDisplayFormat("d MMMM yyyy")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.calendarWidget().setLocale(INDONESIAN)
        if value is not None:
            self.set_value(value)
        self.dateChanged.connect(self.changed)

    def value(self) -> date:
        """The day."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, value: date) -> None:
        """Show ``value``."""
        self.setDate(QDate(value.year, value.month, value.day))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        widest = self.fontMetrics().horizontalAdvance("28 September 2026")
        return QSize(widest + 60, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TimeEdit(QTimeEdit):
    """A time of day, written as "10.30"."""

    changed = Signal()

    def __init__(self, value: time | None = None) -> None:
        super().__init__()
        self.setLocale(INDONESIAN)
        self.setDisplayFormat("HH.mm")
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if value is not None:
            self.set_value(value)
        self.timeChanged.connect(self.changed)

    def value(self) -> time:
        """The time, to the minute."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_value(self, value: time) -> None:
        """Show ``value``."""
        self.setTime(QTime(value.hour, value.minute))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Optional(QWidget):
    """A field that may be empty: a button to fill it, and one to empty it again."""

    changed = Signal()

    def __init__(self, field: DateEdit | TimeEdit, fill: str) -> None:
        super().__init__()
        self.field = field
        self.fill = button(fill, pressed=self._begin)
        self.clear = icon_button("x", _("Kosongkan"), pressed=self._end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.fill, self.field, self.clear):
            layout.addWidget(part)
        layout.addStretch()
        self._show(filled=False)
        field.changed.connect(self.changed)

    def _begin(self) -> None:
        self._show(filled=True)
        self.changed.emit()  # first: a form that loses another field's focus fills the rest anew
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _end(self) -> None:
        self._show(filled=False)
        self.fill.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _show(self, *, filled: bool) -> None:
        self.field.setVisible(filled)
        self.clear.setVisible(filled)
        self.fill.setVisible(not filled)
        self.setFocusProxy(self.field if filled else self.fill)

    @property
    def filled(self) -> bool:
        """Whether the field holds a value."""
        return not self.field.isHidden()


class OptionalDateEdit(_Optional):
    """A day that may be empty; filling starts at ``start``."""

    def __init__(self, start: date, *, fill: str = "") -> None:
        super().__init__(DateEdit(start), fill or _("Isi tanggal"))

    def value(self) -> date | None:
        """The day, or ``None``."""
        day = self.field.value()
        return day if self.filled and isinstance(day, date) else None

    def set_value(self, value: date | None) -> None:
        """Show ``value``."""
        if value is not None and isinstance(self.field, DateEdit):
            self.field.set_value(value)
        self._show(filled=value is not None)


class OptionalTimeEdit(_Optional):
    """A time of day that may be empty; filling starts at ``start``."""

    def __init__(self, start: time, *, fill: str = "") -> None:
        super().__init__(TimeEdit(start), fill or _("Isi jam"))

    def value(self) -> time | None:
        """The time, or ``None``."""
        hour = self.field.value()
        return hour if self.filled and isinstance(hour, time) else None

    def set_value(self, value: time | None) -> None:
        """Show ``value``."""
        if value is not None and isinstance(self.field, TimeEdit):
            self.field.set_value(value)
        self._show(filled=value is not None)

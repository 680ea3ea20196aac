"""The dark column at the left of the main window: where one is, and where one can go."""

from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.label import small, title
from konfkasus_gui.screens.widgets.scroll import Scroll

WIDTH = 208
WIDEST = 340
"""px; at large font sizes the page keeps its room."""


class Place(Enum):
    """The pages of the main window: icon, name, keys."""

    HOME = "house", N_("Beranda"), "Ctrl+1"
    CASES = "folder", N_("Kasus"), "Ctrl+2"
    FOLLOW_UP = "list-checks", N_("Tindak lanjut"), "Ctrl+3"
    DIRECTORY = "users", N_("Direktori"), "Ctrl+4"
    REGISTRY = "archive", N_("Arsip dokumen"), "Ctrl+5"
    GUIDE = "book-open", N_("Panduan"), "F1"
    SETTINGS = "settings", N_("Pengaturan"), "Ctrl+6"

    @property
    def icon(self) -> str:
        """The icon beside the name."""
        return self.value[0]

    @property
    def title(self) -> str:
        """The name."""
        return _(self.value[1])

    @property
    def keys(self) -> str:
        """The keys that lead there."""
        return self.value[2]


BELOW = (Place.GUIDE, Place.SETTINGS)
LOCK_KEYS = "Ctrl+L"


class Rail(QWidget):
    """The pages above, help, settings and the lock below, and whose archive is open."""

    chosen = Signal(object)
    """The place that was clicked."""
    lock_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Bagian program"))
        self.program = title(_("KonfKasus"))
        self.school = small()
        self.account = small()
        self.badge = Badge("", "rail")
        self.buttons = {place: self._button(place) for place in Place}
        self.lock = Button(_("Kunci sekarang"), kind="rail", icon="lock")
        self.lock.setToolTip(_("Kunci arsip ({keys})").format(keys=LOCK_KEYS))
        self.lock.clicked.connect(self.lock_requested)
        self._lay_out()
        self._fit()
        theme.watch().changed.connect(self._fit)
        self.refresh()

    def refresh(self) -> None:
        """Show the school and who is at work."""
        self.school.setText(self.session.school.name)
        account = self.session.account
        self.account.setText("" if account is None else f"{account.name} · {account.role.title}")

    def show_due(self, count: int) -> None:
        """Show how many actions are due today or overdue."""
        self.badge.say(str(count) if count else "", "rail")
        self.badge.setVisible(bool(count))
        name = Place.FOLLOW_UP.title
        if count:
            name = _("{name}, {n} jatuh tempo").format(name=name, n=count)
        self.buttons[Place.FOLLOW_UP].setAccessibleName(name)

    def show_place(self, place: Place) -> None:
        """Mark where one is."""
        for mine, button in self.buttons.items():
            button.setChecked(mine is place)

    def _button(self, place: Place) -> Button:
        made = Button(place.title, kind="rail", icon=place.icon)
        made.setCheckable(True)
        made.setToolTip(f"{place.title} ({place.keys})")
        made.clicked.connect(partial(self._choose, place))
        return made

    def _choose(self, place: Place) -> None:
        self.show_place(place)
        self.chosen.emit(place)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 20, 12, 18)
        column.setSpacing(3)
        for words in (self.program, self.school, self.account):
            words.setContentsMargins(10, 0, 4, 0)
        column.addWidget(self.program)
        column.addWidget(self.school)
        column.addSpacing(12)
        for place in Place:
            if place not in BELOW:
                column.addWidget(self.buttons[place])
        column.addStretch(1)
        for place in BELOW:
            column.addWidget(self.buttons[place])
        column.addWidget(self.lock)
        column.addSpacing(8)
        column.addWidget(self.account)
        over = QHBoxLayout(self.buttons[Place.FOLLOW_UP])
        over.setContentsMargins(0, 0, 10, 0)
        over.addStretch()
        over.addWidget(self.badge)
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))

    def _fit(self) -> None:
        self.setFixedWidth(min(theme.scaled(WIDTH), WIDEST))

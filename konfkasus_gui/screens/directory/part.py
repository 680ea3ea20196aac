"""What both lists of the directory share: a search, a table, and the form of the chosen one."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.procedure.school import Person, Student
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.directory.named_form import NamedForm
from konfkasus_gui.screens.directory.side_panel import SidePanel
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.turning_box import TurningBox

PAGE = 200
NARROW = 760
"""px at 100 % font size: narrower, the form stands in place of the list."""
CROWDED = 680
"""px at 100 % font size: narrower, the buttons stand below the search."""
PANEL = 400
WIDEST = 300
"""px at 100 % font size for one column, the one with the names apart."""

P = TypeVar("P", Student, Person)


class DirectoryPart(QWidget, Generic[P]):
    """A list of people; a click or Enter opens the form of one at the side."""

    def __init__(
        self,
        session: Session,
        search: SearchField,
        table: PagedTable,
        empty: EmptyState,
        *,
        removal: str,
    ) -> None:
        super().__init__()
        self.session = session
        self.search = search
        self.table = table
        self.empty = empty
        self.counted = small()
        self.panel = SidePanel(removal)
        self.form: NamedForm[P] | None = None
        self.choices = QHBoxLayout()
        self.choices.setSpacing(10)
        self.choices.addWidget(search, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self._locked = False
        session.locked.connect(self._rest)
        search.searched.connect(self._search)
        search.entered.connect(self._enter)
        table.clicked.connect(self._click)
        table.activated_row.connect(self._open_and_enter)
        table.chosen_row.connect(self._follow)
        self.panel.closed.connect(self.close_form)
        self.panel.remove_requested.connect(self.remove)
        self._lay_out()

    def refresh(self) -> None:
        """Draw what the archive holds now."""
        found = self.count_found()
        self.table.feed(self.read_rows, found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.counted.setText(self.count_words(found))
        self.say_empty()
        if self.form is not None and self.form.record_id:
            self.panel.words.setText(self.form_title(self.form.read()))

    def open_record(self, record: P) -> NamedForm[P]:
        """Show the form of ``record``, kept or new."""
        self.close_form()
        form = self.make_form(record)
        form.added.connect(self._take_added)
        self.form = form
        self.panel.show_form(self.form_title(record), form)
        self.panel.remove_button.setVisible(bool(record.id))
        self._share_room()
        return form

    def close_form(self) -> None:
        """Keep what is typed and close the form."""
        form, self.form = self.form, None
        if form is None:
            return
        form.let_go()
        self.panel.close_form()
        self._share_room()
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def count_found(self) -> int:
        """How many the search and filters leave."""
        raise NotImplementedError

    def read_rows(self, offset: int) -> Sequence[Row]:
        """The rows from ``offset`` on, a page of them."""
        raise NotImplementedError

    def count_words(self, found: int) -> str:
        """How many are shown, in words."""
        raise NotImplementedError

    def say_empty(self) -> None:
        """Say what stands here once there is something."""
        raise NotImplementedError

    def make_form(self, record: P) -> NamedForm[P]:
        """A form for ``record``."""
        raise NotImplementedError

    def form_title(self, record: P) -> str:
        """What stands above the form."""
        raise NotImplementedError

    def record(self, key: int) -> P:
        """The record behind a row."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove the one whose form is open."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self._tools.turn(self.width())
        narrow = self.width() < theme.scaled(NARROW)
        self.panel.setMaximumWidth(16_777_215 if narrow else theme.scaled(PANEL))
        self.panel.setMinimumWidth(0 if narrow else theme.scaled(PANEL))
        self._list.setVisible(not (narrow and self.form is not None))

    def _take_added(self, record: P) -> None:
        self.panel.remove_button.show()
        self.panel.words.setText(self.form_title(record))
        self.refresh()
        self.table.choose(record.id)

    def _click(self, index: QModelIndex) -> None:
        if index.isValid():
            self._open(self.table.current_key())

    def _follow(self, key: int | None) -> None:
        if key is not None and self.form is not None and self.form.record_id:
            self._open(key)

    def _open(self, key: int) -> None:
        if self.form is None or self.form.record_id != key:
            self.open_record(self.record(key))

    def _open_and_enter(self, key: int) -> None:
        self._open(key)
        if self.form is not None:
            self.form.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _rest(self) -> None:
        self._locked = True

    def _search(self, _text: str) -> None:
        if not self._locked:  # what was typed last may be looked for after locking
            self.refresh()

    def _enter(self, _text: str) -> None:
        self.refresh()
        if self.table.shown_count():
            self.table.selectRow(0)
            self.table.setFocus()

    def _lay_out(self) -> None:
        self._list = Card()
        self._list.add(self.table, 1)
        self._list.add(self.empty, 1)
        self._list.add(self.counted)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._list, 1)
        row.addWidget(self.panel, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._tools = TurningBox(CROWDED, 10)
        self._tools.addLayout(self.choices, 1)
        self._tools.addLayout(self.buttons)
        column.addLayout(self._tools)
        column.addLayout(row, 1)

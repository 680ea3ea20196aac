"""Short texts below one another, each kept as it is typed; an empty one is forgotten."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Conclusion, Remark
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import icon_button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea

T = TypeVar("T", Conclusion, Remark)


class TextLine(Form, Generic[T]):
    """One text of a list."""

    def __init__(
        self, session: Session, read: Callable[[], T], remove: Callable[[T], None], example: str
    ) -> None:
        super().__init__(session, read)
        self._read_line: Callable[[], T] = read
        self._remove_line: Callable[[T], None] = remove
        self.text = self.bind(TextArea(example, lines=(1, 6)), "text")
        self.text.setAccessibleName(example)
        self.cross = icon_button("x", _("Hapus"), pressed=self._drop)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        line.addWidget(self.cross)
        self.add_widget(row)

    def _drop(self) -> None:
        self.flush()
        self._remove_line(self._read_line())


class TextLines(Card, Generic[T]):
    """A card of texts of one kind; *Tambah* starts another, a removed one can come back."""

    def __init__(
        self,
        session: Session,
        name: str,
        example: str,
        records: Callable[[], tuple[T, ...]],
        new: Callable[[], T],
    ) -> None:
        super().__init__(name)
        self._session = session
        self._example = example
        self._records: Callable[[], tuple[T, ...]] = records
        self._new: Callable[[], T] = new
        self._shown: tuple[int, ...] = ()
        self._removed: T | None = None
        self.lines = RowColumn(spacing=8)
        self.undo = Notice(action=_("Urungkan"))
        self.undo.action_requested.connect(self._bring_back)
        self.undo.say("")
        self.more = link(_("Tambah"), icon="plus", pressed=self._start_empty)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.lines)
        column.addWidget(self.undo)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch()
        column.addLayout(foot)
        self.add_layout(column)

    def refresh(self) -> None:
        """Show the texts as they are now."""
        found = self._records()
        self.show_count(sum(bool(one.text.strip()) for one in found) or None)
        shown = tuple(one.id for one in found)
        if shown == self._shown:
            return
        self._shown = shown
        self.lines.show_rows(
            TextLine(self._session, self._reader(one), self._remove, self._example) for one in found
        )

    def start(self, text: str = "") -> None:
        """A new text, with the cursor in it."""
        self._session.save(replace(self._new(), text=text or ""))
        self.refresh()
        last = self.lines.shown[-1]
        if isinstance(last, TextLine):
            last.text.setFocus()

    def _start_empty(self) -> None:
        self.start()

    def _remove(self, one: T) -> None:
        self._session.remove(one)
        self._removed = one if one.text.strip() else None
        self.undo.say(_("Satu butir dihapus.") if self._removed else "", "info")
        self.refresh()

    def _bring_back(self) -> None:
        if self._removed is not None:
            self._session.save(replace(self._removed, id=0))
            self._removed = None
        self.undo.say("")
        self.refresh()

    def _reader(self, one: T) -> Callable[[], T]:
        latest = one

        def read() -> T:
            nonlocal latest
            latest = next((mine for mine in self._records() if mine.id == latest.id), latest)
            return latest

        return read

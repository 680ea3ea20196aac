"""Short texts below one another, each kept as it is typed; a blank line waits for the next one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.proceedings import Conclusion, Remark
from konfkasus_gui.screens.meeting.drafts import DraftColumn, DraftForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import icon_button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.choices import Choices
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.text_area import TextArea

T = TypeVar("T", bound=Conclusion | Remark)


class TextLine(DraftForm[T], Generic[T]):
    """One text of a list."""

    def __init__(
        self,
        session: Session,
        found: Callable[[], tuple[T, ...]],
        fresh: Callable[[], T],
        record_id: int,
        *,
        remove: Callable[[T], None],
        name: str,
        example: str,
        speakers: Callable[[], Choices] | None = None,
    ) -> None:
        super().__init__(session, found, fresh, record_id)
        self._remove_line: Callable[[T], None] = remove
        self.text = self.bind(TextArea(example, lines=(1, 6)), "text")
        self.text.setAccessibleName(name)
        self.text.setAccessibleDescription(example)
        self.cross = icon_button("x", _("Hapus"), pressed=self._drop)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        line.addWidget(self.cross)
        self.add_widget(row)
        self.setFocusProxy(self.text)
        self.who: NoWheelComboBox | None = None
        if speakers is not None:
            self.who = NoWheelComboBox(speakers(), empty=_("Tanpa nama"))
            self.bind(self.who, "participant_id")
            self.who.setAccessibleName(_("Pendapat siapa"))
            self.rows.setSpacing(6)
            self.rows.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        self.refreshed()

    @override
    def refreshed(self) -> None:
        self.cross.setEnabled(bool(self.record_id))
        if self.who is not None:
            self.who.setVisible(bool(self.record_id))

    def _drop(self) -> None:
        self.flush()
        self._remove_line(self.record())


class TextLines(Card, Generic[T]):
    """A card of texts of one kind; a removed one can come back."""

    def __init__(
        self,
        session: Session,
        name: str,
        example: str,
        records: Callable[[], tuple[T, ...]],
        fresh: Callable[[], T],
        *,
        speakers: Callable[[], Choices] | None = None,
        kind: Callable[..., TextLine[T]] = TextLine,
    ) -> None:
        super().__init__(name)
        self._speakers = speakers
        self._kind: Callable[..., TextLine[T]] = kind
        self._session = session
        self._example = example
        self._records: Callable[[], tuple[T, ...]] = records
        self._fresh: Callable[[], T] = fresh
        self.lines: DraftColumn[T] = DraftColumn(self._line)
        self.add(self.lines)

    def refresh(self) -> None:
        """Show the texts as they are now, and a blank line while they may be changed."""
        found = self._records()
        self.show_count(sum(bool(one.text.strip()) for one in found) or None)
        self.lines.show_records([one.id for one in found], blank=self.isEnabled())

    def flush(self) -> None:
        """Keep at once what is still being typed."""
        for line in self.lines.shown:
            line.flush()

    def start(self, text: str, more: Callable[[T], object] | None = None) -> None:
        """A new text that begins with ``text``, with the cursor in it; ``more`` is kept with it."""
        with self._session.together():
            kept = self._session.save(replace(self._fresh(), text=text))
            if more is not None:
                more(kept)
        self.refresh()
        for line in self.lines.shown:
            if isinstance(line, TextLine) and line.record_id == kept.id:
                line.text.setFocus()

    def _line(self, record_id: int) -> TextLine[T]:
        return self._kind(
            self._session,
            self._records,
            self._fresh,
            record_id,
            remove=self._session.remove,
            name=self.name.text(),
            example=self._example,
            speakers=self._speakers,
        )

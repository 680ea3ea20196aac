"""Forms that keep what is typed: one line ties a widget to a field of a value."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.screens.text_undo import TextUndo
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small, strong

if TYPE_CHECKING:
    from konfkasus_gui.screens.session import Session

PAUSE_MS = 300
"""How long typing rests before it is kept."""

AnyWidget = TypeVar("AnyWidget", bound=QWidget)
Reader = Callable[[], Record]


@dataclass(eq=False)
class _Binding:
    """One widget and the field it shows."""

    widget: Any
    field: str
    of: Reader
    pending: bool = False

    def read(self) -> Any:
        """What the widget holds."""
        if isinstance(self.widget, QLineEdit):
            return self.widget.text()
        if isinstance(self.widget, QCheckBox):
            return self.widget.isChecked()
        return self.widget.value()

    def write(self, value: Any) -> None:
        """Show ``value``; what is already shown stays as it is, cursor and all."""
        if isinstance(self.widget, QLineEdit):
            text = "" if value is None else str(value)
            if self.widget.text() != text:
                self.widget.setText(text)
                self.widget.setCursorPosition(0)  # long text is read from its beginning
        elif isinstance(self.widget, QCheckBox):
            self.widget.setChecked(bool(value))
        elif self.widget.value() != value:
            self.widget.set_value(value)

    def holds(self, focus: QWidget | None) -> bool:
        """Whether ``focus`` is the widget or inside it."""
        return focus is not None and (focus is self.widget or self.widget.isAncestorOf(focus))


class Form(QWidget):
    """Widgets in a column, each tied to a field; every change is kept without being asked for.

    ``value`` reads the value as the session has it now. Typing is kept 0.3 s after the last key,
    a choice at once; so is everything when the focus leaves, the form is hidden or the session
    is about to lock. An edit is put onto the newest value, so two forms may edit one value side
    by side.
    """

    kept = Signal(object)
    """The ``datetime`` at which something was kept."""

    def __init__(
        self, session: "Session", value: Reader | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.value = value
        self._bindings: list[_Binding] = []
        self._filling = False
        self._locked = False
        self._asked = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._text_undo = TextUndo(self._turn, self)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(16)
        session.changed.connect(self._take)
        session.leaving.connect(self._try_to_keep)
        session.given_up.connect(self._give_up)
        session.locked.connect(self._lock)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def bind(self, widget: AnyWidget, field: str, *, of: Reader | None = None) -> AnyWidget:
        """Tie ``widget`` to ``field`` and show what it holds now; gives ``widget`` back.

        The widget is a ``QLineEdit``, a ``QCheckBox``, or has ``value()``, ``set_value()`` and
        ``changed``. ``of`` reads another value than the form's own.
        """
        reader = of or self.value
        if reader is None:
            raise ValueError("the form has no value of its own: say which one with of=")
        binding = _Binding(widget, field, reader)
        self._bindings.append(binding)
        self._fill(binding)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(self._edited)
        elif isinstance(widget, QCheckBox):
            widget.toggled.connect(self._edited)
        else:
            binding.widget.changed.connect(self._edited)
        self.session.text_checks.watch(widget, reader, field)
        return widget

    def add(self, label: str, widget: QWidget, *, hint: str = "") -> QWidget:
        """A row: ``label`` above ``widget``, and a muted ``hint`` below; gives the row back."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if label:
            name = strong(label)
            name.setBuddy(widget)
            column.addWidget(name)
            if not widget.accessibleName():
                widget.setAccessibleName(label)
        narrow = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        column.addWidget(widget, 0, side)
        if hint:
            column.addWidget(small(hint))
            widget.setAccessibleDescription(hint)
        self.rows.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """A row of its own for ``widget``."""
        self.rows.addWidget(widget)

    def add_stretch(self) -> None:
        """Keep the rows at the top."""
        self.rows.addStretch()

    def keep(self, edited: Record) -> None:
        """Keep an edited value; a form overrides this where more follows from the edit."""
        self.session.save(edited)

    def refill(self) -> None:
        """Show another value: every widget is filled, even the one with the cursor."""
        for binding in self._bindings:
            binding.pending = False
            self._fill(binding)

    def refreshed(self) -> None:
        """For forms to override: the form is shown, or something in the archive has changed."""

    @property
    def pending(self) -> bool:
        """Whether something typed still waits to be kept."""
        return any(binding.pending for binding in self._bindings)

    def binds(self, widget: QWidget) -> bool:
        """Whether ``widget`` is tied to a field, or part of one that is."""
        return any(binding.holds(widget) for binding in self._bindings)

    def flush(self) -> None:
        """Keep at once what still waits.

        Raises:
            KonfKasusError: it could not be kept; it goes on waiting.
        """
        self._pause.stop()
        waiting = [binding for binding in self._bindings if binding.pending]
        if not waiting or self._locked:
            return
        saved = False
        for reader in dict.fromkeys(binding.of for binding in waiting):
            mine = [binding for binding in waiting if binding.of is reader or binding.of == reader]
            latest = reader()
            edits: dict[str, Any] = {binding.field: binding.read() for binding in mine}
            edited = replace(latest, **edits)
            for binding in mine:
                binding.pending = False  # first: keeping may move the focus, which flushes again
            if edited != latest:
                self._keep_or_wait(edited, mine)
                self._remember(reader, latest, edited, mine)
                saved = True
        if saved:
            self.kept.emit(self.session.now())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._locked:
            for binding in self._bindings:
                self._fill(binding)
            self.refreshed()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not self._asked:
            self.flush()
        super().hideEvent(event)

    def _keep_or_wait(self, edited: Record, mine: list[_Binding]) -> None:
        try:
            self.keep(edited)
        except BaseException:
            for binding in mine:
                binding.pending = True
            raise

    def _remember(
        self, reader: Reader, before: Record, edited: Record, mine: list[_Binding]
    ) -> None:
        """Let the session know the texts that stood in the fields before and stand there now."""
        record_id = reader().id
        for binding in mine:
            was, now = getattr(before, binding.field), getattr(edited, binding.field)
            if isinstance(was, str) and isinstance(now, str) and was != now:
                self.session.texts.note((type(edited), record_id, binding.field), was, now)

    def _turn(self, widget: QWidget, way: int) -> bool:
        """Put the text before (-1) or after (1) the present one into ``widget``, if any."""
        binding = next((one for one in self._bindings if one.widget is widget), None)
        if binding is None or self._locked or not widget.isEnabled():
            return False
        self.flush()
        record = binding.of()
        place = type(record), record.id, binding.field
        texts = self.session.texts
        text = texts.earlier(place) if way < 0 else texts.later(place)
        if text is None:
            return False
        binding.write(text)
        binding.pending = True
        self.flush()
        return True

    def _edited(self) -> None:
        if self._filling:
            return
        widget = self.sender()
        for binding in self._bindings:
            if binding.widget is widget:
                binding.pending = True
        self._asked = False
        if isinstance(widget, QCheckBox | ChoiceChips | QComboBox):
            self.flush()
        elif not self._pause.isActive():  # who types without a pause is kept as well
            self._pause.start()

    def _take(self, record: object) -> None:
        if self._locked or isinstance(record, AuditEvent):
            return
        focus = QApplication.focusWidget()
        for binding in self._bindings:
            now = binding.of()
            mine = type(now) is type(record) and now.id == getattr(record, "id", 0)
            same = record is None or mine
            if same and not binding.holds(focus):
                self._fill(binding)
        if self.isVisible():
            self.refreshed()

    def _fill(self, binding: _Binding) -> None:
        if binding.pending:
            return
        self._filling = True
        try:
            binding.write(getattr(binding.of(), binding.field))
        finally:
            self._filling = False

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._locked:
            return
        self._text_undo.watch(new if any(one.widget is new for one in self._bindings) else None)
        if old is None:
            return
        for binding in self._bindings:
            if binding.holds(old) and not binding.holds(new):
                if binding.pending and not self._asked:
                    self.flush()
                else:
                    self._fill(binding)

    def _try_to_keep(self, refusals: list[KonfKasusError]) -> None:
        try:
            self.flush()
        except KonfKasusError as error:
            self._asked = True  # the question that follows moves the focus
            refusals.append(error)

    def _give_up(self) -> None:
        for binding in self._bindings:
            binding.pending = False

    def _lock(self) -> None:
        self._locked = True  # the archive closes: nothing can be kept any more

"""A line in which people are found by name."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Guardian, Person
from konfkasus_gui.screens.widgets.search_field import SearchField

Known = Person | Guardian
NOBODY = "\n"
"""What stands in no name."""


class PersonField(SearchField):
    """Suggests people while one types; Enter takes the suggestion or the name as written."""

    taken = Signal(object)
    """A ``Person`` or ``Guardian`` who is known, or a name as text."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, shortcut=_("Enter"))
        self._known: dict[str, Known] = {}
        self._names = QStringListModel(self)
        completer = _completer(self._names, self)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.entered.connect(self._take_typed)

    def suggest(self, people: Iterable[Known]) -> None:
        """Suggest ``people``."""
        self._known = {_line(known): known for known in people}
        self._names.setStringList(list(self._known))

    def _take_typed(self, text: str) -> None:
        popup = self.completer().popup()
        if popup is None or not popup.isVisible() or not popup.currentIndex().isValid():
            self._take(text)  # else the chosen suggestion speaks next

    def _take(self, text: str) -> None:
        if not text:
            return
        by_name = {known.name.casefold(): known for known in self._known.values()}
        known = self._known.get(text) or by_name.get(text.casefold())
        self.taken.emit(known or text)
        self.clear()
        QTimer.singleShot(0, self.clear)  # the completer writes its words after this


def suggest_names(field: QLineEdit, names: Sequence[str]) -> None:
    """Suggest ``names`` while one types into ``field``."""
    completer = field.completer()
    if isinstance(completer, QCompleter):
        model = completer.model()
        if isinstance(model, QStringListModel) and model.stringList() != list(names):
            model.setStringList(list(names))
        return
    completer = _completer(QStringListModel(list(names), field), field)
    completer.activated.connect(field.textEdited)
    field.setCompleter(completer)


class _Names(QCompleter):
    """Is silent once the name stands there: its window would swallow the next click."""

    @override
    def splitPath(self, path: str) -> list[str]:
        model, words = self.model(), path.casefold()
        names = model.stringList() if isinstance(model, QStringListModel) else []
        found = [name.casefold() for name in names if words in name.casefold()]
        return [NOBODY] if found == [words] else super().splitPath(path)


def _completer(model: QStringListModel, field: QLineEdit) -> QCompleter:
    completer = _Names(model, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    shown = QListView()
    shown.setObjectName("suggestions")
    completer.setPopup(shown)
    return completer


def _line(known: Known) -> str:
    capacity = known.capacity if isinstance(known, Person) else known.relation.label
    return " · ".join(part for part in (known.name, capacity) if part)

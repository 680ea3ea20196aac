"""The line below a name that signs: which number, and its digits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.procedure.signatory import (
    Identity,
    identity_line,
    identity_of,
    identity_problem,
)
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small


class IdentityField(QWidget):
    """Holds a line such as ``NIP 19850101 201001 2 001``, or nothing."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.kind = ChoiceChips(Identity, optional=False, name=name)
        self.number = QLineEdit()
        self.number.setAccessibleName(name)
        self.problem = small()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.kind, self.number, self.problem):
            column.addWidget(part)
        self.setFocusProxy(self.kind)
        self.kind.changed.connect(self._chosen)
        self.number.textEdited.connect(self.changed)
        self.number.textChanged.connect(self._weigh)
        self.set_value("")

    def value(self) -> str:
        """The line as it is printed."""
        return identity_line(self.kind.value(), self.number.text())

    def set_value(self, line: str) -> None:
        """Show ``line``."""
        identity, number = identity_of(line)
        self.kind.set_value(identity)
        self.number.setText(number)
        self.number.setCursorPosition(0)
        self._weigh()

    def _chosen(self) -> None:
        self.changed.emit()  # first: hiding the number moves the focus, and a form fills anew then
        self._weigh()

    def _weigh(self) -> None:
        identity = self.kind.value()
        self.number.setVisible(identity is not Identity.NONE)
        problem = identity_problem(identity, self.number.text())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

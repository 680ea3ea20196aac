"""The editor at the side of a list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.screens.widgets.button import Button, icon_button
from konfkasus_gui.screens.widgets.label import subtitle
from konfkasus_gui.screens.widgets.scroll import Scroll


class SidePanel(QFrame):
    """A title, a cross, a form that scrolls, and at the end the button that removes."""

    closed = Signal()
    remove_requested = Signal()

    def __init__(self, removal: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.form: QWidget | None = None
        self.words = subtitle()
        self.cross = icon_button("x", _("Tutup"), pressed=self.closed.emit)
        self.remove_button = Button(removal, kind="danger", icon="trash-2")
        self.remove_button.clicked.connect(self.remove_requested)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 4, 16, 16)
        self._column.setSpacing(16)
        self._column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self._scroll = Scroll(self._inside)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 10, 0)
        head.addWidget(self.words, 1)
        head.addWidget(self.cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.hide()

    def show_form(self, words: str, form: QWidget) -> None:
        """Show another form from its top."""
        self._forget()
        self.words.setText(words)
        self.form = form
        self._column.insertWidget(0, form)
        self.show()
        self._scroll.verticalScrollBar().setValue(0)

    def close_form(self) -> None:
        """Take the form away and hide."""
        self._forget()
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _forget(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = None

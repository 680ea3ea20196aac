"""A field to look things up with."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from konfkasus_gui.screens import icons, theme

PAUSE_MS = 150


class SearchField(QLineEdit):
    """Says what is looked for while it is typed; ``shortcut`` brings the cursor here."""

    searched = Signal(str)
    entered = Signal(str)

    def __init__(
        self, placeholder: str, *, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._key = QLabel(shortcut, self)
        self._key.setProperty("role", "key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key.setVisible(bool(shortcut))
        self.setMinimumWidth(theme.scaled(180))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._enter)
        if shortcut and shortcut != "Enter":
            QShortcut(QKeySequence(shortcut), self).activated.connect(self._come)
        theme.watch().changed.connect(self._tint)
        self._tint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._place_key()

    def _place_key(self) -> None:
        self._key.adjustSize()
        room = self._key.width() + 8 if not self._key.isHidden() else 0
        self.setTextMargins(0, 0, room, 0)
        self._key.move(
            self.width() - self._key.width() - 10, (self.height() - self._key.height()) // 2
        )

    def _typed(self, text: str) -> None:
        self._key.setVisible(bool(self._key.text()) and not text)
        self._place_key()
        self._pause.start()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())

    def _enter(self) -> None:
        self._pause.stop()
        self.entered.emit(self.text().strip())

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _tint(self) -> None:
        self._glass.setIcon(icons.icon("search", "muted"))

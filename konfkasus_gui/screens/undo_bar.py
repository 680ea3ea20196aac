"""The bar at the foot of a window: what was removed, and *Urungkan*."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.deletion import RemovedKind
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import strong

KEYS = "Ctrl+Z"
_ABOVE = 64
"""px at 100 % font size between the bar and the foot of its window: buttons stay free."""
_AROUND = (QEvent.Type.Resize, QEvent.Type.Show)


class UndoBar(QFrame):
    """Lies over the foot of ``window`` while something can be undone; takes no focus by itself.

    Where the cursor is in a field for text, Ctrl+Z belongs to the text; everywhere else it brings
    back what was removed. The words name the kind of thing, never what was written in it.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._undoing = session.undoing
        theme.mark(self, ground="rail")
        self.setProperty("toast", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Baru dihapus"))
        self.words = strong("")
        self.words.setWordWrap(False)
        self.undo: Button = button(
            _("Urungkan"), kind="rail", icon="undo-2", pressed=self.bring_back
        )
        self.undo.setToolTip(_("Urungkan ({keys})").format(keys=KEYS))
        self.close_button: Button = button("", kind="rail", icon="x", pressed=self._dismiss)
        self.close_button.setToolTip(_("Tutup; masih ada di Terhapus selama 30 hari"))
        self.close_button.setAccessibleName(_("Tutup"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("trash-2", "on_rail"))
        row.addWidget(self.words)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        self._keys = QShortcut(QKeySequence(KEYS), window)
        self._keys.activated.connect(self.bring_back)
        self._keys.setEnabled(False)
        window.installEventFilter(self)
        self._undoing.changed.connect(self._show_offer)
        self.hide()
        self._show_offer()

    def bring_back(self) -> None:
        """Bring back what is offered, or say why it cannot be."""
        try:
            self._undoing.bring_back()
        except KonfKasusError as error:
            from konfkasus_gui.screens import dialogs  # seldom needed, so loaded late

            dialogs.tell(self._window, str(error))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._undoing.hold()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._undoing.go_on()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AROUND and not self.isHidden():
            self._place()
        return False

    def _dismiss(self) -> None:
        self._undoing.dismiss()

    def _show_offer(self) -> None:
        offered = self._undoing.offered
        self._keys.setEnabled(offered is not None)
        if offered is None:
            self.hide()
            self.words.clear()
            return
        self.words.setText(in_words(offered.kind))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        room = self._window.rect()
        left = max(0, (room.width() - self.width()) // 2)
        top = max(0, room.height() - self.height() - theme.scaled(_ABOVE))
        self.move(left, top)


def in_words(kind: RemovedKind) -> str:
    """What was removed, as in ``Komitmen dihapus.``."""
    return _("{kind} dihapus.").format(kind=kind.title)

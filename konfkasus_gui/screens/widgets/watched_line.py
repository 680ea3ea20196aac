"""The marked places of a field of one line: a sign at its end, and what is done about one."""

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from konfkasus_gui.language import _
from konfkasus_gui.screens import icons
from konfkasus_gui.screens.widgets.mark_menu import mark_menu
from konfkasus_gui.screens.widgets.marks import Look, Mark, in_units
from konfkasus_gui.screens.widgets.watched import GAP, Watcher


class WatchedLine(QObject):
    """Shows a sign in ``line`` while ``look`` finds something in it; the sign and F7 open why."""

    def __init__(self, line: QLineEdit, look: Look, watcher: Watcher) -> None:
        super().__init__(line)
        self.menu: QMenu | None = None
        self._look = look
        self._watcher = watcher
        self.sign = line.addAction(
            icons.icon("circle-alert", "warning"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.sign.setShortcut(Qt.Key.Key_F7)
        self.sign.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.sign.triggered.connect(self.open_next)
        line.textChanged.connect(self._weigh)
        watcher.changed.connect(self._weigh)
        self._weigh()

    @property
    def line(self) -> QLineEdit:
        """The field that is watched."""
        return cast(QLineEdit, self.parent())

    def marks(self) -> tuple[Mark, ...]:
        """What is found in the line as it is now."""
        return tuple(self._look(self.line.text()))

    def open_next(self) -> bool:
        """Select the first marked place after the cursor and open its choices, if there is one."""
        text, marks = self.line.text(), self.marks()
        if not marks:
            return False
        here = self.line.cursorPosition()
        mark = next((one for one in marks if in_units(text, one.start) >= here), marks[0])
        self._select(mark)
        menu = mark_menu(
            mark,
            self.line,
            replace=partial(self._replace, mark),
            ignore=partial(self._watcher.ignore, mark),
            silence=partial(self._watcher.silence, mark),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._forget)
        self.menu = menu
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        return True

    def _weigh(self) -> None:
        marks = self.marks()
        self.sign.setVisible(bool(marks))
        if marks:
            words = _("{title}. {reason} Klik atau tekan F7 untuk mengganti.")
            told = words.format(title=marks[0].title, reason=marks[0].reason)
            self.sign.setToolTip(told)

    def _select(self, mark: Mark) -> None:
        text = self.line.text()
        start, end = in_units(text, mark.start), in_units(text, mark.end)
        self.line.setSelection(start, end - start)

    def _replace(self, mark: Mark, way: str) -> None:
        if self.line.isReadOnly():
            return
        self._select(mark)
        start = self.line.selectionStart()
        self.line.insert(way)
        gap = way.find(GAP)
        if gap >= 0:
            self.line.setSelection(start + gap, 1)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self.menu = None

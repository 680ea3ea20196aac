"""The marked places of a text box: by the mouse, by F7, and what is done about one."""

from collections.abc import Iterator
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from konfkasus_gui.language import _
from konfkasus_gui.screens.widgets.mark_menu import mark_menu
from konfkasus_gui.screens.widgets.marks import Look, Mark, Marker, in_units
from konfkasus_gui.screens.widgets.text_area import TextArea

GAP = "…"


class Watcher(Protocol):
    """Who knows what is to be marked, and what is to be left alone."""

    changed: SignalInstance
    """What is to be marked is different now."""

    def ignore(self, mark: Mark) -> None:
        """Leave this place alone."""

    def silence(self, mark: Mark) -> None:
        """Leave the word of ``mark`` alone everywhere, from now on."""


class Watched(QObject):
    """Marks the places that ``look`` finds in ``area`` and offers what can be done about them.

    A right click on a marked place opens its choices above those of the box; F7 goes to the next
    marked place and opens them too.
    """

    def __init__(self, area: TextArea, look: Look, watcher: Watcher) -> None:
        super().__init__(area)
        self.menu: QMenu | None = None
        self._watcher = watcher
        self.marker = Marker(self, area.document(), look)
        self.marker.found.connect(self._hint)
        watcher.changed.connect(self.marker.rehighlight)
        area.watched = self

    @property
    def area(self) -> TextArea:
        """The box that is watched."""
        return cast(TextArea, self.parent())

    def open_next(self) -> bool:
        """Go to the first marked place after the cursor, or from the beginning; open its choices.

        Whether there is one.
        """
        cursor = self.area.textCursor()
        here = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        places = [
            (block.position() + in_units(block.text(), mark.start), block, mark)
            for block in _blocks(self.area)
            for mark in self.marker.marks_of(block.text())
        ]
        if not places:
            return False
        _place, block, mark = next((one for one in places if one[0] >= here), places[0])
        self.area.setTextCursor(self._selected(block, mark))
        self.area.ensureCursorVisible()
        self._show(self._choices(block, mark), self._below_cursor())
        return True

    def open_menu(self, event: QContextMenuEvent) -> bool:
        """Open the choices of the marked place that was asked for; whether there is one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        where = self.area.viewport().mapFromGlobal(event.globalPos())
        cursor = self.area.cursorForPosition(where) if by_mouse else self.area.textCursor()
        block, mark = self._at(cursor)
        if mark is None:
            return False
        menu = self._choices(block, mark)
        menu.addSeparator()
        usual = self.area.createStandardContextMenu()
        menu.destroyed.connect(usual.deleteLater)
        for action in usual.actions():
            menu.addAction(action)
        self._show(menu, event.globalPos() if by_mouse else self._below_cursor())
        return True

    def _at(self, cursor: QTextCursor) -> tuple[QTextBlock, Mark | None]:
        block = cursor.block()
        text, place = block.text(), cursor.positionInBlock()
        for mark in self.marker.marks_of(text):
            if in_units(text, mark.start) <= place <= in_units(text, mark.end):
                return block, mark
        return block, None

    def _choices(self, block: QTextBlock, mark: Mark) -> QMenu:
        return mark_menu(
            mark,
            self.area,
            replace=lambda way: self._replace(block, mark, way),
            ignore=lambda: self._watcher.ignore(mark),
            silence=lambda: self._watcher.silence(mark),
        )

    def _show(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._forget)
        self.menu = menu
        menu.popup(where)

    def _forget(self) -> None:
        self.menu = None

    def _replace(self, block: QTextBlock, mark: Mark, way: str) -> None:
        """Write ``way`` in place of the marked words; its first gap is left for filling in."""
        if self.area.isReadOnly() or not block.isValid():
            return
        cursor = self._selected(block, mark)
        begins_large = cursor.selectedText()[:1].isupper() and mark.word
        cursor.insertText(way[:1].upper() + way[1:] if begins_large else way)
        gap = way.find(GAP)
        if gap >= 0:
            cursor.setPosition(cursor.position() - len(way) + gap)
            cursor.setPosition(cursor.position() + 1, QTextCursor.MoveMode.KeepAnchor)
        self.area.setTextCursor(cursor)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self, block: QTextBlock, mark: Mark) -> QTextCursor:
        text, cursor = block.text(), QTextCursor(block)
        cursor.setPosition(block.position() + in_units(text, mark.start))
        end = block.position() + in_units(text, mark.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _below_cursor(self) -> QPoint:
        return self.area.viewport().mapToGlobal(self.area.cursorRect().bottomLeft())

    def _hint(self) -> None:
        """Say once how a marked place is opened; no filter, which would slow each event down."""
        self.marker.found.disconnect(self._hint)
        self.area.viewport().setToolTip(
            _("Kata bergaris: klik kanan, atau tekan F7, untuk alasan dan penggantinya.")
        )


def _blocks(area: TextArea) -> Iterator[QTextBlock]:
    block = area.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()

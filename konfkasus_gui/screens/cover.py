"""F9: everything that is shown is hidden at once, and nothing that was typed is lost."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme


class Sheet(QWidget):
    """Lies over one window; says how to take it away, and lets no key and no click through."""

    taken_away = Signal()

    def __init__(self, window: QWidget, key: int) -> None:
        super().__init__(window)
        self._key = key
        self.title = window.windowTitle()
        self.focus = window.focusWidget()
        self.setAccessibleName(_("Layar ditutup"))
        self.setAccessibleDescription(_("Tekan F9 atau klik untuk membukanya."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        window.setWindowTitle(_("KonfKasus"))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Show the window as it was, with the cursor where it was."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
            window.setWindowTitle(self.title)
        self.hide()
        if self.focus is not None and isValid(self.focus):
            self.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window works through the sheet
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == self._key:
            self.taken_away.emit()

    @override
    def focusNextPrevChild(self, _next: bool) -> bool:
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.taken_away.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() is QEvent.Type.Resize and watched is window and window is not None:
            self.setGeometry(window.rect())
        elif event.type() is QEvent.Type.WindowTitleChange and window is not None:
            now = window.windowTitle()
            if now != _("KonfKasus"):
                self.title = now
                window.setWindowTitle(_("KonfKasus"))
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.setPen(theme.colour("on_rail"))
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            _("Layar ditutup. Tekan F9 atau klik untuk membukanya."),
        )
        painter.end()


class Cover(QObject):
    """Puts a sheet over every window of the program, and takes them all away again."""

    turned = Signal(bool)
    """Whether everything is covered now."""

    def __init__(self, parent: QObject, key: Qt.Key = Qt.Key.Key_F9) -> None:
        super().__init__(parent)
        self._key = key
        self._sheets: list[Sheet] = []
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._come_along)

    @property
    def covers(self) -> bool:
        """Whether everything is covered; sheets of windows that were closed count no longer."""
        self._sheets = [
            sheet for sheet in self._sheets if isValid(sheet) and sheet.window().isVisible()
        ]
        return bool(self._sheets)

    def turn(self) -> None:
        """Cover everything, or uncover it."""
        if self.covers:
            self.take_away()
        else:
            self.put_on()

    def put_on(self) -> None:
        """Hide what every window shows, its title, and any open menu or list."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        active = QApplication.activeWindow()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._lay_on(window)
        if active is not None:
            active.activateWindow()
            for sheet in self._sheets:
                if sheet.parentWidget() is active:
                    sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(self.covers)

    def take_away(self) -> None:
        """Show everything as it was."""
        sheets, self._sheets = self._sheets, []
        active = QApplication.activeWindow()
        for sheet in sorted(
            (one for one in sheets if isValid(one)), key=lambda one: one.parentWidget() is active
        ):
            sheet.uncover()
        self.turned.emit(False)

    def _lay_on(self, window: QWidget) -> None:
        sheet = Sheet(window, self._key)
        sheet.taken_away.connect(self.take_away)
        self._sheets.append(sheet)

    def _come_along(self, _window: QWindow | None) -> None:
        """A window that opens while everything is covered is covered, too."""
        if self.covers:
            QTimer.singleShot(0, self._cover_newcomers)

    def _cover_newcomers(self) -> None:
        if not self.covers:
            return
        covered = [sheet.parentWidget() for sheet in self._sheets if isValid(sheet)]
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window not in covered:
                self._lay_on(window)

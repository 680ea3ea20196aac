"""F9 hides everything at once; what was typed and where stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from konfkasus_gui.screens.cover import Cover, Sheet

SECRET = "Kasus Anisa"


class Room(QWidget):
    """A window with a secret in its title and in its field, and a shortcut."""

    def __init__(self):
        super().__init__()
        self.setWindowTitle(SECRET)
        self.field = QLineEdit()
        self.pressed = []
        QVBoxLayout(self).addWidget(self.field)
        QShortcut(QKeySequence("F7"), self).activated.connect(lambda: self.pressed.append("F7"))
        self.cover = Cover(self)
        QShortcut(QKeySequence("F9"), self).activated.connect(self.cover.turn)


@pytest.fixture
def room(qtbot):
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    room.field.setFocus()
    return room


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def sheets(window):
    found = window.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [sheet for sheet in found if sheet.isVisible()]


def test_everything_is_hidden_and_comes_back_with_the_cursor(room):
    QTest.keyClicks(room.field, "rahasia")
    press(Qt.Key.Key_F9)
    [sheet] = sheets(room)
    assert room.windowTitle() == "KonfKasus"
    assert sheet.geometry() == room.rect()
    picture = room.grab().toImage()
    colours = {picture.pixelColor(x, 4).name() for x in range(0, picture.width(), 3)}
    assert len(colours) == 1, "nothing of the window shines through"
    press(Qt.Key.Key_F9)
    QApplication.sendPostedEvents()
    assert sheets(room) == []
    assert room.windowTitle() == SECRET
    assert room.field.hasFocus()
    assert room.field.text() == "rahasia"


def test_no_key_and_no_shortcut_goes_through(room):
    press(Qt.Key.Key_F9)
    for key in (Qt.Key.Key_A, Qt.Key.Key_F7, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        press(key)
    assert isinstance(QApplication.focusWidget(), Sheet)
    press(Qt.Key.Key_F9)
    assert room.field.text() == ""
    assert room.pressed == []
    press(Qt.Key.Key_F7)
    assert room.pressed == ["F7"]


def test_a_click_shows_it_again(qtbot, room):
    press(Qt.Key.Key_F9)
    qtbot.mouseClick(sheets(room)[0], Qt.MouseButton.LeftButton)
    assert sheets(room) == []
    assert not room.cover.covers


def test_dialogs_and_windows_behind_are_hidden_too(qtbot, room):
    other = QWidget()
    qtbot.addWidget(other)
    other.setWindowTitle(SECRET)
    other.show()
    dialog = QDialog(room)
    dialog.setWindowTitle(SECRET)
    dialog.open()
    room.cover.put_on()
    for window in (room, other, dialog):
        assert len(sheets(window)) == 1
        assert window.windowTitle() == "KonfKasus"
    room.cover.take_away()
    assert {window.windowTitle() for window in (room, other, dialog)} == {SECRET}
    dialog.close()


def test_an_open_menu_closes_and_a_window_that_opens_later_is_covered(qtbot, room):
    menu = QMenu(room)
    menu.addAction(SECRET)
    menu.popup(room.pos())
    room.cover.put_on()
    assert not menu.isVisible()
    late = QWidget()
    qtbot.addWidget(late)
    late.setWindowTitle(SECRET)
    late.show()
    late.activateWindow()
    qtbot.waitUntil(lambda: len(sheets(late)) == 1)
    room.setWindowTitle("Kasus lain")
    assert room.windowTitle() == "KonfKasus"
    room.cover.take_away()
    assert (room.windowTitle(), late.windowTitle()) == ("Kasus lain", SECRET)


def test_a_window_that_closed_meanwhile_is_no_trouble(qtbot, room):
    dialog = QDialog(room)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    room.cover.put_on()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    room.cover.take_away()
    assert room.windowTitle() == SECRET


def test_the_sheet_grows_with_its_window(room):
    room.cover.put_on()
    room.resize(room.width() + 200, room.height() + 100)
    QApplication.processEvents()
    assert sheets(room)[0].geometry() == room.rect()

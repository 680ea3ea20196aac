"""A small window grows with what appears in it."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.notice import Notice

LONG = "Cadangan ini utuh dan dapat dipulihkan di komputer ini. " * 6


@pytest.fixture
def window(qtbot):
    """A window as the small ones are: words, a field, and a notice that says nothing yet."""
    window = QDialog()
    qtbot.addWidget(window)
    window.notice = Notice()
    column = QVBoxLayout(window)
    column.addWidget(muted("Ketik kata sandi yang berlaku saat cadangan itu dibuat. " * 3))
    column.addWidget(QLineEdit())
    column.addWidget(window.notice)
    column.addStretch()
    window.setMinimumWidth(400)
    with qtbot.waitExposed(window):
        window.show()
    return window


def is_whole(label):
    return label.height() >= label.heightForWidth(label.width())


def test_a_long_sentence_is_whole(qtbot, window):
    low = window.height()
    window.notice.say(LONG, "good")
    qtbot.waitUntil(lambda: is_whole(window.notice.sentence))
    assert window.height() > low
    assert window.width() == 400


def test_no_window_becomes_higher_than_the_screen(qtbot, window):
    window.notice.say(LONG * 40, "good")
    assert window.height() <= QGuiApplication.primaryScreen().availableSize().height()


def test_a_window_that_has_room_stays_as_it_is(qtbot, window):
    window.resize(600, 500)
    window.notice.say(LONG, "good")
    assert (window.width(), window.height()) == (600, 500)
    qtbot.waitUntil(lambda: is_whole(window.notice.sentence))

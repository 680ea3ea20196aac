import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.screens import dialogs, failures, qt_words


class DiskFull(KonfKasusError):
    pass


@pytest.fixture
def told(monkeypatch):
    """What the counselor is told."""
    told = []

    def tell(parent, sentence, *, detail=""):
        told.append((sentence, detail))

    monkeypatch.setattr(dialogs, "tell", tell)
    return told


@pytest.fixture
def caught(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    owner = QObject()
    yield failures.install(owner)
    owner.deleteLater()


def raised(error):
    """``error`` as Python hands it to the hook."""
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_an_error_of_the_world_is_told_in_its_own_words(caught, told, caplog):
    raised(DiskFull("Diska penuh. Tidak ada yang hilang."))
    assert told == [("Diska penuh. Tidak ada yang hilang.", "")]
    assert caplog.records == []


def test_a_bug_is_logged_and_told_calmly_with_a_number(caught, told, caplog):
    with caplog.at_level(logging.ERROR):
        raised(ValueError("Budi"))
    [(sentence, detail)] = told
    assert "Budi" not in sentence + detail
    assert "nomor 1" in detail
    [record] = caplog.records
    assert record.getMessage() == "failure 1"
    assert record.exc_info


def test_never_a_second_window_over_the_first(caught, monkeypatch, caplog):
    told = []

    def tell(parent, sentence, *, detail=""):
        told.append(sentence)
        raised(ValueError("again"))

    monkeypatch.setattr(dialogs, "tell", tell)
    with caplog.at_level(logging.ERROR):
        raised(ValueError("first"))
    assert len(told) == 1
    assert len(caplog.records) == 2


def test_an_error_in_a_thread_is_told_in_the_window(qtbot, caught, told):
    def fail():
        raise DiskFull("Diska penuh.")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join(5)
    qtbot.waitUntil(lambda: told == [("Diska penuh.", "")])


def test_the_menu_of_a_text_field_speaks_indonesian(qapp, qtbot):
    words = qt_words.install(qapp)
    line = QLineEdit("x")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    qapp.removeTranslator(words)
    assert texts == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_what_a_label_says_is_never_markup(qtbot):
    from konfkasus_gui.screens.widgets.label import body

    label = body("<b>tebal</b>")
    qtbot.addWidget(label)
    assert isinstance(label, QLabel)
    assert label.textFormat() == label.textFormat().PlainText

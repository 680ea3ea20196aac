"""Pengaturan, Bahasa netral: what the school adds, and what it wants to be reminded of again."""

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.school_words import SchoolWord, Treatment
from konfkasus_gui.screens.settings import SettingsPage
from konfkasus_gui.screens.settings.page import Part


@pytest.fixture
def words(qtbot, session):
    page = SettingsPage(session)
    page.resize(1150, 700)
    page.show()
    page.show_part(Part.WORDS)
    qtbot.waitUntil(lambda: not page.busy)
    yield page.words
    qtbot.waitUntil(lambda: not page.busy)
    page.close()
    page.deleteLater()


def kept(session):
    return [(one.word, one.treatment, one.instead) for one in session.archive.every(SchoolWord)]


def shown(column):
    return [row.words.text() for row in column.shown]


def test_a_word_is_added_by_the_keyboard_alone(qtbot, session, words):
    assert not words.no_watched.isHidden()
    qtbot.keyClicks(words.word, "  Tengil   Sekali")
    qtbot.keyClick(words.word, Qt.Key.Key_Return)
    words.instead.insert("mengejek … kali")
    qtbot.keyClick(words.instead, Qt.Key.Key_Return)
    assert kept(session) == [("tengil sekali", Treatment.WATCHED, "mengejek … kali")]
    assert shown(words.watched) == ["tengil sekali → mengejek … kali"]
    assert words.word.text() == ""
    assert words.no_watched.isHidden()
    assert session.text_checks.neutral()("Ia tengil sekalinya.")


@pytest.mark.parametrize("typed", ["", "  ", "123", "a" * 61, "tengil", "TENGIL "])
def test_what_cannot_be_added_is_said_and_stays_typed(qtbot, session, words, typed):
    session.save(SchoolWord(word="tengil"))
    words.word.setText(typed)
    words.add_button.click()
    assert words.problem.text()
    assert words.word.text() == typed
    assert len(kept(session)) == 1
    qtbot.keyClicks(words.word, "x")
    assert words.problem.isHidden()


def test_what_is_removed_can_be_put_back(session, words):
    session.save(SchoolWord(word="tengil", instead="mengejek"))
    words.refresh()
    words.watched.shown[0].action.click()
    assert kept(session) == []
    words.notice.action_requested.emit()
    assert kept(session) == [("tengil", Treatment.WATCHED, "mengejek")]


def test_a_silenced_word_is_reminded_of_again(session, words):
    session.save(SchoolWord(word="malas", treatment=Treatment.SILENCED))
    words.refresh()
    assert session.text_checks.neutral()("Ia malas.") == ()
    [row] = words.silenced.shown
    row.action.click()
    assert kept(session) == []
    assert session.text_checks.neutral()("Ia malas.")

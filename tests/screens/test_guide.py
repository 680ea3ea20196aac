"""The guide: its chapters, and what is looked for in them."""

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.screens.guide import TEXTS, GuidePage, Topic


@pytest.fixture
def page(qtbot):
    page = GuidePage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


def listed(page):
    model = page.chapters.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def at_the_top(page):
    """The first line that can be read."""
    return page.text.cursorForPosition(page.text.viewport().rect().topLeft()).block().text()


def look_for(qtbot, page, words):
    qtbot.keyClicks(page.search, words)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)


@pytest.mark.parametrize("topic", Topic)
def test_every_heading_is_a_chapter(page, topic):
    page.show_topic(topic)
    lines = TEXTS[topic].read_text(encoding="utf-8").splitlines()
    assert listed(page) == [line.removeprefix("## ") for line in lines if line.startswith("## ")]


def test_a_click_turns_to_the_chapter(qtbot, page):
    place = listed(page).index("Cadangan dan pemulihan")
    item = page.chapters.visualRect(page.chapters.model().index(place))
    qtbot.mouseClick(page.chapters.viewport(), Qt.MouseButton.LeftButton, pos=item.center())
    assert at_the_top(page) == "Cadangan dan pemulihan"


def test_the_keys_go_from_chapter_to_chapter(qtbot, page):
    page.chapters.setCurrentIndex(page.chapters.model().index(3))
    qtbot.keyClick(page.chapters, Qt.Key.Key_Down)
    assert at_the_top(page) == listed(page)[4]


def test_what_is_looked_for_leaves_the_chapters_that_tell_of_it(qtbot, page):
    look_for(qtbot, page, "KUNCI pemulihan")
    assert listed(page) == ["Menjaga rahasia", "Cadangan dan pemulihan"]
    assert page.chapters.hasFocus()
    marked = {mark.cursor.selectedText().casefold() for mark in page.text.extraSelections()}
    assert marked == {"kunci", "pemulihan"}


def test_a_word_far_down_in_its_chapter_comes_into_view(qtbot, page):
    look_for(qtbot, page, "antrean")
    [mark] = page.text.extraSelections()
    assert page.text.viewport().rect().contains(page.text.cursorRect(mark.cursor))


def test_what_is_nowhere_is_told_and_all_chapters_come_back(qtbot, page):
    look_for(qtbot, page, "zebra")
    assert listed(page) == []
    assert page.nothing.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(page)) > 10)
    assert page.nothing.isHidden()
    assert page.text.extraSelections() == []


def test_what_is_looked_for_goes_on_in_the_other_topic(qtbot, page):
    look_for(qtbot, page, "antivirus")
    assert listed(page) == []
    qtbot.mouseClick(page.topic.chip(Topic.INSTALLING), Qt.MouseButton.LeftButton)
    assert "Memasang di Windows" in listed(page)


def test_nothing_of_the_guide_is_cut_at_its_right(page):
    for topic in Topic:
        page.show_topic(topic)
        assert page.text.horizontalScrollBar().maximum() == 0

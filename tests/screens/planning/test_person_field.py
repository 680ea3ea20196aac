"""A line in which people are found by name."""

import pytest
from PySide6.QtWidgets import QLineEdit

from konfkasus_gui.screens.planning.person_field import suggest_names


@pytest.fixture
def field(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    suggest_names(field, ["Agus Setiadi", "Ratna Wulandari", "Ratna Wulandari Putri"])
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def test_names_are_suggested_while_one_types(qtbot, field):
    qtbot.keyClicks(field, "setia")
    assert field.completer().popup().isVisible()


def test_a_name_that_stands_there_is_not_suggested_so_that_the_next_click_counts(qtbot, field):
    qtbot.keyClicks(field, "AGUS SETIADI")
    assert not field.completer().popup().isVisible()
    assert field.text() == "AGUS SETIADI"


def test_a_name_that_begins_another_still_suggests_it(qtbot, field):
    qtbot.keyClicks(field, "Ratna Wulandari")
    assert field.completer().popup().isVisible()
    assert field.completer().completionCount() == 2

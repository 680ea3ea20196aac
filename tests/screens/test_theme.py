import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.theme import DARK, LIGHT
from konfkasus_gui.screens.widgets.button import Button


@pytest.fixture(autouse=True)
def light_afterwards(qapp):
    yield
    theme.apply(qapp, 100, Qt.ColorScheme.Light)


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    ("text", "background"),
    ("text", "surface"),
    ("text", "neutral_soft"),
    ("text", "warning_soft"),
    ("text", "accent_soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("accent", "surface"),
    ("accent", "background"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_rail", "rail"),
    ("on_rail", "rail_current"),
    ("warning", "warning_soft"),
    ("warning", "background"),
    ("danger", "danger_soft"),
    ("danger", "background"),
    ("good", "good_soft"),
    ("good", "surface"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(colours):
    assert contrast(colours.outline, colours.surface) >= 3


def test_the_colours_follow_the_scheme(qapp):
    theme.apply(qapp, scheme=Qt.ColorScheme.Dark)
    assert theme.colours() is DARK
    assert qapp.palette().window().color() == QColor(DARK.background)
    theme.apply(qapp, scheme=Qt.ColorScheme.Light)
    assert theme.colours() is LIGHT


def test_a_larger_type_reaches_every_word(qapp, qtbot):
    label = QLabel("Kasus")
    qtbot.addWidget(label)
    theme.apply(qapp, 100)
    label.ensurePolished()
    before = label.fontInfo().pointSizeF()
    theme.apply(qapp, 200)
    label.ensurePolished()
    assert label.fontInfo().pointSizeF() == pytest.approx(before * 2, rel=0.05)


def test_a_button_is_high_enough_to_hit(qapp, qtbot):
    theme.apply(qapp)
    for button in (Button("Cetak", kind="primary"), Button("Ubah", kind="link"), QPushButton("a")):
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() >= 34


def test_the_edge_of_the_focused_button_is_drawn(qapp, qtbot):
    theme.apply(qapp, scheme=Qt.ColorScheme.Light)
    button = Button("Cetak")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    button.clearFocus()
    calm = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != calm

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from konfkasus_gui.screens import icons, theme

NAMES = sorted(file.stem for file in icons.FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp, name):
    picture = icons.icon(name).pixmap(QSize(20, 20)).toImage()
    assert any(
        picture.pixelColor(x, y).alpha()
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_an_icon_has_the_colour_asked_for(qapp):
    theme.apply(qapp, scheme=Qt.ColorScheme.Light)
    picture = icons.pixmap("circle", "danger", 48).toImage()
    colours = {
        picture.pixelColor(x, 24).name()
        for x in range(48)
        if picture.pixelColor(x, 24).alpha() == 255
    }
    assert QColor(theme.colours().danger).name() in colours


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_drawn_for_the_pixels_of_the_screen(qapp, monkeypatch, ratio):
    monkeypatch.setattr(theme, "finest", lambda: ratio)
    picture = icons.pixmap("check", size=20)
    assert picture.width() == round(20 * ratio)
    assert picture.devicePixelRatioF() == ratio
    [size] = icons.icon("check", size=18).availableSizes()
    assert size.width() in (18, round(18 * ratio))


def test_an_unknown_icon_is_a_mistake(qapp):
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_every_icon_named_in_the_screens_exists():
    called = re.compile(
        r"(?:icon=|icon_button\(|IconLabel\(|EmptyState\(\s*|icons\.icon\()\"([a-z0-9-]+)\""
    )
    sources = (theme.RESOURCES.parent / "konfkasus_gui" / "screens").rglob("*.py")
    named = {name for source in sources for name in called.findall(source.read_text("utf-8"))}
    assert named <= set(NAMES)


def test_the_licence_stands_beside_the_icons():
    assert "ISC License" in (icons.FOLDER / "LICENSE").read_text("utf-8")

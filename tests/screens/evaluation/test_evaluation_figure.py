import pytest

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.figure import Dots, Figure


@pytest.fixture
def dots(qtbot):
    drawn = Dots()
    qtbot.addWidget(drawn)
    drawn.resize(400, 16)
    return drawn


def filled(dots):
    """How many of the pixels along the middle line are filled."""
    image = dots.grab().toImage()
    accent = theme.colour("accent").rgb()
    return sum(image.pixel(x, 8) == accent for x in range(image.width()))


def test_more_reached_fills_more(dots):
    found = []
    for reached in (0, 3, 12):
        dots.show_measure(reached, 12)
        found.append(filled(dots))
    assert found == sorted(set(found))


def test_many_become_one_bar_of_the_right_length(dots):
    dots.show_measure(50, 100)
    assert filled(dots) == pytest.approx(dots.width() / 2, abs=6)


def test_nothing_to_count_draws_nothing(dots):
    dots.show_measure(0, 0)
    assert filled(dots) == 0


def test_a_figure_is_read_aloud_in_words(qtbot):
    figure = Figure()
    qtbot.addWidget(figure)
    figure.show_measure("7 dari 12", "keterangan berarti", 7, 12)
    assert figure.accessibleName() == "7 dari 12 keterangan berarti"
    assert not figure.dots.isHidden()

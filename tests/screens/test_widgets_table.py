import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.table import Cell, Table

ROWS = [
    (15, ("KK-2026-015", "Sosial", Cell("hari ini", sort=20261123))),
    (14, ("KK-2026-014", "Belajar", Cell("20 Nov", sort=20261120))),
    (9, ("KK-2026-009", "Karier", Cell("1 Des", sort=20261201))),
]


@pytest.fixture
def table(qtbot):
    table = Table(("Kode", "Bidang", "Diperbarui"), stretch=1)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show_rows(ROWS)
    with qtbot.waitExposed(table):
        table.show()
    return table


def codes(table):
    return [table.cell(row, 0) for row in range(table.shown_count())]


def test_enter_opens_the_row(qtbot, table):
    table.choose(14)
    with qtbot.waitSignal(table.activated_row) as got:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert got.args == [14]


def test_a_double_click_opens_the_row(qtbot, table):
    table.choose(9)
    place = table.visualRect(table.currentIndex()).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.activated_row) as got:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert got.args == [9]


def test_enter_on_no_row_opens_nothing(qtbot, table):
    table.show_rows([])
    with qtbot.assertNotEmitted(table.activated_row):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_rows_keep_the_order_they_are_given_in(table):
    assert codes(table) == ["KK-2026-015", "KK-2026-014", "KK-2026-009"]


def test_a_column_sorts_by_what_stands_behind_its_words(table):
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert codes(table) == ["KK-2026-014", "KK-2026-015", "KK-2026-009"]


def test_the_chosen_row_stays_chosen_when_rows_come_anew(table):
    table.choose(14)
    table.show_rows(ROWS[1:])
    assert table.current_key() == 14


def test_a_row_that_is_gone_is_not_chosen(table):
    table.choose(15)
    table.show_rows(ROWS[1:])
    assert table.current_key() is None


def test_a_filter_leaves_rows_that_hold_every_word(table):
    table.filter("kk BELAJAR")
    assert codes(table) == ["KK-2026-014"]
    table.filter("")
    assert table.shown_count() == 3


def test_rows_are_high_enough(table):
    assert table.rowHeight(0) >= 40


def test_tab_leaves_the_table(qtbot, table):
    assert not table.tabKeyNavigation()


def test_badges_and_bars_are_drawn(qapp, qtbot):
    theme.apply(qapp, scheme=Qt.ColorScheme.Light)
    table = Table(("Tahap", "Keadaan"), sortable=False)
    qtbot.addWidget(table)
    table.show_rows([(1, (Cell("Pelaksanaan", stage=2), Cell("lewat 2 hari", badge="danger")))])
    table.resize(500, 120)
    with qtbot.waitExposed(table):
        table.show()
    picture = table.viewport().grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(40)}
    assert QColor(theme.colours().accent).name() in drawn
    assert QColor(theme.colours().danger_soft).name() in drawn


def test_a_click_marks_the_row_whose_form_comes_up_though_the_rows_move_under_the_mouse(
    qtbot, table
):
    rows = [(key, (f"KK-2026-{key:03}", "Sosial", "hari ini")) for key in range(1, 21)]
    table.show_rows(rows)
    table.resize(600, 200)
    bar = table.verticalScrollBar()
    told = []

    def make_room(key):
        told.append(key)
        bar.setValue(bar.value() + table.rowHeight(0))

    table.chosen_row.connect(make_room)
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(table.viewport(), place + QPoint(1, 1))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [3]
    assert table.current_key() == 3
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.turning_box import TurningBox


@pytest.fixture
def shown(qtbot):
    def show(widget, width=1000, height=300):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return show


def test_a_line_opens_by_mouse_and_by_keyboard(qtbot, shown):
    row = shown(LineRow(7, "Kunjungan rumah", badge="besok", opens=True))
    for act in (
        lambda: qtbot.mouseClick(row, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(row, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(row, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(row.activated) as asked:
            act()
        assert asked.args == [7]
    assert row.accessibleName() == "Kunjungan rumah, besok"


def test_a_line_that_does_not_open_stays_still(qtbot, shown):
    row = shown(LineRow(7, "Notulen", badge="setelah konferensi"))
    with qtbot.assertNotEmitted(row.activated):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_long_text_with_markup_is_shown_as_it_is(shown):
    row = shown(LineRow(1, "<b>tebal</b> " * 40), width=300)
    assert row.words.textFormat() is Qt.TextFormat.PlainText
    assert row.heightForWidth(300) > row.heightForWidth(3000)


def test_rows_that_are_drawn_anew_keep_the_keyboard_where_it_was(qtbot, shown):
    column = shown(RowColumn())
    column.activateWindow()
    column.show_rows(QPushButton(str(number)) for number in range(3))
    qtbot.waitUntil(lambda: column.shown[1].isVisible() and column.isActiveWindow())
    column.shown[1].setFocus()
    column.show_rows(QPushButton(str(number)) for number in range(3))
    qtbot.waitUntil(lambda: column.shown[1].hasFocus())


def test_a_narrow_table_leaves_seldom_columns_out_and_brings_them_back(shown):
    table = shown(PagedTable(("Kode", "Kelas", "Langkah"), seldom={1: 500}))
    assert not table.isColumnHidden(1)
    table.resize(400, 300)
    assert table.isColumnHidden(1)
    table.resize(900, 300)
    assert not table.isColumnHidden(1)


def test_a_paged_table_stops_where_its_rows_end(qtbot, shown):
    table = shown(PagedTable(("Nomor",)))
    pages = {0: [(n, (str(n),)) for n in range(50)], 50: []}
    table.feed(lambda offset: pages[offset], 60)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: not table.model().canFetchMore(table.rootIndex()))
    assert table.shown_count() == 50


def test_a_row_becomes_a_column_where_there_is_little_room(shown):
    widget = QWidget()
    box = TurningBox(500)
    widget.setLayout(box)
    box.turn(400)
    assert box.direction() is QBoxLayout.Direction.TopToBottom
    box.turn(600)
    assert box.direction() is QBoxLayout.Direction.LeftToRight

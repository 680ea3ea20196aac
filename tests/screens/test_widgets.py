from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.procedure.vocabulary import Field, Group
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import (
    DateEdit,
    NoWheelComboBox,
    NoWheelSpinBox,
    OptionalDateEdit,
    OptionalTimeEdit,
    TimeEdit,
)
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.stage_strip import StageStrip
from konfkasus_gui.screens.widgets.text_area import TextArea

MONDAY = date(2026, 3, 2)


@pytest.fixture
def show(qtbot):
    """Stands widgets in a window, one below the other, and opens it."""

    kept = []

    def stand(*widgets):
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return widgets[0]

    yield stand
    kept.clear()


def turn_wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("focused", [True, False])
@pytest.mark.parametrize(
    "make",
    [
        lambda: NoWheelComboBox(Group),
        lambda: NoWheelSpinBox(0, 10),
        lambda: DateEdit(MONDAY),
        lambda: TimeEdit(time(10, 0)),
    ],
    ids=["choice", "number", "day", "time"],
)
def test_the_wheel_never_changes_a_value(show, make, focused):
    widget = show(make())
    if focused:
        widget.setFocus()
    before = widget.value()
    turn_wheel(widget)
    assert widget.value() == before


def test_a_day_is_written_in_indonesian(show):
    assert show(DateEdit(date(2026, 8, 17))).text() == "17 Agustus 2026"


def test_a_time_is_written_with_a_point(show):
    assert show(TimeEdit(time(9, 5))).text() == "09.05"


def test_an_optional_day_is_empty_until_filled(qtbot, show):
    edit = show(OptionalDateEdit(MONDAY))
    assert edit.value() is None
    with qtbot.waitSignal(edit.changed):
        edit.fill.click()
    assert edit.value() == MONDAY
    with qtbot.waitSignal(edit.changed):
        edit.clear.click()
    assert edit.value() is None


def test_an_optional_time_shows_what_it_is_given(show):
    edit = show(OptionalTimeEdit(time(8, 0)))
    edit.set_value(time(10, 30))
    assert edit.value() == time(10, 30)
    edit.set_value(None)
    assert edit.value() is None


def test_a_choice_may_be_none(show):
    box = show(NoWheelComboBox(Group, empty="Belum dipilih"))
    assert box.value() is None
    box.set_value(Group.INFORMS)
    assert box.currentText() == "Pemberi keterangan"
    box.set_value(None)
    assert box.currentText() == "Belum dipilih"


def test_the_chosen_one_stays_when_other_choices_are_offered(show):
    box = show(NoWheelComboBox([(1, "satu"), (2, "dua")]))
    box.set_value(2)
    box.set_choices([(2, "dua"), (3, "tiga")])
    assert box.value() == 2


def test_one_chip_of_several_is_chosen(qtbot, show):
    chips = show(ChoiceChips(Field))
    chips.chip(Field.SOCIAL).click()
    with qtbot.waitSignal(chips.changed):
        chips.chip(Field.CAREER).click()
    assert chips.value() is Field.CAREER


def test_a_choice_can_be_taken_back_only_where_it_is_optional(show):
    free, bound = ChoiceChips(Field), ChoiceChips(Field, optional=False)
    show(free, bound)
    for chips in (free, bound):
        chips.chip(Field.SOCIAL).click()
        chips.chip(Field.SOCIAL).click()
    assert free.value() is None
    assert bound.value() is Field.SOCIAL


def test_several_chips_keep_the_order_of_the_words(show):
    chips = show(ChoiceChips(Field, multiple=True))
    chips.chip(Field.CAREER).click()
    chips.chip(Field.PERSONAL).click()
    assert chips.value() == (Field.PERSONAL, Field.CAREER)


def test_chips_are_one_tab_stop_and_arrows_move_between_them(qtbot, show):
    chips, after = ChoiceChips(Field, multiple=True), TextArea()
    show(chips, after)
    chips.chip(Field.PERSONAL).setFocus()
    qtbot.keyClick(chips.chip(Field.PERSONAL), Qt.Key.Key_Right)
    assert chips.chip(Field.SOCIAL).hasFocus()
    qtbot.keyClick(chips.chip(Field.SOCIAL), Qt.Key.Key_Space)
    assert chips.value() == (Field.SOCIAL,)
    qtbot.keyClick(chips.chip(Field.SOCIAL), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_chosen_chip_is_told_by_more_than_its_colour(show):
    chips = show(ChoiceChips(Field))
    assert chips.chip(Field.SOCIAL).icon().isNull()
    chips.set_value(Field.SOCIAL)
    assert not chips.chip(Field.SOCIAL).icon().isNull()


def test_chips_take_more_lines_where_there_is_less_room(show):
    chips = show(ChoiceChips(Field))
    assert chips.heightForWidth(120) > chips.heightForWidth(600)


def test_a_text_box_grows_with_its_text_up_to_a_point(qtbot, show):
    box = show(TextArea(lines=(2, 5)))
    heights = [box.height()]
    for text in ("satu\ndua\ntiga\nempat", "baris\n" * 30):
        box.set_value(text)
        heights.append(box.height())
    assert heights[0] < heights[1] < heights[2]
    box.set_value("baris\n" * 60)
    assert box.height() == heights[2]


def test_a_search_is_told_once_typing_rests(qtbot, show):
    field = show(SearchField("Cari kasus"))
    with qtbot.waitSignal(field.searched) as got:
        qtbot.keyClicks(field, "KK-2026")
    assert got.args == ["KK-2026"]


def test_the_shortcut_brings_the_cursor(qtbot, show):
    field, other = SearchField("Cari kasus", shortcut="Ctrl+K"), TextArea()
    show(field, other)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(field.hasFocus)


def test_esc_empties_a_search(qtbot, show):
    field = show(SearchField("Cari kasus"))
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


@pytest.mark.parametrize(
    "make",
    [
        lambda: Card("Dokumen", action="Buka"),
        lambda: EmptyState("folder", "Belum ada kasus.", "Buka"),
        lambda: Notice("Surat hanya memuat kode kasus.", action="Buka"),
        lambda: ChecklistRow("Peserta", "6 orang", done=True, action="Buka"),
    ],
    ids=["card", "empty", "notice", "line"],
)
def test_its_button_asks_for_the_action(qtbot, show, make):
    widget = show(make())
    with qtbot.waitSignal(widget.action_requested):
        widget.action.click()


@pytest.mark.parametrize("make", [lambda: Card("Dokumen"), lambda: Notice("x")])
def test_there_is_no_button_without_a_deed(show, make):
    assert show(make()).action.isHidden()


def test_a_card_counts(show):
    card = show(Card("Kasus berjalan", count=0))
    assert card.count.text() == "0"
    assert card.count.isVisible()
    card.show_count(None)
    assert card.count.isHidden()


def test_a_notice_with_nothing_to_say_goes_away(show):
    notice = show(Notice("Perlu dicek.", "warning"))
    notice.say("")
    assert notice.isHidden()
    notice.say("Sudah lengkap.", "good")
    assert notice.isVisible()
    assert notice.accessibleName() == "Selesai: Sudah lengkap."


@pytest.mark.parametrize(
    ("done", "spoken"), [(True, "Selesai"), (False, "Belum lengkap"), (None, "Belum dimulai")]
)
def test_a_line_of_the_check_list_says_its_state(show, done, spoken):
    row = show(ChecklistRow("Peserta", "6 orang", done=done))
    assert row.accessibleName() == f"Peserta: {spoken}"


def test_a_badge_of_no_kind_is_a_mistake(qtbot):
    with pytest.raises(ValueError, match="purple"):
        Badge("x", "purple")


def test_the_stages_say_where_they_stand_and_can_be_chosen(qtbot, show):
    strip = show(StageStrip())
    strip.show_stages(
        [("Perencanaan", "selesai 20 Nov", "done"), ("Pelaksanaan", "hari ini", "current")]
    )
    assert [card.accessibleName() for card in strip.cards] == [
        "Perencanaan, selesai",
        "Pelaksanaan, sedang berjalan",
    ]
    assert strip.cards[0].mark.text() == "✓"
    with qtbot.waitSignal(strip.chosen) as got:
        strip.cards[1].click()
    assert got.args == [1]
    assert strip.cards[1].isChecked()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Notice("Satu butir dihapus.", action="Urungkan"),
        lambda: Card("Peserta", action="Tambah"),
        lambda: ChecklistRow("Undangan", "Belum dicetak", action="Buka"),
        lambda: EmptyState("files", "Belum ada surat.", "Buat surat"),
    ],
)
def test_a_button_inside_never_opens_a_window_of_its_own(qtbot, qapp, make):
    class Opened(QObject):
        windows = 0

        @override
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                self.windows += watched.isWindow()
            return False

    opened = Opened()
    qapp.installEventFilter(opened)
    try:
        widget = make()
        qtbot.addWidget(widget)
        assert opened.windows == 0
    finally:
        qapp.removeEventFilter(opened)
    assert not widget.action.isHidden()

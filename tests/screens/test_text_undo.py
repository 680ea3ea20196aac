"""Ctrl+Z brings back what stood in a field, however often its form was made anew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.text_history import MOST, TextHistory
from konfkasus_gui.screens.widgets.text_area import TextArea

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLACE = (Case, 1, "problem")


@pytest.fixture
def shown(qtbot, session, student):
    """Shows a new form of the student, as a page does that is made anew."""
    forms = []

    def show():
        form = Form(session, lambda: session.get(Student, student.id))
        form.address = form.bind(TextArea(lines=(1, 3)), "address")
        form.phone = form.bind(QLineEdit(), "phone")
        form.add("Alamat", form.address)
        form.add("Telepon", form.phone)
        qtbot.addWidget(form)
        with qtbot.waitExposed(form):
            form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        forms.append(form)
        return form

    yield show
    forms.clear()


def undo(qtbot, field, times=1):
    for _time in range(times):
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)


def redo(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)


@pytest.mark.parametrize("name", ["address", "phone"])
def test_a_form_that_was_made_anew_goes_on_undoing(qtbot, shown, session, student, name):
    form = shown()
    field = getattr(form, name)
    field.setFocus()
    for part in ("satu ", "dua ", "tiga "):
        qtbot.keyClicks(field, part)
        form.flush()
    form.hide()

    again = shown()
    field = getattr(again, name)
    field.setFocus()

    def kept():
        return getattr(session.get(Student, student.id), name)

    undo(qtbot, field)
    assert kept() == "satu dua "
    undo(qtbot, field)
    assert kept() == "satu "
    redo(qtbot, field)
    assert kept() == "satu dua "
    undo(qtbot, field, 2)
    assert kept() == ""
    undo(qtbot, field)
    assert kept() == "", "there is nothing before the beginning"
    redo(qtbot, field)
    redo(qtbot, field)
    redo(qtbot, field)
    redo(qtbot, field)
    assert kept() == "satu dua tiga "


def test_qt_undoes_what_was_just_typed_and_the_session_what_came_before(
    qtbot, shown, session, student
):
    first = shown()
    first.address.setFocus()
    qtbot.keyClicks(first.address, "Jalan Melati")
    first.flush()
    first.hide()
    form = shown()
    form.address.setFocus()
    qtbot.keyClicks(form.address, " 7")
    form.flush()
    undo(qtbot, form.address)
    assert form.address.value() == "Jalan Melati"
    form.flush()
    undo(qtbot, form.address)
    assert session.get(Student, student.id).address == ""


def test_a_text_that_changed_elsewhere_is_part_of_the_history(qtbot, shown, session, student):
    form = shown()
    form.address.setFocus()
    qtbot.keyClicks(form.address, "Jalan Melati")
    form.flush()
    form.phone.setFocus()
    session.save(replace(session.get(Student, student.id), address="Jalan Mawar"))
    assert form.address.value() == "Jalan Mawar"
    form.address.setFocus()
    qtbot.keyClicks(form.address, "!")
    form.flush()
    undo(qtbot, form.address, 2)
    assert session.get(Student, student.id).address == "Jalan Melati"


def test_typing_after_an_undo_starts_a_new_way(qtbot, shown, session, student):
    form = shown()
    form.phone.setFocus()
    qtbot.keyClicks(form.phone, "0812")
    form.flush()
    form.hide()
    form = shown()
    form.phone.setFocus()
    undo(qtbot, form.phone)
    qtbot.keyClicks(form.phone, "0899")
    form.flush()
    redo(qtbot, form.phone)
    assert session.get(Student, student.id).phone == "0899"
    undo(qtbot, form.phone, 2)
    assert session.get(Student, student.id).phone == ""


def test_locking_forgets_every_text(qtbot, shown, session):
    form = shown()
    form.phone.setFocus()
    qtbot.keyClicks(form.phone, "0812")
    form.flush()
    assert session.texts.earlier((Student, 1, "phone")) == ""
    session.lock()
    assert session.texts.earlier((Student, 1, "phone")) is None


def test_another_record_has_a_history_of_its_own(qtbot, shown, session, student):
    form = shown()
    form.phone.setFocus()
    qtbot.keyClicks(form.phone, "0812")
    form.flush()
    assert session.texts.earlier((Student, student.id + 1, "phone")) is None
    assert session.texts.earlier((Student, student.id, "address")) is None


def test_only_the_latest_texts_are_remembered():
    history = TextHistory()
    for number in range(MOST + 50):
        history.note(PLACE, str(number), str(number + 1))
    steps = 0
    while (text := history.earlier(PLACE)) is not None:
        history.note(PLACE, str(MOST + 50 - steps), text)
        steps += 1
    assert steps == MOST - 1
    assert history.later(PLACE) == str(51 + 1)


def test_nothing_is_known_of_a_field_that_nobody_changed():
    history = TextHistory()
    assert history.earlier(PLACE) is None
    assert history.later(PLACE) is None
    history.note(PLACE, "a", "a")
    assert history.earlier(PLACE) is None

from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.vocabulary import Aim, Inviter
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalDateEdit, TimeEdit
from konfkasus_gui.screens.widgets.text_area import TextArea

MONDAY = date(2026, 3, 2)


class EveryKind(Form):
    """One widget of each kind."""

    def __init__(self, session, conference_id):
        super().__init__(session, partial(session.get, Conference, conference_id))
        self.place = self.bind(QLineEdit(), "place")
        self.wanted = self.bind(TextArea(), "wanted")
        self.aims = self.bind(ChoiceChips(Aim, multiple=True), "aims")
        self.inviter = self.bind(NoWheelComboBox(Inviter), "inviter")
        self.stated = self.bind(QCheckBox("Tujuan disampaikan"), "aim_stated")
        self.day = self.bind(OptionalDateEdit(MONDAY), "held_on")
        self.add("Tempat", self.place, hint="Ruang yang tertutup.")
        for widget in (self.wanted, self.aims, self.inviter, self.stated, self.day):
            self.add_widget(widget)
        self.refreshes = 0

    def refreshed(self):
        self.refreshes += 1


@pytest.fixture
def kept(session, conference):
    """Reads the conference as the archive has it now."""
    return lambda: session.get(Conference, conference.id)


@pytest.fixture
def form(qtbot, session, conference):
    form = EveryKind(session, conference.id)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.place.setFocus()
    qtbot.waitUntil(form.place.hasFocus)
    return form


def test_typing_is_kept_after_a_short_rest(qtbot, form, kept):
    with qtbot.waitSignal(form.kept):
        qtbot.keyClicks(form.place, "Ruang BK")
        assert kept().place == ""
    assert kept().place == "Ruang BK"


def test_many_keys_are_one_save(qtbot, form, session):
    saves = []
    session.changed.connect(saves.append)
    with qtbot.waitSignal(form.kept):
        qtbot.keyClicks(form.place, "Ruang BK lantai dua")
    assert len([one for one in saves if not isinstance(one, AuditEvent)]) == 1


def test_who_types_without_a_pause_is_kept_all_the_same(qtbot, form, kept):
    typing = QTimer()
    typing.setInterval(60)
    typing.timeout.connect(lambda: qtbot.keyClicks(form.place, "a"))
    with qtbot.waitSignal(form.kept):
        typing.start()
    typing.stop()
    assert kept().place.startswith("a")


def test_leaving_the_field_keeps_at_once(qtbot, form, kept):
    qtbot.keyClicks(form.place, "Ruang BK")
    qtbot.keyClick(form.place, Qt.Key.Key_Tab)
    assert kept().place == "Ruang BK"


def test_tab_leaves_the_text_box(qtbot, form, kept):
    form.wanted.setFocus()
    qtbot.keyClicks(form.wanted, "Jadwal belajar")
    qtbot.keyClick(form.wanted, Qt.Key.Key_Tab)
    assert not form.wanted.hasFocus()
    assert kept().wanted == "Jadwal belajar"


def test_hiding_the_form_keeps_at_once(qtbot, form, kept):
    qtbot.keyClicks(form.place, "Ruang BK")
    form.hide()
    assert kept().place == "Ruang BK"


def test_locking_keeps_at_once_and_nothing_afterwards(qtbot, form, session, kept):
    qtbot.keyClicks(form.place, "Ruang BK")
    session.lock()
    assert kept().place == "Ruang BK"
    qtbot.keyClicks(form.place, " dua")
    form.flush()
    assert kept().place == "Ruang BK"


def test_a_choice_is_kept_at_once(form, kept):
    form.aims.chip(Aim.INFORMED).click()
    form.aims.chip(Aim.PICTURE).click()
    form.stated.click()
    assert kept().aims == (Aim.PICTURE, Aim.INFORMED)
    assert kept().aim_stated
    form.inviter.set_value(Inviter.COORDINATOR)
    assert kept().inviter is Inviter.COORDINATOR


def test_a_day_can_be_filled_and_emptied(form, kept):
    form.day.fill.click()
    form.flush()
    assert kept().held_on == MONDAY
    form.day.clear.click()
    form.flush()
    assert kept().held_on is None


def test_an_edit_leaves_what_another_form_has_kept(qtbot, form, session, kept):
    qtbot.keyClicks(form.place, "Ruang BK")
    session.save(replace(kept(), chair="Dra. Siti Aminah"))
    form.flush()
    assert (kept().place, kept().chair) == ("Ruang BK", "Dra. Siti Aminah")


def test_a_change_from_elsewhere_is_shown(form, session, kept):
    session.save(replace(kept(), wanted="Pendapat wali kelas"))
    assert form.wanted.value() == "Pendapat wali kelas"


def test_a_change_from_elsewhere_waits_while_one_types(qtbot, form, session, kept):
    qtbot.keyClicks(form.place, "Ru")
    session.save(replace(kept(), place="Aula"))
    assert form.place.text() == "Ru"
    form.flush()
    assert kept().place == "Ru"


def test_another_record_leaves_the_form_alone(form, session, case):
    other = session.save(Conference(case_id=case.id, number=2, place="Aula"))
    assert form.place.text() == ""
    assert other.place == "Aula"


def test_refreshing_follows_every_change(form, session, kept):
    before = form.refreshes
    session.save(replace(kept(), diagnosis="x"))
    assert form.refreshes == before + 1


def test_nothing_is_saved_when_nothing_is_other(qtbot, form, session):
    saves = []
    session.changed.connect(saves.append)
    qtbot.keyClicks(form.place, "a")
    qtbot.keyClick(form.place, Qt.Key.Key_Backspace)
    form.flush()
    assert saves == []


def test_a_field_of_another_value_is_bound_too(qtbot, form, session, case):
    second = session.save(Conference(case_id=case.id, number=2, starts_at=time(9, 0)))
    line = form.bind(TimeEdit(), "starts_at", of=partial(session.get, Conference, second.id))
    line.set_value(time(10, 30))
    form.flush()
    assert session.get(Conference, second.id).starts_at == time(10, 30)


def test_what_could_not_be_kept_goes_on_waiting(qtbot, form, session, kept, monkeypatch):
    def full(_record):
        raise OSError

    qtbot.keyClicks(form.place, "Ruang BK")
    with monkeypatch.context() as broken:
        broken.setattr(session, "save", full)
        with pytest.raises(OSError):  # noqa: PT011 - the fact, not the words
            form.flush()
    assert form.pending
    form.flush()
    assert kept().place == "Ruang BK"


def test_a_field_says_its_label_and_hint_to_a_reader(form):
    assert form.place.accessibleName() == "Tempat"
    assert form.place.accessibleDescription() == "Ruang yang tertutup."


def test_a_form_that_dies_is_not_called_again(qtbot, session, conference, kept):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    form = EveryKind(session, conference.id)
    layout.addWidget(form)
    with qtbot.waitSignal(form.destroyed):
        form.deleteLater()
    session.save(replace(kept(), place="Aula"))
    assert kept().place == "Aula"


def test_a_field_needs_a_value_to_belong_to(qtbot, session):
    form = Form(session)
    qtbot.addWidget(form)
    with pytest.raises(ValueError, match="of="):
        form.bind(QLineEdit(), "place")

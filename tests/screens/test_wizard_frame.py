"""The wizard in windows of every size: a bar above, a column beside, gaps below."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.screens.widgets.label import body
from tests.screens.small_wizard import (
    InvitationsPage,
    SchedulePage,
    SmallWizard,
    StructuringPage,
)

NEXT = QWizard.WizardButton.NextButton


@pytest.fixture
def change(session, conference):
    return lambda **fields: session.save(replace(session.get(Conference, conference.id), **fields))


@pytest.fixture
def complete(change):
    return change(place="Ruang BK", chair="Dra. Siti Aminah", wanted="Jadwal")


class FramedPage(SchedulePage):
    aside_name = "Panduan"

    def aside(self):
        self.advice_column = body("Panduan pimpinan")
        return self.advice_column


class FramedWizard(SmallWizard):
    """A stage with a frame of its own: a bar on top, another column at the left."""

    pages = (FramedPage, StructuringPage, InvitationsPage)

    def side(self):
        self.agenda = body("Susunan acara")
        return self.agenda

    def header(self):
        self.bar = body("Konferensi kasus")
        self.bar.setMinimumHeight(56)
        return self.bar

    def show_place(self):
        self.agenda.setText(self.step_title(self.step))


@pytest.fixture
def framed(qtbot, session, conference):
    """The wizard with a column beside the form, in a window of a given size."""
    held = []

    def open_wizard(width, height):
        wizard = FramedWizard(session, conference.id)
        held.append(wizard)
        qtbot.addWidget(wizard)
        wizard.resize(width, height)
        with qtbot.waitExposed(wizard):
            wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    yield open_wizard
    held.clear()


def test_a_stage_may_stand_in_a_frame_of_its_own(framed, complete):
    wizard = framed(1366, 768)
    assert wizard.bar.width() == wizard.width()
    assert wizard.bar.mapTo(wizard, wizard.bar.rect().topLeft()).y() == 0
    assert wizard.agenda.text() == "Jadwal dan tempat"
    assert wizard.page_now.advice_column.isVisible()
    assert not wizard.page_now.body.turn.isVisible()
    wizard.button(NEXT).click()
    assert wizard.agenda.text() == "Undangan"


def test_a_narrow_page_keeps_its_room_for_the_form_and_a_key_shows_the_column(
    qtbot, framed, complete
):
    wizard = framed(760, 768)
    page = wizard.page_now
    assert not page.advice_column.isVisible()
    assert page.place_form.place.isVisible()
    assert page.body.turn.text() == "Panduan"
    qtbot.keyClick(wizard, Qt.Key.Key_F1)
    qtbot.waitUntil(page.advice_column.isVisible)
    assert not page.place_form.place.isVisible()
    qtbot.keyClick(wizard, Qt.Key.Key_F1)
    qtbot.waitUntil(page.place_form.place.isVisible)
    wizard.resize(1366, 768)
    qtbot.waitUntil(page.advice_column.isVisible)
    assert page.place_form.place.isVisible()


def test_a_low_page_says_beside_the_buttons_what_is_missing(qtbot, framed, change):
    change(place="Ruang BK", wanted="Jadwal")
    wizard = framed(1024, 420)
    assert wizard.lacking.text() == "1 hal belum lengkap"
    assert wizard.lacking.isVisible()
    wizard.lacking.click()
    [reason] = [row.reason for row in wizard.page_now.missing.rows if row.reason.isVisible()]
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "Pimpinan dipilih besok")
    qtbot.waitUntil(lambda: not wizard.lacking.isVisible())


def test_a_window_that_changes_its_height_keeps_the_reason_that_is_typed(qtbot, framed, change):
    change(place="Ruang BK", wanted="Jadwal")
    wizard = framed(1024, 768)
    assert not wizard.lacking.isVisible()
    [reason] = [row.reason for row in wizard.page_now.missing.rows if row.reason.isVisible()]
    reason.setFocus()
    qtbot.keyClicks(reason, "Besok")
    for height in (420, 768):
        wizard.resize(1024, height)
        qtbot.waitUntil(lambda: wizard.page_now.body.low == (wizard.height() == 420))
        assert reason.isVisible()
        assert reason.hasFocus()
        assert reason.text() == "Besok"

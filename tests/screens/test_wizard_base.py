from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWizard

from konfkasus_gui.procedure.gap import Gap, Severity
from konfkasus_gui.procedure.planning import Conference, Step
from konfkasus_gui.procedure.vocabulary import Stage
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.wizard import StagePage, StageWizard

NEXT, BACK = QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton
CLOSE, FINISH = QWizard.WizardButton.CustomButton1, QWizard.WizardButton.FinishButton


class PlaceForm(Form):
    def __init__(self, session, conference_id):
        super().__init__(session, partial(session.get, Conference, conference_id))
        self.place = self.bind(QLineEdit(), "place")
        self.chair = self.bind(QLineEdit(), "chair")
        self.add("Tempat", self.place)
        self.add("Pimpinan", self.chair)
        self.add_stretch()


class SchedulePage(StagePage):
    step = Step.SCHEDULE
    heading = "Kapan dan di mana?"
    guidance = "Pilih ruang yang tertutup."

    def form(self):
        self.place_form = PlaceForm(self.session, self.conference_id)
        return self.place_form


class StructuringPage(StagePage):
    step = Step.STRUCTURING
    heading = "Bagaimana pertemuan ditata?"

    def form(self):
        return body("Lima arahan")


class InvitationsPage(StructuringPage):
    step = Step.INVITATIONS
    heading = "Siapa yang diundang?"


class SmallWizard(StageWizard):
    """Three pages; the second one applies only where the place is a hall."""

    pages = (SchedulePage, StructuringPage, InvitationsPage)
    stage = Stage.PLANNING

    def __init__(self, session, conference_id):
        self.asked = 0
        super().__init__(session, conference_id)

    @property
    def conference(self):
        return self.session.get(Conference, self.conference_id)

    def steps(self):
        self.asked += 1
        skipped = () if self.conference.place == "Aula" else (Step.STRUCTURING,)
        return [page.step for page in self.pages if page.step not in skipped]

    def gaps(self):
        if not self.conference.wanted:
            yield Gap("wanted", "Pokok bahasan belum ditulis.", Step.SCHEDULE)
        if not self.conference.place:
            yield Gap("place", "Tempat belum diisi.", Step.SCHEDULE, Severity.BLOCKS)
        if not self.conference.chair:
            yield Gap("chair", "Pimpinan belum ditentukan.", Step.SCHEDULE, Severity.REASON)

    def waivers(self):
        return self.session.plan(self.conference_id).waivers


@pytest.fixture
def opened(qtbot, session, conference):
    """Opens the wizard anew, as often as it is called."""

    def open_wizard():
        wizard = SmallWizard(session, conference.id)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    return open_wizard


@pytest.fixture
def change(session, conference):
    return lambda **fields: session.save(replace(session.get(Conference, conference.id), **fields))


@pytest.fixture
def complete(change):
    return change(place="Ruang BK", chair="Dra. Siti Aminah", wanted="Jadwal")


def test_a_blocking_gap_holds_next_until_it_is_filled(qtbot, opened):
    wizard = opened()
    form = wizard.page_now.place_form
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(form.place, "Ruang BK")
    qtbot.keyClicks(form.chair, "Dra. Siti Aminah")
    qtbot.waitUntil(wizard.button(NEXT).isEnabled)


def test_a_written_reason_lets_one_go_on_and_is_kept(qtbot, opened, change, session, conference):
    change(place="Ruang BK")
    wizard = opened()
    [row] = [row for row in wizard.page_now.missing.rows if row.gap.severity is Severity.REASON]
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(row.reason, "Pimpinan dipilih saat pembukaan.")
    row.flush()
    assert wizard.button(NEXT).isEnabled()
    [waiver] = session.plan(conference.id).waivers
    assert (waiver.gap, waiver.reason) == ("chair", "Pimpinan dipilih saat pembukaan.")
    assert waiver.sentence == "Pimpinan belum ditentukan."


def test_a_reason_is_kept_once_however_often_it_is_changed(
    qtbot, opened, change, session, conference
):
    change(place="Ruang BK")
    wizard = opened()
    row = next(row for row in wizard.page_now.missing.rows if not row.reason.isHidden())
    for words in ("Nanti", " saja"):
        qtbot.keyClicks(row.reason, words)
        row.flush()
    [waiver] = session.plan(conference.id).waivers
    assert waiver.reason == "Nanti saja"


def test_hints_hold_nobody(opened, change):
    change(place="Ruang BK", chair="Dra. Siti Aminah")
    wizard = opened()
    assert [row.gap.key for row in wizard.page_now.missing.rows] == ["wanted"]
    assert wizard.button(NEXT).isEnabled()


def test_gaps_stand_heaviest_first(opened):
    shown = [row.gap.key for row in opened().page_now.missing.rows]
    assert shown == ["place", "chair", "wanted"]


def test_a_step_that_does_not_apply_is_passed_over(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    assert wizard.step is Step.INVITATIONS
    wizard.button(BACK).click()
    assert wizard.step is Step.SCHEDULE


def test_a_step_that_comes_to_apply_appears(opened, complete, change):
    wizard = opened()
    change(place="Aula")
    wizard.button(NEXT).click()
    assert wizard.step is Step.STRUCTURING
    assert wizard.step_list.row(Step.STRUCTURING).property("state") == "current"


def test_a_step_put_in_before_the_present_one_can_be_gone_back_to(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    change(place="Aula")
    wizard.step_list.row(Step.STRUCTURING).click()
    assert wizard.step is Step.STRUCTURING
    wizard.button(NEXT).click()
    assert wizard.step is Step.INVITATIONS


def test_the_side_list_says_done_current_and_later(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    row = wizard.step_list.row(Step.SCHEDULE)
    assert row.text().startswith("✓")
    assert row.accessibleName() == "Jadwal dan tempat, selesai"
    row.click()
    assert wizard.step is Step.SCHEDULE


def test_steps_behind_a_blocking_gap_cannot_be_entered(opened):
    wizard = opened()
    assert not wizard.step_list.row(Step.INVITATIONS).isEnabled()
    wizard.go_to(Step.INVITATIONS)
    assert wizard.step is Step.SCHEDULE


def test_a_step_that_became_incomplete_asks_for_attention(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    change(place="")
    row = wizard.step_list.row(Step.SCHEDULE)
    assert row.text().startswith("!")
    assert row.isEnabled()


def test_work_goes_on_where_it_stopped(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    wizard.button(CLOSE).click()
    again = opened()
    assert again.step is Step.INVITATIONS
    again.button(BACK).click()
    assert again.step is Step.SCHEDULE


def test_a_remembered_step_behind_a_new_gap_leads_to_the_gap(opened, complete, change):
    wizard = opened()
    wizard.button(NEXT).click()
    wizard.close()
    change(place="")
    assert opened().step is Step.SCHEDULE


@pytest.mark.parametrize("way", ["escape", "cross", "button"])
def test_closing_keeps_what_was_typed_and_never_asks(qtbot, opened, answers, session, way):
    wizard = opened()
    qtbot.keyClicks(wizard.page_now.place_form.place, "Ruang BK")
    if way == "escape":
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    elif way == "cross":
        wizard.close()
    else:
        wizard.button(CLOSE).click()
    assert not wizard.isVisible()
    assert wizard.conference.place == "Ruang BK"


def test_enter_in_a_field_stays_on_the_page(qtbot, opened, complete):
    wizard = opened()
    qtbot.keyClick(wizard.page_now.place_form.place, Qt.Key.Key_Return)
    assert wizard.step is Step.SCHEDULE


@pytest.mark.parametrize(
    ("forward", "back", "with_key"),
    [
        (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_keys_turn_the_pages(qtbot, opened, complete, forward, back, with_key):
    wizard = opened()
    qtbot.keyClick(wizard, forward, with_key)
    assert wizard.step is Step.INVITATIONS
    qtbot.keyClick(wizard, back, with_key)
    assert wizard.step is Step.SCHEDULE


def test_keys_do_not_pass_a_blocking_gap(qtbot, opened):
    wizard = opened()
    qtbot.keyClick(wizard, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wizard.step is Step.SCHEDULE


def test_the_cursor_starts_in_the_first_field(qtbot, opened):
    wizard = opened()
    qtbot.waitUntil(wizard.page_now.place_form.place.hasFocus)


def test_it_says_when_something_was_kept(qtbot, opened):
    wizard = opened()
    assert wizard.saved.text() == ""
    qtbot.keyClicks(wizard.page_now.place_form.place, "Aula")
    wizard.flush()
    assert wizard.saved.text() == "Tersimpan pukul 12.00"


def test_turning_a_page_alone_does_not_claim_something_was_kept(opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    assert wizard.saved.text() == ""


def test_locking_puts_the_window_away(opened, session):
    wizard = opened()
    session.locked.emit()
    assert not wizard.isVisible()


def test_the_stage_is_asked_once_per_change(qtbot, opened, complete):
    wizard = opened()
    before = wizard.asked
    qtbot.keyClicks(wizard.page_now.place_form.place, " dua")
    wizard.flush()
    assert wizard.asked == before + 1


def test_the_last_page_finishes(qtbot, opened, complete):
    wizard = opened()
    wizard.button(NEXT).click()
    with qtbot.waitSignal(wizard.accepted):
        wizard.button(FINISH).click()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_size_of_type_needs_more_than_a_small_screen(qapp, opened, percent):
    theme.apply(qapp, percent)
    try:
        wizard = opened()
        assert wizard.minimumSizeHint().width() <= 1024
        assert wizard.minimumSize().width() <= 1024
        assert wizard.minimumSize().height() <= 600
        assert wizard.height() <= QGuiApplication.primaryScreen().availableSize().height()
    finally:
        theme.apply(qapp, 100)


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

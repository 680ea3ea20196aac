"""A whole meeting of six people, led without touching the mouse, up to its final minutes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWizard
from typing_extensions import override

from konfkasus_gui.procedure.meeting import gaps
from konfkasus_gui.procedure.planning import DataItem, Participant
from konfkasus_gui.procedure.thinness import thin
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    ConclusionKind,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Group,
    Presence,
    RemarkKind,
)
from konfkasus_gui.procedure.wishes import answered
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.dialogs import Question
from konfkasus_gui.screens.meeting.evidence import EvidenceWindow
from konfkasus_gui.screens.meeting.keys import KeysWindow
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.meeting.read_back import ReadBackWindow
from konfkasus_gui.screens.meeting.remarks import RemarksWindow
from konfkasus_gui.screens.meeting.wizard import MeetingWizard

KEY, HELD = Qt.Key, Qt.KeyboardModifier
PEOPLE = ("Ratna", "Hendra", "Yusuf", "Lestari", "Nurul")
GUEST = "Sutrisno"
TOLD = (
    ("Mengatur waktu di rumah.", Aspect.FAMILY),
    ("Nilai turun sejak Agustus.", Aspect.ACHIEVEMENT),
    ("Selalu melapor sendiri bila terlambat.", Aspect.ATTENDANCE),
    ("Aktif pada tugas praktik.", Aspect.INTEREST),
    ("Tidur lima jam semalam.", Aspect.HEALTH),
)


class Mice(QObject):
    """Counts what a mouse would do."""

    def __init__(self):
        super().__init__()
        self.seen = 0

    @override
    def eventFilter(self, _watched, event):
        self.seen += event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.Wheel,
        )
        return False


@pytest.fixture
def mice(qapp):
    watcher = Mice()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


@pytest.fixture
def planned(session, conference):
    consents = session.plan(conference.id)
    for giver in ConsentGiver:
        given = replace(consents.consent(giver), state=ConsentState.GIVEN)
        deeds.record_consent(session, conference.id, given)
    for name in PEOPLE:
        session.save(
            Participant(
                conference_id=conference.id, name=name, group=Group.INFORMS, capacity="guru"
            )
        )
    for aspect in (Aspect.ATTENDANCE, Aspect.ACHIEVEMENT):
        session.save(
            DataItem(case_id=conference.case_id, aspect=aspect, text="Data awal", shareable=True)
        )
    return session.save(replace(conference, wanted="1. Waktu tidur\n2. Cara belajar"))


class Hands:
    """Two hands on a keyboard: keys go to whatever has the focus."""

    def __init__(self, qtbot, wizard):
        self.qtbot = qtbot
        self.wizard = wizard

    def press(self, key, held=HELD.NoModifier):
        focus = QApplication.focusWidget()
        QTest.keyClick(focus or QApplication.activeWindow(), key, held)
        QApplication.processEvents()

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QApplication.processEvents()

    def tab_to(self, widget, back=False):
        for _turn in range(400):
            if QApplication.focusWidget() is widget:
                return
            self.press(KEY.Key_Backtab if back else KEY.Key_Tab)
        raise AssertionError(f"Tab never came to {widget}")

    def window(self, kind):
        """The window of ``kind`` that the last key has opened, once the keyboard is there."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        return QApplication.activeWindow()

    def back_in(self, window):
        """A window manager gives the keyboard back; the offscreen one does not."""
        if QApplication.activeWindow() is None:
            window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def choose(self, chips, value):
        """Arrows and space, within chips that have one Tab stop."""
        order = [choice for choice, _chip in chips._chips]
        focused = next(n for n, (_v, chip) in enumerate(chips._chips) if chip.hasFocus())
        steps = order.index(value) - focused
        for _step in range(abs(steps)):
            self.press(KEY.Key_Right if steps > 0 else KEY.Key_Left)
        self.press(KEY.Key_Space)
        assert chips.value() == value


@pytest.fixture
def wizard(qtbot, session, planned):
    wizard = MeetingWizard(session, planned.id)
    qtbot.addWidget(wizard)
    wizard.resize(1366, 768)
    with qtbot.waitExposed(wizard):
        wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    return wizard


@pytest.fixture
def hands(qtbot, wizard):
    return Hands(qtbot, wizard)


def open_the_meeting(hands, page):
    hands.press(KEY.Key_Return)
    hands.tab_to(page.guest.name)
    hands.type(GUEST)
    hands.tab_to(page.guest.group)
    hands.press(KEY.Key_Down)
    hands.tab_to(page.guest.capacity)
    hands.type("ketua RT")
    hands.tab_to(page.guest.reason)
    hands.type("Menyediakan tempat belajar")
    hands.press(KEY.Key_Return)
    hands.tab_to(page.all_pledged, back=True)
    hands.press(KEY.Key_Return)
    for box in page.boxes.values():
        hands.tab_to(box)
        hands.press(KEY.Key_Space)
    hands.press(KEY.Key_F6)


def present_the_data(hands, page):
    for row in page.lines.values():
        hands.tab_to(row.box)
        hands.press(KEY.Key_Space)
    hands.tab_to(page.diagnosis_text)
    hands.type("Waktu istirahat berkurang.")
    hands.press(KEY.Key_F6)


def hear_everybody(hands, page):
    form = page.contribution
    for words, aspect in TOLD:
        hands.tab_to(form.text)
        hands.press(KEY.Key_Backtab)
        hands.choose(form.aspect, aspect)
        hands.tab_to(form.text)
        hands.type(words)
        hands.press(KEY.Key_Tab)
        hands.press(KEY.Key_Space)
        if aspect is Aspect.INTEREST:
            hands.tab_to(form.positive)
            hands.press(KEY.Key_Space)
        hands.press(KEY.Key_Return, HELD.ControlModifier)
    hands.press(KEY.Key_F5)
    [last, *_others] = reversed(page.lines.shown)
    hands.tab_to(last)
    hands.press(KEY.Key_Up, HELD.AltModifier)
    hands.press(KEY.Key_Up, HELD.AltModifier)
    for row in page.wishes.rows.values():
        hands.tab_to(row.box)
        hands.press(KEY.Key_Space)
    hands.tab_to(page.board)
    for _aspect in Aspect:
        hands.press(KEY.Key_Minus)
        hands.press(KEY.Key_Right)
    hands.press(KEY.Key_F6)


def conclude(hands, page, said):
    for kind, words in said:
        hands.tab_to(page.cards[kind].lines.shown[-1].text)
        hands.type(words)
        hands.press(KEY.Key_D, HELD.ControlModifier)
        hands.window(EvidenceWindow)
        hands.press(KEY.Key_Space)
        hands.press(KEY.Key_Escape)
        hands.back_in(hands.wizard)

    hands.press(KEY.Key_F6)


def commit(hands, page):
    for _guest in (*PEOPLE, GUEST):
        [form] = page.people[page.speaker()].promises.shown
        hands.type("Mendampingi belajar.")
        form.flush()
        hands.tab_to(form.starts.fill)
        hands.press(KEY.Key_Space)
        hands.tab_to(form.check.fill)
        hands.press(KEY.Key_Space)
        hands.press(KEY.Key_Return, HELD.ControlModifier)
    hands.press(KEY.Key_F10)
    window = hands.window(RemarksWindow)
    hands.tab_to(window.remarks.cards[RemarkKind.CLIENT].lines.shown[-1].text)
    hands.type('"Saya ingin tidur lebih awal."')
    hands.press(KEY.Key_Escape)
    hands.back_in(hands.wizard)
    hands.press(KEY.Key_B, HELD.ControlModifier)
    hands.window(ReadBackWindow)
    for _guest in (*PEOPLE, GUEST):
        hands.press(KEY.Key_Return)
    hands.back_in(hands.wizard)


def confirm_with_enter():
    """Once the question is there, Enter answers it."""
    window = QApplication.activeModalWidget()
    if isinstance(window, Question) and window.isActiveWindow():
        QTest.keyClick(window.focusWidget() or window, KEY.Key_Return)
    else:
        QTimer.singleShot(10, confirm_with_enter)


def test_a_whole_meeting_by_keyboard_alone(qtbot, mice, hands, wizard, session, planned):
    open_the_meeting(hands, wizard.page_now)
    assert wizard.step is Agenda.PRESENTATION
    assert session.meeting(planned.id).conference.state is ConferenceState.RUNNING
    present_the_data(hands, wizard.page_now)
    assert wizard.step is Agenda.INFORMATION
    hear_everybody(hands, wizard.page_now)
    assert wizard.step is Agenda.FIRST_CONCLUSION
    said = session.meeting(planned.id).contributions
    assert [one.aspect for one in said] == [
        Aspect.FAMILY,
        Aspect.ACHIEVEMENT,
        Aspect.HEALTH,
        Aspect.ATTENDANCE,
        Aspect.INTEREST,
    ]
    conclude(
        hands,
        wizard.page_now,
        (
            (ConclusionKind.POSITIVE, "Jujur melapor."),
            (ConclusionKind.BACKGROUND, "Kurang tidur."),
        ),
    )
    assert wizard.step is Agenda.OPINION
    for _guest in (*PEOPLE, GUEST):
        hands.type("Pekerjaan malam belum dibagi.")
        hands.press(KEY.Key_Return, HELD.ControlModifier)
    hands.press(KEY.Key_F6)
    assert wizard.step is Agenda.SECOND_CONCLUSION
    conclude(hands, wizard.page_now, ((ConclusionKind.CAUSE, "Waktu malam belum dibagi."),))
    assert wizard.step is Agenda.COMMITMENT
    commit(hands, wizard.page_now)
    hands.press(KEY.Key_F6)
    assert wizard.button(QWizard.WizardButton.FinishButton).hasFocus()
    hands.press(KEY.Key_Return)
    minutes = hands.window(MinutesWindow)
    hands.tab_to(minutes.final)
    QTimer.singleShot(10, confirm_with_enter)
    hands.press(KEY.Key_Return)
    found = session.meeting(planned.id)
    assert found.conference.minutes_final_at == session.now()
    assert found.plan.waivers == ()
    assert gaps(found, session.today()) == []
    assert thin(found) == []
    assert len(answered(found)) == 2
    assert len(found.citations) == 3
    assert all(promise.agreed for promise in found.commitments)
    assert len(found.present()) == 6
    assert mice.seen == 0


def test_the_keys_for_the_chair_at_every_step(qtbot, mice, hands, wizard, session, planned):
    page = wizard.page_now
    open_the_meeting(hands, page)
    present_the_data(hands, wizard.page_now)
    hands.type("Sedang diketik")
    hands.press(KEY.Key_F1)
    hands.window(KeysWindow)
    hands.press(KEY.Key_Escape)
    hands.back_in(wizard)
    hands.press(KEY.Key_F12)
    assert session.meeting(planned.id).conference.state is ConferenceState.PAUSED
    hands.press(KEY.Key_F12)
    assert session.meeting(planned.id).conference.state is ConferenceState.RUNNING
    hands.press(KEY.Key_F8)
    assert wizard.large_text
    hands.press(KEY.Key_F8)
    first = wizard.page_now.contribution.guest_id
    hands.press(KEY.Key_F4)
    assert wizard.page_now.contribution.guest_id != first
    hands.press(KEY.Key_F4, HELD.ShiftModifier)
    assert wizard.page_now.contribution.guest_id == first
    hands.press(KEY.Key_F3)
    assert wizard.step is Agenda.OPENING
    hands.tab_to(wizard.page_now.rows.shown[1].presence)
    for _press in range(len(Presence)):
        hands.press(KEY.Key_Down)
    assert session.meeting(planned.id).attendances[1].presence is Presence.WRITTEN
    hands.press(KEY.Key_F3)
    assert wizard.step is Agenda.INFORMATION
    hands.press(KEY.Key_F6, HELD.ShiftModifier)
    assert wizard.step is Agenda.PRESENTATION
    assert "Sedang diketik" in [one.text for one in session.meeting(planned.id).contributions]
    assert mice.seen == 0

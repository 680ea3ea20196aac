"""Before minutes become final, sentences that judge a child are shown; the counselor decides."""

import pytest
from PySide6.QtWidgets import QApplication

from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.proceedings import Contribution, Remark
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Agenda, RemarkKind
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.meeting.remarks import RemarksWindow
from konfkasus_gui.screens.meeting.wizard import MeetingWizard
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow


@pytest.fixture
def held(session, planned, explain_all):
    """A meeting that was held and closed; its minutes are not final."""
    deeds.open_conference(session, session.meeting(planned.id))
    explain_all(session, planned)
    deeds.close_conference(session, session.meeting(planned.id))
    return planned


@pytest.fixture
def say(session, held):
    """Lets the first participant have said something."""

    def said(text):
        guest = session.meeting(held.id).plan.participants[0]
        session.save(
            Contribution(
                conference_id=held.id,
                participant_id=guest.id,
                agenda=Agenda.INFORMATION,
                text=text,
                said_at=session.now(),
            )
        )

    return said


@pytest.fixture
def window(qtbot, session, held):
    window = MinutesWindow(session, held.id, None)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def asked(monkeypatch):
    """The windows of the checks; each is answered with the next of the answers."""
    windows, answers = [], []

    def answered(window):
        windows.append(window)
        answer = answers.pop(0)
        if answer and hasattr(window, "go_on") and not window.rows:
            window.go_on.click()
        return answer

    monkeypatch.setattr(dialogs, "answered", answered)
    return windows, answers


def left(session):
    return [
        event.note
        for event in session.archive.every(AuditEvent)
        if event.deed is Deed.LANGUAGE_LEFT
    ]


def is_final(session, held):
    return session.meeting(held.id).conference.minutes_final_at is not None


def test_sentences_are_shown_and_mending_leaves_the_minutes_open(session, held, say, window, asked):
    windows, answers = asked
    say("Ia datang pukul tujuh. Ia memang malas dan bandel.")
    answers.append(False)
    window.final.click()
    [shown] = windows
    assert not shown.language.isHidden()
    assert shown.card.isHidden()
    assert not is_final(session, held)
    assert left(session) == []


def test_going_on_needs_no_reason_and_is_kept_in_the_history(session, held, say, window, asked):
    _windows, answers = asked
    say("Ia memang malas dan bandel.")
    answers += [True, True]
    window.final.click()
    assert is_final(session, held)
    assert left(session) == ["notulen: 2 kata"]


def test_what_judges_and_what_tells_are_shown_together(session, held, say, window, asked):
    session.save(Student(name="Kirana Maheswari"))
    say("Ia malas bersama Kirana Maheswari.")
    windows, answers = asked
    answers.append(False)
    window.final.click()
    [shown] = windows
    assert shown.windowTitle() == "Periksa bahasa dan identitas"
    assert not shown.language.isHidden()
    assert not shown.card.isHidden()


def test_minutes_without_a_judging_word_are_not_held_up(session, held, say, window, answers):
    say("Ia menolak malas-malasan dan berkata “saya bukan pemalas”.")
    answers.append(("Finalkan notulen", True))
    window.final.click()
    assert is_final(session, held)
    assert left(session) == []


def press_mend(monkeypatch):
    monkeypatch.setattr(dialogs, "answered", lambda window: window.mend.click() or False)


def meeting_windows():
    """Those on the screen; they delete themselves when they close."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in shown if isinstance(one, MeetingWizard)]


def test_mending_leads_to_the_item_that_holds_the_sentence(say, window, monkeypatch):
    press_mend(monkeypatch)
    say("Ia memang malas dan bandel.")
    window.final.click()
    [wizard] = meeting_windows()
    assert wizard.step is Agenda.INFORMATION
    wizard.reject()
    assert window.isVisible()


def test_mending_leads_to_the_remarks_that_hold_the_sentence(session, held, window, monkeypatch):
    press_mend(monkeypatch)
    text = "Ia memang malas."
    session.save(Remark(conference_id=held.id, kind=RemarkKind.DISSENT, text=text))
    window.final.click()
    [wizard] = meeting_windows()
    assert isinstance(QApplication.activeModalWidget(), RemarksWindow)
    QApplication.activeModalWidget().reject()
    wizard.reject()


def test_every_item_can_be_opened_until_the_minutes_are_final(window):
    rows = window.rows.findChildren(ChecklistRow)
    assert {row.action.text() for row in rows} <= {"Buka", "Lengkapi"}
    rows[3].action.click()
    [wizard] = meeting_windows()
    assert wizard.step is list(Agenda)[3]
    wizard.reject()

"""A meeting that pauses, is cut off, moves to another day, or has to stop."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from konfkasus_gui.procedure.follow_on import earlier
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Conclusion, Remark
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    CaseState,
    ConclusionKind,
    ConferenceState,
    ConsentGiver,
    DocumentKind,
    Kept,
    LetterState,
    PledgeManner,
    Presence,
    RemarkKind,
)
from konfkasus_gui.screens import deeds, dialogs, letter_deeds
from konfkasus_gui.screens.meeting.stopping import Stop
from konfkasus_gui.screens.planning.postponing import PostponeWindow

MONDAY = date(2026, 3, 2)


def texts(widget):
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def dated(session, planned):
    return session.save(
        replace(session.get(Conference, planned.id), held_on=MONDAY, starts_at=time(10))
    )


def test_a_pause_has_its_span_and_its_day(qtbot, begun, session, planned, clock):
    began = clock.now
    begun.bar.early_end.click()
    window = begun.stopping
    assert window.stop is Stop.PAUSE
    qtbot.keyClicks(window.reason, "bel masuk")
    window.day.fill.click()
    window.action.click()
    [pause] = session.meeting(planned.id).pauses
    assert (pause.began_at, pause.ended_at, pause.reason) == (began, None, "bel masuk")
    assert pause.resumes_on == MONDAY + timedelta(days=1)
    told = begun.interruption.sentence.text()
    assert told.startswith("Pertemuan dijeda sejak pukul 12.00 (bel masuk).")
    assert "Dilanjutkan 3 Maret 2026" in told
    clock.pass_time(days=1)
    begun.interruption.action.click()
    [pause] = session.meeting(planned.id).pauses
    assert pause.ended_at == began + timedelta(days=1)
    assert session.get(Conference, planned.id).state is ConferenceState.RUNNING
    assert begun.interruption.isHidden()


def test_the_key_for_a_pause_records_it_too(begun, session, planned, clock):
    begun.bar.pause.click()
    clock.pass_time(minutes=7)
    begun.bar.pause.click()
    [pause] = session.meeting(planned.id).pauses
    assert pause.ended_at - pause.began_at == timedelta(minutes=7)


def test_a_meeting_that_was_cut_off_goes_on_and_the_gap_is_kept(
    begun, opened, session, planned, clock
):
    since = clock.now
    clock.pass_time(hours=21)
    again = opened(planned)
    assert again.interruption.isVisible()
    assert "kemarin pukul 12.00" in again.interruption.sentence.text()
    again.interruption.action.click()
    [pause] = session.meeting(planned.id).pauses
    assert (pause.began_at, pause.ended_at) == (since, clock.now)
    assert pause.reason == "terputus"
    assert again.interruption.isHidden()
    assert opened(planned).interruption.isHidden()


def test_a_consent_taken_back_stops_locks_and_says_what_is_kept(
    qtbot, information, session, planned, monkeypatch
):
    told = []

    def tell(_parent, sentence, *, detail=""):
        told.append(detail)

    monkeypatch.setattr(dialogs, "tell", tell)
    wizard = information.stage
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    wizard.bar.early_end.click()
    wizard.stopping.choose(Stop.WITHDRAWAL)
    assert "1 keterangan" in wizard.stopping.kept.text()
    wizard.stopping.action.click()
    plan = session.plan(planned.id)
    assert plan.case.state is CaseState.FROZEN
    assert plan.conference.state is ConferenceState.PAUSED
    [pause] = session.meeting(planned.id).pauses
    assert pause.reason == "persetujuan ditarik kembali"
    assert told
    assert not wizard.isVisible()
    assert "1 keterangan" in told[0]
    [said] = session.meeting(planned.id).contributions
    assert said.text == "Sering mengantuk."


def test_nothing_of_the_client_is_shown_after_a_withdrawal(begun, opened, session, planned):
    consent = session.plan(planned.id).consent(ConsentGiver.CLIENT)
    deeds.withdraw_consent(session, planned.id, consent)
    again = opened(planned)
    assert again.interruption.isVisible()
    assert "berhenti" in again.interruption.sentence.text()
    assert not again.interruption.action.isVisible()
    assert "78 persen" not in texts(again)


def test_locking_closes_the_window_that_asks(begun, session):
    begun.bar.early_end.click()
    session.lock()
    assert not begun.stopping.isVisible()


def test_a_new_day_replaces_the_letters_and_keeps_the_register(qtbot, session, dated, monkeypatch):
    numbered = letter_deeds.number_invitations(session, dated.id, MONDAY)
    window = PostponeWindow(session, dated.id, None)
    qtbot.addWidget(window)
    window.show()
    assert window.letters.text() == "Buat surat penundaan sekarang"
    window.day.fill.click()
    assert window.day.value() == MONDAY + timedelta(days=7)
    window.starts.set_value(time(13))
    window.ends.set_value(time(12))
    window.action.click()
    assert window.refusal.isVisible()
    window.ends.set_value(time(14))
    assert window.letters.text() == "Buat undangan ulang sekarang"
    window.letters.setChecked(False)
    window.action.click()
    moved = session.get(Conference, dated.id)
    assert (moved.held_on, moved.starts_at, moved.ends_at) == (
        MONDAY + timedelta(days=7),
        time(13),
        time(14),
    )
    assert moved.state is ConferenceState.PLANNED
    letters = session.archive.every(Letter)
    assert [letter.number for letter in letters] == [letter.number for letter in numbered]
    assert {letter.state for letter in letters} == {LetterState.REPLACED}
    second = letter_deeds.number_notices(session, dated.id, DocumentKind.SECOND_INVITATION, MONDAY)
    assert not {one.number for one in second} & {one.number for one in numbered}


def test_a_day_that_has_passed_is_not_taken(qtbot, session, dated):
    window = PostponeWindow(session, dated.id, None)
    qtbot.addWidget(window)
    window.show()
    window.day.set_value(MONDAY - timedelta(days=1))
    window.action.click()
    assert "lewat" in window.refusal.sentence.text()
    assert session.get(Conference, dated.id).held_on == MONDAY


@pytest.fixture
def further(session, planned):
    """A second meeting after one that left a question and two promises open."""
    ratna, hendra = session.plan(planned.id).participants
    own = {"conference_id": planned.id}
    session.save(Conclusion(**own, kind=ConclusionKind.POSITIVE, text="Bertanggung jawab"))
    session.save(Conclusion(**own, kind=ConclusionKind.CAUSE, text="Waktu malam"))
    session.save(Remark(**own, kind=RemarkKind.QUESTION, text="Apakah bantuan sudah diterima?"))
    kept, broken, _waiting = (
        session.save(Commitment(**own, participant_id=guest.id, text=text, agreed=True))
        for guest, text in (
            (ratna, "Menemani belajar"),
            (hendra, "Memberi waktu"),
            (ratna, "Menutup warung"),
        )
    )
    for promise, answer in ((kept, Kept.KEPT), (broken, Kept.NOT_KEPT)):
        session.save(Action(**own, commitment_id=promise.id, who="x", kept=answer))
    conference = session.get(Conference, planned.id)
    held = replace(conference, state=ConferenceState.HELD, opened_at=session.now())
    session.save(replace(held, minutes_final_at=session.now()))
    second = deeds.follow_on(session, session.plan(planned.id))
    for guest in session.plan(second.id).participants:
        session.save(
            Attendance(
                conference_id=second.id,
                participant_id=guest.id,
                presence=Presence.PRESENT,
                pledge=PledgeManner.SPOKEN,
            )
        )
    return second


def test_a_further_meeting_takes_over_people_questions_and_unkept_promises(
    session, planned, further
):
    plan = session.plan(further.id)
    assert [guest.name for guest in plan.participants] == ["Ratna", "Hendra"]
    assert plan.conference.number == 2
    assert plan.conference.wanted.splitlines() == [
        "Apakah bantuan sudah diterima?",
        "Mengapa belum terlaksana: Memberi waktu (x)",
        "Mengapa belum terlaksana: Menutup warung (Ratna)",
    ]
    before = session.earlier(further.id)
    assert before == earlier(session.follow_up(planned.id))
    assert session.earlier(planned.id) is None


def test_the_last_conclusions_stand_beside_the_new_ones(
    qtbot, session, further, opened, explain_all
):
    deeds.open_conference(session, session.meeting(further.id))
    explain_all(session, further)
    wizard = opened(further)
    wizard.go_to(Agenda.FIRST_CONCLUSION)
    beside = texts(wizard.page_now.earlier)
    assert "Bertanggung jawab" in beside
    assert "Waktu malam" not in beside
    wizard.go_to(Agenda.INFORMATION)
    assert "Apakah bantuan" in texts(wizard.page_now.earlier)


def test_an_unkept_promise_is_made_again_with_one_click(
    qtbot, session, further, opened, explain_all
):
    deeds.open_conference(session, session.meeting(further.id))
    explain_all(session, further)
    wizard = opened(further)
    wizard.go_to(Agenda.COMMITMENT)
    beside = wizard.page_now.earlier
    assert "Menutup warung" in texts(beside)
    assert "Menemani belajar" not in texts(beside)
    from konfkasus_gui.screens.widgets.button import Button

    first = next(one for one in beside.findChildren(Button) if one.text() == "Janjikan lagi")
    first.click()
    [promise] = session.meeting(further.id).commitments
    assert (promise.text, promise.agreed) == ("Memberi waktu", False)
    left = [one for one in beside.rows.shown for one in one.findChildren(Button)]
    assert len(left) == 1, "what was promised again is not offered again"


def test_before_the_pledges_the_last_meeting_stays_hidden(session, further, opened):
    [first, *_] = session.meeting(further.id).attendances
    session.save(replace(first, pledge=None))
    wizard = opened(further)
    assert not wizard.page_now.earlier.isVisible()
    assert "Bertanggung" not in texts(wizard)


def test_final_minutes_keep_their_pauses(session, planned, begun):
    pause = session.save(
        Pause(conference_id=planned.id, began_at=session.now(), ended_at=session.now())
    )
    session.save(replace(session.get(Conference, planned.id), minutes_final_at=session.now()))
    from konfkasus_gui.procedure.conduct import MinutesFinal

    with pytest.raises(MinutesFinal):
        session.save(replace(pause, reason="lain"))

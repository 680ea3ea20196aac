"""The conductor, driven as a chair drives it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWizard

from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    ConclusionKind,
    ConferenceState,
    ConsentGiver,
    Group,
    PledgeManner,
    Presence,
    RemarkKind,
)
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.meeting.stopping import Stop


def forward(wizard):
    return wizard.button(QWizard.WizardButton.NextButton)


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def told(board, row, aspect):
    """What a screen reader says of a square of the board."""
    index = board.cells.index(row, list(Aspect).index(aspect))
    return board.cells.data(index, Qt.ItemDataRole.AccessibleTextRole)


def test_nothing_about_the_client_is_shown_before_everybody_has_pledged(wizard, session, planned):
    assert "78 persen" not in words(wizard)
    wizard.page_now.all_here.click()
    assert not forward(wizard).isEnabled()
    assert "78 persen" not in words(wizard)
    wizard.page_now.all_pledged.click()
    assert "78 persen" in words(wizard)
    pledges = [one.pledge for one in session.meeting(planned.id).attendances]
    assert pledges == [PledgeManner.SPOKEN] * 2


def test_leaving_the_opening_begins_the_meeting(wizard, session, planned):
    page = wizard.page_now
    page.all_here.click()
    page.all_pledged.click()
    for box in page.boxes.values():
        box.click()
    forward(wizard).click()
    assert wizard.step is Agenda.PRESENTATION
    conference = session.meeting(planned.id).conference
    assert conference.state is ConferenceState.RUNNING
    assert conference.opened_at == session.now()


def test_without_consent_nothing_begins(opened, session, conference):
    session.save(Participant(conference_id=conference.id, name="Ratna"))
    wizard = opened(conference)
    wizard.page_now.all_here.click()
    wizard.page_now.all_pledged.click()
    assert not forward(wizard).isEnabled()
    assert not wizard.page_now.start.isEnabled()


def test_a_guest_who_comes_unasked_pledges_too(qtbot, wizard, session, planned):
    page = wizard.page_now
    qtbot.keyClicks(page.guest.name, "Sutrisno")
    qtbot.keyClick(page.guest.name, Qt.Key.Key_Return)
    assert len(session.plan(planned.id).participants) == 2, "nobody sits here without a reason"
    assert "kedudukan, alasan ikut" in page.guest.notice.sentence.text()
    page.guest.capacity.setText("ketua RT")
    page.guest.reason.setText("Tetangga yang mendampingi keluarga")
    page.guest.group.set_value(Group.EASES)
    qtbot.keyClick(page.guest.reason, Qt.Key.Key_Return)
    guest = session.plan(planned.id).participants[-1]
    assert (guest.group, guest.capacity) == (Group.EASES, "ketua RT")
    assert guest.reason == "Tetangga yang mendampingi keluarga"
    names = [guest.name for guest in session.plan(planned.id).participants]
    assert names == ["Ratna", "Hendra", "Sutrisno"]
    page.all_here.click()
    assert not forward(wizard).isEnabled()


def test_a_data_item_is_ticked_and_unticked(begun, session, planned):
    begun.go_to(Agenda.PRESENTATION)
    [row] = begun.page_now.rows.shown
    row.box.click()
    assert len(session.meeting(planned.id).presentations) == 1
    [row] = begun.page_now.rows.shown
    row.box.click()
    assert session.meeting(planned.id).presentations == ()


def test_words_are_kept_before_they_are_noted(qtbot, information, session, planned):
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    qtbot.waitUntil(lambda: bool(session.meeting(planned.id).contributions))
    [said] = session.meeting(planned.id).contributions
    assert (said.text, said.agenda) == ("Sering mengantuk.", Agenda.INFORMATION)


def test_noting_turns_to_whoever_has_not_spoken(qtbot, information, session, planned):
    first = information.contribution.guest_id
    information.stage.activateWindow()
    qtbot.waitUntil(information.stage.isActiveWindow)
    information.contribution.aspect.chip(Aspect.HEALTH).click()
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    qtbot.keyClick(
        information.contribution.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert information.contribution.guest_id != first
    assert information.contribution.text.value() == ""
    [said] = session.meeting(planned.id).contributions
    assert (said.participant_id, said.aspect, said.text) == (
        first,
        Aspect.HEALTH,
        "Sering mengantuk.",
    )


def test_one_participant_may_speak_twice(qtbot, information, session, planned):
    first = information.contribution.guest_id
    for text in ("Satu.", "Dua."):
        information.people.chip(first).click()
        qtbot.keyClicks(information.contribution.text, text)
        information.note.click()
    assert [said.text for said in session.meeting(planned.id).contributions] == ["Satu.", "Dua."]


def test_nothing_to_add_is_kept_and_speaking_takes_it_back(qtbot, information, session, planned):
    first = information.contribution.guest_id
    information.nothing.click()
    assert [one.participant_id for one in session.meeting(planned.id).abstentions] == [first]
    information.people.chip(first).click()
    qtbot.keyClicks(information.contribution.text, "Ternyata ada.")
    information.note.click()
    assert session.meeting(planned.id).abstentions == ()


def test_a_removed_contribution_comes_back(qtbot, information, session, planned):
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    information.note.click()
    information.lines.shown[0].remove()
    assert session.meeting(planned.id).contributions == ()
    information.stage.undo_bar.undo.click()
    assert [one.text for one in session.meeting(planned.id).contributions] == ["Sering mengantuk."]


def test_a_contribution_can_be_mended(qtbot, information, session, planned):
    qtbot.keyClicks(information.contribution.text, "Mengantuk")
    information.note.click()
    information.lines.shown[0].change.click()
    qtbot.keyClicks(information.contribution.text, " pada jam pertama")
    information.contribution.flush()
    [said] = session.meeting(planned.id).contributions
    assert "pada jam pertama" in said.text


def test_the_board_tells_what_was_given(qtbot, information):
    information.contribution.aspect.chip(Aspect.HOBBY).click()
    qtbot.keyClicks(information.contribution.text, "Gemar melukis.")
    information.note.click()
    assert told(information.board, 0, Aspect.HOBBY) == "Ratna, Hobi: sudah"
    assert told(information.board, 1, Aspect.HOBBY) == "Hendra, Hobi: belum"


def test_positive_sides_are_written_and_may_start_from_what_was_said(
    qtbot, information, session, planned, explain_all
):
    qtbot.keyClicks(information.contribution.text, "Menjaga adiknya dengan sabar.")
    information.note.click()
    explain_all(session, planned)
    wizard = information.stage
    wizard.go_to(Agenda.FIRST_CONCLUSION)
    [said] = wizard.page_now.said.lines.shown
    said.buttons[ConclusionKind.POSITIVE].click()
    [line] = wizard.page_now.cards[ConclusionKind.BACKGROUND].lines.shown
    qtbot.keyClicks(line.text, "Kurang tidur.")
    wizard.flush()
    found = session.meeting(planned.id)
    assert [one.text for one in found.concluded(ConclusionKind.POSITIVE)] == [
        "Menjaga adiknya dengan sabar."
    ]
    assert [one.text for one in found.concluded(ConclusionKind.BACKGROUND)] == ["Kurang tidur."]


def test_a_promise_is_typed_read_back_and_kept(qtbot, commitment, session, planned):
    ratna = session.plan(planned.id).participants[0]
    [form] = commitment.people[ratna.id].promises.shown
    qtbot.keyClicks(form.text, "Menutup warung pukul delapan.")
    qtbot.waitUntil(form.agreed.isVisible)
    form.agreed.click()
    [promise] = session.meeting(planned.id).commitments
    assert (promise.text, promise.agreed) == ("Menutup warung pukul delapan.", True)


def test_the_clients_own_words_are_kept(qtbot, commitment, session, planned):
    card = commitment.remarks.cards[RemarkKind.CLIENT]
    qtbot.keyClicks(card.lines.shown[0].text, "Saya ingin berubah.")
    card.lines.shown[0].flush()
    [remark] = session.meeting(planned.id).remarked(RemarkKind.CLIENT)
    assert remark.text == "Saya ingin berubah."


def test_a_pause_rests_and_goes_on(begun, session, planned):
    begun.bar.pause.click()
    assert session.meeting(planned.id).conference.state is ConferenceState.PAUSED
    assert begun.bar.pause.text() == "Lanjutkan"
    begun.bar.pause.click()
    assert session.meeting(planned.id).conference.state is ConferenceState.RUNNING


def test_an_early_end_has_its_reason(qtbot, begun, session, planned):
    begun.bar.early_end.click()
    begun.stopping.choose(Stop.END)
    assert not begun.stopping.action.isEnabled()
    qtbot.keyClicks(begun.stopping.reason, "listrik padam")
    begun.stopping.action.click()
    conference = session.meeting(planned.id).conference
    assert (conference.state, conference.ended_early) == (ConferenceState.HELD, "listrik padam")


def test_a_postponed_meeting_waits_for_another_day(wizard, session, planned):
    wizard.bar.postpone.click()
    wizard.postponing.action.click()
    assert session.plan(planned.id).conference.state is ConferenceState.POSTPONED


def test_a_withdrawal_in_the_middle_hides_everything(information, session, planned):
    consent = session.plan(planned.id).consent(ConsentGiver.CLIENT)
    deeds.withdraw_consent(session, planned.id, consent)
    assert not information.content.isVisible()
    assert "78 persen" not in words(information)


def test_the_meeting_goes_on_where_it_stopped(information, opened, planned):
    information.stage.reject()
    assert opened(planned).step is Agenda.INFORMATION


def test_minutes_become_final_and_nothing_can_be_typed_any_more(
    qtbot, information, session, planned, opened, answers
):
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    information.note.click()
    deeds.close_conference(session, session.meeting(planned.id))
    window = MinutesWindow(session, planned.id, None)
    qtbot.addWidget(window)
    window.show()
    answers += [("Finalkan notulen", False), ("Finalkan notulen", True)]
    window.final.click()
    assert session.plan(planned.id).conference.minutes_final_at is None
    window.final.click()
    assert session.plan(planned.id).conference.minutes_final_at == session.now()
    again = opened(planned)
    assert not again.page_now.content.isEnabled()


def test_a_late_guest_pledges_before_the_meeting_goes_on(
    information, session, planned, explain_all
):
    explain_all(session, planned)
    assert forward(information.stage).isEnabled()
    late = session.save(Participant(conference_id=planned.id, name="Sutrisno"))
    session.save(
        Attendance(conference_id=planned.id, participant_id=late.id, presence=Presence.LATE)
    )
    assert not forward(information.stage).isEnabled()
    assert "Sutrisno" in words(information.missing)


def test_jumping_over_the_opening_begins_the_meeting_too(wizard, session, planned, explain_all):
    wizard.page_now.all_here.click()
    wizard.page_now.all_pledged.click()
    explain_all(session, planned)
    wizard.go_to(Agenda.INFORMATION)
    assert session.meeting(planned.id).conference.state is ConferenceState.RUNNING

"""What a chair does without thinking: keys, mistakes, second thoughts, a closed lid."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWizard

from konfkasus_gui.procedure.coverage import Coverage
from konfkasus_gui.procedure.proceedings import Abstention, Attendance, Contribution
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    ConclusionKind,
    ConferenceState,
    Presence,
    RemarkKind,
)
from konfkasus_gui.screens.widgets.tab_order import stops


def awake(qtbot, wizard):
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    return wizard


def test_the_key_for_a_pause_works_more_than_once(qtbot, begun, session, planned):
    awake(qtbot, begun)
    for state in (ConferenceState.PAUSED, ConferenceState.RUNNING, ConferenceState.PAUSED):
        qtbot.keyClick(begun, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda state=state: session.meeting(planned.id).conference.state is state)


def test_the_clock_goes_on_after_the_window_was_put_aside(qtbot, begun, clock):
    begun.hide()
    clock.pass_time(minutes=5)
    begun.show()
    assert begun.bar.clock.text() == "00.05.00"
    clock.pass_time(seconds=1)
    qtbot.waitUntil(lambda: begun.bar.clock.text() == "00.05.01")


def test_the_clock_does_not_jump_after_a_pause(begun, clock):
    begun.bar.pause.click()
    clock.pass_time(minutes=10)
    begun.bar.pause.click()
    assert begun.bar.clock.text() == "00.10.00"


def test_a_long_place_leaves_room_for_who_is_here(begun, session, planned):
    place = "Ruang Bimbingan dan Konseling lantai dua sayap timur"
    session.save(replace(session.plan(planned.id).conference, place=place))
    assert "2 hadir dari 2" in begun.bar.place.text()
    assert place not in begun.bar.place.text()
    assert begun.bar.place.toolTip() == place


def test_tab_goes_from_the_shortcuts_to_the_first_person(qtbot, wizard):
    awake(qtbot, wizard)
    page = wizard.page_now
    assert page.all_here.hasFocus()
    order = stops(page)
    first, second = (row.presence for row in page.rows.shown)
    names = [page.all_here, page.all_pledged, first, second, page.guest.name, page.start]
    assert [one for one in order if one in names] == names
    for expected in (page.all_pledged, first, second, page.guest.name):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_tab_comes_to_the_buttons_after_the_last_field(qtbot, information):
    awake(qtbot, information.stage)
    [*_before, last] = [one for one in stops(information) if one.isVisible() and one.isEnabled()]
    last.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wizard = information.stage
    assert QApplication.focusWidget() in (
        wizard.button(QWizard.WizardButton.BackButton),
        wizard.button(QWizard.WizardButton.NextButton),
    )


def test_enter_presses_the_button_that_has_the_focus(qtbot, wizard, session, planned):
    awake(qtbot, wizard)
    page = wizard.page_now
    for held in (page.all_here, page.all_pledged):
        assert held.hasFocus()
        qtbot.keyClick(held, Qt.Key.Key_Return)
        assert held.hasFocus()
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert len(session.meeting(planned.id).present()) == 2
    assert session.meeting(planned.id).unpledged() == ()


def test_choosing_who_is_here_notes_the_minute(qtbot, wizard, session, planned, clock):
    row = wizard.page_now.rows.shown[0]
    row.presence.set_value(Presence.PRESENT)
    qtbot.waitUntil(lambda: bool(session.meeting(planned.id).present()))
    [line] = session.meeting(planned.id).attendances
    assert line.arrived_at == clock.now.time().replace(second=0, microsecond=0)
    assert row.arrived.isVisible()
    assert row.arrived.value() == line.arrived_at


def test_an_uninvited_guest_is_here_at_once_and_a_mistake_is_taken_back(
    qtbot, wizard, session, planned
):
    guest_form = wizard.page_now.guest
    qtbot.keyClicks(guest_form.name, "Sutrisno")
    guest_form.capacity.setText("ketua RT")
    guest_form.reason.setText("Tetangga")
    guest_form.add.click()
    guest = session.plan(planned.id).participants[-1]
    assert (guest.name, guest.capacity) == ("Sutrisno", "ketua RT")
    assert session.meeting(planned.id).attendance(guest).presence is Presence.PRESENT
    guest_form.notice.action.click()
    assert len(session.plan(planned.id).participants) == 2
    assert guest_form.name.text() == "Sutrisno"
    assert guest_form.reason.text() == "Tetangga"
    assert not guest_form.notice.isVisible()


def test_a_seat_without_a_name_is_called_by_its_capacity(qtbot, wizard, session, planned):
    guest = session.plan(planned.id).participants[0]
    session.save(replace(guest, name="", capacity="psikolog"))
    assert "psikolog" in wizard.page_now.rows.shown[0].presence.accessibleName()
    wizard.page_now.all_here.click()
    assert "psikolog" in " ".join(gap.sentence for gap in wizard.page_now.gaps())


def test_keys_of_a_round_do_nothing_while_nobody_is_here(qtbot, information, session, planned):
    wizard = awake(qtbot, information.stage)
    for line in session.meeting(planned.id).attendances:
        session.save(replace(line, presence=Presence.ABSENT))
    assert information.empty.isVisible()
    for key, more in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        ),
    ):
        qtbot.keyClick(wizard, key, more)
    assert session.meeting(planned.id).contributions == ()
    assert session.meeting(planned.id).abstentions == ()


def test_what_is_being_typed_is_not_listed_as_noted(qtbot, information, session, planned):
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    information.contribution.flush()
    assert len(session.meeting(planned.id).contributions) == 1
    assert information.lines.shown == ()
    information.note.click()
    assert len(information.lines.shown) == 1


def test_words_take_back_that_there_was_nothing_to_add(qtbot, information, session, planned):
    first = information.contribution.guest_id
    information.nothing.click()
    information.people.chip(first).click()
    qtbot.keyClicks(information.contribution.text, "Ternyata ada.")
    information.stage.go_to(Agenda.OPENING)
    assert session.meeting(planned.id).abstentions == ()
    [said] = session.meeting(planned.id).contributions
    assert said.text == "Ternyata ada."


def test_nothing_to_add_is_taken_back_by_the_same_button(information, session, planned):
    first = information.contribution.guest_id
    information.nothing.click()
    information.people.chip(first).click()
    assert information.nothing.text() == "Urungkan “Tidak ada tambahan”"
    information.nothing.click()
    assert session.meeting(planned.id).abstentions == ()
    assert information.contribution.guest_id == first


def test_chips_say_in_words_who_has_spoken(qtbot, information):
    first = information.contribution.guest_id
    qtbot.keyClicks(information.contribution.text, "Sering mengantuk.")
    information.note.click()
    assert information.people.chip(first).accessibleName() == "Ratna, sudah"
    waiting = information.contribution.guest_id
    assert information.people.chip(waiting).accessibleName() == "Hendra, belum"


def test_a_mended_contribution_is_offered_as_mended(
    qtbot, information, session, planned, explain_all
):
    qtbot.keyClicks(information.contribution.text, "Mengantuk")
    information.note.click()
    explain_all(session, planned)
    wizard = information.stage
    wizard.go_to(Agenda.FIRST_CONCLUSION)
    wizard.go_to(Agenda.INFORMATION)
    [said] = session.meeting(planned.id).contributions
    session.save(replace(said, text="Mengantuk pada jam pertama"))
    wizard.go_to(Agenda.FIRST_CONCLUSION)
    page = wizard.page_now
    [line] = page.said.lines.shown
    line.buttons[ConclusionKind.BACKGROUND].click()
    [kept] = session.meeting(planned.id).concluded(ConclusionKind.BACKGROUND)
    assert kept.text == "Mengantuk pada jam pertama"


def test_a_line_that_is_typed_keeps_its_cursor_and_another_blank_one_follows(
    qtbot, information, session, planned, explain_all
):
    explain_all(session, planned)
    wizard = awake(qtbot, information.stage)
    wizard.go_to(Agenda.FIRST_CONCLUSION)
    card = wizard.page_now.cards[ConclusionKind.POSITIVE]
    [line] = card.lines.shown
    qtbot.waitUntil(line.text.hasFocus)
    qtbot.keyClicks(line.text, "Sabar")
    qtbot.waitUntil(lambda: len(card.lines.shown) == 2)
    assert card.lines.shown[0] is line
    assert line.text.hasFocus()
    qtbot.keyClicks(line.text, " dan tekun")
    qtbot.keyClick(line.text, Qt.Key.Key_Tab)
    [kept] = session.meeting(planned.id).concluded(ConclusionKind.POSITIVE)
    assert kept.text == "Sabar dan tekun"
    assert len(session.meeting(planned.id).conclusions) == 1


def test_a_removed_line_comes_back(qtbot, information, session, planned, explain_all):
    explain_all(session, planned)
    information.stage.go_to(Agenda.FIRST_CONCLUSION)
    card = information.stage.page_now.cards[ConclusionKind.POSITIVE]
    qtbot.keyClicks(card.lines.shown[0].text, "Sabar")
    card.lines.shown[0].flush()
    card.lines.shown[0].cross.click()
    assert session.meeting(planned.id).conclusions == ()
    information.stage.undo_bar.undo.click()
    assert [one.text for one in session.meeting(planned.id).conclusions] == ["Sabar"]


def test_the_cursor_starts_with_the_first_persons_promise(qtbot, commitment, session, planned):
    ratna = session.plan(planned.id).participants[0]
    awake(qtbot, commitment.stage)
    commitment.stage.go_to(Agenda.COMMITMENT)
    assert commitment.people[ratna.id].promises.shown[0].text.hasFocus()


def test_each_step_is_entered_at_its_first_field(qtbot, begun, session, planned, explain_all):
    explain_all(session, planned)
    awake(qtbot, begun)
    hendra = session.plan(planned.id).participants[1]
    begun.go_to(Agenda.INFORMATION)
    assert begun.page_now.contribution.text.hasFocus()
    begun.go_to(Agenda.COMMITMENT)
    promises = begun.page_now.people
    assert next(iter(promises.values())).promises.shown[0].text.hasFocus()
    assert promises[hendra.id].promises.shown[0].text.isVisible()


def test_a_promise_takes_back_that_there_was_none(qtbot, commitment, session, planned):
    ratna = session.plan(planned.id).participants[0]
    card = commitment.people[ratna.id]
    card.nothing.click()
    [none] = session.meeting(planned.id).abstentions
    assert (none.participant_id, none.agenda) == (ratna.id, Agenda.COMMITMENT)
    assert card.promises.shown == ()
    card.none.action.click()
    assert session.meeting(planned.id).abstentions == ()
    qtbot.keyClicks(card.promises.shown[0].text, "Menutup warung pukul delapan.")
    card.promises.shown[0].flush()
    assert len(session.meeting(planned.id).promised(ratna)) == 1


def test_a_removed_promise_comes_back_with_its_days(qtbot, commitment, session, planned):
    ratna = session.plan(planned.id).participants[0]
    card = commitment.people[ratna.id]
    [form] = card.promises.shown
    qtbot.keyClicks(form.text, "Menutup warung.")
    form.flush()
    form.starts.fill.click()
    form.cross.click()
    assert session.meeting(planned.id).commitments == ()
    commitment.stage.undo_bar.undo.click()
    [promise] = session.meeting(planned.id).commitments
    assert (promise.text, promise.starts_on) == ("Menutup warung.", session.today())


def test_a_promise_of_one_leaves_the_others_as_they_are(qtbot, commitment, session, planned):
    ratna, hendra = session.plan(planned.id).participants
    other = commitment.people[hendra.id].promises.shown[0]
    qtbot.keyClicks(other.text, "Mendam")
    mine = commitment.people[ratna.id].promises.shown[0]
    qtbot.keyClicks(mine.text, "Menutup warung.")
    mine.flush()
    assert commitment.people[hendra.id].promises.shown[0] is other
    assert other.text.value() == "Mendam"


def test_everything_typed_is_kept_when_the_window_closes_or_the_archive_locks(
    qtbot, commitment, session, planned, opened
):
    hendra = session.plan(planned.id).participants[1]
    qtbot.keyClicks(commitment.people[hendra.id].promises.shown[0].text, "Mendampingi.")
    commitment.stage.reject()
    assert [one.text for one in session.meeting(planned.id).commitments] == ["Mendampingi."]
    again = opened(planned).page_now
    qtbot.keyClicks(again.remarks.cards[RemarkKind.QUESTION].lines.shown[0].text, "Kapan?")
    session.lock()
    assert [one.text for one in session.meeting(planned.id).remarks] == ["Kapan?"]


def test_a_diagnosis_is_kept_when_the_step_changes(qtbot, begun, session, planned):
    begun.go_to(Agenda.PRESENTATION)
    qtbot.keyClicks(begun.page_now.diagnosis_text, "Sering terlambat.")
    begun.go_to(Agenda.OPENING)
    assert session.meeting(planned.id).conference.diagnosis == "Sering terlambat."


def test_the_data_is_hidden_while_a_late_guest_has_not_pledged(begun, session, planned):
    begun.go_to(Agenda.PRESENTATION)
    page = begun.page_now
    assert len(page.rows.shown) == 1
    [line, _other] = session.meeting(planned.id).attendances
    session.save(replace(line, pledge=None))
    assert page.rows.shown == ()
    session.save(replace(session.get(Attendance, line.id), pledge=line.pledge))
    assert len(page.rows.shown) == 1


def test_a_meeting_that_was_held_is_not_ended_again(commitment, session, planned, opened):
    assert commitment.stage.button(QWizard.WizardButton.FinishButton).text() == "Akhiri konferensi"
    conference = session.plan(planned.id).conference
    session.save(replace(conference, state=ConferenceState.HELD, closed_at=session.now()))
    assert commitment.stage.button(QWizard.WizardButton.FinishButton).text() == "Selesai"


def test_the_board_follows_without_being_made_anew(information, session, planned):
    cells = information.board.cells
    remade = []
    cells.modelReset.connect(lambda: remade.append(True))
    ratna = session.plan(planned.id).participants[0]
    session.save(
        Abstention(conference_id=planned.id, participant_id=ratna.id, agenda=Agenda.INFORMATION)
    )
    assert {cells.told(ratna.id, aspect) for aspect in Aspect} == {Coverage.NOTHING}
    assert remade == []


def test_contributions_without_words_are_not_shown(information, session, planned):
    ratna = session.plan(planned.id).participants[0]
    session.save(
        Contribution(
            conference_id=planned.id,
            participant_id=ratna.id,
            agenda=Agenda.INFORMATION,
            said_at=session.now(),
        )
    )
    assert information.lines.shown == ()

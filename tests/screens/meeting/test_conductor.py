"""What makes the meeting easy to lead: time, order, evidence, wishes, reading back, the check."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from konfkasus_gui.procedure import timekeeping
from konfkasus_gui.procedure.coverage import Coverage
from konfkasus_gui.procedure.evidence import cited
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Contribution
from konfkasus_gui.procedure.rounds import noted
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    ConclusionKind,
    PledgeManner,
    Presence,
    RemarkKind,
)
from konfkasus_gui.procedure.wishes import answer
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.meeting.evidence import EvidenceWindow
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.meeting.noted import AT_ONCE
from konfkasus_gui.screens.meeting.read_back import ReadBackWindow
from konfkasus_gui.screens.meeting.remarks import RemarksWindow
from konfkasus_gui.screens.widgets.scroll import Scroll

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def said(session, planned, begun):
    """Three contributions of the two people."""
    guests = session.plan(planned.id).participants
    return tuple(
        session.save(
            Contribution(
                conference_id=planned.id,
                participant_id=guests[number % 2].id,
                agenda=Agenda.INFORMATION,
                aspect=Aspect.HEALTH,
                basis=Basis.OBSERVED,
                text=f"Keterangan {number}",
                said_at=session.now(),
            )
        )
        for number in range(3)
    )


@pytest.fixture
def heard(said, information):
    return information


def texts(session, planned):
    found = session.meeting(planned.id)
    return [one.text for one in noted(found, Agenda.INFORMATION)]


def pick(menu, *words):
    """Choose from a menu, and from the menus in it, by its words."""
    *ways, last = words
    for way in ways:
        menu = next(one.menu() for one in menu.actions() if one.text() == way)
    next(one for one in menu.actions() if one.text() == last).trigger()


def test_lines_are_ordered_by_the_arrows_and_keep_the_cursor(heard, session, planned, said):
    line = heard.lines.line(said[2].id)
    line.setFocus()
    for _press in range(5):
        QTest.keyClick(line, Qt.Key.Key_Up, ALT)
    assert texts(session, planned) == ["Keterangan 2", "Keterangan 0", "Keterangan 1"]
    assert [one.said.id for one in heard.lines.shown] == [said[2].id, said[0].id, said[1].id]
    assert QApplication.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    assert texts(session, planned) == ["Keterangan 0", "Keterangan 2", "Keterangan 1"]
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is heard.lines.line(said[0].id)


def test_words_move_to_another_person_and_aspect(heard, session, planned, said):
    _ratna, hendra = session.plan(planned.id).participants
    pick(heard.lines.line(said[0].id).menu(), "Pindahkan ke peserta", "Hendra")
    pick(heard.lines.line(said[0].id).menu(), "Pindahkan ke aspek", "Hobi")
    moved = session.get(Contribution, said[0].id)
    assert (moved.participant_id, moved.aspect) == (hendra.id, Aspect.HOBBY)
    assert heard.board.cells.told(hendra.id, Aspect.HOBBY) is Coverage.GIVEN
    assert "Hendra" in heard.lines.line(said[0].id).about.text()


def test_a_line_is_changed_and_removed_by_keys(qtbot, heard, session, planned, said):
    line = heard.lines.line(said[1].id)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard.contribution.record_id == said[1].id
    assert heard.contribution.text.hasFocus()
    QTest.keyClick(heard.lines.line(said[0].id), Qt.Key.Key_Delete)
    assert texts(session, planned) == ["Keterangan 1", "Keterangan 2"]


def test_words_to_be_changed_come_into_view(qtbot, heard, said):
    window = heard.window()
    window.resize(1024, 600)
    line = heard.lines.line(said[-1].id)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    around = line.parentWidget()
    while not isinstance(around, Scroll):
        around = around.parentWidget()
    around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
    assert heard.contribution.text.visibleRegion().isEmpty()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard.contribution.text.value() == said[-1].text
    qtbot.waitUntil(lambda: not heard.contribution.text.visibleRegion().isEmpty())


def test_of_many_lines_the_newest_stand_there_and_others_wait(heard, session, planned, said):
    with session.together():
        for number in range(3, 3 + 2 * AT_ONCE):
            session.save(replace(said[0], id=0, text=f"Keterangan {number}"))
    assert len(heard.lines.shown) == AT_ONCE
    assert heard.lines.earlier.text() == f"Tampilkan {AT_ONCE + 3} keterangan sebelumnya"
    heard.lines.earlier.click()
    assert len(heard.lines.shown) == 2 * AT_ONCE
    assert heard.lines.focus_line(said[0].id)
    assert heard.lines.line(said[0].id).hasFocus()
    assert heard.lines.earlier.isHidden()


def test_the_board_leads_to_what_is_there_and_to_what_is_not(heard, session, planned, said):
    ratna, hendra = session.plan(planned.id).participants
    heard.go_to_square(ratna.id, Aspect.HEALTH)
    assert heard.lines.line(said[2].id).hasFocus()
    heard.go_to_square(hendra.id, Aspect.HOBBY)
    assert heard.contribution.guest_id == hendra.id
    assert heard.contribution.aspect.value() is Aspect.HOBBY
    assert heard.contribution.text.hasFocus()


def test_who_spoke_of_no_aspect_is_told_and_the_line_is_one_key_away(heard, session, said):
    board, last = heard.board, len(Aspect)
    assert board.isColumnHidden(last)
    loose = session.save(replace(said[1], aspect=None))
    assert not board.isColumnHidden(last)
    square = board.cells.index(1, last)
    assert [board.cells.index(row, last).data() for row in (0, 1)] == ["", "1"]
    assert square.data(Qt.ItemDataRole.AccessibleTextRole) == "Hendra: 1 tanpa aspek"
    board.setFocus()
    board.setCurrentIndex(square)
    QTest.keyClick(board, Qt.Key.Key_Minus)
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert heard.lines.line(loose.id).hasFocus()
    pick(heard.lines.line(loose.id).menu(), "Pindahkan ke aspek", "Hobi")
    assert board.isColumnHidden(last)


def test_words_being_written_get_their_aspect_in_the_form(heard, session, said):
    session.save(replace(said[1], aspect=None))
    heard.edit(said[1].id)
    heard.go_to_square(said[1].participant_id, None)
    assert heard.contribution.aspect.chip(next(iter(Aspect))).hasFocus()


def test_nothing_known_of_one_aspect_is_not_nothing_at_all(heard, session, planned):
    ratna, _hendra = session.plan(planned.id).participants
    heard.go_to_square(ratna.id, Aspect.TALENT)
    assert heard.nothing.text() == "Tidak ada: bakat"
    heard.nothing.click()
    assert heard.board.cells.told(ratna.id, Aspect.TALENT) is Coverage.NOTHING
    assert heard.board.cells.told(ratna.id, Aspect.FAMILY) is Coverage.UNASKED
    assert heard.contribution.guest_id == ratna.id
    [none] = session.meeting(planned.id).abstentions
    assert none.aspect is Aspect.TALENT
    heard.go_to_square(ratna.id, Aspect.TALENT)
    QTest.keyClicks(heard.contribution.text, "Pandai menggambar.")
    heard.contribution.flush()
    assert session.meeting(planned.id).abstentions == ()


def test_hearsay_asks_from_whom(heard, session, planned):
    assert heard.contribution.heard_from.isHidden()
    QTest.keyClicks(heard.contribution.text, "Pulang larut.")
    heard.contribution.basis.chip(Basis.HEARD).click()
    assert heard.contribution.heard_from.isVisible()
    QTest.keyClicks(heard.contribution.heard_from, "tetangga")
    heard.note.click()
    assert "didengar dari tetangga" in heard.lines.shown[-1].about.text()


def test_a_wish_is_ticked_off_by_what_was_said(information, session, planned):
    session.save(replace(session.plan(planned.id).conference, wanted="Waktu tidur\nCara belajar"))
    assert list(information.wishes.rows) == ["Waktu tidur", "Cara belajar"]
    QTest.keyClicks(information.contribution.text, "Tidur lima jam.")
    row = information.wishes.rows["Waktu tidur"]
    row.box.click()
    meeting = session.meeting(planned.id)
    [told] = meeting.contributions
    assert answer(meeting, "Waktu tidur").contribution_id == told.id
    assert row.note.text() == "Ratna · 3.1"
    row.box.click()
    assert session.meeting(planned.id).answers == ()


def test_time_is_counted_for_the_item_and_the_speaker(information, session, planned, clock):
    wizard = information.stage
    wizard.clock.keep()
    before = wizard.clock.seconds(Agenda.INFORMATION)
    clock.pass_time(minutes=4)
    wizard.clock.ticked.emit()
    wizard.clock.keep()
    first = information.contribution.guest_id
    assert wizard.clock.seconds(Agenda.INFORMATION) - before == 240
    assert wizard.clock.seconds(Agenda.INFORMATION, first) == 240
    assert information.turn_time.text() == "giliran 4.00"
    note = wizard.agenda_list.row(Agenda.INFORMATION).below.text()
    assert note.startswith("4 menit")
    information.next.click()
    wizard.clock.ticked.emit()
    clock.pass_time(seconds=30)
    wizard.clock.keep()
    assert wizard.clock.seconds(Agenda.INFORMATION, first) == 240
    kept = timekeeping.duration(session.meeting(planned.id), Agenda.INFORMATION)
    assert kept.seconds == wizard.clock.seconds(Agenda.INFORMATION) == before + 270


def test_a_pause_does_not_count(information, clock):
    wizard = information.stage
    wizard.bar.pause.click()
    wizard.clock.keep()
    before = wizard.clock.seconds(Agenda.INFORMATION)
    clock.pass_time(minutes=5)
    wizard.clock.keep()
    assert wizard.clock.seconds(Agenda.INFORMATION) == before


def test_time_is_kept_when_the_window_closes(information, session, planned, clock):
    information.stage.clock.keep()
    clock.pass_time(minutes=3)
    information.stage.reject()
    assert timekeeping.duration(session.meeting(planned.id), Agenda.INFORMATION).seconds >= 180


def test_a_conclusion_that_begins_with_words_rests_on_them(
    heard, session, planned, said, explain_all
):
    session.save(replace(said[1], positive=True))
    explain_all(session, planned)
    heard.stage.go_to(Agenda.FIRST_CONCLUSION)
    page = heard.stage.page_now
    [offered] = page.offered.lines.shown
    offered.buttons[ConclusionKind.POSITIVE].click()
    [good] = session.meeting(planned.id).concluded(ConclusionKind.POSITIVE)
    assert [one.id for one in cited(session.meeting(planned.id), good.id)] == [said[1].id]
    assert page.offered.isHidden()
    line = page.cards[ConclusionKind.POSITIVE].lines.shown[0]
    assert line.rests_on.text() == "Dasar: 3.2 Hendra"
    line.cross.click()
    assert session.meeting(planned.id).citations == ()
    session.undoing.bring_back()
    [back] = session.meeting(planned.id).concluded(ConclusionKind.POSITIVE)
    assert [one.id for one in cited(session.meeting(planned.id), back.id)] == [said[1].id]


def test_evidence_is_ticked_with_the_space_bar_and_found_by_words(
    qtbot, heard, session, planned, said, explain_all
):
    explain_all(session, planned)
    heard.stage.go_to(Agenda.FIRST_CONCLUSION)
    card = heard.stage.page_now.cards[ConclusionKind.BACKGROUND]
    card.start("Kurang tidur.")
    [conclusion] = session.meeting(planned.id).concluded(ConclusionKind.BACKGROUND)
    window = EvidenceWindow(session, conclusion, None)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClicks(window.search, "keterangan 2")
    assert window.list.model().rowCount() == 1
    window.list.setCurrentIndex(window.list.model().index(0, 0))
    QTest.keyClick(window.list, Qt.Key.Key_Space)
    assert [one.id for one in cited(session.meeting(planned.id), conclusion.id)] == [said[2].id]
    QTest.keyClick(window.list, Qt.Key.Key_Space)
    assert session.meeting(planned.id).citations == ()
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_commitments_are_read_back_one_by_one(qtbot, commitment, session, planned):
    for guest in session.plan(planned.id).participants:
        session.save(
            Commitment(
                conference_id=planned.id, participant_id=guest.id, text=f"Janji {guest.name}"
            )
        )
    window = ReadBackWindow(session, planned.id, None)
    qtbot.addWidget(window)
    window.show()
    assert (window.name.text(), window.text.text()) == ("Ratna", "Janji Ratna")
    window.skip.click()
    assert window.name.text() == "Hendra"
    window.agree.click()
    assert [one.agreed for one in session.meeting(planned.id).commitments] == [False, True]
    assert not window.isVisible()
    again = ReadBackWindow(session, planned.id, None)
    qtbot.addWidget(again)
    assert again.name.text() == "Ratna"


def test_a_dissenting_view_says_whose_it_is(qtbot, information, session, planned):
    window = RemarksWindow(session, planned.id, None)
    qtbot.addWidget(window)
    window.show()
    card = window.remarks.cards[RemarkKind.DISSENT]
    QTest.keyClicks(card.lines.shown[0].text, "Menurut saya lain.")
    card.flush()
    hendra = session.plan(planned.id).participants[1]
    card.lines.shown[0].who.set_value(hendra.id)
    card.flush()
    [remark] = session.meeting(planned.id).remarks
    assert (remark.participant_id, remark.text) == (hendra.id, "Menurut saya lain.")


def test_a_wish_that_nobody_answered_is_asked_again_next_time(qtbot, information, session, planned):
    session.save(replace(session.plan(planned.id).conference, wanted="Waktu tidur\nCara belajar"))
    information.wishes.rows["Waktu tidur"].box.click()
    window = RemarksWindow(session, planned.id, None)
    qtbot.addWidget(window)
    window.show()
    [offer] = window.remarks.open_wishes.shown
    offer.action.click()
    [question] = session.meeting(planned.id).remarked(RemarkKind.QUESTION)
    assert question.text == "Cara belajar"
    assert window.remarks.open_wishes.shown == ()


def test_whoever_leaves_without_the_pledge_shows_the_data_again(wizard, session, planned):
    page = wizard.page_now
    page.all_here.click()
    first, second = page.rows.shown
    first.pledge.set_value(PledgeManner.SPOKEN)
    pick(second.menu(), "Tidak berikrar, meninggalkan ruangan")
    assert [guest.name for guest in session.meeting(planned.id).present()] == ["Ratna"]
    assert page.may_show()
    assert second.gone.isVisible()
    pick(second.menu(), "Kembali ke pertemuan")
    assert not page.may_show()


def test_a_latecomer_who_has_not_pledged_hides_the_data_at_once(information, session, planned):
    late = session.save(Participant(conference_id=planned.id, name="Sutrisno"))
    line = Attendance(conference_id=planned.id, participant_id=late.id, presence=Presence.LATE)
    kept = session.save(line)
    assert not information.may_show()
    session.save(replace(kept, pledge=PledgeManner.SIGNED))
    assert information.may_show()


def test_the_check_leads_to_what_is_thin_and_back(qtbot, heard, session, planned):
    heard.stage.reject()
    deeds.close_conference(session, session.meeting(planned.id))
    window = MinutesWindow(session, planned.id, None)
    qtbot.addWidget(window)
    window.show()
    row = next(one for one in window.rows.shown if one.name.text() == Agenda.INFORMATION.title)
    assert "Belum ditanyakan" in row.sentence.text()
    row.action.click()
    opened = [one for one in QApplication.topLevelWidgets() if hasattr(one, "agenda_list")]
    [room] = [one for one in opened if one.isVisible()]
    assert not window.isVisible()
    assert room.step is Agenda.INFORMATION
    room.reject()
    qtbot.waitUntil(window.isVisible)


def test_large_text_hides_the_columns_and_goes_again(information):
    wizard = information.stage
    small = information.contribution.text.fontMetrics().height()
    wizard.bar.large.click()
    assert wizard.agenda_list.isHidden()
    assert information.contribution.text.fontMetrics().height() > 2 * small
    wizard.bar.large.click()
    assert wizard.agenda_list.isVisible()
    assert information.contribution.text.fontMetrics().height() == small

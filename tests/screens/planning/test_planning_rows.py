from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.planning import Conference, Participant, Step
from konfkasus_gui.procedure.proceedings import Presentation
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.vocabulary import Aspect, Group, LetterState, Origin
from konfkasus_gui.screens import dialogs, letter_deeds, theme

NEXT = QWizard.WizardButton.NextButton


@pytest.fixture
def seats(opened, consented, directory):
    """The page of participants, still empty."""
    return opened(Step.PARTICIPANTS).page_now


@pytest.fixture
def items(opened, ready):
    """The page of data, with one item."""
    return opened(Step.DATA).page_now


def test_an_empty_list_says_what_will_stand_there(seats):
    assert seats.list.empty.isVisible()
    assert not seats.stage.button(NEXT).isEnabled()


def test_a_child_in_danger_is_never_seated_with_the_offender(seats, session, plan):
    assert seats.danger.isHidden()
    session.save(replace(plan().case, in_danger=True))
    assert "tidak dipertemukan" in seats.danger.sentence.text()


def test_enter_adds_a_name_of_the_directory(qtbot, seats, plan, directory):
    qtbot.keyClicks(seats.person, "hendra gunawan, s.pd.")
    qtbot.keyClick(seats.person, Qt.Key.Key_Return)
    [guest] = plan().participants
    assert (guest.person_id, guest.name) == (directory[0].id, "Hendra Gunawan, S.Pd.")
    assert (guest.capacity, guest.group) == ("Wali kelas IX-A", Group.DECIDES)
    assert seats.person.text() == ""


def test_a_suggestion_picked_with_the_arrows_is_added_once(qtbot, seats, plan, directory):
    qtbot.keyClicks(seats.person, "Lestari")
    popup = seats.person.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seats.person.text() == "")
    assert [guest.name for guest in plan().participants] == ["Lestari Dewi, M.Pd."]


def test_the_client_s_mother_is_suggested_and_the_client_is_not(seats):
    lines = seats.person.completer().model().stringList()
    assert lines[0] == "Ratna Wulandari · ibu"
    assert not [line for line in lines if "Anisa" in line]


def test_a_new_name_is_filled_in_below_and_kept(qtbot, seats, plan):
    qtbot.keyClicks(seats.person, "Nurul Hidayah, M.Psi.")
    qtbot.keyClick(seats.person, Qt.Key.Key_Return)
    form = seats.list.form
    qtbot.keyClicks(form.capacity, "Psikolog")
    qtbot.keyClicks(form.reason, "Hasil pemeriksaan")
    form.group.chip(Group.INFORMS).click()
    form.origin.set_value(Origin.OUTSIDE)
    seats.flush()
    [guest] = plan().participants
    assert (guest.name, guest.capacity) == ("Nurul Hidayah, M.Psi.", "Psikolog")
    assert (guest.group, guest.origin) == (Group.INFORMS, Origin.OUTSIDE)
    assert seats.list.table.cell(0, 2) == "Keterangan"
    assert "1 pemberi keterangan" in seats.counted.text()
    assert seats.stage.button(NEXT).isEnabled()


def test_of_many_names_that_lack_everything_the_form_of_the_last_is_seen(
    qtbot, qapp, seats, session, plan
):
    theme.apply(qapp, 100)
    session.save(replace(plan().case, in_danger=True))
    for number in range(5):
        qtbot.keyClicks(seats.person, f"Guru Nomor {number}, S.Pd.")
        qtbot.keyClick(seats.person, Qt.Key.Key_Return)
    seats.window().resize(1020, 600)
    field = seats.list.form.capacity
    qtbot.waitUntil(lambda: seats.window().height() == 600)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_a_new_person_can_be_kept_in_the_directory(qtbot, seats, session, plan):
    qtbot.keyClicks(seats.person, "Nurul Hidayah, M.Psi.")
    qtbot.keyClick(seats.person, Qt.Key.Key_Return)
    form = seats.list.form
    qtbot.keyClicks(form.capacity, "Psikolog")
    assert form.keep_person.isVisible()
    form.keep_person.click()
    kept = session.get(Person, plan().participants[0].person_id)
    assert (kept.name, kept.capacity) == ("Nurul Hidayah, M.Psi.", "Psikolog")
    assert not form.keep_person.isVisible()


def test_suggestions_name_people_of_the_directory_and_empty_seats(seats, plan):
    seats.suggestions.aboutToShow.emit()
    words = [action.text() for action in seats.suggestions.actions()]
    assert "Ibu: Ratna Wulandari" in words
    assert "Wali kelas IX-A: Hendra Gunawan, S.Pd." in words
    seats.suggestions.actions()[words.index("Guru mata pelajaran")].trigger()
    [guest] = plan().participants
    assert (guest.name, guest.group) == ("", Group.INFORMS)
    assert "Guru mata pelajaran (nama)" in seats.gaps()[0].sentence


@pytest.fixture
def full(opened, ready, guests):
    """The page of participants, with three of them."""
    return opened(Step.PARTICIPANTS).page_now


def test_the_form_follows_the_chosen_row(qtbot, full, plan, guests):
    full.list.table.selectRow(0)
    qtbot.keyClicks(full.list.form.institution, "Komite")
    full.list.table.selectRow(1)
    assert full.list.form.name.text() == "Lestari Dewi, M.Pd."
    assert plan().participants[0].institution == "Komite"


def test_enter_on_a_row_leads_into_its_form(qtbot, full):
    full.window().activateWindow()
    qtbot.waitUntil(full.window().isActiveWindow)
    full.list.table.setFocus()
    full.list.table.selectRow(2)
    qtbot.keyClick(full.list.table, Qt.Key.Key_Return)
    assert full.list.form.name.hasFocus()
    assert full.list.form.name.text() == "Sutrisno"
    for field in ("capacity", "institution", "reason", "origin"):
        qtbot.keyClick(full.window().focusWidget(), Qt.Key.Key_Tab)
        assert getattr(full.list.form, field).hasFocus()


def test_the_delete_key_removes_and_the_bar_brings_back(qtbot, full, plan):
    full.list.table.selectRow(1)
    qtbot.keyClick(full.list.table, Qt.Key.Key_Delete)
    assert [guest.name for guest in plan().participants] == ["Ratna Wulandari", "Sutrisno"]
    bar = full.stage.undo_bar
    assert bar.isVisible()
    assert bar.words.text() == "Peserta dihapus."
    bar.undo.click()
    assert {guest.name for guest in plan().participants} >= {"Lestari Dewi, M.Pd."}
    assert bar.isHidden()


def test_a_click_on_the_cross_removes_that_row(qtbot, full, plan):
    table = full.list.table
    cross = table.visualRect(table.model().index(2, 4)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert [guest.capacity for guest in plan().participants] == ["Ibu", "Guru matematika"]


def test_what_is_being_typed_goes_with_the_removed_row(qtbot, full, plan):
    full.list.table.selectRow(0)
    qtbot.keyClicks(full.list.form.institution, "Komite")
    qtbot.keyClick(full.list.table, Qt.Key.Key_Delete)
    assert len(plan().participants) == 2
    full.stage.undo_bar.undo.click()
    assert plan().participants[0].institution == "Komite"


def test_a_numbered_letter_of_somebody_removed_is_cancelled(full, session, conference, plan):
    letter_deeds.number_invitations(session, conference.id, session.today())
    full.list.table.selectRow(0)
    full.list.remove_requested.emit(plan().participants[0].id)
    assert plan().letters[0].state is LetterState.CANCELLED
    assert "undangannya dibatalkan" in full.list.notice.sentence.text()


def test_nobody_is_removed_once_the_meeting_has_begun(full, session, plan, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    session.save(replace(plan().conference, opened_at=datetime(2026, 3, 2, 10, 0)))
    full.list.remove_requested.emit(plan().participants[0].id)
    assert len(plan().participants) == 3
    assert "sudah dimulai" in told[0]


def test_a_data_item_is_added_by_aspect_and_hidden_at_first(qtbot, items, plan):
    items.aspects.actions()[list(Aspect).index(Aspect.HEALTH)].trigger()
    qtbot.keyClicks(items.list.form.text, "Tidur larut malam.")
    items.flush()
    item = next(one for one in plan().data_items if one.aspect is Aspect.HEALTH)
    assert (item.text, item.shareable) == ("Tidur larut malam.", False)
    assert "kesehatan" not in items.unasked.text()


def test_sharing_is_said_in_words(items, plan):
    items.list.table.selectRow(0)
    form = items.list.form
    assert items.list.table.cell(0, 2) == "✓ boleh"
    form.shareable.chip(False).click()
    assert not plan().data_items[0].shareable
    assert items.list.table.cell(0, 2) == "tidak"
    assert "Hanya terbaca oleh konselor" in form.meaning.text()


def test_without_anything_to_share_one_gives_a_reason(items):
    assert items.stage.button(NEXT).isEnabled()
    items.list.table.selectRow(0)
    items.list.form.shareable.chip(False).click()
    assert not items.stage.button(NEXT).isEnabled()


def test_items_stand_in_the_order_of_the_aspects(items):
    items.aspects.actions()[0].trigger()
    assert items.list.table.cell(0, 0) == "Riwayat pendidikan"
    assert items.list.table.cell(1, 0) == "Kehadiran"


def test_a_removed_item_can_be_brought_back(qtbot, items, plan):
    items.list.table.selectRow(0)
    qtbot.keyClick(items.list.table, Qt.Key.Key_Delete)
    assert plan().data_items == ()
    items.stage.undo_bar.undo.click()
    assert [item.text for item in plan().data_items] == ["Terlambat."]


def test_a_participant_changed_elsewhere_keeps_what_is_typed_here(qtbot, full, session, plan):
    full.list.table.selectRow(0)
    qtbot.keyClicks(full.list.form.institution, "Komite")
    first: Participant = plan().participants[0]
    session.save(replace(first, reason="Keputusan keluarga"))
    full.flush()
    kept = plan().participants[0]
    assert (kept.institution, kept.reason) == ("Komite", "Keputusan keluarga")


def test_an_item_in_final_minutes_can_only_be_read(items, session, plan):
    [item] = plan().data_items
    later = session.save(replace(plan().conference, id=0, number=2))
    session.save(Presentation(conference_id=later.id, data_item_id=item.id))
    session.save(replace(session.get(Conference, later.id), minutes_final_at=session.now()))
    items.list.choose(0)
    items.list.choose(item.id)
    assert not items.list.form.text.isEnabled()
    assert plan().settled == (item.id,)

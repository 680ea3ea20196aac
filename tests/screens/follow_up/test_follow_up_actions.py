from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.follow_up import Progress, Step
from konfkasus_gui.procedure.vocabulary import ActionState, CheckManner, Service, Trend

NEXT = QWizard.WizardButton.NextButton


def test_commitments_are_offered_and_become_actions_one_by_one(opened, held, followed):
    page = opened().page_now
    assert len(page.offered.shown) == 2
    page.offered.shown[1].action.click()
    [action] = followed().actions
    assert followed().deed(action) == "Janji Hendra Gunawan, S.Pd."
    assert action.who == "Hendra Gunawan, S.Pd."
    assert action.what == ""
    assert len(page.offered.shown) == 1


def test_all_commitments_become_actions_at_once(opened, held, followed):
    wizard = opened()
    assert not wizard.button(NEXT).isEnabled()
    wizard.page_now.offer.action.click()
    assert len(followed().actions) == 2
    assert wizard.page_now.offer.isHidden()
    assert wizard.button(NEXT).isEnabled()


def test_the_words_of_a_commitment_cannot_be_written_over(opened, acting):
    page = opened().page_now
    page.list.choose(acting[0].id)
    form = page.list.form
    assert form.what_row.isHidden()
    assert form.promise.text() == "Janji Ratna Wulandari"
    assert "Ratna Wulandari" in form.origin.text()
    page.list.choose(acting[2].id)
    assert not page.list.form.what_row.isHidden()
    assert page.list.form.promise.isHidden()


def test_an_own_action_says_who_what_when_where_and_how(qtbot, opened, held, followed):
    wizard = opened()
    page = wizard.page_now
    page.add_button.click()
    form = page.list.form
    qtbot.keyClicks(form.what, "Konseling individual")
    qtbot.keyClicks(form.who, "Dra. Siti Aminah")
    form.due_on.fill.click()
    qtbot.keyClicks(form.where, "Ruang BK")
    qtbot.keyClicks(form.technique, "kontrak perilaku")
    form.service.set_value(Service.INDIVIDUAL)
    qtbot.keyClicks(form.measure, "Tidak terlambat dua minggu.")
    form.chosen.chip(False).click()
    qtbot.keyClicks(form.consideration, "Menunggu hasil kunjungan.")
    wizard.flush()
    [action] = followed().actions
    assert (action.what, action.who, action.where) == (
        "Konseling individual",
        "Dra. Siti Aminah",
        "Ruang BK",
    )
    assert action.due_on == date(2026, 3, 2)
    assert (action.technique, action.service) == ("kontrak perilaku", Service.INDIVIDUAL)
    assert not action.chosen
    assert action.consideration == "Menunggu hasil kunjungan."
    assert page.counted.text() == "0 dilakukan, 1 ditimbang saja"


def test_names_of_participants_are_suggested(opened, acting):
    page = opened().page_now
    page.list.choose(acting[2].id)
    names = page.list.form.who.completer().model().stringList()
    assert names == ["Ratna Wulandari", "Hendra Gunawan, S.Pd.", "Sutrisno", "Dra. Siti Aminah"]


def test_a_removed_action_comes_back_with_its_notes(opened, acting, followed, session):
    session.save(Progress(action_id=acting[2].id, noted_on=date(2026, 2, 24), text="Belum sempat."))
    page = opened().page_now
    page.list.choose(acting[2].id)
    page.list.table.remove_requested.emit(acting[2].id)
    assert len(followed().actions) == 2
    assert followed().progress == ()
    page.stage.undo_bar.undo.click()
    restored = followed().actions[-1]
    assert restored.what == "Kunjungan rumah"
    assert [look.text for look in followed().progress_of(restored)] == ["Belum sempat."]


def test_a_commitment_whose_action_was_removed_is_offered_again(qtbot, opened, acting):
    page = opened().page_now
    page.list.choose(acting[0].id)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert len(page.offered.shown) == 1


def test_overdue_actions_stand_first_and_say_so(opened, acting):
    page = opened(Step.PROGRESS).page_now
    assert page.table.cell(0, 0) == "Kunjungan rumah"
    assert page.table.cell(0, 2) == "lewat 7 hari"
    assert page.panel.action_id == acting[2].id


def test_a_state_is_kept_at_once_with_the_day_it_ended(opened, acting, followed, session):
    page = opened(Step.PROGRESS).page_now
    page.panel.state_form.state.chip(ActionState.DONE).click()
    done = next(one for one in followed().actions if one.id == acting[2].id)
    assert (done.state, done.ended_on) == (ActionState.DONE, session.today())
    assert "Berakhir" in page.panel.state_form.ended.text()
    page.panel.state_form.state.chip(ActionState.RUNNING).click()
    again = next(one for one in followed().actions if one.id == acting[2].id)
    assert (again.state, again.ended_on) == (ActionState.RUNNING, None)


def test_a_dropped_action_asks_for_its_reason(qtbot, opened, acting, followed):
    wizard = opened(Step.PROGRESS)
    form = wizard.page_now.panel.state_form
    assert form.reason_row.isHidden()
    form.state.chip(ActionState.DROPPED).click()
    assert wizard.focusWidget() is form.reason
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(form.reason, "Keluarga pindah rumah.")
    wizard.flush()
    assert wizard.button(NEXT).isEnabled()
    dropped = next(one for one in followed().actions if one.id == acting[2].id)
    assert dropped.state_reason == "Keluarga pindah rumah."


def test_a_look_is_noted_with_its_manner_trend_and_next_check(qtbot, opened, acting, followed):
    wizard = opened(Step.PROGRESS)
    panel = wizard.page_now.panel
    panel.add_button.click()
    form = panel.looks.form
    qtbot.keyClicks(form.text, "Sudah dua kali datang tepat waktu.")
    form.manner.chip(CheckManner.MET).click()
    form.trend.chip(Trend.BETTER).click()
    assert form.next_check.value() == date(2026, 3, 16), "two weeks later is proposed"
    form.next_check.set_value(date(2026, 3, 9))
    form.next_check.changed.emit()
    wizard.flush()
    [look] = followed().progress
    assert look == Progress(
        id=look.id,
        action_id=acting[2].id,
        noted_on=date(2026, 3, 2),
        manner=CheckManner.MET,
        text="Sudah dua kali datang tepat waktu.",
        trend=Trend.BETTER,
        next_check=date(2026, 3, 9),
    )
    assert panel.looks.table.cell(0, 2) == "membaik"


def test_a_removed_look_can_be_brought_back(opened, acting, followed, session):
    session.save(Progress(action_id=acting[2].id, noted_on=date(2026, 2, 24), text="Belum sempat."))
    panel = opened(Step.PROGRESS).page_now.panel
    [look] = followed().progress
    panel.looks.remove_requested.emit(look.id)
    assert followed().progress == ()
    panel.window().undo_bar.undo.click()
    assert [one.text for one in followed().progress] == ["Belum sempat."]


def test_another_action_shows_its_own_looks(opened, acting, session, followed):
    session.save(Progress(action_id=acting[0].id, noted_on=date(2026, 3, 1), text="Lancar."))
    page = opened(Step.PROGRESS).page_now
    assert page.panel.looks.table.shown_count() == 0
    page.choose(acting[0].id)
    assert page.panel.looks.table.cell(0, 1) == "Lancar."
    page.panel.state_form.state.chip(ActionState.RUNNING).click()
    assert page.panel.action_id == acting[0].id
    states = {action.id: action.state for action in followed().actions}
    assert states[acting[0].id] is ActionState.RUNNING
    assert states[acting[2].id] is ActionState.NOT_STARTED


def test_without_actions_progress_says_what_will_stand_there(qtbot, opened, held, session):
    wizard = opened()
    [row] = [one for one in wizard.page_now.missing.rows if one.reason.isVisible()]
    qtbot.keyClicks(row.reason, "Menunggu pertemuan kedua.")
    wizard.flush()
    wizard.go_to(Step.PROGRESS)
    page = wizard.page_now
    assert "akan tampil di sini" in page.empty.sentence.text()
    page.empty.action.click()
    assert wizard.step is Step.ACTIONS


def test_markup_and_ten_thousand_letters_stay_as_typed(opened, acting, session, followed):
    text = "<b>مرحبا</b> 😀 " + "kata " * 2000
    session.save(replace(acting[2], what=text))
    wizard = opened(Step.PROGRESS)
    assert wizard.width() <= 1366
    assert wizard.page_now.table.cell(0, 0) == text.strip()
    wizard.go_to(Step.ACTIONS)
    wizard.page_now.list.choose(acting[2].id)
    wizard.flush()
    assert followed().actions[-1].what == text

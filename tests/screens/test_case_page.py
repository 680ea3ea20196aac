from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from konfkasus_gui.procedure import planning
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    Agenda,
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    LetterState,
    Raiser,
)
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.case_page import head
from konfkasus_gui.screens.case_page.page import CasePage
from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
from konfkasus_gui.screens.planning.postponing import PostponeWindow
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow

MONDAY = date(2026, 3, 2)


@pytest.fixture
def page(qtbot, session, school):
    page = CasePage(session)
    qtbot.addWidget(page)
    page.resize(1150, 760)
    page.show()
    return page


@pytest.fixture
def show(page):
    def shown(conference):
        page.show_case(conference.case_id)
        return page

    return shown


def checklist(page):
    return [row for row in page.card.rows.shown if isinstance(row, ChecklistRow)]


def words(page):
    labels = page.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(page))


def deeds_of(session, case_id):
    return [event.deed for event in session.lists.history(case_id)]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_case_is_named_by_code_and_initials(show, cases):
    page = show(cases.planned("Mira Fadhila"))
    assert page.head.name.text() == "KK-2026-001 · M. F."
    assert page.head.facts.text() == "Kelas VII-A · bidang sosial · dibuka 2 Maret 2026"
    assert "Mira" not in words(page)


def test_the_name_shows_on_a_click_is_noted_and_hides_again(
    qtbot, show, cases, session, monkeypatch
):
    conference = cases.planned("Mira Fadhila")
    page = show(conference)
    page.head._hide_name.setInterval(50)
    click(qtbot, page.head.reveal)
    assert page.head.name.text() == "KK-2026-001 · Mira Fadhila"
    assert deeds_of(session, conference.case_id)[0] is Deed.NAME_SHOWN
    qtbot.waitUntil(lambda: page.head.name.text() == "KK-2026-001 · M. F.")
    assert head.SHOWN_MS == 10_000


def test_a_second_click_hides_the_name_at_once(qtbot, show, cases):
    page = show(cases.planned("Mira Fadhila"))
    click(qtbot, page.head.reveal)
    click(qtbot, page.head.reveal)
    assert "Mira" not in words(page)


def test_leaving_the_page_or_locking_hides_the_name(qtbot, show, cases, session):
    page = show(cases.planned("Mira Fadhila"))
    click(qtbot, page.head.reveal)
    page.hide()
    assert "Mira" not in page.head.name.text()
    page.show()
    assert page.head.name.text() == "KK-2026-001 · M. F."
    click(qtbot, page.head.reveal)
    session.locked.emit()
    assert "Mira" not in page.head.name.text()


def test_another_case_never_inherits_a_shown_name(qtbot, show, cases):
    first, second = cases.planned("Mira Fadhila"), cases.planned("Yoga Pratama")
    page = show(first)
    click(qtbot, page.head.reveal)
    show(second)
    assert page.head.name.text() == "KK-2026-002 · Y. P."


def test_a_new_case_shows_its_planning_and_the_way_into_it(qtbot, show, cases, doors_opened):
    conference = cases.planned()
    page = show(conference)
    assert [card.isChecked() for card in page.strip.cards] == [True, False, False, False]
    assert [row.name.text() for row in checklist(page)][:2] == ["Masalah dan tujuan", "Persetujuan"]
    assert page.card.action.text() == "Lanjutkan perencanaan"
    click(qtbot, page.card.action)
    click(qtbot, checklist(page)[1].action)
    assert doors_opened == [
        (Door.PLANNING, conference.id, None),
        (Door.PLANNING, conference.id, planning.Step.CONSENT),
    ]


def test_an_invited_case_offers_to_begin(qtbot, show, cases, doors_opened):
    conference = cases.marked(cases.invited())
    page = show(conference)
    assert page.card.heading.text() == "Pertemuan ke-1 siap dimulai"
    assert page.strip.cards[0].below.text() == "selesai 2 Mar"
    click(qtbot, page.card.action)
    assert doors_opened == [(Door.MEETING, conference.id, None)]


def test_a_held_meeting_offers_its_minutes(qtbot, show, cases, doors_opened):
    conference = cases.held()
    page = show(conference)
    assert page.card.action.text() == "Finalkan notulen"
    click(qtbot, page.card.action)
    assert checklist(page)[0].name.text() == Agenda.OPENING.title
    assert doors_opened == [(Door.MINUTES, conference.id, None)]


def test_an_earlier_stage_can_be_looked_at(qtbot, show, cases):
    page = show(cases.followed())
    assert page.card.action.text() == "Lanjutkan tindak lanjut"
    click(qtbot, page.strip.cards[0])
    assert page.card.action.text() == "Lihat perencanaan"
    assert page.card.action.property("kind") == ""
    assert {row.action.text() for row in checklist(page)} == {"Lihat"}


def test_a_stage_to_come_says_when_and_has_no_button(qtbot, show, cases):
    page = show(cases.planned())
    click(qtbot, page.strip.cards[2])
    assert page.card.heading.text() == "Analisis dan evaluasi belum dimulai"
    assert not page.card.action.isVisible()
    assert checklist(page) == []


def test_a_case_in_screening_leads_back_to_its_screening(qtbot, page, cases, doors_opened):
    case = cases.screened()
    page.show_case(case.id)
    assert page.card.action.text() == "Lanjutkan telaah"
    assert not page.papers.isVisible()
    assert not page.menus.print.isVisible()
    click(qtbot, page.card.action)
    assert doors_opened == [("case", case.id, None)]


def test_a_frozen_case_says_so_and_asks_for_consent(qtbot, show, cases, doors_opened):
    conference = cases.frozen()
    page = show(conference)
    assert page.notice.isVisible()
    assert page.notice.property("notice") == "danger"
    assert not page.card.action.isVisible()
    papers = [action.text() for action in page.menus.papers.actions() if action.isEnabled()]
    assert papers == [
        "Persetujuan konseli",
        "Persetujuan orang tua/wali",
        "Pencabutan persetujuan",
        "Pemberitahuan pembatalan",
        "Berita acara pemusnahan arsip",
    ]
    click(qtbot, page.notice.action)
    assert doors_opened == [(Door.PLANNING, conference.id, planning.Step.CONSENT)]


def test_a_closed_case_can_be_reopened(qtbot, show, cases, session):
    conference = cases.closed()
    page = show(conference)
    assert page.notice.sentence.text().startswith("Kasus ini ditutup pada 2 Maret 2026.")
    click(qtbot, page.notice.action)
    assert session.get(Case, conference.case_id).state is CaseState.OPEN
    qtbot.waitUntil(lambda: not page.notice.isVisible())


def test_papers_open_once_their_time_has_come(qtbot, show, cases, doors_opened):
    conference = cases.invited()
    page = show(conference)
    assert DocumentKind.MINUTES not in {row.key for row in page.papers.rows.shown}
    click(qtbot, page.papers.turn)
    rows = {row.key: row for row in page.papers.rows.shown}
    click(qtbot, rows[DocumentKind.MINUTES])
    assert doors_opened == []
    click(qtbot, rows[DocumentKind.INVITATION])
    qtbot.keyClick(rows[DocumentKind.ATTENDANCE_LIST], Qt.Key.Key_Return)
    entries = {action.text(): action for action in page.menus.papers.actions()}
    entries["Pakta kerahasiaan"].trigger()
    assert [asked[0] for asked in doors_opened] == [
        DocumentKind.INVITATION,
        DocumentKind.ATTENDANCE_LIST,
        DocumentKind.PLEDGE,
    ]
    assert not entries["Notulen (setelah konferensi)"].isEnabled()


def test_the_history_says_what_was_done(show, cases):
    page = show(cases.invited())
    shown = [row.words.text() for row in page.history.rows.shown]
    assert shown == [
        "Nomor surat diberikan: 1",
        "Persetujuan dicatat: konseli",
        "Kasus dilanjutkan ke konferensi",
        "Kasus dibuka",
    ]
    assert page.history.rows.shown[0].note.text() == "2 Mar 12.00"


def test_a_change_elsewhere_is_seen_at_once(qtbot, show, cases, session):
    conference = cases.planned()
    page = show(conference)
    case = session.get(Case, conference.case_id)
    session.save(replace(case, raised_by=Raiser.HOMEROOM))
    qtbot.waitUntil(lambda: "diajukan wali kelas" in page.head.facts.text())


def test_a_further_meeting_is_made_and_can_be_switched(qtbot, show, cases, session, answers):
    conference = cases.followed()
    page = show(conference)
    answers.append(("Buat pertemuan", True))
    page.menus.follow_on.trigger()
    assert page.meetings.isVisible()
    assert page.card.heading.text() == "Pertemuan ke-2 sedang disiapkan"
    assert [guest.name for guest in session.plan(page.conference_id).participants] == [
        "Ratna Wulandari"
    ]
    click(qtbot, page.meetings.chip(conference.id))
    assert page.card.heading.text() == "Tindak lanjut berjalan"


def test_postponing_replaces_the_letters(show, cases, session):
    conference = cases.invited(held_on=MONDAY + timedelta(days=2))
    page = show(conference)
    page.menus.postpone.trigger()
    window = page.window().findChild(PostponeWindow)
    window.letters.setChecked(False)
    window.action.click()
    plan = session.plan(conference.id)
    assert plan.conference.state is ConferenceState.POSTPONED
    assert {letter.state for letter in plan.letters} == {LetterState.REPLACED}


def test_closing_asks_for_a_note_and_keeps_it(show, cases, session, monkeypatch):
    conference = cases.followed(due=())
    page = show(conference)
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_args, **_words: "Sudah membaik.")
    page.menus.close_case.trigger()
    case = session.get(Case, conference.case_id)
    assert (case.state, case.closing_note) == (CaseState.CLOSED, "Sudah membaik.")


def test_a_case_with_open_actions_stays_open_and_says_why(show, cases, session, monkeypatch):
    conference = cases.followed(due=(MONDAY,))
    page = show(conference)
    asked = []

    def ask_reason(_parent, question, *, action, detail=""):
        asked.append((action, detail))

    monkeypatch.setattr(dialogs, "ask_reason", ask_reason)
    page.menus.close_case.trigger()
    assert session.get(Case, conference.case_id).state is CaseState.OPEN
    [(action, detail)] = asked
    assert action == "Batalkan dan tutup kasus"
    assert "1 tindakan yang belum berakhir" in detail


def test_a_case_closes_over_open_actions_with_a_reason(show, cases, session, monkeypatch):
    conference = cases.followed(due=(MONDAY,))
    page = show(conference)
    reasons = ["Keluarga pindah", "Berpindah sekolah."]
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_args, **_words: reasons.pop(0))
    page.menus.close_case.trigger()
    case = session.get(Case, conference.case_id)
    assert (case.state, case.closing_note) == (CaseState.CLOSED, "Berpindah sekolah.")
    [action] = session.follow_up(conference.id).actions
    assert (action.state, action.state_reason) == (ActionState.DROPPED, "Keluarga pindah")


@pytest.mark.parametrize(
    ("stage", "offered"),
    [
        ("planned", ["Tutup kasus…"]),
        ("invited", ["Tutup kasus…", "Tunda pertemuan…"]),
        ("followed", ["Tutup kasus…", "Pertemuan lanjutan"]),
        ("closed", ["Buka kembali kasus"]),
        ("frozen", ["Tutup kasus…"]),
    ],
)
def test_the_menu_offers_only_what_can_be_done(show, cases, stage, offered):
    page = show(getattr(cases, stage)())
    entries = [action.text() for action in page.menus.deeds.actions() if action.isVisible()]
    assert entries == [*offered, "Ekspor ke komputer lain…"]
    assert page.menus.more.isVisible()


def test_the_stages_stand_in_two_lines_where_there_is_little_room(qtbot, show, cases):
    page = show(cases.planned())
    first, third = page.strip.cards[0], page.strip.cards[2]
    assert first.y() == third.y()
    page.strip.turn(400)
    qtbot.waitUntil(lambda: third.y() > first.y())
    assert first.x() == third.x()


def test_a_notice_gets_its_numbers_before_it_is_looked_at(
    qtbot, show, cases, session, answers, doors_opened
):
    conference = cases.invited()
    deeds.postpone_conference(session, session.plan(conference.id), None)
    page = show(conference)
    answers.append(("Beri nomor", True))
    page.menus.paper_requested.emit(DocumentKind.POSTPONEMENT)
    letters = session.plan(conference.id).letters
    assert [letter.kind for letter in letters][-1] is DocumentKind.POSTPONEMENT
    assert letters[-1].number
    page.menus.paper_requested.emit(DocumentKind.POSTPONEMENT)
    assert [kind for kind, *_more in doors_opened] == [DocumentKind.POSTPONEMENT] * 2


def test_a_notice_may_go_without_a_number(show, cases, session, answers, doors_opened):
    conference = cases.invited()
    deeds.postpone_conference(session, session.plan(conference.id), None)
    page = show(conference)
    answers.append(("Beri nomor", False))
    page.menus.paper_requested.emit(DocumentKind.POSTPONEMENT)
    assert len(session.plan(conference.id).letters) == 1
    assert [kind for kind, *_more in doors_opened] == [DocumentKind.POSTPONEMENT]


def test_a_report_gets_its_number_once(show, cases, session, answers, doors_opened):
    conference = cases.followed()
    page = show(conference)
    answers.append(("Beri nomor", True))
    for _time in range(2):
        page.menus.paper_requested.emit(DocumentKind.OFFICIAL_REPORT)
    letters = session.plan(conference.id).letters
    assert [letter.kind for letter in letters].count(DocumentKind.OFFICIAL_REPORT) == 1
    assert letters[-1].number
    assert [kind for kind, *_more in doors_opened] == [DocumentKind.OFFICIAL_REPORT] * 2


def test_a_referral_is_written_for_its_reader_before_it_is_shown(
    qtbot, show, cases, session, answers, doors_opened
):
    conference = cases.invited()
    guardian = session.plan(conference.id).consent(ConsentGiver.GUARDIAN)
    session.save(replace(guardian, state=ConsentState.GIVEN))
    page = show(conference)
    page.menus.paper_requested.emit(DocumentKind.REFERRAL)
    [window] = page.window().findChildren(ReferralWindow)
    assert window.seen.value() == session.plan(conference.id).case.problem
    qtbot.keyClicks(window.recipient, "dr. Lina")
    window.wanted.set_value("Pemeriksaan")
    answers.append(("Beri nomor", True))
    window.show_letter.click()
    kept = session.lists.referral(conference.id)
    assert (kept.recipient, kept.wanted) == ("dr. Lina", "Pemeriksaan")
    [*_others, letter] = session.plan(conference.id).letters
    assert (letter.kind, letter.recipient) == (DocumentKind.REFERRAL, "dr. Lina")
    assert [kind for kind, *_more in doors_opened] == [DocumentKind.REFERRAL]

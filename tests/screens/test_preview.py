from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from konfkasus_gui.documents.naming import NAMING, TO_PARTICIPANTS
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.planning import Conference, Participant, Step
from konfkasus_gui.procedure.vocabulary import (
    ConsentGiver,
    ConsentState,
    DocumentKind,
    LetterState,
    Origin,
    Paper,
)
from konfkasus_gui.screens import deeds, dialogs, letter_deeds, printing
from konfkasus_gui.screens.planning.wizard import PlanningWizard
from konfkasus_gui.screens.preview import PreviewWindow
from konfkasus_gui.screens.preview_side import CARRIES
from konfkasus_gui.screens.widgets.progress import ProgressWindow


@pytest.fixture
def planned(session, case, conference):
    """Agreed, dated, three people invited and numbered."""
    for giver in ConsentGiver:
        session.save(Consent(case_id=case.id, giver=giver, state=ConsentState.GIVEN))
    session.save(
        replace(
            session.get(Conference, conference.id),
            held_on=date(2026, 3, 9),
            starts_at=time(10),
            place="Ruang BK",
            chair="Dra. Siti Aminah",
        )
    )
    for name, origin in (
        ("Ratna Wulandari", Origin.FAMILY),
        ("Hendra Gunawan, S.Pd.", Origin.SCHOOL),
        ("Nurul Hidayah, M.Psi.", Origin.OUTSIDE),
    ):
        session.save(Participant(conference_id=conference.id, name=name, origin=origin))
    letter_deeds.number_invitations(session, conference.id, session.today())
    return session.plan(conference.id)


@pytest.fixture
def opened(qtbot, session, conference):
    """Opens previews and holds them until the test ends."""
    held = []

    def open_paper(kind, parent=None):
        window = PreviewWindow(session, conference.id, kind, parent)
        held.append(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: not window.busy)
        return window

    yield open_paper
    for window in held:
        qtbot.waitUntil(lambda window=window: not window.busy)
    held.clear()


def texts(window):
    return [page.extract_text() for page in PdfReader(BytesIO(window.content)).pages]


def printing_into(monkeypatch, path):
    """The print window answers with a printer that writes a PDF."""

    def ask(printer, _parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    monkeypatch.setattr(printing, "ask_printer", ask)


def saving_to(monkeypatch, path):
    names = []

    def choose(_parent, _caption, suggested_name, _filter):
        names.append(suggested_name)
        return path

    monkeypatch.setattr(dialogs, "choose_save_file", choose)
    return names


def test_every_recipient_has_a_letter_and_a_row_with_its_number(opened, planned):
    window = opened(DocumentKind.INVITATION)
    assert window.print.text() == "Cetak 3 surat"
    for row, letter in zip(window.side.rows, planned.letters, strict=True):
        assert row.box.isChecked()
        assert letter.number in row.box.accessibleName()
        assert any(letter.number in text for text in texts(window))
    assert window.pages.count() == len(texts(window))


def test_a_letter_without_tick_is_not_drawn(qtbot, opened, planned):
    window = opened(DocumentKind.INVITATION)
    window.side.rows[0].box.click()
    qtbot.waitUntil(lambda: not window.busy)
    assert window.print.text() == "Cetak 2 surat"
    assert not any(planned.letters[0].number in text for text in texts(window))
    assert not window.side.every.isChecked()


def test_without_any_tick_there_is_nothing_to_print(qtbot, opened, planned):
    window = opened(DocumentKind.INVITATION)
    window.side.every.click()
    qtbot.waitUntil(lambda: not window.busy)
    assert not window.print.isEnabled()
    assert "satu penerima" in window.pages.sentence.text()
    window.side.every.click()
    qtbot.waitUntil(lambda: bool(window.content))
    assert window.print.isEnabled()


def test_a_row_leads_to_its_letter_and_the_letter_in_view_marks_its_row(qtbot, opened, planned):
    window = opened(DocumentKind.INVITATION)
    last = window.side.rows[-1]
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    assert window.pages.view.pageNavigator().currentPage() == window.pages.count() - 1
    assert last.property("card") == "accent"
    assert window.side.rows[0].property("card") == "true"


@pytest.mark.parametrize("kind", sorted(NAMING, key=lambda kind: kind.value))
def test_every_paper_can_be_looked_at_and_says_who_is_named(kind, opened, planned):
    window = opened(kind)
    assert window.print.isEnabled(), window.refusal.text()
    warned = window.side.naming.property("notice") == "warning"
    assert warned is (NAMING[kind].shown is Shown.NAME)
    assert kind in TO_PARTICIPANTS or kind in CARRIES, "what stands on it is said"


def test_another_sheet_draws_the_pages_anew(qtbot, opened, planned):
    window = opened(DocumentKind.ATTENDANCE_LIST)
    window.side.paper.chip(Paper.A4).click()
    qtbot.waitUntil(lambda: not window.busy)
    box = PdfReader(BytesIO(window.content)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    assert "A4" in window.badge.text()


def test_zooming_in_and_out_by_keyboard_returns_to_the_same_size(qtbot, opened, planned):
    pages = opened(DocumentKind.ATTENDANCE_LIST).pages
    before = pages._factor()
    qtbot.keyClick(pages.window(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages._factor() == pytest.approx(before * 1.2)
    pages.further.click()
    assert pages._factor() == pytest.approx(before)
    pages.wide.click()
    assert pages._factor() > before


def test_printing_keeps_the_pages_and_marks_only_the_letters_printed(
    qtbot, opened, planned, session, conference, monkeypatch, tmp_path
):
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    window = opened(DocumentKind.INVITATION)
    window.side.rows[0].box.click()
    qtbot.waitUntil(lambda: not window.busy)
    window.print.click()
    qtbot.waitUntil(lambda: not window.busy)
    printed = PdfReader(tmp_path / "keluar.pdf").pages
    assert len(printed) == window.pages.count()
    states = [letter.state for letter in session.plan(conference.id).letters]
    assert states == [LetterState.ISSUED, LetterState.PRINTED, LetterState.PRINTED]
    [kept] = session.lists.documents(planned.case.id)
    assert session.get(Document, kept.id).content == window.content
    assert session.lists.history(planned.case.id)[0].deed is Deed.PRINTED


def test_printing_that_is_stopped_registers_nothing(
    qtbot, opened, planned, session, conference, monkeypatch, tmp_path
):
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    window = opened(DocumentKind.INVITATION)
    window.print.click()
    window.findChild(ProgressWindow).stop.click()
    qtbot.waitUntil(lambda: not window.busy)
    assert "dihentikan" in window.notice.sentence.text()
    assert session.lists.documents(planned.case.id) == ()
    assert {letter.state for letter in session.plan(conference.id).letters} == {LetterState.ISSUED}
    assert window.print.isEnabled()


def test_leaving_while_printing_prints_and_registers_all_pages(
    qtbot, opened, planned, session, monkeypatch, tmp_path
):
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    window = opened(DocumentKind.INVITATION)
    window.print.click()
    pages = window.pages.count()
    window.reject()
    qtbot.waitUntil(lambda: not window.busy)
    assert len(PdfReader(tmp_path / "keluar.pdf").pages) == pages
    assert len(session.lists.documents(planned.case.id)) == 1


def test_locking_while_printing_stops_it(qtbot, opened, planned, session, monkeypatch, tmp_path):
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    window = opened(DocumentKind.INVITATION)
    window.print.click()
    session.lock()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: not window.busy)
    assert session.lists.documents(planned.case.id) == ()


def test_ticks_changed_while_printing_change_nothing_of_what_was_sent(
    qtbot, opened, planned, session, conference, monkeypatch, tmp_path
):
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    window = opened(DocumentKind.INVITATION)
    sent = window.content
    window.print.click()
    window.side.every.click()
    qtbot.waitUntil(lambda: not window.busy)
    [kept] = session.lists.documents(planned.case.id)
    assert session.get(Document, kept.id).content == sent
    assert {letter.state for letter in session.plan(conference.id).letters} == {LetterState.PRINTED}


def test_leaving_the_print_window_prints_nothing(opened, planned, session, monkeypatch):
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: False)
    window = opened(DocumentKind.INVITATION)
    window.print.click()
    assert session.lists.documents(planned.case.id) == ()


def test_a_pc_without_a_printer_is_told_in_words(opened, planned, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window = opened(DocumentKind.ATTENDANCE_LIST)
    window.print.click()
    assert "belum punya printer" in window.refusal.sentence.text()
    assert not window.refusal.action.isVisible()


def test_a_pdf_leaves_after_one_warning_per_kind_and_is_registered(
    opened, planned, session, monkeypatch, tmp_path, answers
):
    names = saving_to(monkeypatch, tmp_path / "surat.pdf")
    window = opened(DocumentKind.INVITATION)
    answers.append(("Simpan PDF", True))
    window.save.click()
    window.save.click()
    assert names == ["surat-undangan-KK-2026-001.pdf"] * 2
    assert (tmp_path / "surat.pdf").read_bytes() == window.content
    saved = [one for one in session.archive.every(AuditEvent) if one.deed is Deed.SAVED]
    assert [one.note for one in saved] == ["surat undangan"] * 2
    assert [kept.kind for kept in session.lists.documents(planned.case.id)] == [window.kind]


def test_no_file_name_or_title_holds_a_name(opened, planned, student):
    for kind in NAMING:
        window = opened(kind)
        assert student.name not in window.windowTitle()
        assert student.name not in window.suggested_name()
        assert "/" not in window.suggested_name()
        window.reject()


def test_declining_the_warning_saves_nothing(opened, planned, session, answers):
    window = opened(DocumentKind.PLEDGE)
    answers.append(("Simpan PDF", False))
    window.save.click()
    assert session.lists.documents(planned.case.id) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tidak-ada/surat.pdf", "pilih folder lain"),
        ("folder.pdf", "Pilih nama lain"),
        ("n" * 300 + ".pdf", "Pilih nama lain"),
    ],
)
def test_a_place_that_takes_no_file_is_told_in_words(
    opened, planned, session, monkeypatch, tmp_path, answers, name, words
):
    (tmp_path / "folder.pdf").mkdir()
    saving_to(monkeypatch, tmp_path / name)
    answers.append(("Simpan PDF", True))
    window = opened(DocumentKind.PLEDGE)
    window.save.click()
    assert words in window.refusal.sentence.text()
    assert session.lists.documents(planned.case.id) == ()
    assert window.content


def test_a_consent_taken_back_meanwhile_takes_the_pages_away(
    qtbot, opened, planned, session, conference
):
    window = opened(DocumentKind.INVITATION)
    deeds.withdraw_consent(session, conference.id, planned.consent(ConsentGiver.CLIENT))
    assert window.content == b""
    qtbot.waitUntil(lambda: not window.busy)
    assert not window.print.isEnabled()


def test_after_a_withdrawal_no_letter_is_drawn(qtbot, opened, planned, session, conference):
    deeds.withdraw_consent(session, conference.id, planned.consent(ConsentGiver.CLIENT))
    window = opened(DocumentKind.INVITATION)
    assert "ditarik kembali" in window.refusal.sentence.text()
    assert not window.print.isEnabled()
    assert not window.save.isEnabled()
    assert window.refusal.action.text() == "Catat persetujuan"


def test_while_a_case_is_frozen_only_consent_forms_are_drawn(opened, planned, session, conference):
    deeds.withdraw_consent(session, conference.id, planned.consent(ConsentGiver.CLIENT))
    listed = opened(DocumentKind.ATTENDANCE_LIST)
    assert "dibekukan" in listed.refusal.sentence.text()
    assert listed.content == b""
    assert listed.refusal.action.isVisible()
    assert opened(DocumentKind.CLIENT_CONSENT).content


def test_the_way_on_leads_to_the_consent_page(qtbot, opened, planned, session, conference):
    session.save(replace(planned.consent(ConsentGiver.CLIENT), state=ConsentState.REFUSED))
    wizard = PlanningWizard(session, conference.id)
    qtbot.addWidget(wizard)
    wizard.show()
    window = opened(DocumentKind.INVITATION, wizard)
    window.refusal.action.click()
    assert wizard.step is Step.CONSENT
    assert not window.isVisible()


def test_final_minutes_are_shown_as_they_were_kept(
    qtbot, opened, planned, session, conference, monkeypatch, tmp_path
):
    final = replace(session.get(Conference, conference.id), minutes_final_at=session.now())
    session.save(final)
    printing_into(monkeypatch, tmp_path / "keluar.pdf")
    first = opened(DocumentKind.MINUTES)
    first.print.click()
    qtbot.waitUntil(lambda: not first.busy)
    session.save(replace(session.school, name="SMP Lain"))
    again = opened(DocumentKind.MINUTES)
    assert again.content == first.content
    assert not again.side.paper.isEnabled()


def test_final_minutes_whose_bytes_changed_are_told_and_not_drawn_anew(
    opened, planned, session, conference
):
    final = replace(session.get(Conference, conference.id), minutes_final_at=session.now())
    session.save(final)
    plan = session.plan(conference.id)
    kept = deeds.keep_document(session, plan, DocumentKind.MINUTES, b"%PDF-1.4 asli", Deed.PRINTED)
    session.archive.save(replace(kept, content=b"%PDF-1.4 lain"))
    window = opened(DocumentKind.MINUTES)
    assert "tidak sama lagi" in window.refusal.sentence.text()
    assert window.content == b""
    assert not window.print.isEnabled()


def test_locking_closes_the_preview_and_forgets_the_pages(qtbot, opened, planned, session):
    window = opened(DocumentKind.CLIENT_CONSENT)
    session.lock()
    assert not window.isVisible()
    assert window.content == b""


def test_a_second_invitation_may_go_to_one_alone_and_is_marked_as_printed(
    qtbot, opened, session, conference, planned
):
    kind = DocumentKind.SECOND_INVITATION
    letter_deeds.number_notices(session, conference.id, kind, session.today())
    window = opened(kind)
    mother, *_others = window.side.rows
    window.side.every.click()
    mother.box.click()
    qtbot.waitUntil(lambda: not window.busy)
    pages = texts(window)
    assert len(pages) == 2, "the letter and its slip"
    assert "Ratna Wulandari" in pages[0]
    plan = session.plan(conference.id)
    deeds.keep_document(
        session, plan, kind, window.content, Deed.PRINTED, guests=window.side.guests()
    )
    letters = session.plan(conference.id).letters
    printed = [letter for letter in letters if letter.state is LetterState.PRINTED]
    assert [(letter.kind, letter.recipient) for letter in printed] == [(kind, "Ratna Wulandari")]

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.letter import Document, Letter, fingerprint
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Numbering, Paper
from konfkasus_gui.screens import deeds, dialogs, letter_deeds, printing
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.preview_kept import KeptPaperWindow, open_kept
from konfkasus_gui.screens.registry.loose_paper import BlankWindow, open_blank, open_book
from konfkasus_gui.screens.registry.page import Part, RegistryPage


@pytest.fixture
def page(qtbot, session, school):
    page = RegistryPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    return page


def column(table, number):
    return [table.cell(row, number) for row in range(table.shown_count())]


def test_an_empty_register_says_what_will_stand_here(qtbot, page):
    assert "Belum ada nomor surat" in page.letters.empty.sentence.text()
    assert not page.letters.book.isEnabled()
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    assert "Belum ada dokumen" in page.documents.empty.sentence.text()


def test_every_number_stands_in_the_register_with_its_state(page, cases):
    cases.invited()
    cases.frozen()
    page.refresh()
    assert [number[:9] for number in column(page.letters.table, 0)] == ["421.3/002", "421.3/001"]
    assert column(page.letters.table, 5) == ["dibatalkan", "diterbitkan"]
    assert page.part.chip(Part.LETTERS).text() == "Nomor surat keluar (2)"


def kept_paper(session, cases):
    conference = cases.invited()
    plan = session.plan(conference.id)
    content = papers.build(DocumentKind.PLEDGE, materials(session, conference.id))
    return deeds.keep_document(session, plan, DocumentKind.PLEDGE, content, Deed.PRINTED)


def test_kept_papers_are_listed_and_lead_to_their_case(qtbot, page, cases, session):
    kept = kept_paper(session, cases)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    part = page.documents
    assert column(part.table, 0) == ["Pakta kerahasiaan"]
    assert column(part.table, 2) == ["2 Maret 2026 12.00"]
    assert not part.case.isEnabled()
    part.table.selectRow(0)
    with qtbot.waitSignal(page.case_requested) as asked:
        qtbot.mouseClick(part.case, Qt.MouseButton.LeftButton)
    assert asked.args == [kept.case_id]


def test_a_kept_paper_opens_again_as_it_was_kept(qtbot, page, cases, session):
    kept = kept_paper(session, cases)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    page.documents.table.selectRow(0)
    qtbot.keyClick(page.documents.table, Qt.Key.Key_Return)
    [window] = page.findChildren(KeptPaperWindow)
    assert window.content == kept.content
    window.reject()


def test_a_kept_paper_whose_bytes_changed_is_told_and_neither_shown_nor_printed(
    qtbot, page, cases, session
):
    kept = kept_paper(session, cases)
    session.archive.save(replace(kept, content=kept.content + b" "))
    window = open_kept(session, kept.id, page)
    qtbot.addWidget(window)
    assert "tidak sama lagi" in window.refusal.sentence.text()
    assert window.content == b""
    assert not window.print.isEnabled()
    assert not window.save.isEnabled()


def test_a_search_says_how_much_it_hides_and_how_to_show_it(qtbot, page, cases):
    cases.invited()
    cases.invited("Yoga Pratama")
    page.refresh()
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "2026-002")
    assert column(page.letters.table, 4) == ["KK-2026-002"]
    assert page.hidden.sentence.text().startswith("1 baris lain")
    qtbot.mouseClick(page.hidden.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.letters.table.shown_count() == 2)
    assert not page.hidden.isVisible()


@pytest.fixture
def listed(page, cases):
    """The page with one letter, which is chosen."""
    cases.invited()
    page.refresh()
    page.letters.table.selectRow(0)
    return page.letters


def state(session):
    [letter] = session.archive.every(Letter)
    return letter.state


def test_a_letter_is_delivered_then_received(qtbot, listed, session):
    assert not listed.number.isVisible()
    qtbot.mouseClick(listed.deliver, Qt.MouseButton.LeftButton)
    assert state(session) is LetterState.DELIVERED
    qtbot.waitUntil(lambda: not listed.deliver.isEnabled())
    qtbot.mouseClick(listed.receive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: column(listed.table, 5) == ["diterima"])
    assert not listed.receive.isEnabled()


def test_a_letter_is_cancelled_once_it_was_asked(qtbot, listed, session, answers):
    answers += [("Batalkan surat", False), ("Batalkan surat", True)]
    qtbot.mouseClick(listed.cancel, Qt.MouseButton.LeftButton)
    assert state(session) is LetterState.ISSUED
    qtbot.mouseClick(listed.cancel, Qt.MouseButton.LeftButton)
    assert state(session) is LetterState.CANCELLED
    qtbot.waitUntil(lambda: not listed.cancel.isEnabled())


def test_a_number_written_by_hand_is_recorded(qtbot, page, cases, session, monkeypatch):
    session.save(replace(session.school, numbering=Numbering.BLANK))
    cases.invited()
    page.refresh()
    letters = page.letters
    assert column(letters.table, 0) == ["ditulis tangan"]
    letters.table.selectRow(0)
    monkeypatch.setattr(dialogs, "ask_line", lambda *_asked, **_words: "12/TU/2026")
    qtbot.mouseClick(letters.number, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: column(letters.table, 0) == ["12/TU/2026"])
    assert not letters.number.isVisible()


def test_years_and_states_narrow_the_list_and_say_so(qtbot, listed, page):
    listed.state.set_value(LetterState.CANCELLED)
    assert listed.table.isHidden()
    assert "Tidak ada yang cocok" in listed.empty.sentence.text()
    listed.state.set_value(None)
    listed.year.set_value(2026)
    assert listed.table.shown_count() == 1
    assert [listed.year.itemText(place) for place in range(listed.year.count())] == [
        "Semua tahun",
        "2026",
    ]


def test_the_book_of_a_year_is_saved_and_remembered(
    qtbot, listed, session, tmp_path, monkeypatch, answers
):
    answers.append(("Simpan PDF", True))
    path = tmp_path / "buku.pdf"
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_asked: path)
    window = open_book(session, 2026, listed)
    qtbot.addWidget(window)
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert "BUKU AGENDA SURAT KELUAR" in text
    assert "421.3/001" in text
    assert "diterbitkan" in text
    session.lock()
    assert not window.isVisible()


def books(session):
    return [
        (kept.title, kept.version, kept.sha256)
        for kept in session.archive.every(Document)
        if kept.kind is DocumentKind.LETTER_BOOK
    ]


def saved_book(qtbot, session, path, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_asked: path)
    window = open_book(session, 2026)
    qtbot.addWidget(window)
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    window.reject()
    return path.read_bytes()


def test_what_left_of_the_book_is_kept_once_and_in_versions(
    qtbot, listed, session, tmp_path, monkeypatch, answers
):
    answers.append(("Simpan PDF", True))
    path = tmp_path / "buku.pdf"
    first = saved_book(qtbot, session, path, monkeypatch)
    assert saved_book(qtbot, session, path, monkeypatch) == first
    assert books(session) == [("Buku agenda surat keluar 2026", 1, fingerprint(first))]
    [letter] = session.archive.every(Letter)
    letter_deeds.turn_letter(session, letter, LetterState.DELIVERED)
    second = saved_book(qtbot, session, path, monkeypatch)
    assert [version for _title, version, _sha in books(session)] == [1, 2]
    assert "versi 2" in PdfReader(path).pages[0].extract_text()
    assert second != first


def test_a_kept_book_opens_again_from_the_list(qtbot, page, cases, session):
    cases.invited()
    content = open_book(session, 2026, page).content
    deeds.keep_letter_book(session, "Buku agenda 2026", content, Deed.PRINTED, Paper.F4)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    page.documents.table.selectRow(0)
    assert not page.documents.case.isEnabled()
    qtbot.mouseClick(page.documents.show_paper, Qt.MouseButton.LeftButton)
    [window] = page.findChildren(KeptPaperWindow)
    assert window.content == content
    window.reject()


def test_kept_papers_are_narrowed_to_one_kind(qtbot, page, cases, session):
    kept_paper(session, cases)
    deeds.keep_letter_book(session, "Buku agenda 2026", b"%PDF-1.4", Deed.PRINTED, Paper.F4)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    part = page.documents
    assert part.table.shown_count() == 2
    part.kind.set_value(DocumentKind.PLEDGE)
    assert column(part.table, 0) == ["Pakta kerahasiaan"]
    qtbot.mouseClick(page.part.chip(Part.LETTERS), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    assert column(part.table, 0) == ["Pakta kerahasiaan"]
    assert page.hidden.sentence.text().startswith("1 baris lain")
    qtbot.mouseClick(page.hidden.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.table.shown_count() == 2)


@pytest.mark.parametrize("paper", Paper)
def test_an_empty_form_is_drawn_on_the_sheet_that_is_chosen(qtbot, page, session, paper):
    window = open_blank(session, DocumentKind.PLEDGE, page)
    qtbot.addWidget(window)
    window.side.paper.chip(paper).click()
    wanted = session.school.sheet(paper)
    assert printing.sheet_of(window.content) == wanted
    assert window.badge.text() == paper.label


def test_a_head_that_cannot_be_drawn_is_told_in_the_window(qtbot, page, session):
    session.save(replace(session.school, logo_left=b"rusak"))
    window = open_blank(session, DocumentKind.PLEDGE, page)
    qtbot.addWidget(window)
    assert "tidak dapat dibaca" in window.refusal.sentence.text()
    assert not window.print.isEnabled()


@pytest.mark.parametrize("kind", NAMING)
def test_every_paper_lies_ready_as_an_empty_form(qtbot, page, session, tmp_path, monkeypatch, kind):
    qtbot.mouseClick(page.part.chip(Part.FORMS), Qt.MouseButton.LeftButton)
    assert [row.key for row in page.forms.rows.shown] == list(NAMING)
    window = open_blank(session, kind, page)
    qtbot.addWidget(window)
    path = tmp_path / window.suggested_name()
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_asked: path)
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert "SMP NEGERI 1 SUKAMAJU" in text
    assert "Ahmad Fauzi" not in text
    [saved] = [event for event in session.archive.every(AuditEvent) if event.deed is Deed.SAVED]
    assert saved.note == f"Format kosong {kind.label}"


def test_a_form_opens_with_a_click(qtbot, page):
    qtbot.mouseClick(page.part.chip(Part.FORMS), Qt.MouseButton.LeftButton)
    row = page.forms.rows.shown[0]
    qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    [window] = page.findChildren(BlankWindow)
    assert window.isVisible()
    window.reject()


def test_the_letters_that_are_shown_are_saved_as_a_spreadsheet_of_text(
    page, cases, session, tmp_path, monkeypatch
):
    cases.invited()
    page.refresh()
    path = tmp_path / "surat.xlsx"
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_b: True)
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_a: path)
    page.letters.export.click()
    rows = list(load_workbook(path).active.iter_rows(min_row=2))
    assert [row[0].value for row in rows] == column(page.letters.table, 0)
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"s"}
    [note] = [one.note for one in session.archive.every(AuditEvent) if one.deed is Deed.EXPORTED]
    assert note == "surat keluar"
    assert "di luar arsip" in page.letters.notice.sentence.text()

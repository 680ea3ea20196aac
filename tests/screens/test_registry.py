from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Numbering
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.preview_kept import KeptPaperWindow
from konfkasus_gui.screens.registry.loose_paper import LoosePaperWindow, open_blank, open_book
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
    [window] = page.findChildren(LoosePaperWindow)
    assert window.isVisible()
    window.reject()

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.vocabulary import Deed, DocumentKind
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.registry import Part, RegistryPage


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
    assert "Belum ada nomor surat" in page.empty.sentence.text()
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    assert "Belum ada dokumen" in page.empty.sentence.text()


def test_every_number_stands_in_the_register_with_its_state(page, cases):
    cases.invited()
    cases.frozen()
    page.refresh()
    assert [number[:9] for number in column(page.letters, 0)] == ["421.3/002", "421.3/001"]
    assert column(page.letters, 5) == ["dibatalkan", "diterbitkan"]
    assert page.part.chip(Part.LETTERS).text() == "Nomor surat keluar (2)"


def test_kept_papers_are_listed_and_lead_to_their_case(qtbot, page, cases, session):
    conference = cases.invited()
    plan = session.plan(conference.id)
    deeds.keep_document(session, plan, DocumentKind.PLEDGE, b"%PDF", Deed.PRINTED)
    qtbot.mouseClick(page.part.chip(Part.DOCUMENTS), Qt.MouseButton.LeftButton)
    assert column(page.documents, 0) == ["Pakta kerahasiaan"]
    assert column(page.documents, 2) == ["2 Maret 2026 12.00"]
    page.documents.selectRow(0)
    with qtbot.waitSignal(page.case_requested) as asked:
        qtbot.keyClick(page.documents, Qt.Key.Key_Return)
    assert asked.args == [conference.case_id]


def test_a_search_says_how_much_it_hides_and_how_to_show_it(qtbot, page, cases):
    cases.invited()
    cases.invited("Yoga Pratama")
    page.refresh()
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "2026-002")
    assert column(page.letters, 4) == ["KK-2026-002"]
    assert page.hidden.sentence.text().startswith("1 baris lain")
    qtbot.mouseClick(page.hidden.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.letters.shown_count() == 2)
    assert not page.hidden.isVisible()

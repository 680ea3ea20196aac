"""Riwayat: what the counselor sees of the history, and of its chain."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from konfkasus_gui.archive.backup import make
from konfkasus_gui.procedure.audit import AuditEvent, Deed, Subject
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.settings import history_section


@pytest.fixture
def section(program, conference):
    program.custody._soon.stop()
    page = program.window.go_to(Place.SETTINGS)
    page.show_history()
    return page.history


def column(section, number):
    return [section.table.cell(row, number) for row in range(section.table.shown_count())]


def edit(program, statement):
    program.session.archive._database.execute_sql(statement)


def noted(program, deed):
    return [one.note for one in program.session.archive.every(AuditEvent) if one.deed is deed]


def checked(qtbot, program, section):
    before = len(noted(program, Deed.HISTORY_CHECKED))
    section.check.click()
    qtbot.waitUntil(lambda: len(noted(program, Deed.HISTORY_CHECKED)) > before)
    return section.notice.sentence.text()


def test_all_that_was_done_stands_there_newest_first(section, program):
    told = column(section, 2)
    assert told[-1] == "Arsip dibuat"
    assert "Kasus dibuka" in told
    assert "Catatan diubah: himpunan data" in told
    assert set(column(section, 1)) == {"Dra. Siti Aminah"}
    assert "Bayu" not in "".join(told)


def test_it_is_narrowed_by_who_what_when_and_words(section, program, clock):
    rudi = program.session.save(Account(name="Rudi Hartono", created_at=clock.now))
    program.session.account = rudi
    clock.now += timedelta(days=3)
    program.session.note(Deed.PRINTED, note="undangan")
    section.refresh()
    section.who.set_value(rudi.id)
    section.who.changed.emit()
    assert column(section, 2) == ["Dokumen dicetak: undangan"]
    section.who.set_value(None)
    section.what.set_value(Subject.PAPER)
    section.what.changed.emit()
    assert column(section, 2) == ["Dokumen dicetak: undangan"]
    section.what.set_value(None)
    section.since.set_value(date(2026, 3, 4))
    section._narrow()
    assert column(section, 2) == ["Dokumen dicetak: undangan"]
    section.since.set_value(None)
    section.until.set_value(date(2026, 3, 4))
    section.search.setText("UNDANGAN")
    section._narrow()
    assert column(section, 2) == []
    assert section.empty.isVisible()
    assert not section.print.isEnabled()


def test_the_history_of_one_case_is_asked_for_by_its_code(section, program):
    program.session.note(Deed.PRINTED, note="buku agenda")
    section.show_case("KK-2026-001")
    assert set(column(section, 3)) == {"KK-2026-001"}
    section.table.selectRow(0)
    section.case.click()
    assert program.window.case_id


def test_the_page_of_a_case_leads_to_all_of_its_history(section, program, conference):
    program.session.note(Deed.PRINTED, note="buku agenda")
    program.window.show_case(conference.case_id)
    program.window._case_page.history.action.click()
    assert program.window.stack.currentWidget().history is section
    assert set(column(section, 3)) == {"KK-2026-001"}
    assert "Kasus dilihat" in column(section, 2)


def test_a_whole_chain_is_said_to_be_whole(qtbot, section, program, clock):
    assert "Belum ada cadangan" in checked(qtbot, program, section)
    make(program._vault, program.custody.unlocked.key, clock.now)
    told = checked(qtbot, program, section)
    assert "utuh" in told
    assert "cocok dengan 1 cadangan" in told
    assert noted(program, Deed.HISTORY_CHECKED) == ["utuh", "utuh"]


def test_where_somebody_edited_the_row_is_named_and_marked(qtbot, section, program):
    edit(program, "update audit_event set note = 'lain' where id = 3")
    told = checked(qtbot, program, section)
    assert "putus di 1 tempat" in told
    assert "Baris 3, 2 Maret 2026 12.00: Isi baris ini diubah setelah dicatat." in told
    place = next(
        row for row in range(section.table.shown_count()) if section.table.rows.key(row)[0] == 3
    )
    assert section.table.rows._rows[place][1][0].badge == "danger"


def test_of_many_breaks_the_first_are_told_and_the_rest_counted(qtbot, section, program):
    edit(program, "update audit_event set note = 'lain'")
    told = checked(qtbot, program, section)
    assert told.count("Isi baris ini diubah") == history_section.TOLD
    assert "tempat lain" in told


def paper(qtbot, section):
    section.print.click()
    qtbot.waitUntil(lambda: bool(section.findChildren(PaperWindow)))
    [window] = section.findChildren(PaperWindow)
    return window


def words(content):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(content).pages)


def test_what_is_shown_is_printed_with_the_verdict(qtbot, section, program):
    edit(program, "update audit_event set note = 'lain' where id = 3")
    checked(qtbot, program, section)
    section.search.setText("KK-2026-001")
    section._narrow()
    window = paper(qtbot, section)
    told = words(BytesIO(window.content))
    assert "RIWAYAT ARSIP" in told
    assert "Baris 3, 2 Maret 2026 12.00: Isi baris ini diubah setelah dicatat." in told
    assert "“KK-2026-001”" in told
    assert "Kasus dibuka" in told
    assert "Arsip dibuat" not in told
    window.reject()


def test_more_than_a_paper_bears_is_told_before(section, monkeypatch):
    monkeypatch.setattr(history_section, "MOST_PRINTED", 2)
    section.print.click()
    assert "paling banyak 2 baris" in section.notice.sentence.text()


@pytest.fixture
def agreed(monkeypatch, tmp_path):
    """The warning is read, and a file is chosen."""
    path = tmp_path / "riwayat.xlsx"
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_b: True)
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_a: path)
    return path


def test_a_spreadsheet_holds_all_lines_as_text_and_its_making_is_noted(
    qtbot, section, program, agreed
):
    program.session.note(Deed.PRINTED, note="=HYPERLINK(1)")
    section.refresh()
    shown = column(section, 3)
    section.export.click()
    qtbot.waitUntil(agreed.exists)
    assert noted(program, Deed.EXPORTED) == ["riwayat arsip"]
    rows = list(load_workbook(agreed).active.iter_rows(min_row=2))
    assert [row[5].value or "" for row in rows] == shown
    assert rows[0][4].value == "=HYPERLINK(1)"
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"s"}


def test_who_keeps_the_list_inside_writes_nothing(section, program, answers):
    answers.append(("Simpan sebagai Excel", False))
    section.export.click()
    assert noted(program, Deed.EXPORTED) == []


def test_locking_while_the_chain_is_followed_ends_quietly(qtbot, section, program):
    section.check.click()
    program._lock_and_ask()
    assert program.session is None

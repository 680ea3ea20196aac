"""What two PCs say differently is decided on the page of its case."""

from dataclasses import replace

import pytest
from shiboken6 import isValid

from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.transfer_in import Importer, take_over
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.variant import Cause, Decision, Variant
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.case_page.page import CasePage
from konfkasus_gui.screens.cases import CasesPage
from konfkasus_gui.screens.transfer.versions_window import VersionsWindow
from tests.conftest import NOON
from tests.transfers import opened


@pytest.fixture
def window(qtbot, session, differing, path):
    take_over(session.archive, opened(path), Importer(NOON, 1))
    session.refresh()
    window = VersionsWindow(session, None, differing.id)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def note(session):
    return session.archive.every(Case)[0].closing_note


def decision(session):
    [variant] = session.archive.every(Variant)
    return variant.decision


def test_both_sides_are_shown(window):
    [pair] = window.sides.pairs
    assert (pair.here, pair.there) == ("Di sini.", "Di sana.")


def test_what_is_here_may_stay(window, session):
    window.keep.click()
    assert note(session) == "Di sini."
    assert decision(session) is Decision.KEPT
    assert not window.isVisible(), "nothing is left to look at"
    assert session.archive.every(AuditEvent)[-1].deed is Deed.VERSION_CHOSEN


def test_the_other_version_may_stand_and_this_one_is_kept(window, session):
    window.take.click()
    assert note(session) == "Di sana."
    [variant] = session.archive.every(Variant)
    assert variant.decision is Decision.TAKEN
    assert session.lists.said(variant) == {"closing_note": "Di sini."}


def test_both_texts_may_stand_in_one(window, session):
    window.both.click()
    assert note(session) == "Di sini.\nDi sana."
    assert decision(session) is Decision.JOINED


def test_what_stands_in_one_line_is_chosen_and_not_joined(qtbot, window, session):
    window.keep.click()
    student = session.save(replace(session.archive.every(Student)[0], phone="0812"))
    uid = TABLE_OF[Student].get_by_id(student.id).uid
    session.save(
        Variant(
            case_id=window._case_id,
            kind="student",
            record_uid=uid,
            cause=Cause.BOTH_CHANGED,
            content='{"phone": "0811"}',
            origin="0" * 16,
            made_at=NOON,
        )
    )
    window.show()
    window.refresh()
    assert window.take.isVisible()
    assert not window.both.isVisible()
    window.take.click()
    assert session.archive.every(Student)[0].phone == "0811"


def test_the_case_page_tells_of_versions_until_they_are_decided(qtbot, window, session):
    page = CasePage(session)
    qtbot.addWidget(page)
    page.show()
    page.show_case(session.archive.every(Case)[0].id)
    assert "1 catatan berbeda" in page.versions.sentence.text()
    assert page.versions.isVisible()
    window.keep.click()
    qtbot.waitUntil(lambda: not page.versions.isVisible())


def test_the_list_of_cases_leads_to_those_with_two_versions(qtbot, window, session):
    page = CasesPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.versions.isVisible)
    [case] = session.archive.every(Case)
    assert case.code in page.versions.sentence.text()
    with qtbot.waitSignal(page.case_requested) as asked:
        page.versions.action.click()
    assert asked.args == [case.id]
    window.keep.click()
    qtbot.waitUntil(lambda: not page.versions.isVisible())


def test_the_windows_go_away_when_they_are_closed(qtbot, session, sent):
    page = CasesPage(session)
    qtbot.addWidget(page)
    page.show()
    for window in (
        doors.open_export(session, page, (sent.id,)),
        doors.open_taking_over(session, page),
        doors.open_versions(session, page, sent.id),
    ):
        assert window.isVisible()
        window.reject()
        qtbot.waitUntil(lambda window=window: not isValid(window))


def test_the_cases_and_the_case_open_the_wizards(qtbot, session, sent, monkeypatch):
    asked = []

    def export(session, parent, case_ids=()):
        asked.append(tuple(case_ids))

    def take(session, parent):
        asked.append("import")

    monkeypatch.setattr(doors, "open_export", export)
    monkeypatch.setattr(doors, "open_taking_over", take)
    page = CasesPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.table.selectRow(0)
    page.export.trigger()
    page.take_over.trigger()
    case_page = CasePage(session)
    qtbot.addWidget(case_page)
    case_page.show()
    case_page.show_case(sent.id)
    case_page.menus.export.trigger()
    assert asked == [(sent.id,), "import", (sent.id,)]

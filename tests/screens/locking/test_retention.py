"""Masa simpan: nothing goes by itself, and nothing goes without a proven backup before."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from konfkasus_gui.archive import backup
from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.backup_errors import BackupFull
from konfkasus_gui.archive.history import check_chain
from konfkasus_gui.archive.restore import rehearse
from konfkasus_gui.procedure.account import AccountRefused
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.letter import Document, Letter
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import Commitment, Presentation
from konfkasus_gui.procedure.retention import StillKept
from konfkasus_gui.procedure.school import Account, Student
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    DocumentKind,
    LetterState,
    Role,
)
from konfkasus_gui.screens import dialogs, retention_deeds
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.settings.page import Part
from tests.vaults import paper


@pytest.fixture
def old(program, conference):
    """A whole case with all that can hang on one, closed, whose pupil left three years ago."""
    program.custody._soon.stop()
    archive = program.session.archive
    [item, *_others] = archive.every(DataItem)
    [guest] = archive.every(Participant)
    archive.save(Presentation(conference_id=conference.id, data_item_id=item.id))
    promise = archive.save(
        Commitment(conference_id=conference.id, participant_id=guest.id, text="Menjemput")
    )
    action = archive.save(Action(conference_id=conference.id, commitment_id=promise.id))
    archive.save(
        Progress(action_id=action.id, noted_on=program.session.today(), text="Sudah dua kali")
    )
    archive.save(Evaluation(conference_id=conference.id))
    archive.save(
        Letter(
            case_id=conference.case_id,
            conference_id=conference.id,
            participant_id=guest.id,
            year=2026,
            sequence=1,
            number="421.3/001",
            dated=date(2026, 3, 2),
            recipient="Ibu Rekaan",
            subject="Undangan",
            state=LetterState.PRINTED,
        )
    )
    archive.save(replace(paper(conference.case_id, 1), conference_id=conference.id))
    case = archive.get(Case, conference.case_id)
    archive.save(replace(case, state=CaseState.CLOSED, closed_on=date(2022, 5, 4)))
    student = archive.get(Student, case.student_id)
    archive.save(replace(student, left_on=date(2023, 6, 20)))
    program.session.refresh()
    return archive.get(Case, case.id)


@pytest.fixture
def section(program, old):
    page = program.window.go_to(Place.SETTINGS)
    page.show_part(Part.RETENTION)
    return page.retention


def noted(program, deed):
    return [
        (one.case_id, one.code)
        for one in program.session.archive.every(AuditEvent)
        if one.deed is deed
    ]


def agree(monkeypatch):
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_b: True)


def test_what_is_over_stands_in_the_list_and_nothing_goes_by_itself(section, old):
    assert [one.code for one in section.over] == [old.code]
    assert not section.ending.isEnabled()
    section.every.click()
    assert section.chosen() == section.over
    assert section.ending.isEnabled()


def test_another_number_of_years_is_set_by_the_coordinator(section, program):
    section.years.chip(5).click()
    assert program.session.school.retention_years == 5
    assert section.over == ()
    assert not section.none.isHidden()


def test_a_counselor_only_looks(section, program, old):
    rudi = program.session.save(
        Account(name="Rudi", role=Role.COUNSELOR, created_at=program.session.now())
    )
    program.session.account = rudi
    section.refresh()
    section.rows.set_value(section.over)
    assert not section.ending.isEnabled()
    assert not section.longer.isEnabled()
    assert not section.years.isEnabled()
    with pytest.raises(AccountRefused):
        retention_deeds.set_years(program.session, 1)
    with pytest.raises(AccountRefused):
        retention_deeds.keep_longer(program.session, section.over)
    made = program.session.backups.making()(lambda _done, _total: None)
    with pytest.raises(AccountRefused):
        retention_deeds.destroy(program.session, section.over, made)
    assert program.session.get(Case, old.id) == old


def test_a_case_is_kept_a_year_longer(section, program, old):
    section.every.click()
    section.longer.click()
    assert program.session.get(Case, old.id).keep_until == date(2027, 3, 2)
    assert section.over == ()
    assert noted(program, Deed.KEPT_LONGER) == [(old.id, old.code)]


def test_who_returns_from_the_question_destroys_nothing(section, program, old, answers):
    answers.append(("Cadangkan lalu musnahkan", False))
    section.every.click()
    section.ending.click()
    assert program.session.get(Case, old.id) == old


def test_a_destroyed_case_leaves_its_number_its_code_and_the_minutes(
    qtbot, section, program, old, monkeypatch
):
    agree(monkeypatch)
    session = program.session
    section.every.click()
    section.ending.click()
    qtbot.waitUntil(lambda: session.archive.every(Case) == ())
    for kind in (Student, Conference, DataItem, Participant, Action, Evaluation):
        assert session.archive.every(kind) == ()
    [letter] = session.archive.every(Letter)
    assert (letter.number, letter.case_id, letter.participant_id) == ("421.3/001", None, None)
    assert letter.recipient == "(arsip dimusnahkan)"
    assert noted(program, Deed.DESTROYED) == [(None, old.code)]
    assert noted(program, Deed.CASE_OPENED) == [(None, old.code)]
    key = program.custody.unlocked.key
    assert check_chain(session.archive.path, key).whole
    [minutes] = session.archive.every(Document)
    assert minutes.kind is DocumentKind.DESTRUCTION
    told = " ".join(PdfReader(BytesIO(minutes.content)).pages[0].extract_text().split())
    assert old.code in told
    assert "4 Mei 2022" in told
    assert "Bayu" not in told
    assert "sudah dimusnahkan" in section.notice.sentence.text()


def test_the_backup_before_still_has_the_case(qtbot, section, program, old, monkeypatch):
    agree(monkeypatch)
    section.every.click()
    section.ending.click()
    qtbot.waitUntil(lambda: program.session.archive.every(Case) == ())
    [made] = backups_in(program._vault.backup_folder)
    found = rehearse(program._vault, made.path, program.custody.unlocked.key)
    assert found.cases == 1


def test_without_a_backup_nothing_is_destroyed(qtbot, section, program, old, monkeypatch):
    agree(monkeypatch)

    def full(*_how):
        raise BackupFull

    monkeypatch.setattr(backup, "make", full)
    section.every.click()
    section.ending.click()
    qtbot.waitUntil(section.notice.isVisible)
    assert "Tidak ada yang dimusnahkan" in section.notice.sentence.text()
    assert program.session.get(Case, old.id) == old


def test_a_case_that_was_opened_again_meanwhile_stays_with_all_others(program, section, old):
    session = program.session
    made = session.backups.making()(lambda _done, _total: None)
    chosen = section.over
    session.archive.save(replace(old, state=CaseState.OPEN, closed_on=None))
    with pytest.raises(StillKept):
        retention_deeds.destroy(session, chosen, made)
    assert session.get(Case, old.id)
    assert noted(program, Deed.DESTROYED) == []


def test_the_home_page_reminds_the_coordinator_and_leads_to_the_list(program, old):
    home = program.window.go_to(Place.HOME)
    assert "1 arsip kasus" in home.backup.review.sentence.text()
    home.backup.review.action.click()
    page = program.window.stack.currentWidget()
    assert page.parts.value() is Part.RETENTION
    program.session.account = replace(program.session.account, role=Role.COUNSELOR)
    home.refresh()
    assert home.backup.review.isHidden()

"""Backups as the counselor sees them: made by themselves, copied, rehearsed, checked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.backup_errors import BackupFull
from konfkasus_gui.archive.errors import DiskFailing
from konfkasus_gui.archive.health import Damage, Verdict
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Role
from konfkasus_gui.screens import backups, dialogs
from konfkasus_gui.screens.broken import BrokenWindow
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.restoring import RestoreWindow
from tests.vaults import paper


@pytest.fixture
def keeper(program):
    """The backups of the open archive; what is made by itself waits for the test."""
    program.custody._soon.stop()
    return program.session.backups


@pytest.fixture
def section(program, keeper):
    program.window.show_backups()
    return program.window.stack.currentWidget().backups


@pytest.fixture
def home(program, conference):
    return program.window.go_to(Place.HOME)


def noted(program):
    return [event.deed for event in program.session.archive.every(AuditEvent)]


def by_itself(qtbot, keeper):
    keeper.make_if_due()
    qtbot.waitUntil(lambda: not keeper.busy)


def test_the_first_backup_of_a_day_is_made_by_itself_and_no_second(qtbot, program, keeper, clock):
    by_itself(qtbot, keeper)
    keeper.make_if_due()
    assert not keeper.busy
    assert len(keeper.here) == 1
    assert keeper.latest == clock.now
    assert Deed.BACKED_UP in noted(program)
    clock.now += timedelta(days=1)
    by_itself(qtbot, keeper)
    assert len(keeper.here) == 2


def test_after_unlocking_the_archive_is_backed_up_and_later_looked_after_again(qtbot, program):
    backups, soon = program.session.backups, program.custody._soon
    quiet = soon.interval()
    soon.timeout.emit()
    qtbot.waitUntil(lambda: Deed.BACKED_UP in noted(program))
    assert len(backups.here) == 1
    assert soon.isActive()
    assert soon.interval() > quiet


def test_what_a_long_day_brings_is_backed_up_too(qtbot, program, keeper, conference, clock):
    by_itself(qtbot, keeper)
    clock.now += timedelta(hours=4)
    keeper.make_if_due()
    assert not keeper.busy, "nothing new"
    program.session.save(Student(name="Bayu Rekaan"))
    by_itself(qtbot, keeper)
    assert len(keeper.here) == 2
    clock.now += timedelta(hours=4)
    keeper.make_if_due()
    assert not keeper.busy, "that a backup was made is nothing new"


def test_the_first_case_of_a_new_archive_is_backed_up_on_the_same_day(
    qtbot, program, keeper, clock
):
    by_itself(qtbot, keeper)
    student = program.session.save(Student(name="Bayu Rekaan"))
    keeper.make_if_due()
    assert not keeper.busy
    program.session.save(
        Case(code="KK-2026-009", student_id=student.id, opened_on=program.session.today())
    )
    clock.now += timedelta(minutes=5)
    by_itself(qtbot, keeper)
    assert keeper.here[0].manifest.cases == 1


def test_what_was_new_stays_new_when_a_backup_fails(qtbot, program, keeper, clock, monkeypatch):
    def refuse(*_asked):
        raise BackupFull

    by_itself(qtbot, keeper)
    program.session.save(Student(name="Bayu Rekaan"))
    clock.now += timedelta(hours=4)
    monkeypatch.setattr("konfkasus_gui.archive.backup.make", refuse)
    by_itself(qtbot, keeper)
    assert isinstance(keeper.failure, BackupFull)
    monkeypatch.undo()
    by_itself(qtbot, keeper)
    assert keeper.failure is None
    assert len(keeper.here) == 2


def test_backups_that_cannot_be_looked_through_are_told_on_the_home_page(keeper, home, monkeypatch):
    def refuse(*_asked):
        raise DiskFailing

    monkeypatch.setattr("konfkasus_gui.archive.backup.backups_in", refuse)
    home.backup.refresh()
    assert home.backup.notice.sentence.text() == str(DiskFailing())
    assert keeper.latest is None
    monkeypatch.undo()
    home.backup.refresh()
    assert keeper.failure is None


def test_a_full_disk_is_told_on_the_home_page(qtbot, program, keeper, home, monkeypatch):
    def refuse(*_asked):
        raise BackupFull

    monkeypatch.setattr("konfkasus_gui.archive.backup.make", refuse)
    by_itself(qtbot, keeper)
    assert home.backup.notice.sentence.text() == str(BackupFull())
    home.backup.notice.action.click()
    section = program.window.stack.currentWidget().backups
    assert section.notice.sentence.text() == str(BackupFull())
    monkeypatch.undo()
    section.make.click()
    qtbot.waitUntil(lambda: bool(keeper.here))
    qtbot.waitUntil(lambda: "sudah dibuat" in section.notice.sentence.text())


def test_a_second_place_gets_each_backup_from_then_on(
    qtbot, program, section, keeper, tmp_path, monkeypatch, clock
):
    stick = tmp_path / "diska"
    stick.mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_asked: stick)
    assert not section.copy.isEnabled()
    section.choose.click()
    qtbot.waitUntil(lambda: program.session.school.copied_on == clock.now.date())
    assert [one.path.name for one in backups_in(stick)] == [keeper.here[0].path.name]
    assert section.copy.isEnabled()
    assert noted(program).count(Deed.COPIED) == 1
    clock.now += timedelta(days=1)
    by_itself(qtbot, keeper)
    assert len(backups_in(stick)) == 2


def test_a_stick_that_is_not_there_costs_no_backup_and_is_reminded_of(
    qtbot, program, keeper, home, tmp_path, clock
):
    session = program.session
    session.save(
        replace(session.school, second_place=str(tmp_path / "diska"), copied_on=clock.now.date())
    )
    by_itself(qtbot, keeper)
    assert keeper.failure is None
    assert len(keeper.here) == 1
    assert home.backup.notice.isHidden()
    clock.now += timedelta(days=8)
    by_itself(qtbot, keeper)
    assert "waktunya menyalin" in home.backup.notice.sentence.text()


def test_the_folder_of_the_backups_is_no_second_place(qtbot, section, keeper, monkeypatch):
    keeper.vault.backup_folder.mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_asked: keeper.vault.backup_folder)
    section.choose.click()
    assert "diska USB" in section.notice.sentence.text()
    assert keeper.here == ()


def test_a_rehearsal_tells_what_would_come_back(qtbot, program, conference, section, keeper):
    section.make.click()
    qtbot.waitUntil(lambda: section.table.shown_count() == 1)
    section.table.selectRow(0)
    section.rehearse.click()
    qtbot.waitUntil(lambda: not section.tried.isHidden())
    assert "1 kasus" in section.tried.sentence.text()
    assert Deed.REHEARSED in noted(program)


def test_a_damaged_backup_is_listed_as_one_and_cannot_be_rehearsed(
    qtbot, program, section, keeper, clock
):
    made = make(keeper.vault, program.custody.unlocked.key, clock.now)
    content = bytearray(made.path.read_bytes())
    content[-5] ^= 1
    made.path.write_bytes(bytes(content))
    (made.path.parent / "catatan.kkbackup").write_bytes(b"bukan cadangan")
    section.refresh()
    assert section.table.cell(1, 3) == "rusak"
    section.table.selectRow(0)
    section.rehearse.click()
    qtbot.waitUntil(lambda: not section.tried.isHidden())
    assert "rusak" in section.tried.sentence.text()


def test_the_whole_archive_is_checked_on_demand(qtbot, program, conference, section):
    section.check.click()
    qtbot.waitUntil(lambda: not section.verdict.isHidden())
    assert "utuh" in section.verdict.sentence.text()
    assert Deed.CHECKED in noted(program)


def test_a_paper_that_is_not_as_it_was_kept_is_named_and_work_goes_on(
    qtbot, program, conference, section
):
    archive = program.session.archive
    kept = archive.save(paper(conference.case_id, 1))
    archive.save(replace(kept, content=b"other"))
    section.check.click()
    qtbot.waitUntil(lambda: not section.verdict.isHidden())
    assert "Yang berubah: Notula KK-2026-001." in section.verdict.sentence.text()
    assert program.session is not None


def test_damage_that_is_found_on_demand_ends_the_work_at_once(
    qtbot, program, conference, section, monkeypatch
):
    monkeypatch.setattr(backups, "full_check", lambda *_how: Verdict((Damage.PAGES,)))
    section.check.click()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None
    told = [label.text() for label in program.window.findChildren(QLabel)]
    assert any("tidak dapat dibaca lagi" in words for words in told)


def test_only_a_coordinator_restores(program, section, keeper, clock):
    make(keeper.vault, program.custody.unlocked.key, clock.now)
    program.session.account = replace(program.session.account, role=Role.COUNSELOR)
    section.refresh()
    section.table.selectRow(0)
    assert section.rehearse.isEnabled()
    assert not section.restore.isEnabled()
    assert section.other.isHidden()


@pytest.mark.parametrize("earlier", [timedelta(hours=1), timedelta(days=6, hours=1)])
def test_the_backup_made_before_a_restore_never_costs_the_one_to_restore(
    qtbot, program, section, keeper, clock, earlier
):
    key = program.custody.unlocked.key
    wanted = make(keeper.vault, key, clock.now - earlier)
    for days in range(1, 8):
        make(keeper.vault, key, clock.now - timedelta(days=days))
    for minutes in range(1, 7):
        make(keeper.vault, key, clock.now - timedelta(minutes=minutes))
    program._restore(wanted.path)
    qtbot.waitUntil(lambda: program.session is None)
    assert wanted.path.exists()
    [restoring] = program.window.findChildren(RestoreWindow)
    assert restoring.file.text() == str(wanted.path)
    restoring.reject()


def test_what_was_before_several_imports_of_one_day_can_come_back(program, keeper, clock):
    made = []
    for minutes in range(0, 50, 10):
        clock.now += timedelta(minutes=minutes)
        made.append(keeper.making()(lambda _done, _total: None).backup.path)
    assert all(path.exists() for path in made)


def test_locking_stops_a_backup_and_leaves_nothing_half(qtbot, program, keeper):
    folder = keeper.vault.backup_folder
    keeper.make_if_due()
    task = keeper._task
    with qtbot.waitSignal(task.failed):
        program._lock_and_ask()
    assert backups_in(folder) == ()
    assert not folder.exists() or list(folder.iterdir()) == []


def test_an_import_is_preceded_by_a_backup(qtbot, program, keeper):
    from konfkasus_gui.demo.sample import student_list
    from konfkasus_gui.screens.student_import import StudentImport

    window = StudentImport(program.session)
    qtbot.addWidget(window)
    window.read(student_list())
    qtbot.waitUntil(lambda: not window.busy)
    window.apply()
    qtbot.waitUntil(lambda: not window.busy)
    [made] = keeper.here
    assert made.manifest.rows["student"] == 0
    assert program.session.lists.count_students() > 0
    window.reject()


def test_an_import_waits_for_its_backup_and_is_not_made_without(
    qtbot, program, keeper, monkeypatch
):
    from konfkasus_gui.demo.sample import student_list
    from konfkasus_gui.screens.student_import import StudentImport

    def refuse(*_asked):
        raise BackupFull

    monkeypatch.setattr("konfkasus_gui.archive.backup.make", refuse)
    window = StudentImport(program.session)
    qtbot.addWidget(window)
    window.read(student_list())
    qtbot.waitUntil(lambda: not window.busy)
    window.apply()
    qtbot.waitUntil(lambda: not window.busy)
    assert window.preview_page.notice.sentence.text() == str(BackupFull())
    assert program.session.lists.count_students() == 0
    window.reject()

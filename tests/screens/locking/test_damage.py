"""A disk that fails while the archive is open."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.errors import DiskFailing, NotAnArchive
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens import background
from konfkasus_gui.screens.broken import BrokenWindow
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.unlock import UnlockWindow
from tests.vaults import PASSPHRASE, filled_vault


def scribble(vault, first_page=1):
    """A disk that fails under the open archive: bytes of every page from ``first_page`` on."""
    with vault.archive_path.open("r+b") as file:
        for start in range(4096 * first_page, vault.archive_path.stat().st_size, 4096):
            file.seek(start + 2000)
            file.write(b"damage")


def opened(qtbot, program):
    qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
    program.window.open.click()
    qtbot.waitUntil(lambda: program.session is not None)


@pytest.fixture
def open_with_papers(qtbot, tmp_path):
    """The program with an archive of more than it has read so far."""
    vault, _key = filled_vault(tmp_path / "isi")
    program = Program(vault, lambda: datetime(2026, 11, 24, 9))
    with vault.claim():
        program.start()
        opened(qtbot, program)
        program.custody._soon.stop()
        yield program, vault
        program.lock()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()


def locked_damaged(program):
    return isinstance(program.window, BrokenWindow) and program.session is None


def test_damage_under_an_open_archive_locks_it_as_soon_as_it_cannot_be_read(
    qtbot, open_with_papers
):
    program, vault = open_with_papers
    scribble(vault)
    with suppress(NotAnArchive):  # as a screen may that has words for it
        program.session.archive.every(Document)
    qtbot.waitUntil(lambda: locked_damaged(program))


def test_damage_under_an_open_archive_locks_it_as_soon_as_it_cannot_be_written(
    qtbot, open_with_papers
):
    program, vault = open_with_papers
    student = program.session.archive.every(Student)[0]
    scribble(vault)
    with pytest.raises(NotAnArchive):
        program.session.save(replace(student, nickname="Bay"))
    qtbot.waitUntil(lambda: locked_damaged(program))


def test_a_page_that_could_not_be_read_once_asks_for_the_passphrase_and_work_goes_on(
    qtbot, open_with_papers
):
    program, vault = open_with_papers
    whole = vault.archive_path.read_bytes()
    scribble(vault)
    answers = Event()
    background._aside.submit(answers.wait, 5)  # whoever looks has to wait for the disk
    with suppress(NotAnArchive):
        program.session.archive.every(Document)
    vault.archive_path.write_bytes(whole)
    answers.set()
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))
    opened(qtbot, program)
    assert program.session.save(Student(name="Bayu Rekaan")).id


def test_a_folder_of_backups_that_cannot_be_read_hides_no_damage(
    qtbot, open_with_papers, monkeypatch
):
    def refuse(_folder):
        raise DiskFailing

    program, vault = open_with_papers
    scribble(vault)
    monkeypatch.setattr("konfkasus_gui.archive.backup.backups_in", refuse)
    with suppress(NotAnArchive):
        program.session.archive.every(Document)
    qtbot.waitUntil(lambda: locked_damaged(program))
    words = " ".join(label.text() for label in program.window.findChildren(QLabel))
    assert str(DiskFailing()) in words


def test_damage_that_a_backup_finds_locks_the_archive(qtbot, open_with_papers):
    program, vault = open_with_papers
    scribble(vault, vault.archive_path.stat().st_size // 4096 - 1)
    program.session.backups.make_if_due()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None
    assert backups_in(vault.backup_folder) == ()

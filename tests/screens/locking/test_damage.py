"""A disk that fails while the archive is open."""

from dataclasses import replace
from datetime import datetime

import pytest

from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.errors import NotAnArchive
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens.broken import BrokenWindow
from konfkasus_gui.screens.program import Program
from tests.vaults import PASSPHRASE, filled_vault


def scribble(vault, first_page=1):
    """A disk that fails under the open archive: bytes of every page from ``first_page`` on."""
    with vault.archive_path.open("r+b") as file:
        for start in range(4096 * first_page, vault.archive_path.stat().st_size, 4096):
            file.seek(start + 2000)
            file.write(b"damage")


@pytest.fixture
def open_with_papers(qtbot, tmp_path):
    """The program with an archive of more than it has read so far."""
    vault, _key = filled_vault(tmp_path / "isi")
    program = Program(vault, lambda: datetime(2026, 11, 24, 9))
    with vault.claim():
        program.start()
        qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
        program.window.open.click()
        qtbot.waitUntil(lambda: program.session is not None)
        program.custody._soon.stop()
        yield program, vault
        program.lock()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()


def test_damage_under_an_open_archive_locks_it_as_soon_as_it_cannot_be_read(
    qtbot, open_with_papers
):
    program, vault = open_with_papers
    scribble(vault)
    with pytest.raises(NotAnArchive) as caught:
        program.session.archive.every(Document)
    program.weigh(caught.value)
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None


def test_damage_under_an_open_archive_locks_it_as_soon_as_it_cannot_be_written(
    qtbot, open_with_papers
):
    program, vault = open_with_papers
    student = program.session.archive.every(Student)[0]
    scribble(vault)
    with pytest.raises(NotAnArchive):
        program.session.save(replace(student, nickname="Bay"))
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None


def test_damage_that_a_backup_finds_locks_the_archive(qtbot, open_with_papers):
    program, vault = open_with_papers
    scribble(vault, vault.archive_path.stat().st_size // 4096 - 1)
    program.session.backups.make_if_due()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None
    assert backups_in(vault.backup_folder) == ()


def test_what_is_whole_after_all_goes_on(qtbot, open_with_papers):
    program, _vault = open_with_papers
    backups = program.session.backups
    program.weigh(NotAnArchive())
    program.weigh(NotAnArchive())
    qtbot.waitUntil(lambda: backups._look is None)
    assert program.session is not None
    program.weigh(ValueError("ours"))
    assert backups._look is None

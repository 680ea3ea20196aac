"""The system lets nobody write: the counselor is told why, and no byte of a file changes."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.errors import ArchiveReadOnly, FolderReadOnly
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import Person

ROOT = Path(__file__).parents[2]
READ, NOTHING = 0o444, 0
LOOK_INTO = 0o555


@pytest.fixture
def vault(made, tmp_path):
    """A copy of it, whose permissions may be taken away."""
    vault = Vault(shutil.copytree(made.folder, tmp_path / "arsip"))
    yield vault
    allow(tmp_path)


def allow(folder):
    """Give all permissions back."""
    folder.chmod(0o700)
    for path in folder.iterdir():
        if path.is_dir():
            allow(path)
        else:
            path.chmod(0o600)


def content(folder):
    """Every file with its bytes, whoever may read it; the permissions are as before."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    allow(folder)
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for path, mode in modes.items():
        path.chmod(mode)
    return found


@pytest.fixture
def start(passphrase):
    """The program in front of a counselor who types the passphrase."""

    def started(folder):
        """What was said, line by line, and the exit code."""
        command = [sys.executable, "-m", "tests.faults.read_only", str(folder), passphrase]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.splitlines(), done.returncode

    return started


def test_the_counselor_opens_what_may_be_written(start, vault):
    assert start(vault.folder) == (["shown: MainWindow"], 0)


@pytest.mark.parametrize("files", [0o600, READ, NOTHING])
def test_a_folder_that_takes_no_file_is_told_before_anything_is_changed(start, vault, files):
    before = content(vault.folder)
    for path in vault.folder.iterdir():
        path.chmod(files)
    vault.folder.chmod(LOOK_INTO)
    assert start(vault.folder) == ([f"told: {FolderReadOnly()}"], 1)
    assert content(vault.folder) == before


def test_a_folder_that_nobody_may_look_into_is_told(start, vault):
    before = content(vault.folder)
    vault.folder.chmod(NOTHING)
    assert start(vault.folder) == ([f"told: {FolderReadOnly()}"], 1)
    vault.folder.chmod(0o700)
    assert content(vault.folder) == before


def test_a_first_start_in_a_place_that_takes_no_folder_is_told(start, tmp_path):
    place = tmp_path / "locked"
    place.mkdir()
    place.chmod(LOOK_INTO)
    try:
        assert start(place / "arsip") == ([f"told: {FolderReadOnly()}"], 1)
        assert list(place.iterdir()) == []
    finally:
        place.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "mode", "error"),
    [("arsip.kkdb", READ, ArchiveReadOnly), ("kunci.json", NOTHING, FolderReadOnly)],
)
def test_a_file_that_is_refused_is_told_where_the_passphrase_is_typed(
    start, vault, name, mode, error
):
    before = content(vault.folder)
    (vault.folder / name).chmod(mode)
    assert start(vault.folder) == ([f"refused: {error()}", "open again"], 0)
    assert content(vault.folder) == before
    (vault.folder / name).chmod(0o600)
    assert start(vault.folder) == (["shown: MainWindow"], 0)


def test_a_left_over_log_of_changes_that_is_refused_is_told_as_well(
    start, passphrase, vault, tmp_path
):
    key = vault.unlock(passphrase).key
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(Person(name="Sri Rekaan"))
        folder = shutil.copytree(vault.folder, tmp_path / "cut")  # as a power cut leaves it
    left = [folder / "arsip.kkdb-wal", folder / "arsip.kkdb-shm"]
    for path in left:
        path.chmod(READ)
    before = content(folder)
    assert start(folder) == ([f"refused: {ArchiveReadOnly()}", "open again"], 0)
    after = content(folder)
    for name in ("arsip.kkdb", "arsip.kkdb-wal", "kunci.json"):
        assert after[name] == before[name]
    for path in left:
        path.chmod(0o600)
    assert start(folder) == (["shown: MainWindow"], 0)
    with Archive.open(folder / "arsip.kkdb", key) as archive:
        assert [person.name for person in archive.every(Person)] == ["Sri Rekaan"]


def test_a_log_that_may_not_be_written_is_told_and_the_program_goes_on(start, vault):
    log = vault.folder / "log"
    log.mkdir()
    log.chmod(LOOK_INTO)
    said, code = start(vault.folder)
    assert said == [f"told: {FolderReadOnly()}", "shown: MainWindow"]
    assert code == 0

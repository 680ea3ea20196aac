"""The program as it is started: its options, and each way in which an archive does not open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from konfkasus_gui import __version__, app
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault

ROOT = Path(__file__).parents[1]
CHEAP = Parameters(memory_kib=64, passes=1)
TELL = """
import sys
from konfkasus_gui.screens import dialogs
dialogs.tell = lambda parent, sentence, **more: print(sentence)
from konfkasus_gui.app import main
sys.exit(main(sys.argv[1:]))
"""


def run(home, *arguments, program=("main.py",)):
    """The program in a process of its own, with ``home`` as its only place to write."""
    places = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    return subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def start(home, folder):
    """The program with the message windows printed instead of shown."""
    return run(home, "--data", folder, program=("-c", TELL))


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "data", CHEAP)
    key = vault.create("perahu kertas melintasi jendela", RecoveryKey.create())
    with Archive.open(vault.archive_path, key):
        pass
    vault.finish()
    return vault


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_version_is_told(home):
    done = run(home, "--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"KonfKasus {__version__}")


def test_the_options_are_explained(home):
    done = run(home, "--help")
    assert done.returncode == 0
    options = ("--data", "--demo", "--screens", "--self-test", "--version", ".kkbackup")
    assert all(option in done.stdout for option in options)
    assert "pemakaian:" in done.stdout
    assert "usage" not in done.stdout


def test_an_unknown_option_starts_nothing(home):
    done = run(home, "--nonsense")
    assert done.returncode == 2
    assert "tidak dikenal" in done.stderr
    assert list(home.iterdir()) == []


def test_a_second_instance_is_told_and_changes_nothing(home, vault):
    with vault.claim():
        before = content(vault.folder)
        done = start(home, vault.folder)
        assert done.returncode == 1
        assert "sedang terbuka" in done.stdout
        assert content(vault.folder) == before


def test_a_folder_that_is_a_file_is_told(home, tmp_path):
    place = tmp_path / "data"
    place.write_text("bukan folder", encoding="utf-8")
    done = start(home, place)
    assert done.returncode == 1
    assert done.stdout.strip()
    assert place.read_text(encoding="utf-8") == "bukan folder"


def test_a_program_with_data_beside_it_keeps_its_archive_there(tmp_path, qapp):
    program = tmp_path / "diska é" / "konfkasus.exe"
    beside = program.with_name("data")
    beside.mkdir(parents=True)
    assert app.own_folder(program) == beside


@pytest.mark.parametrize("beside", ["nothing", "a file"])
def test_a_program_without_data_beside_it_keeps_its_archive_with_the_user(tmp_path, qapp, beside):
    program = tmp_path / "konfkasus"
    if beside == "a file":
        program.with_name("data").write_bytes(b"")
    assert app.own_folder(program) == app.own_folder(None)
    assert tmp_path not in app.own_folder(program).parents


def test_a_program_that_runs_from_its_source_never_looks_beside_itself():
    assert app._bundle() is None


def test_the_bundled_program_looks_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "konfkasus"))
    assert app._bundle() == tmp_path / "konfkasus"

"""The whole demo in a process of its own, and nothing readable left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.demo.run import PASSPHRASE
from konfkasus_gui.documents.naming import NAMING, TO_PARTICIPANTS
from konfkasus_gui.procedure.confidentiality import Shown

ROOT = Path(__file__).parents[2]
CANARIES = (b"ANISA RAHMAWATI", b"Anisa Rahmawati", b"0099990081", PASSPHRASE.encode())

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A place to live for the program: all it may write to besides the demo's folder."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def demo(home, tmp_path_factory):
    """The folder and the printed lines of one demo."""
    folder = tmp_path_factory.mktemp("demo") / "contoh"
    names = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    done = subprocess.run(
        [sys.executable, "main.py", "--demo", str(folder)],
        cwd=ROOT,
        env={**os.environ, **{name: str(home) for name in names}},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout.splitlines()


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_every_file_is_named_in_a_line(demo):
    folder, lines = demo
    made = {str(path) for kind in ("dokumen", "layar") for path in (folder / kind).iterdir()}
    assert made == {line for line in lines if line.endswith((".pdf", ".png"))}
    assert len([path for path in made if path.endswith(".png")]) > 50


def test_nobody_can_read_the_childs_name_outside_the_demos_papers(demo, home):
    folder, _lines = demo
    readable = [path for path in files(home) if any(word in path.read_bytes() for word in CANARIES)]
    assert readable == []
    archive = files(folder / "arsip-contoh")
    assert archive
    assert not [path for path in archive if any(word in path.read_bytes() for word in CANARIES)]


def test_nothing_else_is_written(demo, home):
    left = [path.relative_to(home) for path in files(home) if "fontconfig" not in path.parts]
    assert left == []


def test_no_file_is_named_after_a_child(demo):
    folder, _lines = demo
    assert not [path for path in files(folder) if "anisa" in path.name.lower()]


def test_the_demos_archive_can_be_opened(demo):
    folder, _lines = demo
    vault = Vault(folder / "arsip-contoh")
    assert vault.state is State.READY
    assert len(vault.unlock(PASSPHRASE).key) == 32


CODED = {kind for kind, naming in NAMING.items() if naming.shown is Shown.CODE}


@pytest.mark.parametrize("kind", sorted(CODED - set(TO_PARTICIPANTS), key=str))
def test_papers_that_bear_the_code_never_bear_the_name(demo, kind):
    folder, _lines = demo
    name = kind.label.replace(" ", "-").replace("/", "-")
    paths = list((folder / "dokumen").glob(f"[0-9][0-9]-{name}-KK-*.pdf"))
    assert [path.stem[-2:] for path in sorted(paths)] == ["A4", "F4"]
    for path in paths:
        text = " ".join(page.extract_text() for page in PdfReader(path).pages).lower()
        assert "kk-2026-" in text
        assert "anisa" not in text

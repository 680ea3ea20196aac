"""The program is never online: it runs where an internet socket ends the process."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def cut_off(*asked):
    """What the process printed, and its tries to use a network."""
    command = [sys.executable, "-m", "tests.faults.cut_off", *asked]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=50, check=False
    )
    assert done.returncode == 0, done.stderr
    *lines, tries = done.stdout.splitlines()
    return lines, json.loads(tries)


def test_whoever_asks_a_name_server_is_found_out():
    assert cut_off("look_up") == ([], ["socket.getaddrinfo"])


def test_every_screen_and_every_paper_of_a_case_needs_no_network(tmp_path):
    lines, tries = cut_off("demo", str(tmp_path / "contoh"))
    assert tries == []
    assert len([line for line in lines if line.endswith((".pdf", ".png"))]) > 50


def test_a_start_needs_no_network(made, passphrase, tmp_path):
    folder = shutil.copytree(made.folder, tmp_path / "arsip")
    assert cut_off("start", str(folder), passphrase) == (["shown: MainWindow"], [])

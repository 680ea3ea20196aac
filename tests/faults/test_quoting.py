"""An error that quotes a child's name leaves it neither in the log nor on a window."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = "Bayu Rekaan"


def test_neither_the_log_nor_the_message_quotes_what_an_error_holds(tmp_path):
    folder = tmp_path / "arsip"
    command = [sys.executable, "-m", "tests.faults.quoting", str(folder), NAME]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0
    shown = done.stdout
    assert "nomor 1" in shown
    assert "nomor 2" in shown
    [path] = (folder / "log").iterdir()
    log = path.read_text(encoding="utf-8")
    for kept in ("failure 1", "in stumble_in_a_slot", "ValueError"):
        assert kept in log
    for kept in ("failure 2", "in open_file_of", "KeyError"):
        assert kept in log
    for word in NAME.split():
        assert word not in log
        assert word not in shown
        assert word not in done.stderr

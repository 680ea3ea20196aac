"""The installers that lie in dist and the bundled program, each beside its goal."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from konfkasus_gui.app import AFTER_THE_WINDOW
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
BUNDLED = ROOT / "build" / "linux" / "konfkasus" / "konfkasus"
MOST_MB = {".deb": 60, ".exe": 45}
ROUNDS = 15

pytestmark = pytest.mark.timeout(900)


def told(name, figure, goal, unit):
    print(f"{name:<58} {figure:8.2f}{unit:<4} goal at most {goal}{unit}")  # noqa: T201
    assert figure <= goal


def test_the_installers_that_were_built_are_small():
    found = [path for path in sorted(DIST.iterdir()) if path.suffix in MOST_MB]
    assert ".deb" in {path.suffix for path in found}, "make package builds it"
    for path in found:
        told(f"size of {path.name}", path.stat().st_size / 1_000_000, MOST_MB[path.suffix], " MB")


def test_the_bundled_program_shows_its_window_as_quickly_as_its_source(tmp_path):
    vault = Vault(tmp_path / "data")
    key = vault.create("perahu kertas melintasi jendela", RecoveryKey.create())
    with Archive.open(vault.archive_path, key):
        pass
    vault.finish()
    from_source, bundled = [], []
    for _round in range(ROUNDS):
        from_source.append(first_window(vault, sys.executable, ROOT / "main.py"))
        bundled.append(first_window(vault, BUNDLED))
    told("first window bundled / from source", min(bundled) / min(from_source), 1.3, "×")


def first_window(vault, *program):
    """Seconds until the first window stands; the log, begun so long after it, tells."""
    log = vault.log_folder / "konfkasus.log"
    log.unlink(missing_ok=True)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*map(str, program), "--data", str(vault.folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
    )
    try:
        while not log.exists():
            assert process.poll() is None, "the program ended before it showed a window"
            assert time.perf_counter() - begun < 60
            os.sched_yield()
        return time.perf_counter() - begun - AFTER_THE_WINDOW / 1000
    finally:
        process.kill()
        process.wait(20)

"""Where things lie, and how a command is called; used by all tests of the installers."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
BUILD = ROOT / "build" / "test"
PICTURES = BUILD / "pictures"
PREVIOUS = dict(
    line.split()
    for line in (ROOT / "packaging" / "previous.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
OLD_ARCHIVE = ROOT / "tests" / "archive" / "versions" / PREVIOUS["version"]


def called(*command, **options):
    """What ``command`` wrote; its failure is told with that."""
    done = subprocess.run(
        list(map(str, command)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        check=False,
        **options,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-4000:]}"
    return done.stdout


def one(folder, pattern):
    found = list(folder.glob(pattern))
    assert len(found) == 1, f"{pattern} in {folder}: {found}; build it first (make package …)"
    return found[0]

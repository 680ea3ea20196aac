"""Name, version and date of what is built: `python packaging/bundle/program.py version`."""

import ast
import os
import subprocess
import sys
from pathlib import Path

NAME = "KonfKasus"
COMMAND = "konfkasus"
DESCRIPTION = "KonfKasus: konferensi kasus sekolah, terenkripsi dan tanpa internet"
ROOT = Path(os.environ.get("KONFKASUS_SOURCE") or Path(__file__).parents[2])
"""Where the program's source is: this project, or that of the version before for the tests."""
FIRST_DAY = 315532800
"""1980-01-01, the earliest day that zip archives know, for a source that git does not know."""


def version() -> str:
    """The version, read where it is written: ``konfkasus_gui/__init__.py``."""
    tree = ast.parse((ROOT / "konfkasus_gui" / "__init__.py").read_text(encoding="utf-8"))
    [found] = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and getattr(node.targets[0], "id", "") == "__version__"
    ]
    return str(found)


def made_at() -> int:
    """Seconds since 1970 of the commit that is built: every file in a release bears this time."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else FIRST_DAY


if __name__ == "__main__":
    answer = {"version": version, "made-at": made_at}[sys.argv[1]]()
    sys.stdout.write(f"{answer}\n")

"""The rules of the house that no tool checks on its own."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import konfkasus_gui

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "konfkasus_gui"
TESTS = ROOT / "tests"
MAIN = ROOT / "main.py"


def python_files(*folders: Path) -> list[Path]:
    return sorted(chain.from_iterable(folder.rglob("*.py") for folder in folders))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def last_name(node: ast.expr) -> str:
    """``c`` of ``a.b.c``, ``c`` of ``c``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def first_name(node: ast.expr) -> str:
    """``a`` of ``a.b.c``, ``c`` of ``c``."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def test_import_contracts_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    report = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert report.returncode == 0, report.stdout + report.stderr


def test_no_file_passes_400_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*python_files(PACKAGE, TESTS), MAIN]
        if "migrations" not in path.parts
    }
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_test_waits_for_the_clock_or_is_left_out() -> None:
    def forbidden(node: ast.AST) -> bool:
        if isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            return node.module in {"pytest", "unittest"} and bool(names & SKIPS)
        if not isinstance(node, ast.Attribute):
            return False
        origin = first_name(node)
        return (origin in {"pytest", "unittest"} and node.attr in SKIPS) or (
            origin == "qtbot" and node.attr == "wait"
        )

    SKIPS = {"skip", "skipif", "skipIf", "skipUnless", "importorskip", "SkipTest", "xfail"}  # noqa: N806
    found = [
        place(path, node)
        for path in python_files(TESTS)
        for node in ast.walk(tree(path))
        if forbidden(node)
    ]
    assert found == []


def test_nothing_points_outside_the_project() -> None:
    outside = ("shared" + "/design", "/" + "work/")
    suffixes = {".cfg", ".html", ".ini", ".md", ".py", ".qss", ".sh", ".spec", ".toml", ".txt"}
    files = [
        *(path for path in ROOT.iterdir() if path.is_file()),
        *(
            path
            for folder in (PACKAGE, TESTS, ROOT / "packaging", ROOT / "resources", ROOT / ".ci")
            for path in folder.rglob("*")
            if path.is_file() and (path.suffix in suffixes or path.name == "run")
        ),
    ]
    pointing = [
        str(path.relative_to(ROOT))
        for path in files
        if any(word in path.read_text(encoding="utf-8", errors="replace") for word in outside)
    ]
    assert pointing == []


def requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def test_every_requirement_is_pinned_to_one_version() -> None:
    pin = re.compile(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*")
    wanted = requirements("requirements.txt") + requirements("requirements-dev.txt")
    assert [line for line in wanted if not pin.fullmatch(line)] == []


def test_pyside6_stays_where_python_3_11_survives_it() -> None:
    qt = {line for line in requirements("requirements.txt") if line.startswith(("PySide6", "shib"))}
    assert qt == {"PySide6-Addons==6.11.3", "PySide6-Essentials==6.11.3", "shiboken6==6.11.3"}


def test_the_version_is_written_in_one_place() -> None:
    version = re.compile(rf"(?<![\d.]){re.escape(konfkasus_gui.__version__)}(?![\d.])")
    files = [
        *python_files(PACKAGE),
        MAIN,
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
        *(
            path
            for path in (ROOT / "packaging").rglob("*")
            if path.suffix in {".in", ".nsh", ".nsi", ".ps1", ".py", ".sh", ".spec"}
        ),
    ]
    written = [
        str(path.relative_to(ROOT))
        for path in files
        if version.search(path.read_text(encoding="utf-8"))
    ]
    assert written == ["konfkasus_gui/__init__.py"]


def test_the_changelog_tells_of_this_version() -> None:
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert f"## {konfkasus_gui.__version__}" in told


def test_the_locks_of_the_installers_name_the_versions_that_are_required() -> None:
    wanted = {line.lower().replace("_", "-") for line in requirements("requirements.txt")}
    unshipped = {line for line in wanted if line.startswith("docopt==")}
    for system in ("linux", "windows"):
        lock = (ROOT / "packaging" / "lock" / f"{system}.txt").read_text(encoding="utf-8")
        lines = [line for line in lock.splitlines() if not line.startswith("#")]
        assert all(re.search(r" --hash=sha256:[0-9a-f]{64}$", line) for line in lines)
        locked = {line.split()[0].lower().replace("_", "-") for line in lines}
        assert wanted - unshipped - locked == set(), "run packaging/lock/write_locks.py"


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE) == phony[1].split()

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

SHOWN_WHOLE = frozenset(  # every text given to these is read by a person
    (
        "QAction",
        "QCheckBox",
        "QCommandLinkButton",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QPushButton",
        "QRadioButton",
        "QToolButton",
        "addAction",
        "addButton",
        "addItems",
        "addMenu",
        "addRow",
        "addTab",
        "insertTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setButtonText",
        "setDetailedText",
        "setHeaderLabels",
        "setHorizontalHeaderLabels",
        "setInformativeText",
        "setLabelText",
        "setPlaceholderText",
        "setPrefix",
        "setSpecialValueText",
        "setStatusTip",
        "setSubTitle",
        "setSuffix",
        "setTabText",
        "setText",
        "setTitle",
        "setToolTip",
        "setVerticalHeaderLabels",
        "setWhatsThis",
        "setWindowTitle",
        "showMessage",
    )
)
SHOWN_FIRST = frozenset({"addItem"})  # what follows the text is the program's own value
SHOWN_KEYWORDS = frozenset({"placeholderText", "text", "title", "toolTip", "windowTitle"})
MARKUP = re.compile(r"<[^>]*>|&\w+;")


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


def bare_words(node: ast.AST) -> Iterator[ast.Constant]:
    """Literals with letters in an expression; what another call makes of its own is left to it."""
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and any(map(str.isalpha, MARKUP.sub("", node.value))):
            yield node
        return
    if isinstance(node, ast.Subscript | ast.Compare | ast.Lambda | ast.FormattedValue):
        return
    parts = (node.body, node.orelse) if isinstance(node, ast.IfExp) else ast.iter_child_nodes(node)
    for part in parts:
        yield from bare_words(part)


def error_names() -> set[str]:
    """KonfKasusError and all that descends from it: their text is shown."""
    parents = {
        node.name: {last_name(base) for base in node.bases}
        for path in python_files(PACKAGE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"KonfKasusError"}
    while more := {name for name, bases in parents.items() if bases & found} - found:
        found |= more
    return found


def shown(call: ast.Call, errors: set[str]) -> list[ast.expr]:
    """The arguments of a call that a person will read."""
    name = last_name(call.func)
    keywords = [each.value for each in call.keywords if each.arg in SHOWN_KEYWORDS]
    if name in SHOWN_WHOLE or name in errors or first_name(call.func) == "dialogs":
        return [*call.args, *keywords]
    return [*call.args[:1], *keywords] if name in SHOWN_FIRST else keywords


def untranslated(path: Path, errors: set[str]) -> list[str]:
    return [
        f"{place(path, words)}: {words.value!r}"
        for call in calls(path)
        for argument in shown(call, errors)
        for words in bare_words(argument)
    ]


def test_the_check_for_words_sees_bare_ones_and_leaves_the_rest(tmp_path: Path) -> None:
    def found(source: str) -> list[object]:
        return [
            words.value
            for call in ast.walk(ast.parse(source))
            if isinstance(call, ast.Call)
            for argument in shown(call, {"KonfKasusError"})
            for words in bare_words(argument)
        ]

    assert found("label.setText('Kasus')") == ["Kasus"]
    assert found("QLabel(f'<b>Kasus</b> {code}')") == ["<b>Kasus</b> "]
    assert found("QPushButton(_('Simpan') if kept else 'Tutup')") == ["Tutup"]
    assert found("raise KonfKasusError('Arsip terkunci')") == ["Arsip terkunci"]
    assert found("QLabel(_('Kasus')), QLabel(f'<b>{code}</b> · '), setObjectName('code')") == []
    assert found("choice.addItem(_('Laki-laki'), 'male')") == []


def test_every_string_on_a_screen_can_be_translated() -> None:
    files = [*python_files(PACKAGE / "screens"), PACKAGE / "app.py"]
    errors = error_names()
    assert list(chain.from_iterable(untranslated(path, errors) for path in files)) == []


def test_every_message_of_an_error_can_be_translated() -> None:
    errors = error_names()
    bare = [
        f"{place(path, words)}: {words.value!r}"
        for path in python_files(PACKAGE)
        for call in calls(path)
        if last_name(call.func) in errors
        for argument in call.args
        for words in bare_words(argument)
    ]
    assert bare == []


def test_translators_get_whole_sentences_not_pieces_put_together() -> None:
    pieced = [
        place(path, call)
        for path in python_files(PACKAGE)
        for call in calls(path)
        if last_name(call.func) in {"_", "N_"}
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
    ]
    assert pieced == []


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
        *(ROOT / "packaging").rglob("*.spec"),
    ]
    written = [
        str(path.relative_to(ROOT))
        for path in files
        if version.search(path.read_text(encoding="utf-8"))
    ]
    assert written == ["konfkasus_gui/__init__.py"]


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE) == phony[1].split()

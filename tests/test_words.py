"""Every word that a person reads goes through ``_`` or ``N_``, and goes through it whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "konfkasus_gui"

TRANSLATORS = frozenset({"_", "N_"})
SHOWN = frozenset(  # each text given to these is read by a person, even a single small word
    (
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QPushButton",
        "QRadioButton",
        "QToolButton",
        "addAction",
        "addButton",
        "addMenu",
        "addRow",
        "addTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setButtonText",
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
        "setWhatsThis",
        "setWindowTitle",
    )
)
SILENT = frozenset(  # what these are given is for the program, its log or a programmer
    (
        "AssertionError",
        "KeyError",
        "QFont",
        "RuntimeError",
        "TypeError",
        "ValueError",
        "cast",
        "getLogger",
        "setObjectName",
        "setProperty",
        "setStyle",
        "setStyleSheet",
    )
)
LOGS = frozenset({"log", "logger", "logging"})
MARKUP = re.compile(r"<[^>]*>|&\w+;")
LETTER = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[a-z]+[,;:]? [^\W\d_]*[a-z]{2,}|^\s*[A-Z][a-z]+[.,:…]*\s*$")


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


def parts(node: ast.AST) -> Iterator[ast.AST]:
    """What of ``node`` may hold words: no annotation, docstring, key, log or translated word."""
    match node:
        case ast.Call(func, arguments, keywords):
            if last_name(func) not in TRANSLATORS | SILENT and first_name(func) not in LOGS:
                yield from (func, *arguments, *keywords)
        case ast.FunctionDef(args=arguments, body=body):
            yield from (*arguments.defaults, *filter(None, arguments.kw_defaults), *body)
        case ast.AnnAssign(value=ast.AST() as value) | ast.FormattedValue(value=value):
            yield value
        case ast.Assign(targets=[ast.Name("__all__" | "__slots__")]):
            return
        case ast.Dict(values=values):
            yield from values
        case ast.Subscript() | ast.Compare() | ast.AnnAssign() | ast.Expr(ast.Constant()):
            return
        case _:
            yield from ast.iter_child_nodes(node)


def bare_words(node: ast.AST, shown: frozenset[str]) -> Iterator[ast.Constant]:
    """Untranslated literals under ``node`` that look like words, or are given to ``shown``."""
    yield from _bare_words(node, shown, SENTENCE)


def _bare_words(
    node: ast.AST, shown: frozenset[str], looks: re.Pattern[str]
) -> Iterator[ast.Constant]:
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and looks.search(MARKUP.sub("", node.value))
    ):
        yield node
    if isinstance(node, ast.Call):
        looks = LETTER if last_name(node.func) in shown else SENTENCE
    for part in parts(node):
        yield from _bare_words(part, shown, looks)


def pieced(node: ast.AST) -> bool:
    """Whether ``node`` hands a translator something put together, which no catalog can hold."""
    return (
        isinstance(node, ast.Call)
        and last_name(node.func) in TRANSLATORS
        and any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in node.args)
    )


def floor(name: str) -> list[tuple[str, ast.Module]]:
    """Path and syntax tree of each module of one floor."""
    start = PACKAGE / name
    files = sorted(start.rglob("*.py")) if start.is_dir() else [start]
    return [
        (str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8")))
        for path in files
        if "migrations" not in path.parts
    ]


def errors() -> frozenset[str]:
    """KonfKasusError and all that descends from it: their text is shown."""
    parents = {
        node.name: {last_name(base) for base in node.bases}
        for name in ("errors.py", "procedure", "archive", "documents", "screens")
        for _, tree in floor(name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"KonfKasusError"}
    while more := {name for name, bases in parents.items() if bases & found} - found:
        found |= more
    return frozenset(found)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("label.setText('kasus')", ["kasus"]),
        ("QLabel(f'<b>kasus</b> {code}')", ["<b>kasus</b> "]),
        ("QPushButton(_('Simpan') if kept else 'Tutup')", ["Tutup"]),
        ("raise KonfKasusError('terkunci')", ["terkunci"]),
        ("Heading('Belum ada kasus')", ["Belum ada kasus"]),
        ("TITLE: str = 'Beranda'", ["Beranda"]),
        ("QLabel(_('Kasus')), QLabel(f'<b>{code}</b> · '), setObjectName('code')", []),
        ("choice.addItem(_('Laki-laki'), 'male'); log.info('archive was opened')", []),
        ("def show(record: 'Session') -> 'Page': 'Show the record.'", []),
        ("label.setText('✓' if state == 'Done' else f'{at:%H.%M}')", []),
    ],
)
def test_the_check_sees_bare_words_and_leaves_the_rest(source: str, words: list[str]) -> None:
    shown = SHOWN | {"KonfKasusError"}
    assert [each.value for each in bare_words(ast.parse(source), shown)] == words


@pytest.mark.parametrize("name", ["documents", "screens", "app.py"])
def test_every_word_a_person_reads_can_be_translated(name: str) -> None:
    shown = SHOWN | errors()
    bare = [
        f"{path}:{words.lineno}: {words.value!r}"
        for path, tree in floor(name)
        for words in bare_words(tree, shown)
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["procedure", "archive"])
def test_every_error_below_the_screens_can_be_translated(name: str) -> None:
    kinds = errors()
    bare = [
        f"{path}:{words.lineno}: {words.value!r}"
        for path, tree in floor(name)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and last_name(call.func) in kinds
        for words in bare_words(call, kinds)
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["procedure", "archive", "documents", "screens", "app.py"])
def test_translators_get_whole_sentences(name: str) -> None:
    assert [path for path, tree in floor(name) if any(map(pieced, ast.walk(tree)))] == []

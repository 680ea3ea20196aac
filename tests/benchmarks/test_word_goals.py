"""Bahasa netral against a plain pass of the same words, and typing with all marks on."""

import re
import time
from datetime import date, datetime
from pathlib import Path
from statistics import median

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.case import Case, accept
from konfkasus_gui.procedure.neutral_list import read_entries
from konfkasus_gui.procedure.neutral_words import NeutralCheck, WordTree
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import School, Student
from tests.benchmarks.test_goals import told

ROOT = Path(__file__).parents[2]
LIST = ROOT / "resources" / "words" / "bahasa-netral.txt"
SENTENCES = ROOT / "tests" / "procedure" / "neutral_sentences.tsv"
GUIDE = ROOT / "resources" / "help" / "panduan.md"
WORDS = 10_000
STUDENTS = 1_200
FIRST = ("Intan", "Putri", "Bagus", "Rizki", "Melati", "Surya", "Bintang", "Dewi", "Kirana", "Yoga")
LAST = ("Permata", "Lestari", "Pratama", "Maheswari", "Saputra", "Cahaya", "Wulandari", "Hidayat")
ROUNDS = 10
EACH = 12
"""One written sentence for so many of the guide's words: more than any minutes hold."""


@pytest.fixture(scope="module")
def text():
    """10,000 words of which some judge a child, as in minutes that need the check."""
    guide = GUIDE.read_text(encoding="utf-8").split()
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    words = []
    while len(words) < WORDS:
        for place, line in enumerate(lines):
            words += line.split("\t")[2].split()
            begin = place * EACH * 10 % len(guide)
            words += guide[begin : begin + EACH * 10]
    return " ".join(words[:WORDS])


def quickest(act):
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_10000_words_are_checked_like_by_a_plain_pass(text):
    entries = read_entries(LIST.read_text(encoding="utf-8"))
    tree = WordTree(entries)
    words = sorted({word for entry in entries for word in entry.words}, key=len, reverse=True)
    plain = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    assert NeutralCheck([tree])(text)
    ours = quickest(lambda: NeutralCheck([tree])(text))
    told("10,000 words / a plain regex pass", ours / quickest(lambda: plain.findall(text)), 5, "×")
    print(f"10,000 words, each met for the first time {ours * 1000:25.2f}ms")  # noqa: T201


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """An archive of a school with 1,200 students, one of them a client."""
    with Archive.open(tmp_path_factory.mktemp("words") / "arsip.kkdb", bytes(32)) as archive:
        with archive.together():
            archive.save(School(name="SMP Negeri 1 Sukamaju"))
            for number in range(STUDENTS):
                name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
                archive.save(Student(name=f"{name} {number}", class_name="IX-A"))
            case = Case(code="", student_id=1, class_name="IX-A", opened_on=date(2026, 3, 2))
            case = archive.save(accept(archive.register.open_case(case)))
            archive.save(Conference(case_id=case.id))
        yield archive


def test_marking_does_not_slow_typing_down(crowded, qapp, text):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from konfkasus_gui.screens.form import Form
    from konfkasus_gui.screens.session import Session
    from konfkasus_gui.screens.widgets.text_area import TextArea

    session = Session(crowded, lambda: datetime(2026, 3, 2, 12))
    [case] = crowded.every(Case)
    form = Form(session, lambda: session.get(Case, case.id))
    area = form.bind(TextArea(), "problem")
    form.add_widget(area)
    form.show()
    session.text_checks.neutral()
    words = text.split()
    area.set_value("\n".join(" ".join(words[at : at + 200]) for at in range(0, 4000, 200)))
    QApplication.processEvents()
    taken = []
    for letter in "ia malas dan nakal, bersama intan permata " * 6:
        begun = time.perf_counter()
        QTest.keyClicks(area, letter)
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
    assert session.text_checks.neutral()(area.value())
    told("a key press in 4,000 words with marks, median", median(taken) * 1000, 16, "ms")
    session.lock()
    form.close()
    form.deleteLater()
    QApplication.processEvents()

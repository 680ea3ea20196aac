"""Bahasa netral against a plain pass of the same words, measured in one run."""

import re
import time
from pathlib import Path

import pytest

from konfkasus_gui.procedure.neutral_list import read_entries
from konfkasus_gui.procedure.neutral_words import NeutralCheck, WordTree
from tests.benchmarks.test_goals import told

ROOT = Path(__file__).parents[2]
LIST = ROOT / "resources" / "words" / "bahasa-netral.txt"
SENTENCES = ROOT / "tests" / "procedure" / "neutral_sentences.tsv"
GUIDE = ROOT / "resources" / "help" / "panduan.md"
WORDS = 10_000
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
    told("10,000 words, all met for the first time", ours * 1000, 50, "ms")
    told("10,000 words / a plain regex pass", ours / quickest(lambda: plain.findall(text)), 5, "×")

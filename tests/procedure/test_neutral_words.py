"""Bahasa netral against sentences that were written for it.

Those ``held`` were never tuned to; whoever tunes to one makes it ``tuned`` and writes a new one.
"""

from collections import Counter
from pathlib import Path

import pytest

from konfkasus_gui.procedure.neutral_list import Entry, NeutralKind, read_entries
from konfkasus_gui.procedure.neutral_words import NeutralCheck, WordTree

LIST = Path(__file__).parents[2] / "resources" / "words" / "bahasa-netral.txt"
SENTENCES = Path(__file__).with_name("neutral_sentences.tsv")
WANTED = 0.95


@pytest.fixture(scope="module")
def entries():
    return read_entries(LIST.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def check(entries):
    return NeutralCheck([WordTree(entries)])


def sentences():
    """Triples: ``tuned`` or ``held`` out of tuning; ``flag`` or ``leave`` alone; the sentence."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def test_the_sentences_are_told_apart(check, tally):
    of_all, right = Counter(), Counter()
    for part, wish, sentence in sentences():
        of_all[part, wish] += 1
        right[part, wish] += bool(check(sentence)) is (wish == "flag")
    for group in sorted(of_all):
        part, wish = group
        tally(f"sentences to {wish} ({part})", tried=of_all[group], survived=right[group])
        assert right[group] >= WANTED * of_all[group]
    for wish in ("flag", "leave"):
        assert of_all["tuned", wish] + of_all["held", wish] >= 100


def test_the_list_is_broad_and_says_why_and_what_instead(entries):
    assert len(entries) >= 120
    assert {entry.kind for entry in entries} == set(NeutralKind)
    assert all(entry.reason.endswith(".") and entry.instead for entry in entries)
    words = Counter(word for entry in entries for word in entry.words)
    assert [word for word, times in words.items() if times > 1] == []


def test_no_suggestion_is_flagged_itself(entries, check):
    assert [way for entry in entries for way in entry.instead if check(way)] == []


@pytest.mark.parametrize(
    ("text", "found", "word"),
    [
        ("Ia bermalas-malasan.", "bermalas-malasan", "malas"),
        ("Anak PEMALAS itu", "PEMALAS", "malas"),
        ("kemalasannyalah", "kemalasannyalah", "malas"),
        ("Ia goblooook", "goblooook", "goblok"),
        ("g0bl0k", "g0bl0k", "goblok"),
        ("membandel", "membandel", "bandel"),
        ("keras-kepala", "keras-kepala", "keras kepala"),
        ("keras  kepalanya", "keras  kepalanya", "keras kepala"),
        ("malás", "malás", "malas"),
        ("mala\u0301s", "mala\u0301s", "malas"),
        ("😀 ia nakal", "nakal", "nakal"),
        ("akan di-DO", "di-DO", "di-DO"),
    ],
)
def test_a_word_is_met_in_all_its_forms(check, text, found, word):
    [finding] = check(text)
    assert (finding.found, finding.word) == (found, word)
    assert text[finding.start : finding.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "'",
        '"' * 9,
        "malasari",
        "Gilang",
        "skornya",
        "sarapan",
        "do re mi",
        "hukum",
    ],
)
def test_other_words_and_odd_texts_are_let_be(check, text):
    assert check(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        'Katanya "saya malas" lalu pergi.',
        "Katanya “saya malas” lalu pergi.",
        "Katanya ‘saya malas’ lalu pergi.",
        "Katanya 'hari Jum'at saya malas' lalu pergi.",
        "Katanya «saya malas» lalu pergi.",
        "Katanya „saya malas“ lalu pergi.",
        'Katanya "saya malas',
    ],
)
def test_somebodys_own_words_are_let_be(check, text):
    assert check(text) == ()


def test_a_quotation_ends_where_it_ends(check):
    [finding] = check('Katanya "saya nakal", dan ia memang malas.')
    assert finding.found == "malas"
    [finding] = check('Katanya "saya nakal\nIa malas.')
    assert finding.found == "malas"
    [finding] = check("Jum'at ia malas, Jum'at ia datang.")
    assert finding.found == "malas"


def test_a_diagnosis_needs_a_source_in_its_own_sentence(check):
    assert check("Menurut psikolog ia ADHD.") == ()
    assert check("Ia ADHD, perlu dibawa ke psikolog.")
    assert check("Menurut psikolog ia sehat. Menurut saya ia ADHD.")
    assert check("Menurut ibunya yang bukan dokter ia ADHD.")


def test_what_is_silenced_is_let_be_in_all_its_forms_and_nothing_else_is(entries):
    quiet = NeutralCheck([WordTree(entries)], silenced=["malas"])
    assert quiet("Ia pemalas dan malas-malasan.") == ()
    assert [one.found for one in quiet("Ia pemalas dan males.")] == ["males"]


def test_words_of_the_school_are_met_beside_the_list(entries):
    own = Entry(
        kind=NeutralKind.LABEL, words=("songong tenan",), affixed=False, reason="x", instead=("y",)
    )
    check = NeutralCheck([WordTree(entries), WordTree([own])])
    assert [one.word for one in check("Ia songong tenan dan malas.")] == ["songong tenan", "malas"]


@pytest.mark.parametrize(
    "line", ["malas", "cap | malas | imbuhan | a | b", "x | a | tetap | b | c |"]
)
def test_a_broken_line_of_the_list_is_named(line):
    with pytest.raises(ValueError, match="line 2 "):
        read_entries(f"# head\n{line}")

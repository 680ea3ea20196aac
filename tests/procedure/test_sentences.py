import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.sentences import LONGEST, ended, sentence_around


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Pagi. Rina datang. Lalu pulang.", "Rina", "Rina datang."),
        ("Menurut Drs. Ahmad Rina rajin. Lalu", "Rina", "Menurut Drs. Ahmad Rina rajin."),
        ("Baris satu\nRina datang\nBaris tiga", "Rina", "Rina datang"),
        ("Rumahnya di Jl. Melati, dekat Rina.", "Rina", "Rumahnya di Jl. Melati, dekat Rina."),
        ("Rina", "Rina", "Rina"),
    ],
)
def test_the_sentence_around_a_word_ends_where_a_reader_ends_it(text, word, sentence):
    start = text.index(word)
    assert sentence_around(text, start, start + len(word)) == sentence


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Belum hadir: Budi, S.Pd..", "Belum hadir: Budi, S.Pd."),
        ("Belum hadir: Budi.", "Belum hadir: Budi."),
        ("Belum hadir...", "Belum hadir..."),
        ("", ""),
    ],
)
def test_a_degree_at_the_end_brings_no_second_full_stop(written, sentence):
    assert ended(written) == sentence


@given(before=st.text("ab .", max_size=600), after=st.text("ab .", max_size=600))
def test_a_long_sentence_is_cut_but_never_at_the_word_asked_for(before, after):
    text = f"{before} Rina {after}"
    start = len(before) + 1
    sentence = sentence_around(text, start, start + 4)
    assert "Rina" in sentence
    assert len(sentence) <= LONGEST + 2

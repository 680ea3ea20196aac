import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive.strength import SHORTEST, Strength, rate

HINTS = ("SMP Negeri 1 Sukamaju", "Sri Wahyuni, S.Pd.")


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=3))
def test_whatever_is_typed_gets_one_sentence_of_advice(passphrase, hints):
    rating = rate(passphrase, hints)
    assert rating.advice.endswith(".")
    assert not (rating.allowed and len(passphrase) < SHORTEST)


@pytest.mark.parametrize(
    "passphrase",
    ["gajah tambang sepeda", "tali payung kursi", "jeruk-meja-awan", "kuda lumping di pasar loak"],
)
def test_a_few_unrelated_words_are_enough(passphrase):
    assert rate(passphrase, HINTS).allowed


@pytest.mark.parametrize(
    ("passphrase", "advice"),
    [
        ("", "10 huruf"),
        ("x7#Kp2!qz", "10 huruf"),
        ("aaaaaaaaaaaa", "diulang"),
        ("abcdefghijkl", "abc atau 123"),
        ("hgfdswertyu", "bersebelahan"),
        ("17/08/1945", "Tanggal dan tahun"),
        ("qwertyuiop", "sering dipakai"),
        ("rahasia negara", "mudah ditebak"),
        ("konseling 2026", "mudah ditebak"),
        ("SMP Negeri 1 Sukamaju", "mudah ditebak"),
        ("Sri Wahyuni", "mudah ditebak"),
        ("smpn1sukamaju", "mudah ditebak"),
    ],
)
def test_what_others_would_try_is_refused_with_its_reason(passphrase, advice):
    rating = rate(passphrase, HINTS)
    assert not rating.allowed
    assert advice in rating.advice


@pytest.mark.parametrize("strength", Strength)
def test_each_strength_has_its_word(strength):
    assert strength.title[0].isupper()


def test_a_very_long_passphrase_is_rated_at_once():
    assert rate("gajah tambang sepeda " * 500).allowed


def test_the_dictionaries_stay_unread_until_a_passphrase_is_rated():
    code = "import sys, konfkasus_gui.archive.strength; print('zxcvbn' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"

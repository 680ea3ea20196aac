import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.confidentiality import Mask, masked, names_in

MASK = Mask("KK-2026-014", ("Anisa Rahmawati",))
WORDS = st.lists(
    st.sampled_from(["Anisa", "anisa", "RAHMAWATI", "rahmawati", "sering", "terlambat", "Bu", "."])
)
NAMES = st.lists(
    st.text("abcdefghiklmnoprstuwyz", min_size=2, max_size=9).map(str.title), min_size=1, max_size=4
).map(" ".join)


def test_the_whole_name_is_hidden_in_any_case_and_spacing():
    for typed in (
        "Anisa Rahmawati",
        "ANISA RAHMAWATI",
        "anisa  rahmawati",
        "Anisa\nRahmawati",
        "Anisa-Rahmawati",
        "An\u00adisa\u200b Rahmawati",
        "Anisa Rahmawatinya",
    ):
        assert MASK(f"Hari ini {typed} hadir.") == "Hari ini KK-2026-014 hadir."


def test_a_part_of_the_name_is_hidden_where_it_is_written_as_a_name():
    assert MASK("Anisa terlambat; kata Rahmawati, ANISA lelah.") == (
        "KK-2026-014 terlambat; kata KK-2026-014, KK-2026-014 lelah."
    )
    indah = Mask("KK-2026-001", ("Indah Permata Sari",))
    assert indah("Indah menyukai taman yang indah dan sari buah.") == (
        "KK-2026-001 menyukai taman yang indah dan sari buah."
    )
    assert indah("Indah Permata") == "KK-2026-001"


def test_a_part_inside_another_word_and_the_calendar_stay():
    assert MASK("Anisah dan Rahmawatiningsih") == "Anisah dan Rahmawatiningsih"
    assert Mask("KK", ("Juli Minggus",))("Minggu, 5 Juli 2026") == "Minggu, 5 Juli 2026"


def test_an_adult_with_the_same_name_keeps_it():
    mask = replace(MASK, adults=("Budi Rahmawati", "Drs. Anisa Rahmawati, M.Pd.", "Siti, S.Pd."))
    assert mask("Budi Rahmawati") == "Budi Rahmawati"
    assert mask("Menurut Bu Rahmawati, Anisa lelah.") == "Menurut Bu Rahmawati, KK-2026-014 lelah."
    namesake = Mask("KK-2026-014", ("Ahmad Fauzi",), ("Drs. H. Ahmad Fauzi, M.Pd.",))
    assert namesake("Drs. H. Ahmad Fauzi, M.Pd.") == "Drs. H. Ahmad Fauzi, M.Pd."


def test_an_adult_described_by_the_child_is_no_adults_name():
    mask = replace(MASK, adults=("Ibu dari Anisa Rahmawati", "Anisa Rahmawati"))
    assert mask("Ibu dari Anisa Rahmawati") == "Ibu dari KK-2026-014"
    assert mask("Anisa Rahmawati") == "KK-2026-014"


def test_a_name_of_one_word_and_a_number_are_hidden_whole():
    mask = Mask("KK-2026-014", ("Suharti", "0099990081", "", "-"))
    assert mask("suharti (NISN 0099990081)") == "KK-2026-014 (NISN KK-2026-014)"


def test_without_a_name_nothing_is_hidden():
    assert Mask("KK-2026-014", ("",))("Semua tetap.") == "Semua tetap."


@given(NAMES, st.lists(NAMES, max_size=3), WORDS)
def test_no_whole_name_survives(name, others, words):
    mask = Mask("KK-2026-014", (name,), tuple(others))
    for typed in (name, name.upper(), f"Ibu {name}", " ".join([*words, name, *words])):
        assert names_in(mask(typed), (name,)) == ()


@given(WORDS)
def test_no_whole_name_survives_among_its_own_parts(words):
    assert names_in(MASK(" ".join(words)), MASK.names) == ()


@given(st.lists(st.from_regex(r"[bcdfghjkl]{1,12}", fullmatch=True)).map(" ".join))
def test_other_words_stay_untouched(text):
    assert MASK(text) == text


def test_every_text_in_a_value_is_masked(complete):
    typed = replace(
        complete,
        contributions=tuple(
            replace(said, text=f"Anisa Rahmawati {said.id}") for said in complete.contributions
        ),
    )
    hidden = masked(typed, MASK)
    assert not re.search("anisa|rahmawati", repr(hidden), re.IGNORECASE)
    assert [said.id for said in hidden.contributions] == [said.id for said in typed.contributions]
    assert masked(complete, MASK) == complete


def test_whole_names_are_counted_and_those_of_adults_are_not():
    mask = Mask("KK-1", ("Budi", "0099999901"), ("Budi Santoso, S.Pd.",))
    assert mask.found("Budi, BUDI dan Budinya; 0099999901") == 4
    assert mask.found("Budi Santoso, S.Pd. mencatat pembudidayaan") == 0
    assert Mask("KK-1", ()).found("Budi") == 0
    assert Mask("KK-1", ("Anisa Rahmawati",)).found("Anisa dan Rahmawati") == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ayu Lestari", "Ayu sering terlambat."),
        ("Nur'aini Safitri", "Kata Nur'aini begitu."),
        ("I Made Adi Putra", "Adi juga hadir."),
    ],
)
def test_short_and_joined_first_names_are_hidden(name, text):
    assert "KK-2026-001" in Mask("KK-2026-001", (name,))(text)


def test_small_words_at_the_start_of_a_sentence_stay():
    mask = Mask("KK-2026-001", ("Dan Ini Ada",))
    text = "Ini baik. Ada yang hadir. Dan selesai."
    assert mask(text) == text

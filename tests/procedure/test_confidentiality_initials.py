from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.confidentiality import initials


def test_each_word_gives_a_letter_and_degrees_give_none():
    assert initials("Anisa Rahmawati") == "A. R."
    assert initials("  siti  aminah, S.Pd., M.Pd.") == "S. A."
    assert initials("") == ""
    assert initials("-- 12") == ""


@given(st.text(max_size=60))
def test_initials_hold_no_more_than_one_letter_of_each_word(name):
    shown = initials(name)
    assert len(shown.split()) <= len(name.split())
    assert all(part.endswith(".") for part in shown.split())

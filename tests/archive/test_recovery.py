import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive.errors import RecoveryKeyMistyped, WrongRecoveryKey
from konfkasus_gui.archive.recovery import CONSONANTS, VOWELS, RecoveryKey

secrets = st.binary(min_size=16, max_size=16)
keys = secrets.map(RecoveryKey)


@given(keys)
def test_a_key_is_eight_groups_of_three_syllables(key):
    assert len(key.groups) == 8
    for group in key.groups:
        assert len(group) == 6
        assert set(group[::2]) <= set(CONSONANTS)
        assert set(group[1::2]) <= set(VOWELS)


@given(keys, st.sampled_from([" ", "", "-", "\n", " - ", "  ", "\t", " – ", ", "]), st.booleans())
def test_a_key_is_read_back_whatever_stands_between_its_groups(key, separator, shouted):
    typed = separator.join(key.groups)
    assert RecoveryKey.parse(typed.upper() if shouted else typed) == key


@given(keys, st.lists(st.integers(1, 47), max_size=12))
def test_spaces_in_the_wrong_places_do_not_matter(key, places):
    typed = "".join(key.groups)
    for place in sorted(places, reverse=True):
        typed = typed[:place] + " " + typed[place:]
    assert RecoveryKey.parse(typed) == key


@given(keys, st.integers(1, 8), st.sampled_from(["", "bako", "bakomitu"]))
def test_a_group_of_the_wrong_length_is_named(key, place, group):
    groups = list(key.groups)
    groups[place - 1] = group or groups[place - 1][:-1]
    with pytest.raises(RecoveryKeyMistyped) as caught:
        RecoveryKey.parse(" ".join(groups))
    assert caught.value.group == place


def test_full_width_letters_are_letters():
    key = RecoveryKey(bytes(range(16)))
    wide = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in string.ascii_lowercase})
    assert RecoveryKey.parse(" ".join(key.groups).translate(wide)) == key


@given(keys, st.integers(0, 47), st.sampled_from(string.ascii_lowercase + string.digits))
def test_one_wrong_letter_is_noticed(key, place, letter):
    letters = "".join(key.groups)
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed == letters:
        assert RecoveryKey.parse(typed) == key
        return
    try:
        slipped = RecoveryKey.parse(typed)
    except RecoveryKeyMistyped:
        return
    # one in 65,536: the checksum fits by accident, but it is not the same key and opens nothing
    assert slipped != key


@given(keys, st.integers(0, 6))
def test_two_groups_in_the_wrong_order_are_noticed(key, place):
    groups = list(key.groups)
    groups[place : place + 2] = groups[place + 1], groups[place]
    if tuple(groups) != key.groups:
        with pytest.raises(RecoveryKeyMistyped):
            RecoveryKey.parse(" ".join(groups))


@given(st.text())
def test_anything_else_is_refused_in_words(text):
    with pytest.raises(RecoveryKeyMistyped, match=r"lembar"):
        RecoveryKey.parse(text)


@given(keys, st.integers(1, 8))
def test_the_unreadable_group_is_named(key, place):
    groups = list(key.groups)
    groups[place - 1] = "sepeda"
    with pytest.raises(RecoveryKeyMistyped, match=f"ke-{place} ") as caught:
        RecoveryKey.parse(" ".join(groups))
    assert caught.value.group == place


@given(keys)
def test_a_missing_group_is_noticed(key):
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.parse(" ".join(key.groups[:-1]))


@given(keys, st.integers(1, 8))
def test_a_group_typed_back_proves_the_copy(key, place):
    group = key.groups[place - 1]
    assert key.has_group(place, f" {group.upper()} ")
    assert not key.has_group(place, group[:-1])
    assert not key.has_group(place, "")


def test_two_new_keys_differ():
    assert RecoveryKey.create() != RecoveryKey.create()


def test_a_key_does_not_show_itself_in_a_log():
    key = RecoveryKey(b"0123456789abcdef")
    assert "0123" not in repr(key)


def test_a_mistyped_key_is_a_wrong_key():
    assert issubclass(RecoveryKeyMistyped, WrongRecoveryKey)

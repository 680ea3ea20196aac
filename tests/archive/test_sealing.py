import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as some

from konfkasus_gui.archive.sealing import sealed, unsealed

KEY, OTHER = bytes(range(32)), bytes(32)


@given(some.binary())
def test_a_box_opens_with_its_key(content):
    assert unsealed(KEY, sealed(KEY, content)) == content


def test_no_other_key_opens_a_box():
    with pytest.raises(InvalidTag):
        unsealed(OTHER, sealed(KEY, b"rahasia"))


def test_a_changed_box_does_not_open():
    box = bytearray(sealed(KEY, b"rahasia"))
    box[-1] ^= 1
    with pytest.raises(InvalidTag):
        unsealed(KEY, bytes(box))


def test_two_boxes_of_one_text_differ():
    assert sealed(KEY, b"rahasia") != sealed(KEY, b"rahasia")

import unicodedata
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from konfkasus_gui.archive.errors import WrongPassphrase, WrongRecoveryKey
from konfkasus_gui.archive.keys import (
    MEMORY_CAP_KIB,
    MINIMUM,
    PASSES_CAP,
    Parameters,
    PassphraseWrap,
    RecoveryWrap,
    new_data_key,
    tune,
)
from konfkasus_gui.archive.recovery import RecoveryKey

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
KEY = bytes(range(32))

anything_typed = st.text(st.characters())  # half surrogate pairs, too
data_keys = st.binary(min_size=32, max_size=32)
recovery_keys = st.binary(min_size=16, max_size=16).map(RecoveryKey)


@given(data_keys, anything_typed, st.integers(1, 99))
def test_a_passphrase_opens_what_it_closed(key, passphrase, account):
    assert PassphraseWrap.seal(key, passphrase, account, CHEAP).open(passphrase) == key


@given(anything_typed, anything_typed)
def test_another_passphrase_opens_nothing(passphrase, other):
    normal = [unicodedata.normalize("NFKC", each) for each in (passphrase, other)]
    assume(normal[0] != normal[1])
    with pytest.raises(WrongPassphrase, match="tidak cocok"):
        PassphraseWrap.seal(KEY, passphrase, 1, CHEAP).open(other)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_letter_typed_in_another_way_is_the_same_letter(form):
    wrap = PassphraseWrap.seal(KEY, "café ｋａｔａ ﬁlm", 1, CHEAP)  # noqa: RUF001
    assert wrap.open(unicodedata.normalize(form, "café ｋａｔａ ﬁlm")) == KEY  # noqa: RUF001


@pytest.mark.parametrize(
    "change",
    [
        {"account": 2},
        {"parameters": Parameters(65, 1, 1)},
        {"parameters": Parameters(64, 2, 1)},
        {"parameters": Parameters(64, 1, 2)},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"box": bytes(48)},
    ],
    ids=str,
)
def test_nothing_beside_the_box_can_be_exchanged(change):
    wrap = PassphraseWrap.seal(KEY, "jeruk meja awan", 1, CHEAP)
    with pytest.raises(WrongPassphrase):
        replace(wrap, **change).open("jeruk meja awan")


def test_the_account_is_bound_even_where_the_work_is_the_same():
    mine = PassphraseWrap.seal(KEY, "sama", 1, CHEAP)
    yours = replace(mine, account=2)
    assert (mine.salt, mine.parameters) == (yours.salt, yours.parameters)
    with pytest.raises(WrongPassphrase):
        yours.open("sama")


@given(data_keys, recovery_keys)
def test_a_recovery_key_opens_what_it_closed(key, recovery):
    assert RecoveryWrap.seal(key, recovery).open(recovery) == key


@given(recovery_keys, recovery_keys)
def test_another_recovery_key_opens_nothing(recovery, other):
    assume(recovery != other)
    with pytest.raises(WrongRecoveryKey, match="bukan milik arsip ini"):
        RecoveryWrap.seal(KEY, recovery).open(other)


def test_the_same_passphrase_never_gives_the_same_box():
    first, second = (PassphraseWrap.seal(KEY, "sama", 1, CHEAP) for _ in range(2))
    assert {first.salt, first.nonce, first.box}.isdisjoint({second.salt, second.nonce, second.box})


def test_only_a_whole_data_key_is_wrapped():
    with pytest.raises(ValueError, match="32 bytes"):
        PassphraseWrap.seal(KEY[:31], "x", 1, CHEAP)
    with pytest.raises(ValueError, match="32 bytes"):
        RecoveryWrap.seal(KEY + b"x", RecoveryKey.create())


def test_data_keys_are_32_bytes_and_never_the_same():
    assert {len(new_data_key()) for _ in range(10)} == {32}
    assert len({new_data_key() for _ in range(10)}) == 10


def ticking(seconds):
    """A clock on which one try takes ``seconds``."""
    return map(seconds.__mul__, count()).__next__


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (5.0, MINIMUM),
        (0.5, MINIMUM),
        (0.25, Parameters(128 * 1024, 3)),
        (0.125, Parameters(256 * 1024, 3)),
        (0.0625, Parameters(256 * 1024, 6)),
        (0.0, Parameters(MEMORY_CAP_KIB, PASSES_CAP)),
    ],
)
def test_work_grows_with_the_speed_of_the_pc_within_bounds(seconds, expected):
    assert tune(ticking(seconds)) == expected


def test_the_minimum_is_what_the_archive_promises():
    assert (MINIMUM.memory_kib, MINIMUM.passes) == (64 * 1024, 3)


def test_a_wrap_does_not_show_its_box_in_a_log():
    assert "box" not in repr(PassphraseWrap.seal(KEY, "x", 1, CHEAP))
    assert "box" not in repr(RecoveryWrap.seal(KEY, RecoveryKey.create()))

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive.errors import ArchiveTooNew, KeyFileDamaged
from konfkasus_gui.archive.key_file import KeyFile
from konfkasus_gui.archive.keys import MAXIMUM, Parameters, PassphraseWrap, RecoveryWrap
from konfkasus_gui.archive.recovery import RecoveryKey

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
KEY = bytes(range(32))
RECOVERY = RecoveryKey(bytes(range(16)))
PASSPHRASE = "jeruk meja awan"
KEYS = KeyFile(
    (
        PassphraseWrap.seal(KEY, PASSPHRASE, 1, CHEAP),
        PassphraseWrap.seal(KEY, "yang kedua", 2, CHEAP),
    ),
    RecoveryWrap.seal(KEY, RECOVERY),
)
WRITTEN = KEYS.written()

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def resealed(**changes):
    """The key file after a forger changed its first wrap and made the checksum fit again."""
    content = json.loads(WRITTEN)
    del content["checksum"]
    for name, value in changes.items():
        (content if name in content else content["wraps"][0])[name] = value
    return with_checksum(content)


def with_checksum(content):
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return json.dumps({**content, "checksum": hashlib.sha256(plain.encode()).hexdigest()}).encode()


def test_what_was_written_is_read_back():
    assert KeyFile.parse(WRITTEN, CHEAP) == KEYS


@given(st.integers(0, len(WRITTEN) * 8 - 1))
def test_a_flipped_bit_is_noticed_before_a_key_is_tried(place):
    damaged = bytearray(WRITTEN)
    damaged[place // 8] ^= 1 << place % 8
    with pytest.raises(KeyFileDamaged, match="rusak"):
        KeyFile.parse(bytes(damaged), CHEAP)


@given(st.integers(0, len(WRITTEN) - 2))
def test_a_file_cut_short_is_noticed(length):
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(WRITTEN[:length], CHEAP)


@given(st.binary())
def test_any_other_file_is_refused(content):
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(content, CHEAP)


@pytest.mark.parametrize("content", [b"[" * 50_000, b"{" + b" " * 100_000 + b"}", b"1" * 6000])
def test_a_file_made_to_choke_a_reader_is_refused(content):
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(content, CHEAP)


@given(json_values)
def test_wraps_of_any_other_shape_are_refused(value):
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(resealed(wraps=value), CHEAP)


@given(
    st.sampled_from(["kind", "account", "memory_kib", "passes", "lanes", "salt", "nonce", "box"]),
    json_values,
)
def test_a_forged_field_is_refused_or_opens_nothing_else(name, value):
    try:
        forged = KeyFile.parse(resealed(**{name: value}), CHEAP)
    except KeyFileDamaged:
        return
    assert forged.recovery == KEYS.recovery
    assert KEYS.passphrases[1] in forged.passphrases


@pytest.mark.parametrize(
    "work",
    [
        {"memory_kib": CHEAP.memory_kib - 1},
        {"passes": 0},
        {"memory_kib": MAXIMUM.memory_kib + 1},
        {"memory_kib": 1 << 40},
        {"passes": MAXIMUM.passes + 1},
        {"lanes": 0},
        {"lanes": MAXIMUM.lanes + 1},
        {"lanes": 9},
        {"passes": True},
        {"passes": 1.0},
    ],
    ids=str,
)
def test_absurd_work_is_refused_before_it_begins(work):
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(resealed(**work), CHEAP)


def test_work_below_what_the_program_promises_is_refused():
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(WRITTEN)


def test_a_newer_key_file_is_not_called_damaged():
    with pytest.raises(ArchiveTooNew, match="lebih baru"):
        KeyFile.parse(resealed(format=2), CHEAP)


def test_a_file_without_its_recovery_key_is_refused():
    content = json.loads(WRITTEN)
    del content["checksum"]
    content["wraps"] = content["wraps"][:2]
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(with_checksum(content), CHEAP)


def test_a_new_passphrase_replaces_that_of_its_account_only():
    new = PassphraseWrap.seal(KEY, "baru", 1, CHEAP)
    assert set(KEYS.with_passphrase(new).passphrases) == {new, KEYS.passphrases[1]}
    third = PassphraseWrap.seal(KEY, "baru", 3, CHEAP)
    assert KEYS.with_passphrase(third).passphrases == (*KEYS.passphrases, third)


def test_the_file_tells_nothing_but_boxes_and_their_work():
    for secret in (KEY, RECOVERY.secret):
        assert secret not in WRITTEN
        assert secret.hex().encode() not in WRITTEN
    assert PASSPHRASE.encode() not in WRITTEN
    assert not any(group.encode() in WRITTEN for group in RECOVERY.groups)
    assert {name for wrap in json.loads(WRITTEN)["wraps"] for name in wrap} == {
        *("kind", "account", "memory_kib", "passes", "lanes", "salt", "nonce", "box")
    }

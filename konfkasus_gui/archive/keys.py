"""The data key and what wraps it: a passphrase through Argon2id, or the printed recovery key."""

import hashlib
import json
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from konfkasus_gui.archive.errors import WrongPassphrase, WrongRecoveryKey
from konfkasus_gui.archive.recovery import RecoveryKey

KEY_SIZE = 32
NAME_SIZE = 16  # hexadecimal digits
SALT_SIZE = 16
NONCE_SIZE = 12
BOX_SIZE = KEY_SIZE + 16  # AES-GCM adds 16 bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """How much work Argon2id does for one try of a passphrase."""

    memory_kib: int
    passes: int
    lanes: int = 4

    def reaches(self, other: "Parameters") -> bool:
        """Whether a try costs at least as much as with ``other``, in memory and in passes."""
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes

    def sensible(self, weakest: "Parameters") -> bool:
        """Whether a file may ask for this: no less than ``weakest``, no more than any PC can."""
        lanes = 1 <= self.lanes <= min(MAXIMUM.lanes, self.memory_kib // 8)
        return self.reaches(weakest) and MAXIMUM.reaches(self) and lanes


MINIMUM = Parameters(memory_kib=64 * 1024, passes=3)  # (RFC 9106, section 4, second choice)
MAXIMUM = Parameters(memory_kib=1024 * 1024, passes=50, lanes=16)  # a file asking for more lies
MEMORY_CAP_KIB = 256 * 1024  # school PCs have 4 GB for everything
PASSES_CAP = 20
WANTED_SECONDS = 0.5


def tune(clock: Callable[[], float] = time.perf_counter) -> Parameters:
    """Parameters that take about half a second on this PC, never less than ``MINIMUM``.

    Memory grows first, up to 256 MiB, because it is what slows down a guesser's hardware most.
    Measures one try with ``MINIMUM``, by ``clock`` in seconds.
    """
    start = clock()
    stretched("", bytes(SALT_SIZE), MINIMUM)
    spare = WANTED_SECONDS / max(clock() - start, 1e-3)
    memory_kib = MINIMUM.memory_kib
    while spare >= 2 and memory_kib < MEMORY_CAP_KIB:
        memory_kib, spare = memory_kib * 2, spare / 2
    passes = int(MINIMUM.passes * spare)
    return Parameters(memory_kib, min(max(passes, MINIMUM.passes), PASSES_CAP))


def new_data_key() -> bytes:
    """32 random bytes: what really opens an archive. It never changes as long as that lives."""
    return secrets.token_bytes(KEY_SIZE)


def archive_name(key: bytes) -> str:
    """16 hexadecimal digits that tell the archive of ``key`` from others, and nothing about it."""
    return hashlib.sha256(b"KonfKasus arsip" + key).hexdigest()[:NAME_SIZE]


@dataclass(frozen=True, slots=True)
class PassphraseWrap:
    """The data key of one account, in a box that its passphrase opens.

    The box also vouches for the account and the parameters beside it: neither can be exchanged
    or weakened in the file.
    """

    account: int
    parameters: Parameters
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    box: bytes = field(repr=False)

    @classmethod
    def seal(cls, key: bytes, passphrase: str, account: int, parameters: Parameters) -> Self:
        """``key`` (32 bytes) wrapped for ``account``, with a fresh salt. Takes about 0.5 s."""
        salt, nonce = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
        wrapping = AESGCM(stretched(passphrase, salt, parameters))
        box = wrapping.encrypt(nonce, _whole(key), _label(account, parameters))
        return cls(account, parameters, salt, nonce, box)

    def open(self, passphrase: str) -> bytes:
        """The data key.

        Raises:
            WrongPassphrase: the box was closed with another one.
        """
        wrapping = AESGCM(stretched(passphrase, self.salt, self.parameters))
        try:
            return wrapping.decrypt(self.nonce, self.box, _label(self.account, self.parameters))
        except InvalidTag as error:
            raise WrongPassphrase from error


@dataclass(frozen=True, slots=True)
class RecoveryWrap:
    """The data key in a box that the printed recovery key opens.

    HKDF is enough here: nobody tries 2 to the power of 128 keys, however cheap each try is.
    """

    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    box: bytes = field(repr=False)

    @classmethod
    def seal(cls, key: bytes, recovery: RecoveryKey) -> Self:
        """``key`` (32 bytes) wrapped with ``recovery``."""
        salt, nonce = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
        box = AESGCM(_expanded(recovery, salt)).encrypt(nonce, _whole(key), _RECOVERY)
        return cls(salt, nonce, box)

    def open(self, recovery: RecoveryKey) -> bytes:
        """The data key.

        Raises:
            WrongRecoveryKey: the box was closed with another one.
        """
        try:
            wrapping = AESGCM(_expanded(recovery, self.salt))
            return wrapping.decrypt(self.nonce, self.box, _RECOVERY)
        except InvalidTag as error:
            raise WrongRecoveryKey from error


_RECOVERY = b"KonfKasus recovery 1"


def _label(account: int, parameters: Parameters) -> bytes:
    """What a passphrase's box vouches for besides the key."""
    bound = [account, parameters.memory_kib, parameters.passes, parameters.lanes]
    return b"KonfKasus passphrase 1 " + json.dumps(bound).encode()


def stretched(passphrase: str, salt: bytes, parameters: Parameters) -> bytes:
    """32 bytes from ``passphrase``, the same on every keyboard.

    NFKC makes one spelling of letters that can be typed in several ways (é; full-width letters).
    Half a surrogate pair, which a keyboard may send, is taken as it is.
    """
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    work = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    return work.derive(typed)


def _expanded(recovery: RecoveryKey, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_SIZE, salt, _RECOVERY).derive(recovery.secret)


def _whole(key: bytes) -> bytes:
    if len(key) != KEY_SIZE:
        raise ValueError("a data key has 32 bytes")
    return key

"""The printed recovery key: 128 random bits, written as eight words that anyone can read aloud."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from konfkasus_gui.archive.errors import RecoveryKeyMistyped

# Indonesian spells as it sounds: each syllable of these has one reading and one spelling. The
# letters that people mix up by ear (e; f and v for p; q and x for k; z for s) are left out.
CONSONANTS = "bcdghjklmnprstwy"
VOWELS = "aiou"
SYLLABLES = tuple(consonant + vowel for consonant in CONSONANTS for vowel in VOWELS)  # 6 bits each

SECRET_SIZE = 16
CHECKSUM_SIZE = 2
GROUPS = 8
GROUP_LETTERS = 6  # three syllables, 18 bits; eight groups hold the secret and its checksum
GROUP_BITS = 18

_SEPARATORS = re.compile(r"[\s\-–—.,;:]+")
_GROUP = re.compile(f"(?:[{CONSONANTS}][{VOWELS}]){{{GROUP_LETTERS // 2}}}")


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A secret of 16 random bytes that opens the archive when every passphrase is forgotten."""

    secret: bytes = field(repr=False)

    @classmethod
    def create(cls) -> Self:
        """A new key that nobody has seen."""
        return cls(secrets.token_bytes(SECRET_SIZE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key that was typed; capitals, spaces, lines and hyphens make no difference.

        Raises:
            RecoveryKeyMistyped: a group cannot be read, or the checksum does not fit the groups
                (1 of 65,536 wrong keys slips through here, and opens nothing all the same).
        """
        number = 0
        for place, group in enumerate(_groups_of(text), start=1):
            if not _GROUP.fullmatch(group):
                raise RecoveryKeyMistyped(place)
            number = number << GROUP_BITS | _bits(group)
        content = number.to_bytes(SECRET_SIZE + CHECKSUM_SIZE, "big")
        secret, checksum = content[:SECRET_SIZE], content[SECRET_SIZE:]
        if checksum != _checksum(secret):
            raise RecoveryKeyMistyped
        return cls(secret)

    @property
    def groups(self) -> tuple[str, ...]:
        """The key as it is printed: eight groups of six small letters."""
        number = int.from_bytes(self.secret + _checksum(self.secret), "big")
        shifts = range(GROUP_BITS * (GROUPS - 1), -1, -GROUP_BITS)
        return tuple(_word(number >> shift & (1 << GROUP_BITS) - 1) for shift in shifts)

    def has_group(self, place: int, typed: str) -> bool:
        """Whether ``typed`` is the group at ``place``, counted from 1: the proof of a copy."""
        return "".join(_tokens(typed)) == self.groups[place - 1]


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return [token for token in _SEPARATORS.split(plain) if token]


def _groups_of(text: str) -> list[str]:
    """Eight groups, counted off by letters; by spaces where a letter is missing or too many."""
    tokens = _tokens(text)
    letters = "".join(tokens)
    if len(letters) == GROUPS * GROUP_LETTERS:
        starts = range(0, len(letters), GROUP_LETTERS)
        return [letters[start : start + GROUP_LETTERS] for start in starts]
    if len(tokens) != GROUPS:
        raise RecoveryKeyMistyped
    return tokens


def syllables_of(bits: int, count: int) -> str:
    """``count`` syllables that spell the last 6 × ``count`` bits of ``bits``."""
    return "".join(SYLLABLES[bits >> 6 * place & 63] for place in reversed(range(count)))


def _word(bits: int) -> str:
    return syllables_of(bits, GROUP_LETTERS // 2)


def _bits(group: str) -> int:
    number = 0
    for syllable in _syllables(group):
        number = number << 6 | SYLLABLES.index(syllable)
    return number


def _syllables(group: str) -> Iterator[str]:
    return (group[start : start + 2] for start in range(0, GROUP_LETTERS, 2))


def _checksum(secret: bytes) -> bytes:
    return hashlib.sha256(b"KonfKasus kunci pemulihan" + secret).digest()[:CHECKSUM_SIZE]

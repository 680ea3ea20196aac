"""A ``.kktransfer`` file: one line of facts, then an encrypted archive of its own, and no more.

Promised: nothing personal can be read outside the encrypted part; the passphrase opens a box that
vouches for every other word of the line, among them the length and the SHA-256 of all that
follows, so that each changed, missing or added byte is told before anything of it is used.
"""

import hashlib
import json
import os
import re
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from konfkasus_gui.archive.container import CHUNK, Member
from konfkasus_gui.archive.database import PAGE
from konfkasus_gui.archive.files import disk_faults_told, new_file
from konfkasus_gui.archive.keys import (
    BOX_SIZE,
    KEY_SIZE,
    MINIMUM,
    NONCE_SIZE,
    SALT_SIZE,
    Parameters,
    stretched,
)
from konfkasus_gui.archive.progress import Report
from konfkasus_gui.archive.recovery import CONSONANTS, VOWELS, syllables_of
from konfkasus_gui.archive.transfer_errors import (
    TransferDamaged,
    TransferMissing,
    TransferPassphraseWrong,
    TransferTooLarge,
    TransferTooNew,
)

SUFFIX = ".kktransfer"
FORMAT = 1
MAGIC = b"KonfKasus pindahan\n"
LINE_LIMIT = 4096  # bytes; the line has about 600
START_LIMIT = len(MAGIC) + LINE_LIMIT
SIZE_LIMIT = 2 << 30  # bytes of the encrypted part: thousands of scans
GROUPS = 4  # of three syllables, 18 bits each: 72 bits, each try half a second
_GROUP = re.compile(f"(?:[{CONSONANTS}][{VOWELS}]){{3}}")


@dataclass(frozen=True, slots=True)
class Header:
    """The line. ``archive`` tells archives apart and says nothing about them."""

    made_at: datetime
    archive: str
    schema: str
    database: Member
    parameters: Parameters
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    box: bytes = field(repr=False)

    @classmethod
    def seal(
        cls,
        key: bytes,
        passphrase: str,
        *,
        made_at: datetime,
        archive: str,
        schema: str,
        database: Member,
        parameters: Parameters,
    ) -> "Header":
        """The line of a file whose encrypted part opens with ``key``. Takes about 0.5 s."""
        salt, nonce = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
        bare = cls(made_at, archive, schema, database, parameters, salt, nonce, b"")
        wrapping = AESGCM(stretched(canonical(passphrase), salt, parameters))
        return replace(bare, box=wrapping.encrypt(nonce, key, bare.vouched()))

    def open(self, passphrase: str) -> bytes:
        """The key of the encrypted part (32 bytes). Takes about 0.5 s.

        Raises:
            TransferPassphraseWrong: the passphrase, or a word of the line, is another one.
        """
        wrapping = AESGCM(stretched(canonical(passphrase), self.salt, self.parameters))
        try:
            return wrapping.decrypt(self.nonce, self.box, self.vouched())
        except InvalidTag as error:
            raise TransferPassphraseWrong from error

    def vouched(self) -> bytes:
        """What the box vouches for besides the key: all other words."""
        return MAGIC + json.dumps(self._words(), separators=(",", ":")).encode()

    def written(self) -> bytes:
        """The line."""
        words = {**self._words(), "box": self.box.hex()}
        return json.dumps(words, separators=(",", ":")).encode() + b"\n"

    def _words(self) -> dict[str, Any]:
        work = self.parameters
        return {
            "format": FORMAT,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "archive": self.archive,
            "schema": self.schema,
            "database": [self.database.size, self.database.sha256],
            "work": [work.memory_kib, work.passes, work.lanes],
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
        }


def parse(start: bytes, size: int, weakest: Parameters = MINIMUM) -> Header:
    """The line of a file that begins with ``start`` and is ``size`` bytes long; opens nothing.

    Args:
        start: the first ``START_LIMIT`` bytes, or all of a smaller file.
        size: the length of the whole file in bytes.
        weakest: the least work that a passphrase may ask of Argon2id.

    Raises:
        TransferDamaged: it is no such file, or not as long as it says.
        TransferTooNew: a newer program made it.
        TransferTooLarge: it says that it holds more than any file may.
    """
    line, found, _rest = start[len(MAGIC) : START_LIMIT].partition(b"\n")
    if not start.startswith(MAGIC) or not found:
        raise TransferDamaged
    try:
        words = json.loads(line)
        if type(words["format"]) is int and words["format"] > FORMAT:
            raise TransferTooNew
        length, sha256 = words["database"]
        header = Header(
            datetime.fromisoformat(words["made_at"]),
            _matching("[0-9a-f]{16}", words["archive"]),
            _matching("[0-9A-Za-z_]{1,100}", words["schema"]),
            Member(_count(length), _matching("[0-9a-f]{64}", sha256)),
            Parameters(*(_count(number) for number in words["work"])),
            _bytes(words["salt"], SALT_SIZE),
            _bytes(words["nonce"], NONCE_SIZE),
            _bytes(words["box"], BOX_SIZE),
        )
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError) as error:
        raise TransferDamaged from error
    if header.database.size > SIZE_LIMIT:
        raise TransferTooLarge
    if (
        header.written() != line + b"\n"
        or not header.parameters.sensible(weakest)
        or header.made_at.tzinfo is not None
        or header.database.size < PAGE
        or header.database.size % PAGE
        or size != len(MAGIC) + len(line) + 1 + header.database.size
    ):
        raise TransferDamaged
    return header


def read_header(path: Path, weakest: Parameters = MINIMUM) -> Header:
    """The line of the file at ``path``; cheap, whatever its size.

    Raises:
        TransferMissing: there is no such file.
        TransferDamaged, TransferTooNew, TransferTooLarge: see ``parse``.
        FolderReadOnly, DiskFailing: it cannot be read.
    """
    with disk_faults_told():
        if not path.is_file():
            raise TransferMissing
        with path.open("rb") as file:
            return _start(file, weakest)


def write(path: Path, header: Header, database: Path, report: Report) -> None:
    """Put a file together at ``path``, where nothing is yet, and see that it is on the disk.

    Raises:
        OSError: the disk refused; what is at ``path`` is no transfer file.
    """
    with new_file(path) as file, database.open("rb") as source:
        file.write(MAGIC + header.written())
        done = 0
        while chunk := source.read(CHUNK):
            file.write(chunk)
            done += len(chunk)
            report(done, header.database.size)


def extract(path: Path, header: Header, target: Path, report: Report) -> None:
    """Write the encrypted part of the file at ``path`` to ``target``, where nothing is yet.

    Raises:
        TransferMissing: there is no such file any more.
        TransferDamaged: its line is not ``header`` any more, or a byte of the rest is another one;
            what was written does not count.
        OSError: the disk refused.
    """
    if not path.is_file():
        raise TransferMissing
    with path.open("rb") as file, new_file(target) as database:
        start = MAGIC + header.written()
        if file.read(len(start)) != start:
            raise TransferDamaged
        sha256, left = hashlib.sha256(), header.database.size
        while left and (chunk := file.read(min(CHUNK, left))):
            database.write(chunk)
            sha256.update(chunk)
            left -= len(chunk)
            report(header.database.size - left, header.database.size)
        if left or file.read(1) or sha256.hexdigest() != header.database.sha256:
            raise TransferDamaged


def new_passphrase() -> str:
    """A passphrase to print or to dictate: four groups of six letters, 72 random bits."""
    return " ".join(syllables_of(secrets.randbits(18), 3) for _group in range(GROUPS))


def canonical(passphrase: str) -> str:
    """``passphrase``, and a dictated one as it was given out, however it was typed."""
    groups = re.split(r"[\s\-–.,]+", passphrase.strip().casefold())
    dictated = len(groups) == GROUPS and all(_GROUP.fullmatch(group) for group in groups)
    return " ".join(groups) if dictated else passphrase


def new_key() -> bytes:
    """32 random bytes for the encrypted part of one file."""
    return secrets.token_bytes(KEY_SIZE)


def _start(file: BinaryIO, weakest: Parameters) -> Header:
    return parse(file.read(START_LIMIT), os.fstat(file.fileno()).st_size, weakest)


def _matching(pattern: str, written: object) -> str:
    if not isinstance(written, str) or not re.fullmatch(pattern, written):
        raise TypeError("not the text that belongs here")
    return written


def _count(written: object) -> int:
    if type(written) is not int or written < 0:  # True is an int, too
        raise TypeError("not a count")
    return written


def _bytes(written: object, size: int) -> bytes:
    return bytes.fromhex(_matching(f"[0-9a-f]{{{2 * size}}}", written))

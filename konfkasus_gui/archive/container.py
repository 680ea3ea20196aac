"""A ``.kkbackup`` file: one line of facts, the key file, the encrypted archive, and no byte more.

Promised: the file holds no name and nothing personal outside the encrypted archive; the line says
how long the two members are and their SHA-256, and has a checksum itself, so that each changed,
missing or added byte is told; nothing in the file says where to write, and nothing in it grows
when it is read.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from konfkasus_gui.archive import key_file
from konfkasus_gui.archive.backup_errors import BackupDamaged, BackupTooNew
from konfkasus_gui.archive.database import PAGE
from konfkasus_gui.archive.files import new_file
from konfkasus_gui.archive.key_file import KeyFile
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.progress import Report
from konfkasus_gui.procedure.chain import End

SUFFIX = ".kkbackup"
FORMAT = 2
UNCHAINED = 1
"""The format of backups that tell nothing of the history."""
MAGIC = b"KonfKasus cadangan\n"
LINE_LIMIT = 64 * 1024  # bytes; a hundred tables need a tenth of it
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One of the two files inside: its length in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts about a backup.

    ``archive`` tells archives apart and says nothing about them; ``schema`` is the name of the
    last migration; ``rows`` counts the rows of each table; ``history`` is the end of the chain of
    the history as it was then, None in backups of old and in what was saved from a damaged archive.
    """

    made_at: datetime
    archive: str
    schema: str
    rows: Mapping[str, int]
    keys: Member
    database: Member
    history: End | None = None

    @property
    def cases(self) -> int:
        """How many cases the archive has."""
        return self.rows.get("case", 0)

    @property
    def documents(self) -> int:
        """How many papers the archive keeps."""
        return self.rows.get("document", 0)

    def written(self) -> bytes:
        """The line, with its checksum."""
        told = self.history and {"history": [self.history.count, self.history.digest]}
        content = {
            "format": FORMAT if told else UNCHAINED,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "archive": self.archive,
            "schema": self.schema,
            "rows": dict(self.rows),
            "keys": [self.keys.size, self.keys.sha256],
            "database": [self.database.size, self.database.sha256],
            **(told or {}),
        }
        sealed = {**content, "checksum": _checksum(content)}
        return json.dumps(sealed, separators=(",", ":")).encode() + b"\n"


def measured(path: Path) -> Member:
    """How long the file at ``path`` is, and its SHA-256."""
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha256.update(chunk)
            size += len(chunk)
    return Member(size, sha256.hexdigest())


def write(path: Path, manifest: Manifest, keys: bytes, database: Path, report: Report) -> None:
    """Put a backup together at ``path``, where nothing is yet, and see that it is on the disk.

    Raises:
        OSError: the disk refused; what is at ``path`` is no backup.
    """
    with new_file(path) as file, database.open("rb") as source:
        file.write(MAGIC + manifest.written() + keys)
        done = 0
        while chunk := source.read(CHUNK):
            file.write(chunk)
            done += len(chunk)
            report(done, manifest.database.size)


def read_manifest(path: Path) -> Manifest:
    """The facts about the backup at ``path``, and its length checked; cheap, whatever its size.

    Raises:
        BackupDamaged: it is no backup, or not as long as it says.
        BackupTooNew: a newer program made it.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return _start(file)


def read_keys(path: Path, weakest: Parameters) -> KeyFile:
    """The wrapped keys inside the backup at ``path``.

    Raises:
        BackupDamaged, BackupTooNew, OSError: see ``read_manifest``.
        KeyFileDamaged, ArchiveTooNew: see ``KeyFile.parse``.
    """
    with path.open("rb") as file:
        return KeyFile.parse(_keys(file, _start(file)), weakest)


def extract(path: Path, folder: Path, report: Report) -> Manifest:
    """Write both members into ``folder``, as ``kunci.json`` and ``arsip.kkdb``, on the disk.

    Raises:
        BackupDamaged: a member is not the one that was put in; what was written does not count.
        BackupTooNew, OSError: see ``read_manifest``.
    """
    with path.open("rb") as file:
        manifest = _start(file)
        with new_file(folder / "kunci.json") as keys:
            keys.write(_keys(file, manifest))
        sha256, left = hashlib.sha256(), manifest.database.size
        with new_file(folder / "arsip.kkdb") as database:
            while left and (chunk := file.read(min(CHUNK, left))):
                database.write(chunk)
                sha256.update(chunk)
                left -= len(chunk)
                report(manifest.database.size - left, manifest.database.size)
        if left or sha256.hexdigest() != manifest.database.sha256:
            raise BackupDamaged
    return manifest


def _start(file: BinaryIO) -> Manifest:
    if file.read(len(MAGIC)) != MAGIC:
        raise BackupDamaged
    line = file.readline(LINE_LIMIT)
    manifest = _parsed(line)
    whole = len(MAGIC) + len(line) + manifest.keys.size + manifest.database.size
    if os.fstat(file.fileno()).st_size != whole:
        raise BackupDamaged
    return manifest


def _keys(file: BinaryIO, manifest: Manifest) -> bytes:
    content = file.read(manifest.keys.size)
    if hashlib.sha256(content).hexdigest() != manifest.keys.sha256:
        raise BackupDamaged
    return content


def _parsed(line: bytes) -> Manifest:
    """What ``line`` says, if it is whole. The checksum is the same in every format to come."""
    try:
        written = json.loads(line)
        checksum = written.pop("checksum")
        if checksum != _checksum(written):
            raise BackupDamaged
        chained = {UNCHAINED: False, FORMAT: True}.get(_count(written["format"]))
        if chained is None:
            raise BackupTooNew
        manifest = Manifest(
            datetime.fromisoformat(written["made_at"]),
            _name(written["archive"]),
            _text(written["schema"]),
            {_text(name): _count(rows) for name, rows in written["rows"].items()},
            _member(written["keys"]),
            _member(written["database"]),
            _end(written["history"]) if chained else None,
        )
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError) as error:
        raise BackupDamaged from error
    if manifest.keys.size > key_file.SIZE_LIMIT or manifest.database.size < PAGE:
        raise BackupDamaged
    if manifest.made_at.tzinfo is not None or manifest.written() != line:
        raise BackupDamaged
    return manifest


def _member(written: Any) -> Member:
    size, sha256 = written
    return Member(_count(size), _text(sha256))


def _end(written: Any) -> End:
    count, digest = written
    return End(_count(count), _text(digest))


def _text(written: object) -> str:
    if not isinstance(written, str):
        raise TypeError("not a text")
    return written


def _name(written: object) -> str:
    """Sixteen hexadecimal digits and nothing else: they become part of a file's name."""
    if not re.fullmatch("[0-9a-f]{16}", _text(written)):
        raise ValueError("no name of an archive")
    return _text(written)


def _count(written: object) -> int:
    if type(written) is not int or written < 0:  # True is an int, too
        raise TypeError("not a count")
    return written


def _checksum(content: dict[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()

"""Whether an archive is whole: looked at before each opening, and in full when it is asked for.

Promised: looking changes no byte; damage is a verdict, never an exception; what is raised is that
the disk does not answer, that a newer program wrote the archive, or that the user stopped it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from konfkasus_gui.archive.database import PAGE, Reader, Rows, reading
from konfkasus_gui.archive.errors import ArchiveReadOnly, NotAnArchive
from konfkasus_gui.archive.files import disk_faults_told
from konfkasus_gui.archive.progress import Report, part, silent
from konfkasus_gui.language import N_
from konfkasus_gui.procedure.letter import fingerprint
from konfkasus_gui.procedure.word import Word

_OK: Rows = [("ok",)]
LOOK_EACH = 1000  # instructions of SQLite between two looks at whether to stop


class Damage(Word):
    """What is damaged, in a sentence."""

    FILE = "file", N_("Berkas arsip terpotong, tertukar, atau bukan arsip KonfKasus.")
    PAGES = "pages", N_("Sebagian isi berkas arsip tidak dapat dibaca lagi.")
    STRUCTURE = "structure", N_("Susunan catatan di dalam arsip rusak.")
    LINKS = "links", N_("Ada catatan yang kehilangan catatan induknya.")
    DOCUMENTS = "documents", N_("Ada dokumen tersimpan yang tidak sama lagi dengan saat disimpan.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; ``documents`` are the ids of kept papers that differ from what was kept."""

    damage: tuple[Damage, ...] = ()
    documents: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damage

    @property
    def writable(self) -> bool:
        """Whether the archive may be opened for changes: a changed paper is no reason against."""
        return all(one is Damage.DOCUMENTS for one in self.damage)


def quick_check(path: Path, key: bytes, report: Report = silent) -> Verdict:
    """Look at the file's length, its key, its schema, and at every row and page.

    100 MB take about a second: nothing is left for later, because an archive that is damaged
    anywhere is not written to. Left to ``full_check`` are the kept papers.

    Args:
        path: the archive file, open elsewhere or not.
        key: the data key that a passphrase gave.
        report: called often, without a measure of how far it is; may raise to stop.

    Raises:
        ArchiveTooNew: a newer program wrote it.
        ArchiveReadOnly, DiskFailing: it cannot be read, or would not take changes.
        whatever ``report`` raises.
    """
    with disk_faults_told():
        if path.is_file() and path.stat().st_size % PAGE:
            return Verdict((Damage.FILE,))
        if path.is_file() and not os.access(path, os.W_OK):  # SQLite would leave a log beside it
            raise ArchiveReadOnly
    try:
        with reading(path, key) as reader:
            reader.schema()
            with watched(reader, report):
                return Verdict(_damage_in_use(reader))
    except NotAnArchive:
        return Verdict((Damage.FILE,))


def full_check(path: Path, key: bytes, report: Report = silent) -> Verdict:
    """Read every byte of the archive and compare every kept paper with its SHA-256.

    Raises:
        ArchiveReadOnly, DiskFailing: it cannot be read.
        whatever ``report`` raises.
    """
    try:
        with reading(path, key) as reader:
            damage = damage_in(reader, part(report, 0, 0.6))
            altered = _altered(reader, part(report, 0.6, 1))
    except NotAnArchive:
        return Verdict((Damage.FILE,))
    if altered is None:
        return Verdict(damage or (Damage.PAGES,))
    return Verdict((*damage, Damage.DOCUMENTS) if altered else damage, altered)


def damage_in(reader: Reader, report: Report = silent) -> tuple[Damage, ...]:
    """What SQLCipher and SQLite themselves find damaged; each page is read.

    Raises:
        whatever ``report`` raises.
    """
    found: list[Damage] = []
    steps: tuple[tuple[Damage, str, Rows], ...] = (
        (Damage.PAGES, "pragma cipher_integrity_check", []),
        (Damage.STRUCTURE, "pragma integrity_check", _OK),
        (Damage.LINKS, "pragma foreign_key_check", []),
    )
    for done, (damage, statement, sound) in enumerate(steps):
        with watched(reader, partial(_again, report, done, len(steps))):
            if _answers(reader, statement) != sound:
                found.append(damage)
            if damage is Damage.PAGES and found:
                break  # what else is wrong follows from it
        report(done + 1, len(steps))
    return tuple(found)


def _damage_in_use(reader: Reader) -> tuple[Damage, ...]:
    unused = _answers(reader, "pragma freelist_count")
    if unused != [(0,)] and _answers(reader, "pragma cipher_integrity_check") != []:
        return (Damage.PAGES,)
    if _answers(reader, "pragma integrity_check(1)") != _OK:
        readable = _answers(reader, "pragma quick_check(1)") == _OK
        return (Damage.STRUCTURE if readable else Damage.PAGES,)
    return () if _answers(reader, "pragma foreign_key_check") == [] else (Damage.LINKS,)


@contextmanager
def watched(reader: Reader, look: Report) -> Iterator[None]:
    """Call ``look`` now and then while statements run inside; what it raises stops them."""
    raised: list[BaseException] = []

    def stops() -> bool:
        try:
            look(0, 1)
        except BaseException as error:  # noqa: BLE001 - raised below, out of SQLite's reach
            raised.append(error)
        return bool(raised)

    reader.connection.set_progress_handler(stops, LOOK_EACH)
    try:
        yield
    except sqlcipher.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        reader.connection.set_progress_handler(None, LOOK_EACH)


def _again(report: Report, done: int, total: int, _done: int, _total: int) -> None:
    report(done, total)


def _answers(reader: Reader, statement: str) -> Rows | None:
    """None where the file is too damaged for an answer."""
    try:
        return reader.rows(statement)
    except NotAnArchive:
        return None


def _altered(reader: Reader, report: Report) -> tuple[int, ...] | None:
    """The papers whose bytes are not those that were kept; None where they cannot be read."""
    try:
        if "document" not in reader.tables():
            return ()
        ids = [number for (number,) in reader.rows("select id from document order by id")]
        altered = []
        for done, number in enumerate(ids):
            report(done, len(ids))
            kept = reader.rows(
                "select cast(content as blob), sha256 from document where id = ?", number
            )
            altered += [number for content, sha256 in kept if fingerprint(content) != sha256]
    except NotAnArchive:
        return None
    report(len(ids), len(ids))
    return tuple(altered)

"""What is kept: encryption, passphrases, searching, migrations, backups."""

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from playhouse.migrations import Runner

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import make, open_archive
from konfkasus_gui.archive.database import (
    MIGRATIONS,
    EncryptedDatabase,
    known_migrations,
    reading,
)
from konfkasus_gui.archive.errors import WrongKey, WrongPassphrase
from konfkasus_gui.archive.health import full_check
from konfkasus_gui.archive.keys import KEY_SIZE, MINIMUM
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.restore import keys_in, rehearse
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School, Student
from konfkasus_gui.self_test.fault import Fault, require

PASSPHRASE = "uji mandiri tanpa rahasia"
NAME = "Siswa Rekaan Uji Mandiri"
NOW = datetime(2026, 11, 2, 8, 15)  # noqa: DTZ001 - made-up, like all that is kept here
KNOWN_TAG = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def stretching(_place: Path) -> str:
    """Argon2id answers what its standard says (RFC 9106, section 5.3)."""
    work = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        secret=b"\x03" * 8,
        ad=b"\x04" * 12,
    )
    require(work.derive(b"\x01" * 32).hex() == KNOWN_TAG, _("hasil Argon2id keliru"))
    return _("sesuai RFC 9106")


def archive(place: Path) -> str:
    """A new archive keeps a value that nobody reads in its file, and only the passphrase opens."""
    vault = Vault(place / "arsip", MINIMUM)
    key = vault.create(PASSPHRASE, RecoveryKey.create())
    with Archive.open(vault.archive_path, key) as opened, opened.together():
        opened.save(School(name="SMP Rekaan"))
        opened.save(Student(name=NAME))
    vault.finish()
    readable = [
        path for path in vault.folder.rglob("*") if path.is_file() and _holds(path, NAME.encode())
    ]
    require(not readable, _("isi arsip terbaca dari luar"))
    try:
        vault.unlock("bukan kata sandinya")
    except WrongPassphrase:
        pass
    else:
        raise Fault(_("kata sandi yang salah diterima"))
    with Archive.open(vault.archive_path, vault.unlock(PASSPHRASE).key) as opened:
        require([one.name for one in opened.lists.students("rekaan")] == [NAME], _("isi berubah"))
    try:
        with reading(vault.archive_path, bytes(KEY_SIZE)):
            raise Fault(_("kunci yang salah diterima"))
    except WrongKey:
        pass
    require(full_check(vault.archive_path, key).sound, _("arsip tidak utuh"))
    with reading(vault.archive_path, key) as reader:
        [[cipher]] = reader.rows("pragma cipher_version")
    return f"SQLCipher {cipher}"


def searching(place: Path) -> str:
    """The full-text index finds a part of a word, and no word that is not there."""
    path, key = place / "cari.kkdb", bytes(KEY_SIZE)
    database = EncryptedDatabase(str(path), passphrase=f"x'{key.hex()}'")
    try:
        database.execute_sql("create virtual table text using fts5(words, tokenize='trigram')")
        database.execute_sql("insert into text values ('keterangan wali kelas')")
    finally:
        database.close()
    ask = "select count(*) from text where text match ?"
    with reading(path, key) as reader:
        for words, count in (('"terang"', 1), ('"sekolah"', 0)):
            require(reader.rows(ask, words) == [(count,)], words)
    return "FTS5 trigram"


def migrating(place: Path) -> str:
    """An archive of the first schema becomes one of today's, after a proven backup."""
    vault = Vault(place / "lama", MINIMUM)
    key = vault.create(PASSPHRASE, RecoveryKey.create())
    names = known_migrations()
    database = EncryptedDatabase(str(vault.archive_path), passphrase=f"x'{key.hex()}'")
    try:
        Runner(database, str(MIGRATIONS)).up(names[0])
    finally:
        database.close()
    vault.finish()
    with open_archive(vault, key, NOW) as opened:
        opened.save(Student(name=NAME))
    with reading(vault.archive_path, key) as reader:
        require(reader.schema() == names[-1], _("migrasi tidak selesai"))
    made = len(list(vault.backup_folder.glob("*"))) if vault.backup_folder.exists() else 0
    require(made == (1 if len(names) > 1 else 0), _("tidak dicadangkan sebelum migrasi"))
    return _("{count} migrasi").format(count=len(names))


def backups(place: Path) -> str:
    """A backup of the archive is made, proven, and comes back for practice."""
    vault = Vault(place / "arsip", MINIMUM)
    made = make(vault, vault.unlock(PASSPHRASE).key, NOW)
    key = keys_in(vault, made.path).unlock(PASSPHRASE).key
    require(rehearse(vault, made.path, key).made_at == NOW, _("cadangan tidak kembali"))
    return made.path.suffix


def _holds(path: Path, words: bytes) -> bool:
    return words in path.read_bytes()

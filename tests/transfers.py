"""Two archives and a file that goes between them, for the tests of transfers."""

import shutil
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import make
from konfkasus_gui.archive.database import reading
from konfkasus_gui.archive.transfer import Wish, export
from konfkasus_gui.archive.transfer_in import Importer, compare, open_file, take_over
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Account, School
from tests.vaults import CHEAP, NOW

DEMO = Path(__file__).parent / "archive" / "versions" / "0.1.0"
DEMO_PASSPHRASE = "perahu kertas melintasi jendela"
SECRET = "tali payung kursi"
OTHER_KEY = bytes(reversed(range(32)))


@cache
def _pattern():
    """The demo's archive in today's schema, its folder and its key; made once."""
    place = TemporaryDirectory()
    vault = Vault(shutil.copytree(DEMO, Path(place.name) / "arsip"), CHEAP)
    key = vault.unlock(DEMO_PASSPHRASE).key
    with Archive.open(vault.archive_path, key, lambda: make(vault, key, NOW)):
        pass
    return place, vault.archive_path, key


@contextmanager
def first_archive(folder):
    """The demo's archive, a copy of its own in ``folder``, open."""
    _place, path, key = _pattern()
    folder.mkdir(exist_ok=True)
    with Archive.open(Path(shutil.copy(path, folder / "arsip.kkdb")), key) as archive:
        yield archive


def first_archive_again(folder):
    """The first archive as it was left, open."""
    return Archive.open(folder / "arsip.kkdb", _pattern()[2])


@contextmanager
def second_archive(folder):
    """The archive of another PC in ``folder``, open; new at first."""
    folder.mkdir(exist_ok=True)
    with Archive.open(folder / "arsip.kkdb", OTHER_KEY) as archive:
        if not archive.every(School):
            archive.save(School(name="SMP Negeri 1 Sukamaju"))
            archive.save(Account(name="Budi Rekaan", created_at=NOW))
        yield archive


def wish(archive, path, passphrase=SECRET):
    """To write every case of ``archive`` to ``path``."""
    cases = tuple(case.id for case in archive.every(Case))
    return Wish(cases, path, passphrase, NOW, 1, CHEAP)


def send(archive, path):
    """A file with every case of ``archive``."""
    return export(archive, wish(archive, path)).path


def opened(path, passphrase=SECRET):
    """The file at ``path`` after its passphrase was tried."""
    return open_file(path, passphrase, CHEAP)


def look(archive, path):
    """What taking ``path`` over would do."""
    return compare(archive, opened(path)).found


def take(archive, path, report=lambda _done, _total: None):
    """Take the cases of ``path`` over."""
    return take_over(archive, opened(path), Importer(NOW, 1), report).found


def content(archive):
    """Every row of every table, as it is on the disk."""
    key = bytes.fromhex(archive._database.connect_params["passphrase"][2:-1])
    with reading(archive.path, key) as reader:
        return {
            name: sorted(reader.rows(f'select * from "{name}"'), key=repr)
            for name in reader.tables()
        }

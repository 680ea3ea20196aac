import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from signal import SIGKILL, SIGXFSZ

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.keys import MINIMUM
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import Account, School
from tests.faults.children import serving
from tests.faults.killing import Killer
from tests.faults.stranger import Stranger
from tests.vaults import filled_vault

ROOT = Path(__file__).parents[2]


class Mains:
    """Does deeds in processes whose current can be cut."""

    def __init__(self, child):
        self._child = child

    def calls(self, deed, *arguments):
        """Do the whole deed; the calls in it that may touch the disk."""
        code, calls = self._ask(deed, arguments, cut=0, room=None)
        assert code == 0
        return calls

    def cut(self, deed, *arguments, before):
        """Cut the current before the call with this number, counted from 1."""
        code, calls = self._ask(deed, arguments, cut=before, room=None)
        assert (code, len(calls)) == (-SIGKILL, before - 1)

    def tear(self, deed, *arguments, beyond):
        """Cut the current while the archive is written beyond so many bytes; whether it was."""
        code, _calls = self._ask(deed, arguments, cut=0, room=beyond)
        assert code in (0, -SIGXFSZ)
        return code != 0

    def _ask(self, deed, arguments, *, cut, room):
        asked = {"deed": deed, "arguments": arguments, "cut": cut, "room": room}
        self._child.stdin.write(json.dumps(asked) + "\n")
        self._child.stdin.flush()
        return json.loads(self._child.stdout.readline())


@pytest.fixture(scope="session")
def mains():
    """The current of another process."""
    command = [sys.executable, "-m", "tests.faults.power_cut"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as child:
        yield Mains(child)
        child.stdin.close()


@pytest.fixture(scope="session")
def killer(tmp_path_factory):
    """Kills whoever does a deed through the windows."""
    with serving("killed", tmp_path_factory.mktemp("home")) as server:
        yield Killer(server)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A vault after some work, to be copied, and its key."""
    return filled_vault(tmp_path_factory.mktemp("filled") / "arsip")


@pytest.fixture(scope="session")
def stranger(tmp_path_factory, filled):
    """Gives files to a program that lives in a process of its own."""
    with serving("taker", tmp_path_factory.mktemp("home")) as server:
        yield Stranger(server, tmp_path_factory.mktemp("stranger"), filled[0].archive_path)


@pytest.fixture(scope="session")
def weighing_stranger(tmp_path_factory, filled):
    """The same for files whose cost is measured: each in a fork of a process that did nothing."""
    with serving("taker", tmp_path_factory.mktemp("home")) as server:
        yield Stranger(server, tmp_path_factory.mktemp("stranger"), filled[0].archive_path)


@pytest.fixture(scope="session")
def passphrase():
    """What opens ``made``."""
    return "jeruk meja awan"


@pytest.fixture(scope="session")
def made(tmp_path_factory, passphrase):
    """A vault after its first start, to be copied; opening it takes as long as at a school."""
    vault = Vault(tmp_path_factory.mktemp("made") / "arsip", MINIMUM)
    key = vault.create(passphrase, RecoveryKey.create())
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(School(name="SMP Negeri 1 Sukamaju"))
        archive.save(Account(name="Siti", created_at=datetime(2026, 3, 2, 12)))
    vault.finish()
    with vault.claim():
        return vault

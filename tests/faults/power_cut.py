"""A process of its own: does a deed again and again, each time in a fork that dies on the way.

Each line that it reads is a JSON object with the arguments of the deed and where to die: before
its ``cut``-th call that may touch the disk, or in the middle of a write, as soon as a file of the
archive would grow beyond ``room`` bytes. It answers with how the fork ended, and with the calls
that it made until then.
"""

import json
import os
import resource
import signal
import sys
from datetime import datetime
from pathlib import Path

from konfkasus_gui.archive.backup import make, rotate
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.restore import keys_in, restore
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.screens.first_start.wizard import FirstStart
from konfkasus_gui.screens.program import Program

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
NOON = datetime(2026, 3, 2, 12)
TOUCHING = {
    ("posix", "mkdir"),
    ("posix", "open"),
    ("posix", "fsync"),
    ("posix", "close"),
    ("posix", "unlink"),
    ("posix", "replace"),
    ("posix", "rename"),
    ("posix", "rmdir"),
    ("_io", "BufferedWriter.write"),
    ("_io", "BufferedWriter.flush"),
    ("sqlcipher3._sqlite3", "connect"),
    ("sqlcipher3.dbapi2", "Cursor.execute"),
    ("sqlcipher3.dbapi2", "Connection.backup"),
    ("sqlcipher3.dbapi2", "Connection.close"),
}


def first_start(folder, passphrase, secret):
    """What the last page of the first start does, all of it."""
    recovery = RecoveryKey(bytes.fromhex(secret))
    asked = FirstStart("SMP Negeri 1 Sukamaju", "Dra. Siti Aminah", passphrase, recovery)
    Program(Vault(Path(folder), CHEAP), lambda: NOON)._create(asked)


def new_passphrase(folder, old, new):
    """What the button for a new passphrase does."""
    vault = Vault(Path(folder), CHEAP)
    vault.set_passphrase(vault.unlock(old).key, new)


def back_up(folder, passphrase):
    """What an automatic backup does, with the rotation after it."""
    vault = Vault(Path(folder), CHEAP)
    key = vault.unlock(passphrase).key
    make(vault, key, NOON)
    rotate(vault.backup_folder, key, NOON)


def bring_back(folder, path, passphrase):
    """What restoring a backup does."""
    vault = Vault(Path(folder), CHEAP)
    with vault.claim():
        restore(vault, Path(path), keys_in(vault, Path(path)).unlock(passphrase).key, NOON)


def start_again(folder):
    """What each start of the program does before its first window."""
    with Vault(Path(folder), CHEAP).claim():
        pass


class Current:
    """Counts the calls that may touch the disk, and dies at one of them."""

    def __init__(self, journal, cut, room):
        self.journal = journal
        self.left = cut
        self.room = room

    def watch(self, _frame, event, call):
        """What ``sys.setprofile`` calls."""
        if event != "c_call":
            return
        module = call.__module__ or type(call.__self__).__module__
        if (module, call.__qualname__) not in TOUCHING:
            return
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.room is not None and call.__qualname__ == "connect":
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.room, self.room))
        os.write(self.journal, f"{call.__qualname__}\n".encode())


def fall(asked):
    """Do what is ``asked`` in a fork; how that ended, and the calls until then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # a file too long ends the process
        current = Current(writing, asked["cut"], asked["room"])
        code = 1
        try:
            sys.setprofile(current.watch)
            globals()[asked["deed"]](*asked["arguments"])
            sys.setprofile(None)
            code = 0
        finally:
            if code:
                sys.excepthook(*sys.exc_info())
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as journal:
        calls = journal.read().split()
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), calls


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(fall(json.loads(line))) + "\n")
        sys.stdout.flush()

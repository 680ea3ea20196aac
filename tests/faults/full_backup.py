"""A process of its own: makes a backup while the system lets no file grow beyond some bytes.

What was told goes to stdout; then a second backup is made, with room.
"""

import resource
import signal
import sys
from datetime import datetime
from pathlib import Path

from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.archive.vault import Vault
from tests.vaults import CHEAP, PASSPHRASE

NOON = datetime(2026, 11, 24, 12)


def main(folder, beyond):
    """The whole story, a line for each of its parts."""
    vault = Vault(Path(folder), CHEAP)
    key = vault.unlock(PASSPHRASE).key
    resource.setrlimit(resource.RLIMIT_FSIZE, (beyond, resource.RLIM_INFINITY))
    try:
        make(vault, key, NOON)
        sys.stdout.write("made\n")
    except ArchiveError as error:
        sys.stdout.write(f"{error}\n")
    names = sorted(path.name for path in vault.backup_folder.iterdir())
    sys.stdout.write(" ".join(names) + "\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    make(vault, key, NOON)
    sys.stdout.write(f"{len(backups_in(vault.backup_folder))}\n")


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the call is refused, the process goes on
    main(sys.argv[1], int(sys.argv[2]))

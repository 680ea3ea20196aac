"""What an archive holds, read with the program's own source: nothing may be lost in an upgrade."""

import shutil

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.database import known_migrations, reading
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.letter import Document, fingerprint

PASSPHRASE = "perahu kertas melintasi jendela"


def counted(folder, scratch):
    """Rows per table and the name of the schema, read from a copy of ``folder``."""
    copy = Vault(shutil.copytree(folder, scratch))
    with reading(copy.archive_path, copy.unlock(PASSPHRASE).key) as reader:
        return reader.counts(), reader.schema()


def require_upgraded(folder, before, scratch):
    """See that the archive in ``folder`` is of today's schema and holds all of ``before``."""
    rows, schema = counted(folder, scratch)
    assert schema == known_migrations()[-1]
    grown = {"audit_event", "schema_migration"}
    lost = {name for name, count in before.items() if rows[name] < count}
    other = {name for name, count in before.items() if rows[name] != count} - grown
    assert (lost, other) == (set(), set())
    vault = Vault(scratch)
    with Archive.open(vault.archive_path, vault.unlock(PASSPHRASE).key) as archive:
        documents = archive.every(Document)
    assert documents
    assert all(fingerprint(one.content) == one.sha256 for one in documents)

"""An archive that an older program made opens in this one, with nothing lost.

Each folder in ``versions/`` is the demo's archive as that version left it.
"""

import shutil
from functools import partial
from pathlib import Path

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import make
from konfkasus_gui.archive.database import reading
from konfkasus_gui.archive.history import check_chain
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.planning import Conference
from tests.vaults import CHEAP, NOW

VERSIONS = sorted((Path(__file__).parent / "versions").iterdir())
PASSPHRASE = "perahu kertas melintasi jendela"


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)
def test_the_archive_of_an_older_version_is_migrated_whole(folder, tmp_path):
    vault = Vault(shutil.copytree(folder, tmp_path / "arsip"), CHEAP)
    key = vault.unlock(PASSPHRASE).key
    with reading(vault.archive_path, key) as before:
        rows = before.counts()
    assert rows["case"] > 1
    with Archive.open(vault.archive_path, key, partial(make, vault, key, NOW)) as archive:
        values = {kind: archive.every(kind) for kind in TABLE_OF}
        for conference in values[Conference]:
            archive.follow_up(conference.id)
    for document in values[Document]:
        assert fingerprint(document.content) == document.sha256
    with reading(vault.archive_path, key) as after:
        kept = after.counts()
    del rows["schema_migration"]
    assert {name: kept[name] for name in rows} == rows
    history = check_chain(vault.archive_path, key)
    assert history.rows == rows["audit_event"]
    assert history.whole

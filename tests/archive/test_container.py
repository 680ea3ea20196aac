"""The line of facts in a backup is hostile until it is proven to be ours."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive import container
from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.backup_errors import BackupDamaged, BackupTooNew
from konfkasus_gui.archive.container import Manifest, Member, read_manifest
from konfkasus_gui.archive.database import PAGE
from konfkasus_gui.archive.keys import archive_name
from konfkasus_gui.procedure.chain import End

KEY = bytes(range(32))
WHOLE = Manifest(
    made_at=datetime(2026, 11, 23, 8, 15),
    archive=archive_name(KEY),
    schema="0001_initial",
    rows={"case": 3, "document": 2},
    keys=Member(5, "0" * 64),
    database=Member(PAGE, "1" * 64),
    history=End(7, "2" * 64),
)
FACTS = ["format", "made_at", "archive", "schema", "rows", "keys", "database", "history"]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("backups") / "x.kkbackup"


def resealed(**changes):
    """The line after a forger changed facts and made the checksum fit again."""
    content = json.loads(WHOLE.written())
    del content["checksum"]
    content.update(changes)
    sealed = {**content, "checksum": container._checksum(content)}
    return json.dumps(sealed, separators=(",", ":")).encode() + b"\n"


def write(path, line, size=5 + PAGE):
    path.write_bytes(container.MAGIC + line + bytes(size))


def test_what_was_written_is_read(path):
    write(path, WHOLE.written())
    assert read_manifest(path) == WHOLE
    assert resealed() == WHOLE.written()


def test_a_backup_of_old_that_tells_nothing_of_the_history_is_read(path):
    old = replace(WHOLE, history=None)
    assert b'"format":1' in old.written()
    write(path, old.written())
    assert read_manifest(path) == old


@given(st.sampled_from(FACTS), json_values)
def test_no_forged_fact_is_a_crash(path, fact, value):
    write(path, resealed(**{fact: value}))
    try:
        found = read_manifest(path)
    except (BackupDamaged, BackupTooNew):
        [listed] = backups_in(path.parent)
        assert listed.manifest is None
    else:
        assert found.archive == WHOLE.archive
        assert found.keys.size + found.database.size == 5 + PAGE


@given(st.binary(max_size=400))
def test_no_line_is_a_crash(path, line):
    write(path, line + b"\n")
    with pytest.raises(BackupDamaged):
        read_manifest(path)


@given(st.data())
def test_a_line_with_another_byte_is_refused(path, data):
    line = bytearray(WHOLE.written())
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= data.draw(st.integers(1, 255))
    write(path, bytes(line))
    with pytest.raises(BackupDamaged):
        read_manifest(path)


@pytest.mark.parametrize("name", ["../../../x", "", "0" * 15, "0" * 17, "G" * 16, "0" * 16 + "\n"])
def test_the_name_of_an_archive_leads_nowhere(path, name):
    write(path, resealed(archive=name))
    with pytest.raises(BackupDamaged):
        read_manifest(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"keys": [-1, "0" * 64], "database": [PAGE + 6, "1" * 64]},
        {"keys": [True, "0" * 64]},
        {"keys": [5.0, "0" * 64]},
        {"keys": [5, "0" * 64, 1]},
        {"rows": {"case": -1}},
        {"rows": {"case": "3"}},
        {"made_at": "2026-11-23T08:15:00+07:00"},
        {"made_at": "kemarin"},
        {"surplus": 1},
    ],
)
def test_facts_that_nobody_writes_are_refused(path, changes):
    write(path, resealed(**changes))
    with pytest.raises(BackupDamaged):
        read_manifest(path)


def test_a_newer_line_is_told_as_newer_whatever_else_it_says(path):
    write(path, resealed(format=container.FORMAT + 1, keys="somewhere else"))
    with pytest.raises(BackupTooNew):
        read_manifest(path)

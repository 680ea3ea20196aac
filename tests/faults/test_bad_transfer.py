"""Whatever a file with cases from another PC holds, it is taken over whole or refused in words."""

import json
import random

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from konfkasus_gui.archive.container import measured
from konfkasus_gui.archive.database import unlock
from konfkasus_gui.archive.transfer_file import MAGIC, Header, extract, write
from tests.faults.mutation import BYTES, HOSTILE, STRANGE, altered, written
from tests.faults.scale import seconds, tries
from tests.faults.stranger import assert_clear
from tests.transfers import SECRET, first_archive, opened, second_archive, send
from tests.vaults import CHEAP, NOW

DAMAGED = tries(40, 500)
HEADERS = tries(40, 800)
INSIDE = tries(15, 700)

pytestmark = pytest.mark.timeout(seconds(90, 2400))


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A file with the demo's cases, and one with none of them."""
    folder = tmp_path_factory.mktemp("sent")
    with first_archive(folder / "first") as archive:
        one = send(archive, folder / "one.kktransfer")
    with second_archive(folder / "second") as archive:
        other = send(archive, folder / "other.kktransfer")
    return one, other


def test_damaged_bytes_are_told(stranger, sent, tally):
    content, other = (path.read_bytes() for path in sent)
    assert stranger.give("transfer", content) == {"taken": "taken over"}
    told = harmless = 0
    for seed in range(DAMAGED):
        chance = random.Random(seed)
        damaged = BYTES[seed % len(BYTES)](content, chance, other)
        answer = stranger.give("transfer", damaged)
        assert_clear(answer)
        if damaged in (content, other):
            assert "taken" in answer, answer
            harmless += 1
        else:
            assert "refused" in answer, f"seed {seed}"
            told += 1
    assert told
    tally("transfer file damaged", tried=DAMAGED, survived=told + harmless)


def test_lines_of_a_stranger(stranger, sent, tally):
    content = sent[0].read_bytes()
    end = content.index(b"\n", len(MAGIC)) + 1
    words = content[len(MAGIC) : end]
    for seed in range(HEADERS):
        chance = random.Random(seed)
        if chance.random() < 0.3:
            line = chance.choice(HOSTILE)(words, chance, words[::-1])
        else:
            line = written(altered(json.loads(words), chance)).encode() + b"\n"
        answer = stranger.give("transfer", MAGIC + line + content[end:])
        assert_clear(answer)
        assert "refused" in answer or line == words, f"seed {seed}"
    tally("bad input: transfer lines", tried=HEADERS, survived=HEADERS)


@pytest.fixture
def resealed(sent, tmp_path):
    """The bytes of a file whose inside was changed by somebody who knows its passphrase."""
    found = opened(sent[0])

    def reseal(change):
        database, path = tmp_path / "inside.kkdb", tmp_path / "changed.kktransfer"
        extract(found.path, found.header, database, lambda _done, _total: None)
        change(database, found.key)
        header = Header.seal(
            found.key,
            SECRET,
            made_at=NOW,
            archive=found.header.archive,
            schema=found.header.schema,
            database=measured(database),
            parameters=CHEAP,
        )
        write(path, header, database, lambda _done, _total: None)
        content = path.read_bytes()
        path.unlink()
        database.unlink()
        return content

    return reseal


@pytest.mark.parametrize(
    "statement",
    [
        "update student set name = x'fffe' where id = (select min(id) from student)",
        "update letter set sequence = 9e999 where id = (select min(id) from letter)",
        'update "case" set opened_on = 9e999',
        "delete from schema_migration where name like '0004%'",
        "delete from schema_migration",
        "update schema_migration set name = '9999_later' where name like '0002%'",
        "drop table student",
    ],
)
def test_an_inside_that_no_program_of_ours_wrote_is_refused(stranger, resealed, statement):
    def change(path, key):
        connection = sqlcipher.connect(str(path))
        unlock(connection, key)
        connection.execute(statement)
        connection.close()

    answer = stranger.give("transfer", resealed(change))
    assert_clear(answer)
    assert "refused" in answer


def test_cases_of_a_stranger_who_knows_the_passphrase(stranger, resealed, tally):
    taken = refused = 0
    for seed in range(INSIDE):
        chance = random.Random(seed)
        content = resealed(lambda path, key, chance=chance: spoil(path, key, chance))
        answer = stranger.give("transfer", content)
        assert answer is not None, f"seed {seed}: no answer in time"
        assert "crashed" not in answer, f"seed {seed}: {answer['crashed']}"
        assert_clear(answer)
        taken += "taken" in answer
        refused += "refused" in answer
    assert taken + refused == INSIDE
    assert refused
    tally("bad input: transferred cases", tried=INSIDE, survived=INSIDE)


def spoil(path, key, chance):
    """Put strange values where the program expects its own."""
    connection = sqlcipher.connect(str(path))
    unlock(connection, key)
    connection.execute("pragma ignore_check_constraints = on")
    tables = [
        name
        for (name,) in connection.execute(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
        )
        if connection.execute(f'select count(*) from "{name}"').fetchone()[0]
    ]
    for _time in range(chance.randint(1, 4)):
        table = chance.choice(tables)
        columns = [row[1] for row in connection.execute(f'pragma table_info("{table}")')]
        column = chance.choice(columns)
        count = connection.execute(f'select count(*) from "{table}"').fetchone()[0]
        row = chance.randrange(count) if count else 0
        where = f'where rowid = (select rowid from "{table}" limit 1 offset {row})'
        way = chance.randrange(8)
        try:
            if way == 0:
                connection.execute(f'delete from "{table}" {where}')
            elif way == 1:
                connection.execute(f'create table "more {row}" (x)')
            else:
                value = strange(chance)
                connection.execute(f'update "{table}" set "{column}" = ? {where}', (value,))
        except sqlcipher.Error:  # the table itself does not take it
            continue
    connection.close()


def strange(chance):
    """A value that SQLite takes."""
    value = chance.choice(STRANGE)
    if isinstance(value, list | dict):
        return json.dumps(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return float(value) if abs(value) < 1e300 else str(value)
    if value == "\ud800":
        return b"\xff\xfe"
    return value

"""A transfer file that is damaged, cut, exchanged, too new or hostile is refused in words."""

import hashlib
import json
import random
import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive import database, transfer_file
from konfkasus_gui.archive.container import Member, measured
from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.archive.keys import MAXIMUM
from konfkasus_gui.archive.rows import columns
from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.archive.transfer import small_archive
from konfkasus_gui.archive.transfer_errors import (
    TransferDamaged,
    TransferMissing,
    TransferPassphraseWrong,
    TransferTooLarge,
    TransferTooNew,
)
from konfkasus_gui.archive.transfer_file import (
    MAGIC,
    SIZE_LIMIT,
    START_LIMIT,
    Header,
    canonical,
    new_passphrase,
    parse,
    read_header,
)
from konfkasus_gui.archive.transfer_in import compare, open_file
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.school import Student
from tests.archive.test_migration import NEXT
from tests.transfers import SECRET, content, first_archive, look, opened, second_archive, send, take
from tests.vaults import CHEAP, NOW

CASES = 24  # seeded damages; `make faults` has more


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """The bytes of a sound file."""
    folder = tmp_path_factory.mktemp("sent")
    with first_archive(folder / "first") as archive:
        return send(archive, folder / "x.kktransfer").read_bytes()


@pytest.fixture
def path(tmp_path, sent):
    file = tmp_path / "x.kktransfer"
    file.write_bytes(sent)
    return file


@pytest.fixture
def archive(tmp_path):
    with second_archive(tmp_path / "second") as archive:
        yield archive


def header_of(content):
    return parse(content[:START_LIMIT], len(content), CHEAP)


def test_a_sound_file_says_when_it_was_made(sent):
    header = header_of(sent)
    assert header.made_at == NOW
    assert header.schema == database.known_migrations()[-1]
    assert len(header.open(SECRET)) == 32


def test_no_name_can_be_read_in_a_file(sent):
    for secret in (b"Rahmawati", b"Sukamaju", b"KK-2026", b"SQLite", SECRET.encode()):
        assert secret not in sent


def test_another_passphrase_opens_nothing(path):
    with pytest.raises(TransferPassphraseWrong, match=r"Arsip tidak berubah\."):
        open_file(path, SECRET.upper(), CHEAP)


def test_a_dictated_passphrase_is_taken_however_it_is_typed(tmp_path):
    dictated = new_passphrase()
    assert len(dictated.split()) == 4
    assert dictated != new_passphrase()
    typed = f" {dictated.upper().replace(' ', '-')} "
    assert canonical(typed) == dictated == canonical(dictated)
    assert canonical("Dua Kata-kata") == "Dua Kata-kata"


def test_a_file_that_is_gone_is_told(path):
    path.unlink()
    with pytest.raises(TransferMissing):
        read_header(path, CHEAP)


def damaged(sent, seed):
    """``sent`` after something went wrong with it; never the same bytes."""
    chance = random.Random(seed)
    start = sent.index(b"\n", len(MAGIC)) + 1
    content = bytearray(sent)
    place = chance.choice([chance.randrange(start), chance.randrange(len(sent))])
    match chance.randrange(6):
        case 0:
            content[place] ^= 1 << chance.randrange(8)
        case 1:
            del content[place:]
        case 2:
            content[place : place + 4096] = bytes(min(4096, len(sent) - place))
        case 3:
            content += bytes([chance.randrange(256)]) * chance.randrange(1, 5000)
        case 4:
            content[place:place] = content[place : place + chance.randrange(1, 99)] or b"x"
        case _:
            first, second = start, start + 4096 * chance.randrange(1, 9)
            one, other = content[first : first + 4096], content[second : second + 4096]
            content[first : first + 4096], content[second : second + 4096] = other, one
    return bytes(content)


@pytest.mark.parametrize("seed", range(CASES))
def test_whatever_was_damaged_is_refused_and_changes_nothing(archive, path, sent, seed):
    content_now = damaged(sent, seed)
    if content_now == sent:
        content_now = sent[:-1]
    path.write_bytes(content_now)
    before = content(archive)
    with pytest.raises(ArchiveError, match=r"Arsip tidak berubah\."):
        look(archive, path)
    assert content(archive) == before
    left = {one.name for one in archive.path.parent.iterdir()}
    assert left <= {"arsip.kkdb", "arsip.kkdb-wal", "arsip.kkdb-shm"}


@given(st.binary(max_size=3000), st.integers(0, 1 << 40))
def test_any_bytes_are_a_file_or_are_refused(start, size):
    with pytest.raises((TransferDamaged, TransferTooNew, TransferTooLarge)):
        parse(MAGIC + start, size, CHEAP)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=9), st.lists, max_leaves=5))
def test_any_word_in_the_line_is_the_right_one_or_refused(value):
    header = Header(
        NOW,
        "0" * 16,
        "0001_initial",
        Member(4096, "0" * 64),
        CHEAP,
        bytes(16),
        bytes(12),
        bytes(48),
    )
    words = json.loads(header.written())
    for name in words:
        line = json.dumps({**words, name: value}, separators=(",", ":")).encode() + b"\n"
        if line != header.written():
            try:
                found = parse(MAGIC + line, len(MAGIC + line) + 4096, CHEAP)
            except (TransferDamaged, TransferTooNew, TransferTooLarge):
                continue
            assert found.written() == line, "what is read is what stands there"
            assert found.vouched() != header.vouched()


def written(header):
    return MAGIC + header.written()


def test_a_line_that_asks_for_all_memory_is_refused_before_it_gets_it(sent):
    header = header_of(sent)
    greedy = replace(header, parameters=replace(MAXIMUM, memory_kib=MAXIMUM.memory_kib * 2))
    with pytest.raises(TransferDamaged):
        parse(written(greedy), len(written(greedy)) + header.database.size, CHEAP)


def test_a_line_that_asks_for_too_little_work_is_refused(sent):
    with pytest.raises(TransferDamaged):
        parse(sent[:START_LIMIT], len(sent))


def test_a_file_that_says_it_is_too_large_is_refused_at_once(sent):
    header = header_of(sent)
    large = replace(header, database=replace(header.database, size=SIZE_LIMIT + 4096))
    with pytest.raises(TransferTooLarge):
        parse(written(large), len(written(large)) + large.database.size, CHEAP)


def test_a_file_in_a_newer_format_is_told_as_such(sent):
    line = sent[len(MAGIC) : sent.index(b"\n", len(MAGIC))]
    newer = MAGIC + line.replace(b'"format":1', b'"format":2') + b"\n"
    with pytest.raises(TransferTooNew):
        parse(newer, len(newer))


@pytest.mark.parametrize("name", ["made_at", "archive", "schema", "parameters"])
def test_the_passphrase_vouches_for_every_word_of_the_line(sent, name):
    header = header_of(sent)
    other = {
        "made_at": NOW.replace(year=2027),
        "archive": "f" * 16,
        "schema": "0001_initial",
        "parameters": replace(CHEAP, passes=2),
    }
    with pytest.raises(TransferPassphraseWrong):
        replace(header, **{name: other[name]}).open(SECRET)


def test_a_member_that_was_exchanged_for_another_sound_one_is_refused(
    archive, path, sent, tmp_path
):
    with second_archive(tmp_path / "third") as other:
        take(other, path)
        more = send(other, tmp_path / "more.kktransfer").read_bytes()
    cut = sent.index(b"\n", len(MAGIC)) + 1
    start = more.index(b"\n", len(MAGIC)) + 1
    path.write_bytes(sent[:cut] + more[start:])
    with pytest.raises(ArchiveError, match=r"Arsip tidak berubah\."):
        look(archive, path)


def sealed(tmp_path, change):
    """A file that somebody who knows its passphrase made by hand: ``change`` what is in it."""
    key = transfer_file.new_key()
    inside = tmp_path / "inside.kkdb"
    with small_archive(inside, key) as made:
        with made.bind_ctx(TABLES):
            student = TABLE_OF[Student].create(uid="1" * 32, name="S")
            held = columns(Case(code="KK-2026-001", student_id=student.id, opened_on=NOW.date()))
            TABLE_OF[Case].create(uid="2" * 32, **held)
        for statement in change:
            made.execute_sql(statement)
    header = Header.seal(
        key,
        SECRET,
        made_at=NOW,
        archive="0" * 16,
        schema=database.known_migrations()[-1],
        database=measured(inside),
        parameters=CHEAP,
    )
    path = tmp_path / "made.kktransfer"
    transfer_file.write(path, header, inside, lambda _done, _total: None)
    return path


HOSTILE = {
    "a trigger": ["create trigger t after insert on seen begin delete from school; end"],
    "a view": ["create view v as select * from school"],
    "a table more": ["create table more (id integer primary key)"],
    "a virtual table": ["create virtual table more using fts5(text)"],
    "a column more": ["alter table student add column more text"],
    "an index less": ["drop index variant_record_uid"],
    "bytes for a text": ["update student set name = x'ff00'"],
    "a text for a day": ["update \"case\" set opened_on = 'besok'"],
    "a moment for a day": ["update \"case\" set opened_on = '2026-03-02 10:00:00'"],
    "a number for a day": ['update "case" set opened_on = 3'],
    "a word that nobody knows": ["update \"case\" set state = 'gone'"],
    "words that nobody knows": ["update \"case\" set fields = 'gone,learning'"],
    "a text for a yes or no": ["update \"case\" set hard = 'mungkin'"],
    "a name that is none": ["update student set uid = '../../etc'"],
    "a text without end": ["update student set address = hex(zeroblob(600000))"],
    "an owner who is not there": ['update "case" set student_id = 7'],
    "paper that is not what it says": [
        "insert into document (case_id, kind, title, version, paper, content, sha256, kept_at)"
        " values (1, 'minutes', 'N', 1, 'A4', x'00', '" + "0" * 64 + "', '2026-03-02 10:00:00')"
    ],
}


def test_a_file_made_by_hand_is_taken_if_it_is_sound(archive, tmp_path):
    take(archive, sealed(tmp_path, []))
    assert [case.code for case in archive.every(Case)] == ["KK-2026-001"]


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_whatever_somebody_put_into_a_file_is_refused(archive, tmp_path, change):
    path = sealed(tmp_path, change)
    before = content(archive)
    with pytest.raises(TransferDamaged):
        take(archive, path)
    assert content(archive) == before


@pytest.fixture
def newer(tmp_path):
    """The folder of migrations of a newer program."""
    folder = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "0900_later.py").write_text(NEXT)
    return folder


def test_a_file_of_an_older_program_is_brought_up_to_date(tmp_path, path, newer, monkeypatch):
    monkeypatch.setattr(database, "MIGRATIONS", newer)
    with second_archive(tmp_path / "third") as archive:
        take(archive, path)
        assert all(case.problem.isupper() for case in archive.every(Case) if case.problem)


def test_a_file_of_a_newer_program_is_refused_in_words(tmp_path, archive, newer):
    with pytest.MonkeyPatch.context() as program:
        program.setattr(database, "MIGRATIONS", newer)
        with second_archive(tmp_path / "third") as later:
            send(later, tmp_path / "later.kktransfer")
    with (
        second_archive(tmp_path / "fourth") as today,
        pytest.raises(TransferTooNew, match="versi yang lebih baru"),
    ):
        look(today, tmp_path / "later.kktransfer")


def test_a_file_that_changed_after_it_was_opened_is_refused(archive, path, sent):
    file = opened(path)
    path.write_bytes(sent[:-1] + bytes([sent[-1] ^ 1]))
    with pytest.raises(TransferDamaged):
        compare(archive, file)


def test_the_hash_in_the_line_is_that_of_all_that_follows(sent):
    start = sent.index(b"\n", len(MAGIC)) + 1
    assert header_of(sent).database.sha256 == hashlib.sha256(sent[start:]).hexdigest()

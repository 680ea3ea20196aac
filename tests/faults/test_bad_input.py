"""Whatever a stranger puts into a file, it is taken in correctly or refused in a clear sentence."""

import json
import random
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.container import MAGIC
from tests.faults.mutation import HOSTILE, altered, resealed, spoiled_parts, written
from tests.faults.package import HEADER, small_book
from tests.faults.scale import seconds, tries
from tests.faults.stranger import assert_clear
from tests.vaults import NOW, filled_vault

SPREADSHEETS = tries(60, 3000)
CELLS = tries(25, 1000)
KEY_FILES = tries(80, 2000)
BACKUPS = tries(40, 1500)
PICTURES = tries(60, 1500)
SCANS = tries(30, 700)
ATTEMPTS = tries(30, 300)
"""Ten thousand in all."""

pytestmark = pytest.mark.timeout(seconds(60, 2400))


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory):
    """The bytes of a backup and of the key file inside, each of two archives."""
    found = []
    for name in ("one", "other"):
        vault, key = filled_vault(tmp_path_factory.mktemp(name) / "arsip")
        make(vault, key, NOW)
        [backup] = backups_in(vault.backup_folder)
        found.append((backup.path.read_bytes(), vault.key_path.read_bytes()))
    return found


def take_all(stranger, kind, count, made):
    """Give ``count`` files; how many of them were taken, refused."""
    taken = refused = 0
    for seed in range(count):
        content = made(random.Random(seed))
        answer = stranger.give(kind, content)
        assert answer is not None, f"seed {seed}: no answer in time"
        assert "crashed" not in answer, f"seed {seed}: {answer['crashed']}"
        assert_clear(answer)
        taken += "taken" in answer
        refused += "refused" in answer
    assert refused
    return taken, refused


def hostile(content, other=None):
    """Makes spoiled copies of ``content``, which has a second one like it."""

    def made(chance):
        spoiled = content
        for _time in range(chance.choice((1, 1, 1, 2, 4))):
            if len(spoiled) > 1:
                spoiled = chance.choice(HOSTILE)(spoiled, chance, other or content[::-1])
        return spoiled

    return made


def test_spreadsheets(stranger, tally):
    content = small_book()
    assert stranger.give("spreadsheet", content) == {"taken": "2 students"}
    spoiled = hostile(content)

    def made(chance):
        return spoiled(chance) if chance.random() < 0.3 else spoiled_parts(content, chance)

    take_all(stranger, "spreadsheet", SPREADSHEETS, made)
    tally("bad input: spreadsheets", tried=SPREADSHEETS, survived=SPREADSHEETS)


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(min_value=datetime(1900, 3, 1), max_value=datetime(9999, 1, 1)),
    st.times(),
    st.timedeltas(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.sampled_from(["=HYPERLINK(1)", "+1", "@x", "NaN", "17/05/2012", "31 Februari 2012", "L"]),
)


def test_cells_of_every_kind(stranger, tally):
    @settings(
        max_examples=CELLS,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(st.tuples(*[CELL] * len(HEADER)), min_size=1, max_size=6))
    def cells(rows):
        content, book = BytesIO(), Workbook()
        book.active.append(HEADER)
        for row in rows:
            book.active.append(row)
        book.save(content)
        assert_clear(stranger.give("spreadsheet", content.getvalue()))

    cells()
    tally("bad input: cells", tried=CELLS, survived=CELLS)


def test_key_files(stranger, backed_up, filled, tally):
    content, other = filled[0].key_path.read_bytes(), backed_up[1][1]
    assert stranger.give("key_file", content) == {"taken": filled[1].hex()}
    spoiled = hostile(content, other)

    def made(chance):
        if chance.random() < 0.4:
            return spoiled(chance)
        return resealed(altered(json.loads(content), chance)).encode()

    take_all(stranger, "key_file", KEY_FILES, made)
    tally("bad input: key files", tried=KEY_FILES, survived=KEY_FILES)


def test_key_files_nested_as_deep_as_can_be_read(stranger, filled, tally):
    content = filled[0].key_path.read_bytes()
    depths = range(900, 1010, 1 if KEY_FILES > 500 else 7)
    for depth in depths:
        value = json.loads(content)
        value["more"] = "deep"
        plain = resealed(value).replace('"deep"', "[" * depth + "]" * depth)
        assert_clear(stranger.give("key_file", plain.encode()))
    tally("bad input: deep key files", tried=len(depths), survived=len(depths))


def test_backups(stranger, backed_up, tally):
    (content, _keys), (other, _keys) = backed_up
    assert stranger.give("backup", content) == {"taken": "40 cases"}
    spoiled = hostile(content, other)
    start = len(MAGIC)
    end = content.index(b"\n", start) + 1

    def made(chance):
        if chance.random() < 0.5:
            return spoiled(chance)
        line = resealed(altered(json.loads(content[start:end]), chance)).encode() + b"\n"
        return MAGIC + line + content[end:]

    take_all(stranger, "backup", BACKUPS, made)
    tally("bad input: backups", tried=BACKUPS, survived=BACKUPS)


def test_times_of_wrong_passphrases(stranger, tally):
    content = json.dumps({"failures": ["2026-11-24T08:14:59.000"] * 3}).encode()

    def made(chance):
        if chance.random() < 0.4:
            return chance.choice(HOSTILE)(content, chance, b"{}")
        return written(altered(json.loads(content), chance)).encode()

    for seed in range(ATTEMPTS):
        assert_clear(stranger.give("attempts", made(random.Random(seed))))
    tally("bad input: times of failures", tried=ATTEMPTS, survived=ATTEMPTS)


def picture(kind, mode="RGB"):
    content = BytesIO()
    Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 30).convert(mode).save(content, kind)
    return content.getvalue()


def pictures():
    kinds = [("PNG", "RGB"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "I;16"), ("JPEG", "RGB")]
    return [picture(*one) for one in [*kinds, ("JPEG", "L"), ("JPEG", "CMYK"), ("GIF", "P")]]


def test_pictures_for_the_letterhead(stranger, tally):
    whole = pictures()

    def made(chance):
        return hostile(chance.choice(whole), chance.choice(whole))(chance)

    take_all(stranger, "logo", PICTURES, made)
    tally("bad input: logos", tried=PICTURES, survived=PICTURES)


def test_scans(stranger, backed_up, tally):
    from konfkasus_gui.documents.letterhead_sample import letterhead_sample
    from konfkasus_gui.procedure.school import School

    whole = [*pictures(), *[letterhead_sample(School(name="SMP"))] * 8]

    def made(chance):
        chosen = chance.choice(whole)
        tail = chosen[-16:] if chance.random() < 0.7 else b""  # it looks whole
        return hostile(chosen, chance.choice(whole))(chance) + tail

    take_all(stranger, "scan", SCANS, made)
    tally("bad input: scans", tried=SCANS, survived=SCANS)

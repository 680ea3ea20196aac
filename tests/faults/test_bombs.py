"""Small files that want to become large are refused, or shown, in bounded memory and time."""

import pytest

from tests.faults.bombs import LOGOS, SCANS, SPREADSHEETS
from tests.faults.scale import ASKED
from tests.faults.stranger import assert_clear

MOST_MB = 500
MOST_SECONDS = 30.0
"""Of the processor; a busy PC makes them longer than they are."""
QUICK = (
    *("entities in entities", "a long entity, often", "a row far below"),
    *("five million cells in a row", "words", "cell formats"),
    *LOGOS,
    *SCANS,
)


def chosen(bombs):
    return [name for name in bombs if ASKED or name in QUICK]


@pytest.mark.parametrize(
    ("kind", "name", "made"),
    [
        (kind, name, bombs[name])
        for kind, bombs in (("spreadsheet", SPREADSHEETS), ("logo", LOGOS), ("scan", SCANS))
        for name in chosen(bombs)
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_bomb_takes_little_memory_and_time(weighing_stranger, kind, name, made, tally):
    content = made()
    assert len(content) <= 20_000_000, "the program would not even open it"
    answer = weighing_stranger.give(kind, content, measured=True)
    assert_clear(answer)
    assert answer["mb"] < MOST_MB, answer
    assert answer["seconds"] < MOST_SECONDS, answer
    if kind in ("spreadsheet", "logo") and "far below" not in name:
        assert "refused" in answer, answer
    tally(f"bombs: {kind}", tried=1, survived=1)

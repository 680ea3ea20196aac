"""A place is full, read-only, closed or gone: it is told, nothing is lost, and it works again."""

import json

import pytest

from tests.faults.children import done_by
from tests.faults.hardship import CLOSED, NOT_HERE, OPENED
from tests.faults.places import FAULTS
from tests.faults.scale import seconds
from tests.faults.stranger import assert_clear

READING = {("full", "open_transfer"), ("read-only", "open_transfer")}
"""Who only reads needs no room and no permission to write."""


@pytest.mark.timeout(seconds(90, 90))
@pytest.mark.parametrize("way", ["mounted", "injected"])
@pytest.mark.parametrize("fault", FAULTS)
def test_each_deed_is_told_loses_nothing_and_works_again(tmp_path, fault, way, tally):
    folder = tmp_path / "work"
    folder.mkdir()
    lines = done_by("hardship", folder, fault, way, home=tmp_path / "home", timeout=80)
    found = [json.loads(line) for line in lines]
    expected = {*CLOSED, *(OPENED if fault == "full" else ())} - set(NOT_HERE.get(fault, ()))
    assert {one["deed"] for one in found} == expected
    for one in found:
        if (fault, one["deed"]) in READING:
            assert one["told"] == ""
        else:
            assert one["told"], f"{one['deed']} went on in silence"
            assert_clear({"refused": one["told"]})
        assert one["kept"] == "", one["deed"]
        assert one["then"] == "", one["deed"]
    log = folder / "log" / "konfkasus.log"
    assert log.read_text(encoding="utf-8").count("INFO") == len(found)
    tally(f"place {fault}", tried=len(found), survived=len(found))

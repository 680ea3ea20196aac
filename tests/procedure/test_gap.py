from dataclasses import replace
from datetime import datetime

from konfkasus_gui.procedure.gap import (
    Gap,
    Severity,
    Waiver,
    by_weight,
    explained,
    holding,
    written_for,
)
from konfkasus_gui.procedure.planning import Step

HINT = Gap("a", "a", Step.DATA)
REASON = Gap("b", "b", Step.DATA, Severity.REASON)
BLOCK = Gap("c", "c", Step.DATA, Severity.BLOCKS)
NOON = datetime(2026, 3, 2, 12)


def waiver(gap, reason):
    return Waiver(conference_id=1, gap=gap.key, sentence="", reason=reason, noted_at=NOON)


def test_heavier_gaps_stand_first():
    assert by_weight([HINT, REASON, BLOCK]) == [BLOCK, REASON, HINT]


def test_a_reason_lets_one_go_on_but_not_past_a_block():
    every = [HINT, REASON, BLOCK]
    assert holding(every, Step.DATA, []) == [REASON, BLOCK]
    assert holding(every, Step.DATA, [waiver(REASON, "sudah disepakati")]) == [BLOCK]
    assert holding(every, Step.DATA, [waiver(BLOCK, "apa pun")]) == [REASON, BLOCK]
    assert holding(every, Step.SCHEDULE, []) == []


def test_a_reason_explains_only_those_it_was_written_for():
    absent = Gap("d", "Belum: Ratna, Hendra.", Step.DATA, Severity.REASON, ("Ratna", "Hendra"))
    written = replace(waiver(absent, "sakit"), sentence=absent.sentence)
    fewer = replace(absent, sentence="Belum: Hendra.", about=("Hendra",))
    other = replace(absent, sentence="Belum: Hendra, Siti.", about=("Hendra", "Siti"))
    assert explained(fewer, [written])
    assert not explained(other, [written])
    assert written_for(other, [written]) is None
    later = replace(waiver(other, "terlambat"), sentence=other.sentence)
    assert written_for(other, [written, later]) is later


def test_blanks_are_no_reason():
    assert not explained(REASON, [waiver(REASON, "  ")])
    assert not explained(REASON, [waiver(HINT, "x")])

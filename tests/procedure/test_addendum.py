from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure.addendum import AddendumRefused, issue, require_new
from konfkasus_gui.procedure.planning import Conference

FINAL = Conference(case_id=1, number=1, id=7, minutes_final_at=datetime(2026, 3, 2, 13))
WORDS = {
    "dated": date(2026, 3, 3),
    "corrects": " Butir 4: lima kali ",
    "text": "Tiga kali",
    "reason": "Salah hitung",
    "by": "Dra. Siti Aminah",
}


def test_addenda_count_on_within_their_conference():
    first = issue(FINAL, (), **WORDS)
    second = issue(FINAL, (first,), **WORDS)
    assert [one.number for one in (first, second)] == [1, 2]
    assert second.title == "Ralat ke-2 atas notulen"
    assert first.corrects == "Butir 4: lima kali"
    assert first.conference_id == FINAL.id


def test_minutes_that_are_not_final_are_mended_themselves():
    with pytest.raises(AddendumRefused, match="belum final"):
        issue(replace(FINAL, minutes_final_at=None), (), **WORDS)


@pytest.mark.parametrize("left_out", ["corrects", "text", "reason", "by"])
def test_nothing_of_an_addendum_is_left_out(left_out):
    with pytest.raises(AddendumRefused, match="belum lengkap"):
        issue(FINAL, (), **{**WORDS, left_out: "  "})


def test_an_addendum_is_never_kept_twice():
    issued = issue(FINAL, (), **WORDS)
    require_new(None)
    with pytest.raises(AddendumRefused, match="tidak berubah lagi"):
        require_new(issued)

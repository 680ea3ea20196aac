from dataclasses import replace
from datetime import datetime, time

import pytest

from konfkasus_gui.procedure.attending import (
    GuestUnknown,
    leaving,
    recorded,
    returning,
    uninvited,
)
from konfkasus_gui.procedure.vocabulary import Group, Presence

NOON = datetime(2026, 3, 2, 12, 5, 30)


@pytest.mark.parametrize(
    ("name", "capacity", "reason", "asked"),
    [
        (" ", "wali", "tetangga", "nama"),
        ("Sutrisno", "", "tetangga", "kedudukan"),
        ("Sutrisno", "wali", " ", "alasan ikut"),
    ],
)
def test_nobody_sits_in_a_closed_meeting_unknown(complete, name, capacity, reason, asked):
    with pytest.raises(GuestUnknown, match=asked):
        uninvited(complete, name, Group.EASES, capacity, reason)


def test_a_guest_has_a_group_a_capacity_and_a_reason(complete):
    guest = uninvited(complete, " Sutrisno ", Group.EASES, "ketua RT ", " tetangga")
    assert (guest.name, guest.group) == ("Sutrisno", Group.EASES)
    assert (guest.capacity, guest.reason) == ("ketua RT", "tetangga")


def test_whoever_goes_early_may_come_back(complete):
    line = leaving(complete.attendances[0], NOON)
    assert line.left_at == time(12, 5)
    assert returning(line).left_at is None


def test_whoever_never_came_did_not_go_early(complete):
    line = replace(leaving(complete.attendances[0], NOON), presence=Presence.ABSENT)
    assert recorded(complete, line, NOON).left_at is None

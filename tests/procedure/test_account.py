from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure.account import (
    AccountRefused,
    active,
    coordinates,
    departed,
    recovering,
    require_coordinator,
    settled,
)
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Role

BEGUN = datetime(2026, 3, 2, 12)
TODAY = date(2026, 3, 2)
SITI = Account(id=1, name="Dra. Siti Aminah", role=Role.COORDINATOR, created_at=BEGUN)
RUDI = Account(id=2, name="Rudi Hartono, S.Pd.", created_at=BEGUN)
BOTH = (SITI, RUDI)


def test_a_coordinator_alone_may_manage():
    require_coordinator(SITI)
    for other in (RUDI, None, replace(SITI, left_on=TODAY)):
        with pytest.raises(AccountRefused, match="koordinator"):
            require_coordinator(other)


def test_a_name_is_kept_without_edges():
    assert settled(replace(RUDI, name="  Rudi   Hartono "), BOTH).name == "Rudi Hartono"


@pytest.mark.parametrize("name", ["", "   "])
def test_an_account_has_a_name(name):
    with pytest.raises(AccountRefused, match="belum diisi"):
        settled(replace(RUDI, name=name), BOTH)


def test_two_accounts_have_two_names():
    with pytest.raises(AccountRefused, match="Sudah ada"):
        settled(replace(RUDI, id=0, name="dra. siti AMINAH"), BOTH)
    gone = replace(SITI, left_on=TODAY)
    again = replace(SITI, id=0)
    assert settled(again, (gone, RUDI)) == again


def test_the_last_coordinator_stays_one():
    with pytest.raises(AccountRefused, match="satu koordinator"):
        settled(replace(SITI, role=Role.COUNSELOR), BOTH)
    with pytest.raises(AccountRefused, match="satu koordinator"):
        departed(SITI, BOTH, TODAY)
    second = replace(RUDI, role=Role.COORDINATOR)
    assert departed(SITI, (SITI, second), TODAY).left_on == TODAY


def test_who_has_left_cannot_leave_again_or_coordinate():
    gone = departed(RUDI, BOTH, TODAY)
    assert active((SITI, gone)) == (SITI,)
    assert not coordinates(replace(gone, role=Role.COORDINATOR))
    with pytest.raises(AccountRefused, match="sudah dihapus"):
        departed(gone, BOTH, TODAY)


def test_the_recovery_key_serves_coordinators_first():
    third = replace(SITI, id=3, name="Wahyu")
    gone = replace(RUDI, id=4, name="Dewi", left_on=TODAY)
    assert recovering((RUDI, third, gone, SITI)) == (SITI, third, RUDI)

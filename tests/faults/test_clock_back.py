"""The clock of the PC is set back, as when its battery is empty: nothing is lost or held up."""

from datetime import datetime, timedelta

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, make, rotate
from konfkasus_gui.archive.restore import rehearse
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.school import School
from konfkasus_gui.screens.rail import Place
from tests.faults.desk import Clock, Desk, until
from tests.faults.killing import assert_sound
from tests.vaults import CASES, CHEAP, PASSPHRASE, filled_vault

NOW = datetime(2026, 11, 24, 8, 15)
BACKWARDS = (
    timedelta(minutes=1),
    timedelta(days=1),
    timedelta(days=400),
    NOW - datetime(1980, 1, 1),
    NOW - datetime(1970, 1, 1),
)


@pytest.fixture
def vault(tmp_path):
    """A vault that nobody has open, with its key."""
    return filled_vault(tmp_path / "arsip")


@pytest.mark.parametrize("back", BACKWARDS, ids=str)
def test_the_program_goes_on_when_the_clock_was_set_back(qapp, vault, back, tally):
    made, key = vault
    clock = Clock(NOW)
    for now in (NOW, NOW - back, NOW + timedelta(minutes=5)):
        clock.now = now
        desk = Desk(made.folder, clock)
        with desk.vault.claim():
            desk.unlock(PASSPHRASE)
            until(lambda desk=desk: desk.open)
            for place in Place:
                desk.window.go_to(place)
                qapp.processEvents()
            page = desk.window.go_to(Place.SETTINGS)
            page.letterhead.address.setFocus()
            page.letterhead.address.insert(f"Jalan {now:%Y} ")
            work = desk.session.backups.making()
            desk.session.backups.made(work(lambda _done, _total: None))
            clock.now = now - back / 2  # while the program is open
            desk.session.keep_typed()
            desk.window.go_to(Place.HOME)
            qapp.processEvents()
            assert desk.open, "nobody is locked out by a clock"
            desk.program.lock()
        assert desk.said == []
    assert_sound(made.archive_path, key)
    with Archive.open(made.archive_path, key) as archive:
        [school] = archive.every(School)
        deeds = [event.deed for event in archive.every(AuditEvent)]
    assert school.address.count("Jalan") == 3
    assert deeds.count(Deed.UNLOCKED) == 3
    backups = backups_in(made.backup_folder)
    assert backups, "of one day the newest stays"
    for backup in backups:
        assert rehearse(made, backup.path, key).cases == CASES
    tally("clock set back", tried=3, survived=3)


def test_backups_that_seem_to_be_of_tomorrow_stay(vault):
    made, key = vault
    for days in range(9):
        make(made, key, NOW + timedelta(days=days))
    rotate(made.backup_folder, key, NOW - timedelta(days=400))
    assert len(backups_in(made.backup_folder)) == 9


@pytest.mark.parametrize("back", BACKWARDS, ids=str)
def test_a_wrong_passphrase_costs_a_minute_at_most_whatever_the_clock_says(vault, back):
    made, _key = vault
    clock = Clock(NOW)
    waiting = Vault(made.folder, CHEAP, clock)
    for _time in range(9):
        with pytest.raises(Exception, match="tidak cocok"):
            waiting.unlock("salah")
        clock.now += timedelta(minutes=2)
    clock.now -= back + timedelta(minutes=2)
    assert waiting.wait() <= timedelta(minutes=1)
    clock.now += timedelta(minutes=1)
    assert not waiting.wait(), "set back in the middle of a wait, it is waited for once more"
    assert waiting.unlock(PASSPHRASE)

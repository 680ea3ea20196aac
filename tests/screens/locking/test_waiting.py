"""Wrong passphrases: each costs a longer wait, which no restart and no clock shortens."""

from datetime import timedelta

import pytest

from konfkasus_gui.archive.backup import make
from konfkasus_gui.archive.errors import TooSoon, WrongPassphrase, WrongRecoveryKey
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.restoring import RestoreWindow

PASSPHRASE = "perahu kertas melintasi jendela"


@pytest.fixture
def locked(program):
    program._lock_and_ask()
    return program


def attempt(qtbot, program, words):
    window = program.window
    window.passphrase.setText(words)
    window.open.click()
    qtbot.waitUntil(lambda: program.session is not None or window.refusal.isVisible())


def test_after_a_wrong_passphrase_the_button_counts_the_seconds(qtbot, locked, clock):
    attempt(qtbot, locked, "bukan ini")
    attempt_again = locked.window.open
    assert attempt_again.text() == "Tunggu 1 detik"
    assert not attempt_again.isEnabled()
    assert not locked.window.recover.isEnabled()
    clock.now += timedelta(seconds=1)
    qtbot.waitUntil(attempt_again.isEnabled)
    assert attempt_again.text() == "Buka arsip"


def test_a_restart_does_not_shorten_the_wait(qtbot, locked, clock):
    vault = locked._vault
    for _time in range(5):
        clock.now += timedelta(minutes=2)
        with pytest.raises(WrongPassphrase):
            vault.unlock("bukan ini")
    later = Program(Vault(vault.folder, vault._parameters, clock), clock)
    later.start()
    later.window.passphrase.setText(PASSPHRASE)
    assert later.window.open.text() == "Tunggu 16 detik"
    assert not later.window.open.isEnabled()
    later.window.close()
    later.window.deleteLater()


def test_while_one_waits_not_even_the_right_passphrase_is_looked_at(locked, clock):
    vault = locked._vault
    with pytest.raises(WrongPassphrase):
        vault.unlock("bukan ini")
    with pytest.raises(TooSoon):
        vault.unlock(PASSPHRASE)
    clock.now += timedelta(seconds=1)
    assert vault.unlock(PASSPHRASE).account == 1


def test_a_wrong_recovery_key_costs_a_wait_and_a_mistyped_one_does_not(locked):
    vault = locked._vault
    with pytest.raises(WrongRecoveryKey):
        vault.unlock_with_recovery(str(RecoveryKey.create()))
    assert vault.wait() == timedelta(seconds=1)


def test_the_history_tells_of_each_wrong_passphrase(qtbot, locked, clock):
    wrong_at = clock.now = clock.now + timedelta(hours=3)
    attempt(qtbot, locked, "bukan ini")
    clock.now += timedelta(minutes=5)
    qtbot.waitUntil(locked.window.open.isEnabled)
    attempt(qtbot, locked, PASSPHRASE)
    events = locked.session.archive.every(AuditEvent)
    failed = [event for event in events if event.deed is Deed.UNLOCK_FAILED]
    assert [(event.at, event.account_id) for event in failed] == [(wrong_at, None)]
    assert locked._vault.failures() == ()
    assert locked._vault.wait() == timedelta()


def test_a_backup_is_no_way_around_the_wait(qtbot, program, clock):
    vault = program._vault
    made = make(vault, program.custody.unlocked.key, clock.now)
    program._lock_and_ask()
    program._ask_restore(made.path)
    [restoring] = program.window.findChildren(RestoreWindow)
    restoring.secret.setText("bukan ini")
    restoring.look.click()
    qtbot.waitUntil(restoring.notice.isVisible)
    assert vault.wait() == timedelta(seconds=1)
    restoring.secret.setText(PASSPHRASE)
    restoring.look.click()
    qtbot.waitUntil(lambda: restoring.notice.sentence.text() == str(TooSoon()))
    clock.now += timedelta(seconds=1)
    restoring.look.click()
    qtbot.waitUntil(restoring.restore.isVisible)
    restoring.reject()

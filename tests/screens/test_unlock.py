from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.key_file import Unlocked
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.recovery import RecoveryWindow
from konfkasus_gui.screens.unlock import UnlockWindow

PASSPHRASE = "perahu kertas melintasi jendela"
ANOTHER = "payung hijau di atas lemari tua"
CHEAP = Parameters(memory_kib=64, passes=1)


@pytest.fixture
def recovery():
    return RecoveryKey.create()


@pytest.fixture
def vault(tmp_path, recovery):
    """A vault with an archive of one account, opened by ``PASSPHRASE``."""
    vault = Vault(tmp_path / "data", CHEAP)
    key = vault.create(PASSPHRASE, recovery)
    with Archive.open(vault.archive_path, key) as archive:
        archive.save(Account(name="Dra. Siti Aminah", created_at=datetime(2026, 3, 2)))
    vault.finish()
    return vault


@pytest.fixture
def window(qtbot, vault):
    window = UnlockWindow(vault)
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_passphrase_and_enter_open_the_archive(qtbot, window):
    qtbot.keyClicks(window.passphrase, PASSPHRASE)
    with qtbot.waitSignal(window.unlocked) as got:
        qtbot.keyClick(window.passphrase, Qt.Key.Key_Return)
    assert isinstance(got.args[0], Unlocked)
    assert len(got.args[0].key) == 32


def test_a_wrong_passphrase_says_so_and_may_be_tried_again(qtbot, window, vault):
    before = vault.key_path.read_bytes()
    qtbot.keyClicks(window.passphrase, "salah sama sekali")
    window.open.click()
    assert not window.open.isEnabled()
    qtbot.waitUntil(window.refusal.isVisible)
    assert "tidak cocok" in window.refusal.sentence.text()
    assert window.open.isEnabled()
    assert vault.key_path.read_bytes() == before
    sentence = window.refusal.sentence
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))


def test_nothing_is_opened_without_a_passphrase(window):
    assert not window.open.isEnabled()


def test_letters_are_shown_on_a_wish(window):
    hidden = window.passphrase.echoMode()
    window.shown.click()
    assert window.passphrase.echoMode() is not hidden


def test_the_recovery_key_opens_and_sets_a_new_passphrase(qtbot, window, vault, recovery):
    recover = RecoveryWindow(vault, window)
    qtbot.addWidget(recover)
    recover.show()
    qtbot.keyClicks(recover.key, " ".join(recovery.groups).upper())
    qtbot.keyClicks(recover.new.first, ANOTHER)
    assert not recover.open_archive.isEnabled()
    qtbot.keyClicks(recover.new.second, ANOTHER)
    with qtbot.waitSignal(recover.unlocked) as got:
        recover.open_archive.click()
    assert vault.unlock(ANOTHER).key == got.args[0].key
    assert recover.key.value() == ""


def test_a_damaged_archive_is_not_written_to_and_its_passphrase_stays(
    qtbot, window, vault, recovery
):
    content = bytearray(vault.archive_path.read_bytes())
    content[-2000:-1900] = bytes(100)
    vault.archive_path.write_bytes(content)
    keys = vault.key_path.read_bytes()
    recover = RecoveryWindow(vault, window)
    qtbot.addWidget(recover)
    recover.show()
    qtbot.keyClicks(recover.key, " ".join(recovery.groups))
    qtbot.keyClicks(recover.new.first, ANOTHER)
    qtbot.keyClicks(recover.new.second, ANOTHER)
    with qtbot.waitSignal(recover.unlocked) as got:
        recover.open_archive.click()
    assert not got.args[0].verdict.writable
    assert vault.archive_path.read_bytes() == content
    assert vault.key_path.read_bytes() == keys


def test_another_recovery_key_is_refused_and_the_old_passphrase_still_opens(qtbot, window, vault):
    recover = RecoveryWindow(vault, window)
    qtbot.addWidget(recover)
    recover.show()
    qtbot.keyClicks(recover.key, " ".join(RecoveryKey.create().groups))
    qtbot.keyClicks(recover.new.first, ANOTHER)
    qtbot.keyClicks(recover.new.second, ANOTHER)
    recover.open_archive.click()
    qtbot.waitUntil(recover.refusal.isVisible)
    assert "bukan milik arsip ini" in recover.refusal.sentence.text()
    assert len(vault.unlock(PASSPHRASE).key) == 32


def test_the_passphrase_is_not_replaced_behind_a_closed_window(qtbot, window, vault, recovery):
    recover = RecoveryWindow(vault, window)
    qtbot.addWidget(recover)
    recover.show()
    qtbot.keyClicks(recover.key, " ".join(recovery.groups))
    qtbot.keyClicks(recover.new.first, ANOTHER)
    qtbot.keyClicks(recover.new.second, ANOTHER)
    with qtbot.waitSignal(recover.unlocked):
        recover.open_archive.click()
        recover.reject()
        assert recover.isVisible()
        assert not recover.open_archive.isEnabled()
    assert not recover.isVisible()

"""Another passphrase, with a real key file."""

import pytest
from PySide6.QtWidgets import QWidget

from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.screens.settings.passphrase import PassphraseWindow

OLD = "perahu kertas melintasi jendela"
NEW = "sepeda tua menuruni bukit pinus"


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "data", Parameters(memory_kib=64, passes=1))
    vault.create(OLD, RecoveryKey(bytes(range(16))))
    vault.archive_path.write_bytes(b"arsip")
    vault.finish()
    return vault


@pytest.fixture
def window(qtbot, vault, session):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    window = PassphraseWindow(vault, session, owner)
    window.open()
    yield window
    owner.hide()


def fill(qtbot, window, now, new):
    qtbot.keyClicks(window.now, now)
    window.new.first.setText(new)
    window.new.second.setText(new)


def test_the_new_passphrase_opens_and_the_old_one_no_more(qtbot, window, vault, session):
    key = vault.unlock(OLD).key
    fill(qtbot, window, OLD, NEW)
    window.change.click()
    qtbot.waitUntil(window.finish.isVisible)
    assert vault.unlock(NEW).key == key
    with pytest.raises(WrongPassphrase):
        vault.unlock(OLD)
    assert [event.deed for event in session.archive.every(AuditEvent)] == [Deed.PASSPHRASE_CHANGED]
    assert window.new.passphrase() == ""
    window.finish.click()


def test_without_the_passphrase_of_now_nothing_changes(qtbot, window, vault, session):
    fill(qtbot, window, "bukan ini sama sekali", NEW)
    window.change.click()
    qtbot.waitUntil(window.notice.isVisible)
    assert vault.unlock(OLD)
    assert session.archive.every(AuditEvent) == ()
    assert window.change.isEnabled()


def test_a_weak_or_mistyped_passphrase_is_not_taken(qtbot, window):
    fill(qtbot, window, OLD, "123456")
    assert not window.change.isEnabled()
    window.new.first.setText(NEW)
    assert not window.change.isEnabled()
    window.new.second.setText(NEW)
    assert window.change.isEnabled()


def test_locking_takes_the_window_away_and_forgets_what_was_typed(qtbot, window, session):
    fill(qtbot, window, OLD, NEW)
    with qtbot.waitSignal(window.finished):
        session.lock()
    assert window.now.text() == ""

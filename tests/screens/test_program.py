"""From the first start to the lock, through the windows that a counselor sees."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from konfkasus_gui.archive.errors import KeyFileMissing
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import Deed
from konfkasus_gui.screens.first_start.wizard import FirstStartWizard
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.settings.passphrase import PassphraseWindow
from konfkasus_gui.screens.unlock import UnlockWindow

PASSPHRASE = "perahu kertas melintasi jendela"
NOON = datetime(2026, 3, 2, 12)


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "data", Parameters(memory_kib=64, passes=1))


@pytest.fixture
def program(qtbot, vault):
    """The program as it starts in an empty folder."""
    program = Program(vault, lambda: NOON)
    with vault.claim():
        program.start()
        yield program
        program.lock()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()


def begin(qtbot, program):
    """Go through the first start."""
    wizard = program.window
    assert isinstance(wizard, FirstStartWizard)
    wizard.school.name.setText("SMP Negeri 1 Sukamaju")
    wizard.school.counselor.setText("Dra. Siti Aminah")
    for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
        field.setText(PASSPHRASE)
    wizard.accept()
    qtbot.waitUntil(lambda: program.session is not None)


def unlock(qtbot, program, passphrase=PASSPHRASE):
    window = program.window
    assert isinstance(window, UnlockWindow)
    qtbot.keyClicks(window.passphrase, passphrase)
    window.open.click()
    qtbot.waitUntil(lambda: program.session is not None)


def test_the_first_start_makes_an_archive_and_opens_it(qtbot, program, vault):
    begin(qtbot, program)
    assert vault.state is State.READY
    assert isinstance(program.window, MainWindow)
    assert program.session.school.name == "SMP Negeri 1 Sukamaju"
    assert program.session.account.name == "Dra. Siti Aminah"
    deeds = [event.deed for event in program.session.archive.every(AuditEvent)]
    assert deeds == [Deed.CREATED, Deed.UNLOCKED]


def test_locking_covers_everything_and_unlocking_brings_it_back(qtbot, program):
    begin(qtbot, program)
    kept = program.session.save(Student(name="Bayu Rekaan"))
    program.window.lock_requested.emit()
    assert program.session is None
    assert isinstance(program.window, UnlockWindow)
    titles = [
        window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()
    ]
    assert set(titles) == {"KonfKasus"}
    unlock(qtbot, program)
    assert program.session.get(Student, kept.id) == kept


def test_a_new_passphrase_is_set_from_the_settings(qtbot, program):
    begin(qtbot, program)
    program.window.go_to(Place.SETTINGS).account.change_button.click()
    [asking] = program.window.findChildren(PassphraseWindow)
    new = "sepeda tua menuruni bukit pinus"
    qtbot.keyClicks(asking.now, PASSPHRASE)
    for field in (asking.new.first, asking.new.second):
        field.setText(new)
    asking.change.click()
    qtbot.waitUntil(asking.finish.isVisible)
    asking.finish.click()
    program.window.lock_requested.emit()
    unlock(qtbot, program, new)


def test_a_wrong_passphrase_leaves_the_archive_locked(qtbot, program):
    begin(qtbot, program)
    program.window.lock_requested.emit()
    window = program.window
    qtbot.keyClicks(window.passphrase, "bukan ini sama sekali")
    window.open.click()
    qtbot.waitUntil(window.refusal.isVisible)
    assert program.session is None


def test_a_later_start_asks_for_the_passphrase(qtbot, program, vault):
    begin(qtbot, program)
    program.lock()
    later = Program(vault, lambda: NOON)
    later.start()
    assert isinstance(later.window, UnlockWindow)
    later.window.close()
    later.window.deleteLater()


def test_a_damaged_archive_is_told_where_the_passphrase_was_typed(qtbot, program, vault):
    begin(qtbot, program)
    program.lock()
    content = bytearray(vault.archive_path.read_bytes())
    content[100:200] = bytes(100)
    vault.archive_path.write_bytes(bytes(content))
    program._ask_passphrase()
    window = program.window
    qtbot.keyClicks(window.passphrase, PASSPHRASE)
    window.open.click()
    qtbot.waitUntil(window.refusal.isVisible)
    assert "arsip.kkdb" in window.refusal.sentence.text()
    assert vault.archive_path.read_bytes() == bytes(content)


def test_half_an_archive_is_never_opened(qtbot, program, vault):
    begin(qtbot, program)
    program.lock()
    vault.key_path.unlink()
    with pytest.raises(KeyFileMissing):
        Program(vault, lambda: NOON).start()

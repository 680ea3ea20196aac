"""From the first start to the lock, through the windows that a counselor sees."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.health import Damage, Verdict, quick_check
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.broken import BrokenWindow
from konfkasus_gui.screens.first_start.wizard import FirstStartWizard
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.program import Program
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.restoring import RestoreWindow
from konfkasus_gui.screens.settings.passphrase import PassphraseWindow
from konfkasus_gui.screens.unlock import UnlockWindow
from konfkasus_gui.screens.widgets.progress import ProgressWindow
from tests import vaults
from tests.vaults import filled_vault

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


def zeroed(vault):
    """Zeros over a piece of the archive's first page."""
    content = bytearray(vault.archive_path.read_bytes())
    content[100:200] = bytes(100)
    vault.archive_path.write_bytes(bytes(content))
    return bytes(content)


def test_a_damaged_archive_is_never_opened_and_its_newest_backup_is_offered(qtbot, program, vault):
    begin(qtbot, program)
    made = make(vault, program.custody.unlocked.key, NOON)
    program.lock()
    damaged = zeroed(vault)
    program._ask_passphrase()
    qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
    program.window.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert program.session is None
    assert vault.archive_path.read_bytes() == damaged
    program.window.restore.click()
    [restoring] = program.window.findChildren(RestoreWindow)
    assert restoring.file.text() == str(made.path)
    qtbot.keyClicks(restoring.secret, PASSPHRASE)
    restoring.look.click()
    qtbot.waitUntil(restoring.restore.isVisible)
    assert "utuh" in restoring.notice.sentence.text()
    assert vault.archive_path.read_bytes() == damaged, "looking changes nothing"
    restoring.restore.click()
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))
    unlock(qtbot, program)
    assert program.session.school.name == "SMP Negeri 1 Sukamaju"
    assert Deed.RESTORED in [event.deed for event in program.session.archive.every(AuditEvent)]
    assert [path.read_bytes() for path in vault.folder.glob("arsip-lama-*.kkdb")] == [damaged]


def test_damage_on_the_last_page_is_found_before_anything_is_written(qtbot, program, vault):
    begin(qtbot, program)
    program.lock()
    content = bytearray(vault.archive_path.read_bytes())
    content[-2000:-1900] = bytes(100)
    vault.archive_path.write_bytes(content)
    program._ask_passphrase()
    qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
    program.window.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow))
    assert vault.archive_path.read_bytes() == content


def test_opening_can_be_called_off_while_the_archive_is_looked_at(
    qtbot, program, vault, monkeypatch
):
    monkeypatch.setattr("konfkasus_gui.screens.unlock.PATIENCE_MS", 0)
    begin(qtbot, program)
    program.lock()
    before = vault.archive_path.read_bytes()
    program._ask_passphrase()
    qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
    program.window.open.click()
    [small] = program.window.findChildren(ProgressWindow)
    small.stop.click()
    qtbot.waitUntil(program.window.open.isEnabled)
    assert program.session is None
    assert program.window.refusal.isHidden()
    assert vault.archive_path.read_bytes() == before
    program.window.open.click()
    qtbot.waitUntil(lambda: program.session is not None)


@pytest.mark.parametrize("missing", ["key_path", "archive_path"])
def test_half_an_archive_is_told_and_left_alone(qtbot, program, vault, missing):
    begin(qtbot, program)
    program.lock()
    path = getattr(vault, missing)
    path.unlink()
    program.start()
    assert isinstance(program.window, BrokenWindow)
    assert program.window.restore.isHidden()
    words = " ".join(label.text() for label in program.window.findChildren(QLabel))
    assert path.name in words
    assert not path.exists()


def test_where_only_backups_are_left_they_are_offered_and_not_a_first_start(qtbot, program, vault):
    begin(qtbot, program)
    program.session.save(Student(name="Bayu Rekaan"))
    made = make(vault, program.custody.unlocked.key, NOON)
    program.lock()
    for path in (vault.archive_path, vault.key_path):
        path.unlink()
    program.start()
    window = program.window
    assert isinstance(window, BrokenWindow)
    assert window.salvage.isHidden()
    window.restore.click()
    [restoring] = window.findChildren(RestoreWindow)
    assert restoring.file.text() == str(made.path)
    qtbot.keyClicks(restoring.secret, PASSPHRASE)
    restoring.look.click()
    qtbot.waitUntil(restoring.restore.isVisible)
    restoring.restore.click()
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))
    unlock(qtbot, program)
    assert [one.name for one in program.session.archive.every(Student)] == ["Bayu Rekaan"]


def test_where_only_backups_are_left_another_archive_may_be_begun(qtbot, program, vault):
    begin(qtbot, program)
    made = make(vault, program.custody.unlocked.key, NOON)
    program.lock()
    for path in (vault.archive_path, vault.key_path):
        path.unlink()
    program.start()
    program.window.begin.click()
    begin(qtbot, program)
    assert made.path.exists()
    assert program.session.backups.latest is None, "it is of another archive"


def test_a_backup_of_another_pc_may_begin_the_archive(qtbot, program, vault, tmp_path, monkeypatch):
    begin(qtbot, program)
    made = make(vault, program.custody.unlocked.key, NOON)
    program.lock()
    stick = tmp_path / "stick.kkbackup"
    made.path.rename(stick)
    second = Program(Vault(tmp_path / "pc-lain", Parameters(memory_kib=64, passes=1)), lambda: NOON)
    with second._vault.claim():
        second.start()
        monkeypatch.setattr(dialogs, "choose_open_file", lambda *_asked: stick)
        second.window.school.restore.click()
        [restoring] = second.window.findChildren(RestoreWindow)
        restoring.choose.click()
        qtbot.keyClicks(restoring.secret, "bukan ini")
        restoring.look.click()
        qtbot.waitUntil(restoring.notice.isVisible)
        assert "tidak cocok" in restoring.notice.sentence.text()
        restoring.secret.setText(PASSPHRASE)
        restoring.look.click()
        qtbot.waitUntil(restoring.restore.isVisible)
        restoring.restore.click()
        qtbot.waitUntil(lambda: isinstance(second.window, UnlockWindow))
        unlock(qtbot, second)
        assert second.session.account.name == "Dra. Siti Aminah"
        second.lock()


def test_a_backup_that_is_opened_with_the_program_asks_for_its_key(qtbot, vault, tmp_path):
    filled, key = filled_vault(tmp_path / "pc-lain")
    stick = make(filled, key, NOON).path.rename(tmp_path / "dari diska é.kkbackup")
    program = Program(vault, lambda: NOON)
    with vault.claim():
        program.start()
        program.restore_from(stick)
        [restoring] = program.window.findChildren(RestoreWindow)
        assert restoring.file.text() == str(stick)
        assert restoring.focusWidget() is restoring.secret
        qtbot.keyClicks(restoring.secret, vaults.PASSPHRASE)
        restoring.look.click()
        qtbot.waitUntil(restoring.restore.isVisible)
        restoring.restore.click()
        qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))
        unlock(qtbot, program, vaults.PASSPHRASE)
        assert program.session.lists.count_cases() == vaults.CASES
        program.lock()


@pytest.mark.parametrize("name", ["tidak ada.kkbackup", "bukan cadangan.txt"])
def test_what_is_no_backup_is_refused_and_changes_nothing(qtbot, program, vault, tmp_path, name):
    file = tmp_path / name
    if name.endswith(".txt"):
        file.write_text("bukan cadangan", encoding="utf-8")
    program.restore_from(file)
    [restoring] = program.window.findChildren(RestoreWindow)
    qtbot.keyClicks(restoring.secret, PASSPHRASE)
    restoring.look.click()
    qtbot.waitUntil(restoring.notice.isVisible)
    assert restoring.restore.isHidden()
    assert vault.state is State.EMPTY
    restoring.reject()


def test_restoring_from_the_settings_backs_up_locks_and_asks(qtbot, program, vault, answers):
    begin(qtbot, program)
    make(vault, program.custody.unlocked.key, NOON)
    program.window.show_backups()
    section = program.window.stack.currentWidget().backups
    section.table.selectRow(0)
    answers.append(("Kunci dan lanjutkan", True))
    section.restore.click()
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))
    assert program.session is None
    assert len(backups_in(vault.backup_folder)) == 2
    [restoring] = program.window.findChildren(RestoreWindow)
    restoring.reject()


def test_what_can_be_read_of_a_damaged_archive_is_saved_first(qtbot, program, vault):
    begin(qtbot, program)
    program.session.save(Student(name="Bayu Rekaan"))
    program.lock()
    content = bytearray(vault.archive_path.read_bytes())
    content[-4096:] = bytes(4096)
    vault.archive_path.write_bytes(bytes(content))
    program._ask_passphrase()
    qtbot.keyClicks(program.window.passphrase, PASSPHRASE)
    program.window.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window, BrokenWindow) or program.session is not None)
    program._lock_damaged(quick_check(vault.archive_path, vault.unlock(PASSPHRASE).key))
    program._tell_damaged(vault.unlock(PASSPHRASE).key, Verdict((Damage.PAGES,)))
    program.window.salvage.click()
    qtbot.waitUntil(program.window.notice.isVisible)
    assert "terselamatkan" in program.window.notice.sentence.text()
    [saved] = backups_in(vault.backup_folder)
    assert saved.manifest is not None
    program.window.restore.click()
    [restoring] = program.window.findChildren(RestoreWindow)
    assert restoring.file.text() == str(saved.path)
    restoring.reject()

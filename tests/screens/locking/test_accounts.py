"""Accounts and keys: who opens the archive, and who may say so."""

from dataclasses import replace

import pytest

from konfkasus_gui.archive.backup import backups_in, make
from konfkasus_gui.archive.errors import (
    DiskFull,
    PassphraseTaken,
    WrongPassphrase,
    WrongRecoveryKey,
)
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.procedure.account import AccountRefused
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Role
from konfkasus_gui.screens import account_deeds, dialogs
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.recovery import RecoveryWindow
from konfkasus_gui.screens.restoring import RestoreWindow
from konfkasus_gui.screens.settings.account_window import AccountWindow
from konfkasus_gui.screens.settings.recovery_wizard import RecoveryWizard
from tests.vaults import PASSPHRASE as OTHERS
from tests.vaults import filled_vault

PASSPHRASE = "perahu kertas melintasi jendela"
SECOND = "sepeda tua di bukit pinus"
THIRD = "payung hijau di atas lemari"


@pytest.fixture
def section(program):
    page = program.window.go_to(Place.SETTINGS)
    return page.account


@pytest.fixture
def window(program, section):
    """Opens the window of an account, None for a new one."""

    def opened(account_id=None):
        section.accounts.account_requested.emit(account_id)
        return program.window.findChildren(AccountWindow)[-1]

    return opened


@pytest.fixture
def rudi(qtbot, program, window):
    """A second counselor, added by the first."""
    form = window()
    qtbot.keyClicks(form.name, "Rudi Hartono, S.Pd.")
    type_passphrase(form, SECOND)
    with qtbot.waitSignal(form.accepted):
        form.keep.click()
    return next(one for one in accounts(program) if one.name.startswith("Rudi"))


def type_passphrase(form, words):
    form.new.first.setText(words)
    form.new.second.setText(words)


def accounts(program):
    return program.session.archive.every(Account)


def noted(program, deed):
    events = program.session.archive.every(AuditEvent)
    return [event.note for event in events if event.deed is deed]


def test_a_second_counselor_opens_the_archive_with_a_passphrase_of_their_own(program, rudi):
    vault = program._vault
    assert vault.unlock(SECOND).account == rudi.id
    assert vault.unlock(SECOND).key == vault.unlock(PASSPHRASE).key
    assert rudi.role is Role.COUNSELOR
    assert noted(program, Deed.ACCOUNT_ADDED) == ["Rudi Hartono, S.Pd."]
    assert noted(program, Deed.PASSPHRASE_CHANGED) == ["Rudi Hartono, S.Pd."]


def test_the_settings_list_all_accounts_and_mark_ones_own(program, rudi, section):
    section.refresh()
    words = [row.accessibleName() for row in section.accounts.rows.shown]
    assert words == ["Dra. Siti Aminah, Anda, Koordinator BK", "Rudi Hartono, S.Pd., Konselor"]


def test_only_a_coordinator_may_change_accounts_and_keys(program, rudi, section):
    session = program.session
    session.account = rudi
    section.refresh()
    assert section.accounts.add_button.isHidden()
    assert section.accounts.renew_button.isHidden()
    assert not section.accounts.only.isHidden()
    with pytest.raises(AccountRefused):
        account_deeds.keep_account(session, replace(rudi, role=Role.COORDINATOR))
    with pytest.raises(AccountRefused):
        account_deeds.remove_account(session, program._vault, rudi)
    with pytest.raises(AccountRefused):
        account_deeds.renew_recovery(
            session, program._vault, program.custody.unlocked.key, RecoveryKey.create()
        )


def test_a_removed_account_opens_nothing_and_stays_in_the_history(
    program, rudi, window, monkeypatch
):
    monkeypatch.setattr("konfkasus_gui.screens.dialogs.confirm", lambda *_a, **_b: True)
    form = window(rudi.id)
    form.remove.click()
    with pytest.raises(WrongPassphrase):
        program._vault.unlock(SECOND)
    assert program.session.get(Account, rudi.id).left_on == program.session.today()
    assert noted(program, Deed.ACCOUNT_REMOVED) == ["Rudi Hartono, S.Pd."]


def test_one_does_not_remove_oneself(program, window):
    form = window(program.session.account.id)
    assert form.remove.isHidden()
    assert form.again.isHidden()


def test_a_name_that_is_taken_is_told_and_nothing_is_kept(qtbot, program, window):
    form = window()
    qtbot.keyClicks(form.name, "dra. siti aminah")
    type_passphrase(form, SECOND)
    form.keep.click()
    assert "Sudah ada akun" in form.notice.sentence.text()
    assert len(accounts(program)) == 1


def test_two_accounts_never_share_a_passphrase(qtbot, program, window):
    form = window()
    qtbot.keyClicks(form.name, "Rudi Hartono, S.Pd.")
    type_passphrase(form, PASSPHRASE)
    form.keep.click()
    qtbot.waitUntil(form.notice.isVisible)
    assert str(PassphraseTaken()) == form.notice.sentence.text()
    type_passphrase(form, SECOND)
    with qtbot.waitSignal(form.accepted):
        form.keep.click()
    assert len(accounts(program)) == 2, "the account was kept once"


def test_an_account_without_a_passphrase_says_so_and_may_get_one(qtbot, program, window):
    cut_off = account_deeds.keep_account(
        program.session, Account(name="Dewi", created_at=program.session.now())
    )
    form = window(cut_off.id)
    assert "belum punya kata sandi" in form.notice.sentence.text()
    type_passphrase(form, THIRD)
    with qtbot.waitSignal(form.accepted):
        form.keep.click()
    assert program._vault.unlock(THIRD).account == cut_off.id


def test_another_role_and_another_passphrase(qtbot, program, rudi, window):
    form = window(rudi.id)
    form.role.chip(Role.COORDINATOR).click()
    form.again.click()
    assert not form.keep.isEnabled()
    type_passphrase(form, THIRD)
    with qtbot.waitSignal(form.accepted):
        form.keep.click()
    assert program.session.get(Account, rudi.id).role is Role.COORDINATOR
    assert program._vault.unlock(THIRD).account == rudi.id
    with pytest.raises(WrongPassphrase):
        program._vault.unlock(SECOND)


def test_a_full_disk_leaves_the_earlier_passphrase(qtbot, program, rudi, window, monkeypatch):
    def refuse(_path, _content):
        raise DiskFull

    monkeypatch.setattr("konfkasus_gui.archive.vault.replace_file", refuse)
    form = window(rudi.id)
    form.again.click()
    type_passphrase(form, THIRD)
    form.keep.click()
    qtbot.waitUntil(form.notice.isVisible)
    assert form.notice.sentence.text() == str(DiskFull())
    assert program._vault.unlock(SECOND).account == rudi.id


def test_locking_takes_the_window_and_the_key_away(program, window):
    form = window()
    program._lock_and_ask()
    assert not form.isVisible()
    assert form._key == b""


def test_a_new_sheet_counts_once_it_is_proven_and_the_old_one_no_more(
    qtbot, program, section, monkeypatch
):
    before = RecoveryKey.create()
    program._vault.set_recovery(program.custody.unlocked.key, before)
    section.accounts.renew_button.click()
    [wizard] = program.window.findChildren(RecoveryWizard)
    groups = wizard.recovery.groups
    wizard.sheet.kept.setChecked(True)
    wizard.next()
    assert program._vault.unlock_with_recovery(" ".join(before.groups))
    for place, field in wizard.proof.fields:
        field.setText(groups[place - 1])
    wizard.accept()
    assert program._vault.unlock_with_recovery(" ".join(groups)) == program.custody.unlocked.key
    with pytest.raises(WrongRecoveryKey):
        program._vault.unlock_with_recovery(" ".join(before.groups))
    assert noted(program, Deed.RECOVERY_RENEWED) == [""]


def test_the_recovery_key_asks_whose_passphrase_is_set_anew(qtbot, program, rudi):
    sheet = RecoveryKey.create()
    program._vault.set_recovery(program.custody.unlocked.key, sheet)
    program._lock_and_ask()
    program.window.recover.click()
    [recovery] = program.window.findChildren(RecoveryWindow)
    recovery.key.set_value(" ".join(sheet.groups))
    type_passphrase(recovery, THIRD)
    recovery.open_archive.click()
    qtbot.waitUntil(recovery.whose.isVisible)
    assert program._vault.unlock(SECOND).account == rudi.id, "nothing has changed so far"
    assert [recovery.whose.itemText(place) for place in range(recovery.whose.count())] == [
        "Dra. Siti Aminah",
        "Rudi Hartono, S.Pd.",
    ]
    recovery.whose.set_value(rudi.id)
    recovery.open_archive.click()
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.session.account.id == rudi.id
    assert noted(program, Deed.PASSPHRASE_CHANGED)[-1] == "dengan kunci pemulihan"
    assert program._vault.unlock(PASSPHRASE).account == 1


def opened_by(qtbot, program, passphrase):
    qtbot.keyClicks(program.window.passphrase, passphrase)
    program.window.open.click()


def test_an_old_key_file_opens_nothing_for_who_has_left(qtbot, program, rudi):
    program.session.save(replace(rudi, left_on=program.session.today()))
    program._lock_and_ask()
    opened_by(qtbot, program, SECOND)
    qtbot.waitUntil(program.window.refusal.isVisible)
    assert program.session is None
    assert "tidak ada lagi dalam arsip" in program.window.refusal.sentence.text()
    opened_by(qtbot, program, PASSPHRASE)
    qtbot.waitUntil(lambda: program.session is not None)


def test_a_key_file_that_is_newer_than_its_archive_is_refused_in_words(qtbot, program):
    program._vault.set_passphrase(program.custody.unlocked.key, SECOND, 7)
    program._lock_and_ask()
    opened_by(qtbot, program, SECOND)
    qtbot.waitUntil(program.window.refusal.isVisible)
    assert program.window.passphrase.isEnabled()


@pytest.fixture
def backup(program):
    return make(program._vault, program.custody.unlocked.key, program.session.now()).path


def test_a_backup_opened_from_the_desktop_waits_for_a_coordinator(qtbot, program, backup):
    program._lock_and_ask()
    program.restore_from(backup)
    assert program.window.findChildren(RestoreWindow) == []
    assert "koordinator" in program.window.refusal.sentence.text()
    opened_by(qtbot, program, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(RestoreWindow)))
    [restoring] = program.window.findChildren(RestoreWindow)
    assert restoring.file.text() == str(backup)
    assert len(backups_in(program._vault.backup_folder)) == 2, "backed up before"
    restoring.reject()


def test_no_other_counselor_restores_a_backup_from_the_desktop(
    qtbot, program, rudi, backup, monkeypatch
):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    program._lock_and_ask()
    program.restore_from(backup)
    opened_by(qtbot, program, SECOND)
    qtbot.waitUntil(lambda: bool(told))
    assert "hanya dapat dilakukan koordinator" in told[0]
    assert program.session is not None
    assert program.window.findChildren(RestoreWindow) == []


def test_a_backup_of_another_archive_says_so(qtbot, program, tmp_path):
    other, key = filled_vault(tmp_path / "rekan")
    foreign = make(other, key, program.session.now()).path
    program._lock_and_ask()
    program._ask_restore(foreign)
    [restoring] = program.window.findChildren(RestoreWindow)
    restoring.secret.setText(OTHERS)
    restoring.look.click()
    qtbot.waitUntil(restoring.restore.isVisible)
    assert "dari arsip lain" in restoring.notice.sentence.text()
    restoring.reject()

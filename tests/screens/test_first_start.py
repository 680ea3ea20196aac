from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWizard

from konfkasus_gui.archive.errors import DiskFull
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.first_start.wizard import FirstStartWizard

PASSPHRASE = "perahu kertas melintasi jendela"


@pytest.fixture
def recovery():
    return RecoveryKey.create()


@pytest.fixture
def asked():
    """What the wizard asked ``create`` to make."""
    return []


@pytest.fixture
def wizard(qtbot, asked, recovery):
    def create(first_start):
        asked.append(first_start)
        return "arsip"

    wizard = FirstStartWizard(create, recovery=recovery)
    qtbot.addWidget(wizard, before_close_func=QWizard.hide)
    wizard.show()
    return wizard


def forward(wizard):
    return wizard.button(QWizard.WizardButton.NextButton)


def fill(qtbot, wizard):
    """Answer every page but the last."""
    qtbot.keyClicks(wizard.school.name, "SMP Negeri 1 Sukamaju")
    qtbot.keyClicks(wizard.school.counselor, "Dra. Siti Aminah")
    forward(wizard).click()
    qtbot.keyClicks(wizard.passphrase.new.first, PASSPHRASE)
    qtbot.keyClicks(wizard.passphrase.new.second, PASSPHRASE)
    forward(wizard).click()
    wizard.sheet.kept.click()
    forward(wizard).click()


def test_each_page_waits_for_its_answer(qtbot, wizard):
    assert not forward(wizard).isEnabled()
    qtbot.keyClicks(wizard.school.name, "SMP Negeri 1 Sukamaju")
    assert not forward(wizard).isEnabled()
    qtbot.keyClicks(wizard.school.counselor, "Dra. Siti Aminah")
    assert forward(wizard).isEnabled()
    forward(wizard).click()
    qtbot.keyClicks(wizard.passphrase.new.first, "rahasia")
    qtbot.keyClicks(wizard.passphrase.new.second, "rahasia")
    assert not forward(wizard).isEnabled()
    assert wizard.passphrase.new.advice.text()


def test_the_keyboard_alone_makes_an_archive(qtbot, wizard, recovery, asked):
    def press(key, *words):
        for place, word in enumerate(words):
            if place:
                QTest.keyClick(wizard.windowHandle(), Qt.Key.Key_Tab)
            for letter in word:
                QTest.keyClick(wizard.windowHandle(), letter)
        QTest.keyClick(wizard.windowHandle(), key)

    qtbot.waitActive(wizard)
    press(Qt.Key.Key_Return, "SMP Negeri 1 Sukamaju", "Dra. Siti Aminah")
    press(Qt.Key.Key_Return, PASSPHRASE, PASSPHRASE)
    wizard.sheet.kept.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, *[recovery.groups[place - 1] for place, _field in wizard.proof.fields])
    qtbot.waitUntil(lambda: bool(asked))
    assert (asked[0].counselor, asked[0].passphrase) == ("Dra. Siti Aminah", PASSPHRASE)


def test_two_passphrases_that_differ_do_not_go_on(qtbot, wizard):
    new = wizard.passphrase.new
    qtbot.keyClicks(new.first, PASSPHRASE)
    qtbot.keyClicks(new.second, PASSPHRASE + "x")
    assert not new.complete
    assert "belum sama" in new.agreement.text()


def test_the_names_of_school_and_counselor_make_no_passphrase(qtbot, wizard):
    qtbot.keyClicks(wizard.school.name, "Sukamaju Raya")
    qtbot.keyClicks(wizard.school.counselor, "Siti Aminah")
    forward(wizard).click()
    for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
        qtbot.keyClicks(field, "sukamaju raya")
    assert not wizard.passphrase.new.complete


def test_two_groups_typed_back_prove_the_copy(qtbot, wizard, recovery, asked):
    fill(qtbot, wizard)
    finish = wizard.button(QWizard.WizardButton.FinishButton)
    (first, field), (second, other) = wizard.proof.fields
    qtbot.keyClicks(field, recovery.groups[first - 1].upper())
    qtbot.keyClicks(other, "bababa")
    assert not finish.isEnabled()
    other.clear()
    qtbot.keyClicks(other, recovery.groups[second - 1])
    assert finish.isEnabled()
    with qtbot.waitSignal(wizard.created) as got:
        finish.click()
    assert got.args == ["arsip"]
    [made] = asked
    assert (made.school, made.counselor) == ("SMP Negeri 1 Sukamaju", "Dra. Siti Aminah")
    assert (made.passphrase, made.recovery) == (PASSPHRASE, recovery)
    assert PASSPHRASE not in repr(made)


def test_a_full_disk_is_told_and_nothing_typed_is_lost(qtbot, recovery, monkeypatch):
    def create(first_start):
        raise DiskFull

    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    wizard = FirstStartWizard(create, recovery=recovery)
    qtbot.addWidget(wizard, before_close_func=QWizard.hide)
    wizard.show()
    fill(qtbot, wizard)
    for place, field in wizard.proof.fields:
        qtbot.keyClicks(field, recovery.groups[place - 1])
    wizard.button(QWizard.WizardButton.FinishButton).click()
    qtbot.waitUntil(lambda: bool(told))
    assert "penuh" in told[0]
    assert wizard.isEnabled()
    assert wizard.passphrase.new.passphrase() == PASSPHRASE


def test_the_saved_sheet_holds_the_key_and_leaving_asks_once(
    qtbot, wizard, recovery, answers, tmp_path, monkeypatch
):
    path = tmp_path / "lembar.pdf"
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_asked: path)
    wizard.sheet.save.click()
    text = PdfReader(BytesIO(path.read_bytes())).pages[0].extract_text()
    assert all(group in text for group in recovery.groups)
    wizard.sheet.kept.click()
    answers += [("Tutup", False), ("Tutup", True)]
    wizard.reject()
    assert wizard.isVisible()
    wizard.reject()
    assert not wizard.isVisible()


def test_leaving_asks_as_soon_as_the_key_is_on_the_screen(qtbot, wizard, answers):
    qtbot.keyClicks(wizard.school.name, "SMP Negeri 1 Sukamaju")
    qtbot.keyClicks(wizard.school.counselor, "Dra. Siti Aminah")
    forward(wizard).click()
    qtbot.keyClicks(wizard.passphrase.new.first, PASSPHRASE)
    qtbot.keyClicks(wizard.passphrase.new.second, PASSPHRASE)
    forward(wizard).click()
    answers.append(("Tutup", False))
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert not answers


def test_the_key_is_shown_whole(wizard, recovery):
    from PySide6.QtWidgets import QLabel

    shown = {label.text() for label in wizard.sheet.findChildren(QLabel)}
    assert set(recovery.groups) <= shown

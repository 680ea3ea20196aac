"""Cases are ticked, a passphrase is chosen, and a proven file is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from konfkasus_gui.archive.transfer_in import open_file
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.screens.transfer.export_pages import Source
from konfkasus_gui.screens.transfer.export_wizard import ExportWizard
from tests.vaults import CHEAP

STRONG = "perahu kertas melintasi jendela"


@pytest.fixture
def opener(qtbot, session):
    """Opens the wizard with cases ticked."""
    made = []

    def opened(*ticked):
        wizard = ExportWizard(session, None, ticked, CHEAP)
        made.append(wizard)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        return wizard

    yield opened
    for wizard in made:
        assert not wizard.busy


def forward(wizard):
    return wizard.button(QWizard.WizardButton.NextButton)


def save(qtbot, wizard):
    wizard.save.save.click()
    qtbot.waitUntil(lambda: not wizard.busy)


def test_the_list_shows_codes_and_initials_and_no_name(opener, cases):
    cases.planned(name="Mira Fadhila")
    wizard = opener()
    shown = wizard.cases.model.item(0).text()
    assert "KK-2026-001" in shown
    assert "M. F." in shown
    assert "Mira" not in shown


def test_forward_waits_for_a_ticked_case(opener, cases):
    cases.planned()
    wizard = opener()
    assert not forward(wizard).isEnabled()
    wizard.cases.all.click()
    assert forward(wizard).isEnabled()
    wizard.cases.none.click()
    assert not forward(wizard).isEnabled()


def test_space_ticks_and_the_search_hides_what_it_does_not_find(qtbot, opener, cases):
    cases.planned(name="Mira Fadhila")
    cases.planned(name="Yoga Pratama")
    wizard = opener()
    wizard.cases.search.setText("y. p.")
    qtbot.waitUntil(lambda: wizard.cases.list.model().rowCount() == 1)
    wizard.cases.list.setCurrentIndex(wizard.cases.list.model().index(0, 0))
    qtbot.keyClick(wizard.cases.list, Qt.Key.Key_Space)
    assert wizard.cases.counted.text() == "1 kasus dipilih"
    wizard.cases.search.clear()
    qtbot.waitUntil(lambda: wizard.cases.list.model().rowCount() == 2)
    assert len(wizard.cases.chosen()) == 1


def test_a_made_passphrase_counts_once_it_was_copied(opener, cases):
    case_id = cases.planned().case_id
    wizard = opener(case_id)
    forward(wizard).click()
    assert not forward(wizard).isEnabled()
    first = wizard.passphrase.passphrase()
    wizard.passphrase.kept.click()
    assert forward(wizard).isEnabled()
    wizard.passphrase.again.click()
    assert wizard.passphrase.passphrase() != first
    assert not forward(wizard).isEnabled()


def test_a_passphrase_of_one_s_own_has_to_be_strong(opener, cases):
    wizard = opener(cases.planned().case_id)
    forward(wizard).click()
    wizard.passphrase.source.chip(Source.TYPED).click()
    for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
        field.setText("rahasia123")
    assert not forward(wizard).isEnabled()
    for field in (wizard.passphrase.new.first, wizard.passphrase.new.second):
        field.setText(STRONG)
    assert forward(wizard).isEnabled()
    assert wizard.passphrase.passphrase() == STRONG


def ready(wizard):
    forward(wizard).click()
    wizard.passphrase.kept.click()
    typed = wizard.passphrase.passphrase()
    forward(wizard).click()
    return typed


def test_the_file_is_written_and_told(qtbot, opener, cases, session, chosen, path):
    case = session.get(Case, cases.held().case_id)
    wizard = opener(case.id)
    typed = ready(wizard)
    finish = wizard.button(QWizard.WizardButton.FinishButton)
    assert not finish.isEnabled()
    save(qtbot, wizard)
    assert finish.isEnabled()
    assert "1 kasus" in wizard.save.outcome.sentence.text()
    assert open_file(path, typed, CHEAP)
    assert chosen == ["konfkasus-pindahan-2026-03-02-1200.kktransfer"]
    [line] = [one for one in session.archive.every(AuditEvent) if one.deed is Deed.CASE_EXPORTED]
    assert line.case_id == case.id


def test_a_folder_that_is_gone_is_told_and_another_may_be_chosen(
    qtbot, opener, cases, chosen, path
):
    wizard = opener(cases.planned().case_id)
    ready(wizard)
    path.parent.rmdir()
    save(qtbot, wizard)
    assert "tidak ditemukan" in wizard.save.outcome.sentence.text()
    path.parent.mkdir()
    save(qtbot, wizard)
    assert path.exists()


def test_locking_while_it_waits_leaves_no_file(qtbot, opener, cases, session, chosen, path):
    wizard = opener(cases.planned().case_id)
    ready(wizard)
    with wizard._in_archive:
        wizard.save.save.click()
        task = wizard.task
        task.cancel()
    session.lock()
    assert not wizard.isVisible()
    qtbot.waitUntil(lambda: wizard.task is None)
    assert not path.exists()
    assert wizard.passphrase.made == ""


def test_closing_while_it_works_stops_first(qtbot, opener, cases, chosen, path):
    wizard = opener(cases.planned().case_id)
    ready(wizard)
    with wizard._in_archive:
        wizard.save.save.click()
        wizard.reject()
        assert wizard.isVisible()
    qtbot.waitUntil(lambda: not wizard.isVisible())
    assert not path.exists()

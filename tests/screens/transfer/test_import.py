"""A real file is opened, looked at and taken over through the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWizard

from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.merging import Outcome
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens.transfer.import_wizard import ImportWizard
from konfkasus_gui.screens.widgets.progress import ProgressWindow
from tests.transfers import SECRET
from tests.vaults import CHEAP


@pytest.fixture
def wizard(qtbot, session):
    wizard = ImportWizard(session, None, CHEAP)
    qtbot.addWidget(wizard)
    with qtbot.waitExposed(wizard):
        wizard.show()
    yield wizard
    qtbot.waitUntil(lambda: not wizard.busy)


def forward(wizard):
    return wizard.button(QWizard.WizardButton.NextButton)


def open_file(qtbot, wizard, secret=SECRET):
    wizard.file.choose.click()
    wizard.file.secret.setText(secret)
    wizard.file.open.click()
    qtbot.waitUntil(lambda: not wizard.busy)


def take(qtbot, wizard):
    forward(wizard).click()
    qtbot.waitUntil(lambda: not wizard.busy)


def codes(session):
    return [case.code for case in session.archive.every(Case)]


def test_nothing_is_offered_before_the_file_was_opened(qtbot, wizard, gone, chosen):
    assert not wizard.file.open.isEnabled()
    assert not forward(wizard).isEnabled()
    wizard.file.choose.click()
    assert not wizard.file.open.isEnabled()
    wizard.file.secret.setText("x")
    assert wizard.file.open.isEnabled()


def test_a_wrong_passphrase_is_told_and_may_be_typed_again(qtbot, wizard, gone, chosen):
    open_file(qtbot, wizard, "salah")
    assert "tidak cocok" in wizard.file.notice.sentence.text()
    assert wizard.currentPage() is wizard.file
    open_file(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview


def test_a_damaged_file_is_told(qtbot, wizard, gone, chosen, path):
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    open_file(qtbot, wizard)
    assert "rusak" in wizard.file.notice.sentence.text()


def test_the_preview_counts_and_shows_initials_until_the_name_is_asked_for(
    qtbot, wizard, session, gone, chosen
):
    open_file(qtbot, wizard)
    table = wizard.preview.table
    assert [table.cell(0, column) for column in range(3)] == [gone.code, "R. S.", "baru"]
    assert int(wizard.preview.figures[Outcome.NEW].number.text()) > 5
    assert codes(session) == []
    wizard.preview.names.click()
    assert table.cell(0, 1) == "Raka Saputra"
    wizard.preview.names.click()
    assert table.cell(0, 1) == "R. S."
    assert session.archive.every(AuditEvent)[-1].deed is Deed.NAME_SHOWN


def test_a_case_that_was_here_once_is_told_as_such(qtbot, wizard, session, sent, chosen):
    archive = session.archive
    for table in ("letter", "document", "audit_event"):
        archive._database.execute_sql(f"delete from {table}")
    archive.remove(sent)
    open_file(qtbot, wizard)
    assert wizard.preview.table.cell(0, 2) == "pernah ada"
    take(qtbot, wizard)
    assert codes(session) == [sent.code]


def test_the_import_keeps_all_and_is_told(qtbot, wizard, session, gone, chosen):
    open_file(qtbot, wizard)
    assert forward(wizard).text() == "Impor"
    with qtbot.waitSignal(session.changed) as told:
        take(qtbot, wizard)
    assert told.args == [None]
    assert wizard.currentPage() is wizard.finished_page
    assert wizard.finished_page.sentence.text() == "1 kasus sudah diimpor"
    assert codes(session) == [gone.code]
    assert not wizard.button(QWizard.WizardButton.BackButton).isVisible()
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert not wizard.isVisible()


def test_a_file_that_says_nothing_new_is_only_closed(qtbot, wizard, session, sent, chosen):
    open_file(qtbot, wizard)
    assert wizard.preview.notice.isVisible()
    assert not forward(wizard).isVisible()
    assert wizard.button(QWizard.WizardButton.FinishButton).text() == "Tutup"


def test_both_sides_of_a_conflict_stand_beside_each_other(qtbot, wizard, differing, chosen):
    open_file(qtbot, wizard)
    assert forward(wizard).text() == "Lanjut ›"
    forward(wizard).click()
    assert wizard.currentPage() is wizard.conflicts
    assert wizard.conflicts.table.cell(0, 1) == "Kasus"
    [pair] = wizard.conflicts.sides.pairs
    assert (pair.label, pair.here, pair.there) == ("Catatan penutup", "Di sini.", "Di sana.")
    take(qtbot, wizard)
    assert wizard.finished_page.left.isVisible()


def test_a_name_that_differs_is_hidden_until_it_is_asked_for(
    qtbot, wizard, session, sent, chosen, path
):
    student = session.get(Student, sent.student_id)
    session.archive._database.execute_sql("delete from seen")
    session.save(replace(student, name="Raka Wijaya Saputra"))
    open_file(qtbot, wizard)
    forward(wizard).click()
    sides = wizard.conflicts.sides
    shown = " ".join(label.text() for label in sides.findChildren(QLabel))
    assert "R. W. S." in shown
    assert "Wijaya" not in shown
    sides.names.click()
    assert "Wijaya" in " ".join(label.text() for label in sides.findChildren(QLabel))
    assert session.archive.every(AuditEvent)[-1].deed is Deed.NAME_SHOWN


def test_the_archive_is_backed_up_before_anything_is_kept(
    qtbot, wizard, session, gone, chosen, tmp_path
):
    from konfkasus_gui.archive.recovery import RecoveryKey
    from konfkasus_gui.screens.backups import Backups
    from tests.conftest import KEY

    vault = Vault(tmp_path, CHEAP)
    from konfkasus_gui.archive.key_file import KeyFile
    from konfkasus_gui.archive.keys import PassphraseWrap, RecoveryWrap, archive_name

    wraps = KeyFile(
        (PassphraseWrap.seal(KEY, "x", 1, CHEAP),),
        RecoveryWrap.seal(KEY, RecoveryKey.create()),
        archive_name(KEY),
    )
    vault.key_path.write_bytes(wraps.written())
    session.backups = Backups(vault, KEY, session)
    open_file(qtbot, wizard)
    assert backups_in(vault.backup_folder) == ()
    take(qtbot, wizard)
    [made] = backups_in(vault.backup_folder)
    assert made.manifest.cases == 0, "made before the case came in"


def test_a_backup_that_fails_stops_the_import(qtbot, wizard, session, gone, chosen, tmp_path):
    from konfkasus_gui.screens.backups import Backups
    from tests.conftest import KEY

    session.backups = Backups(Vault(tmp_path, CHEAP), KEY, session)  # it has no key file
    open_file(qtbot, wizard)
    take(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview
    assert "kunci.json" in wizard.preview.notice.sentence.text()
    assert codes(session) == []


def test_stopping_keeps_nothing_and_the_preview_stays(qtbot, wizard, session, gone, chosen):
    open_file(qtbot, wizard)
    with wizard._in_archive:
        forward(wizard).click()
        shown = [one for one in wizard.findChildren(ProgressWindow) if one.isVisible()]
        shown[0].stop.click()
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.preview.notice.sentence.text() == "Dihentikan. Arsip tidak berubah."
    assert codes(session) == []
    take(qtbot, wizard)
    assert codes(session) == [gone.code]


def test_locking_closes_the_window_and_keeps_nothing(qtbot, wizard, session, gone, chosen):
    open_file(qtbot, wizard)
    archive = session.archive
    with wizard._in_archive:
        forward(wizard).click()
        wizard.task.cancel()
    session.lock()
    assert not wizard.isVisible()
    assert wizard.file.secret.text() == ""
    assert wizard.preview.table.shown_count() == 0
    qtbot.waitUntil(lambda: wizard.task is None)
    assert archive.every(Case) == ()


def test_another_passphrase_takes_back_what_was_read(qtbot, wizard, gone, chosen):
    open_file(qtbot, wizard)
    wizard.back()
    assert forward(wizard).isEnabled()
    wizard.file.secret.setText("lain")
    assert not forward(wizard).isEnabled()


def test_a_file_may_be_dropped_onto_the_page(wizard, gone, path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    wizard.file.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert wizard.file.file.text() == str(path)

"""A process of its own: does deeds through the real windows, each in a fork that is killed.

Each line that it reads is a JSON object with the deed and its arguments. It answers with the id of
the fork, with what the fork tells (``ready``, what was ``kept``, ``done``), and how that ended.
"""

import json
import os
import random
import resource
import sys
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest

from konfkasus_gui.archive import database
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.restoring import RestoreWindow
from konfkasus_gui.screens.settings.passphrase import PassphraseWindow
from konfkasus_gui.screens.student_import import StudentImport
from konfkasus_gui.screens.transfer.export_wizard import ExportWizard
from konfkasus_gui.screens.transfer.import_wizard import ImportWizard
from konfkasus_gui.screens.widgets.progress import run_with_progress
from tests.faults.desk import Desk, application, until
from tests.faults.typist import Typist
from tests.transfers import SECRET
from tests.vaults import CHEAP


def tell(**told):
    """One line for the test, whole or not at all."""
    os.write(1, json.dumps(told).encode() + b"\n")


def type_on(folder, passphrase, conference_id, seed):
    """Somebody plans a conference and never stops typing."""
    desk = opened(folder, passphrase)
    typist = Typist(desk, conference_id, random.Random(seed), tell)
    tell(ready=True)
    until(lambda: typist is None, patience=-1)


def back_up(folder, passphrase, stick):
    """*Buat cadangan sekarang*, with a copy on the stick."""
    desk = opened(folder, passphrase)
    backups = desk.session.backups
    tell(ready=True)
    task = run_with_progress(desk.window, "", backups.making(Path(stick)))
    made = []
    task.finished.connect(backups.made)
    task.finished.connect(made.append)
    until(lambda: made)
    assert made[0].copy is not None


def migrate(folder, passphrase, migrations):
    """The first start of a newer program."""
    database.MIGRATIONS = Path(migrations)
    desk = Desk(Path(folder))
    tell(ready=True)
    with desk.vault.claim():
        desk.unlock(passphrase)
        until(lambda: desk.open)


def change_passphrase(folder, old, new):
    """*Ganti kata sandi* in the settings."""
    desk = opened(folder, old)
    window = PassphraseWindow(desk.vault, desk.session, desk.window)
    window.open()
    window.now.setText(old)
    window.new.first.setText(new)
    window.new.second.setText(new)
    until(window.change.isEnabled)
    tell(ready=True)
    window.change.click()
    until(window.finish.isVisible)


def import_students(folder, passphrase, path):
    """*Impor siswa dari Dapodik*, with the backup that comes before it."""
    desk = opened(folder, passphrase)
    window = StudentImport(desk.session, desk.window)
    window.open()
    window.read(Path(path))
    until(lambda: window.preview is not None and not window.busy)
    tell(ready=True)
    window.apply()
    until(lambda: not window.busy)
    assert window.stack.currentWidget() is window.done_page


def restore(folder, passphrase, path):
    """*Pulihkan arsip*, looked at first and then done."""
    desk = Desk(Path(folder))
    with desk.vault.claim():
        desk.program.start()
        window = RestoreWindow(desk.vault, desk.clock, Path(path), desk.window)
        window.open()
        QTest.keyClicks(window.secret, passphrase)
        window.look.click()
        until(window.restore.isVisible)
        until(window.restore.isEnabled)
        tell(ready=True)
        done = []
        window.restored.connect(done.append)
        window.restore.click()
        until(lambda: done)


def export_cases(folder, passphrase, path):
    """*Ekspor kasus*: every case, to a file on a stick, with the passphrase for it."""
    desk = opened(folder, passphrase)
    cases = [case.id for case in desk.session.archive.every(Case)]
    wizard = ExportWizard(desk.session, desk.window, cases, CHEAP)
    wizard.open()
    wizard.next()
    wizard.passphrase.show_made(SECRET)
    wizard.passphrase.kept.setChecked(True)
    wizard.next()
    dialogs.choose_save_file = lambda *_asked: Path(path)
    tell(ready=True)
    wizard._ask_where()
    until(lambda: wizard.task is None)
    assert Path(path).is_file()


def take_over(folder, passphrase, path):
    """*Impor kasus*: the file is opened and looked at, then taken over after a backup."""
    desk = opened(folder, passphrase)
    wizard = ImportWizard(desk.session, desk.window, CHEAP)
    wizard.open()
    wizard.file.take(Path(path))
    wizard.file.secret.setText(SECRET)
    wizard._open()
    until(lambda: wizard.currentPage() is wizard.preview and wizard.task is None)
    tell(ready=True)
    wizard.next()
    if wizard.currentPage() is wizard.conflicts:
        wizard.next()
    until(lambda: wizard.imported)


DEEDS = {
    "type": type_on,
    "backup": back_up,
    "migration": migrate,
    "passphrase": change_passphrase,
    "import": import_students,
    "restore": restore,
    "export": export_cases,
    "take over": take_over,
}


def opened(folder, passphrase):
    """A desk with the archive open on it."""
    desk = Desk(Path(folder))
    held.append(desk.vault.claim())
    held[-1].__enter__()
    desk.unlock(passphrase)
    until(lambda: desk.open)
    return desk


held = []


def fork(deed):
    """Do ``deed`` in a fork; how that ended."""
    child = os.fork()
    if child == 0:
        tell(pid=os.getpid())
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            made = application()
            deed()
            tell(done=True)
            until(lambda: made is None, patience=-1)
        finally:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        tell(ended=fork(partial(DEEDS[asked["deed"]], *asked["arguments"])))

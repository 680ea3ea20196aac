"""A process of its own that takes in what a stranger may have made, and says what came of it.

Each line that it reads is a JSON object with a kind of file, where it lies, and whether to look at
it in a fork whose memory and time are measured. It answers whether the file was ``taken`` or
``refused``, with which words; ``crashed`` is the answer that must never come.
"""

import json
import os
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, rotate, times_of
from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.archive.exchange import apply, compare
from konfkasus_gui.archive.restore import keys_in, rehearse
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.transfer_in import Importer, open_file, take_over
from konfkasus_gui.archive.transfer_in import compare as look
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.documents.letterhead import check_logo
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.scan import LARGEST, require_scan
from konfkasus_gui.procedure.school import Account, Guardian, School, Student
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.planning.scan_window import ScanWindow
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.logo_field import LogoField
from tests.faults.desk import MORNING
from tests.transfers import SECRET
from tests.vaults import CHEAP, PASSPHRASE

KEY = bytes(range(32))


class Rollback(Exception):
    """What was imported for a try is not kept."""


def silent(_done, _total):
    """Nobody waits."""


class Taker:
    """Has an archive of its own, into which everything is taken as the program takes it."""

    def __init__(self, archive):
        self._archive = archive
        self._session = Session(archive, lambda: MORNING)

    def spreadsheet(self, path):
        """A list of students: read, compared, imported, and read again from the archive."""
        preview = compare(read_students(path, silent), self._session.lists.all_students())
        with suppress(Rollback), self._archive.together():
            count = apply(preview, self._archive, silent)
            kept = self._archive.every(Student)
            assert len(kept) == count
            for before, after in zip(preview.new, kept, strict=True):
                assert before.student.name == after.name.strip() != ""
                assert all(one.name for one in self._archive.every(Guardian))
                assert after.birth_date is None or 1950 <= after.birth_date.year <= 2100
            raise Rollback
        return f"{count} students"

    def backup(self, path):
        """A backup: listed, opened with the passphrase, and restored for practice."""
        found = backups_in(path.parent)
        key = keys_in(Vault(path.parent / "none", CHEAP), path).unlock(PASSPHRASE).key
        rotate(path.parent, key, MORNING)
        times_of(key, found)
        return f"{rehearse(Vault(path.parent / 'none', CHEAP), path, key).cases} cases"

    def key_file(self, path):
        """``kunci.json`` beside an archive, when a passphrase is typed."""
        vault = Vault(path.parent, CHEAP)
        return vault.unlock(PASSPHRASE).key.hex()

    def attempts(self, path):
        """``percobaan.json``, when the window for the passphrase opens and when it is wrong."""
        vault = Vault(path.parent, CHEAP, lambda: MORNING)
        wait = vault.wait()
        assert 0 <= wait.total_seconds() <= 60
        vault.failures()
        return f"{wait}"

    def transfer(self, path):
        """Cases from another PC: opened, compared, and taken over for a try."""
        opened = open_file(path, SECRET, CHEAP)
        before = self._archive.every(Case)
        look(self._archive, opened)
        with suppress(Rollback), self._archive.together():
            take_over(self._archive, opened, Importer(MORNING, 1))
            assert len(self._archive.every(Case)) >= len(before)
            for kind in TABLE_OF:
                self._archive.every(kind)  # whatever was kept can be read
            problems = self._archive._database.execute_sql("pragma foreign_key_check").fetchall()
            assert problems == []
            raise Rollback
        assert self._archive.every(Case) == before
        return "taken over"

    def logo(self, path):
        """A picture for the letterhead, chosen in the settings."""
        field = LogoField("Logo")
        try:
            field.take(path)
            if field.value() is None:
                raise KonfKasusError(field.refusal.sentence.text())
            check_logo(field.value())
        finally:
            field.deleteLater()
        return "shown"

    def scan(self, path):
        """A scan of a signed paper: kept, and shown from memory."""
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        require_scan(content)
        document = Document(
            kind=DocumentKind.SCAN,
            title="Pindaian",
            content=content,
            sha256=fingerprint(content),
            kept_at=MORNING,
        )
        window = ScanWindow(self._session, document, None)
        try:
            window.show()
            QApplication.processEvents()
            window.grab()
            words = window.sheet.text() if isinstance(window.sheet, QLabel) else "shown"
        finally:
            window.close()
            QApplication.processEvents()
        return words

    def answer(self, kind, path):
        """What came of one file."""
        try:
            return {"taken": getattr(self, kind)(Path(path))}
        except KonfKasusError as error:
            return {"refused": str(error), "kind": type(error).__name__}
        except Exception:  # noqa: BLE001 - the one thing that is looked for here
            return {"crashed": traceback.format_exc()}


def measured(work):
    """What ``work`` answers in a fork, with the MB and the seconds that it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(work()).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        answer = answers.read()
    _pid, status, used = os.wait4(child, 0)
    found = json.loads(answer) if answer else {"crashed": f"ended with {status}"}
    return {**found, "mb": used.ru_maxrss / 1024, "seconds": used.ru_utime + used.ru_stime}


if __name__ == "__main__":
    qInstallMessageHandler(lambda *_message: None)
    application = QApplication([])
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "arsip.kkdb", KEY) as archive,
    ):
        archive.save(School(name="SMP"))
        archive.save(Account(name="Budi Rekaan", created_at=MORNING))
        taker = Taker(archive)
        for line in sys.stdin:
            asked = json.loads(line)

            def work(asked=asked):
                return taker.answer(asked["kind"], asked["path"])

            answer = measured(work) if asked["measured"] else work()
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()

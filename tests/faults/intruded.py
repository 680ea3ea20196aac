"""A process of its own: a whole day in an archive whose every text holds one word.

It stops where somebody may look at what it leaves on the disk: each line that it prints is an
object with the place in the story and what its windows say; each line that it reads lets it go on.
"""

import json
import os
import random
import sys
import traceback
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from konfkasus_gui import logs
from konfkasus_gui.archive.backup import open_archive
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.transfer import Wish, export
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import dialogs, doors
from konfkasus_gui.screens.preview_kept import open_kept
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.student_import import StudentImport
from konfkasus_gui.screens.widgets.progress import run_with_progress
from tests.faults.canary import put_everywhere
from tests.faults.desk import MORNING, Desk, application, until
from tests.faults.package import HEADER
from tests.vaults import CHEAP

OLD_PASSPHRASE = "perahu kertas melintasi jendela"
PAPERS = [kind for kind in DocumentKind if kind not in (DocumentKind.SCAN, DocumentKind.ADDENDUM)]
SOME_PAPERS = (DocumentKind.INVITATION, DocumentKind.MINUTES, DocumentKind.CASE_SUMMARY)
WIZARDS = (Door.PLANNING, Door.MEETING, Door.EVALUATION, Door.FOLLOW_UP)


class Day:
    """One counselor, one word."""

    def __init__(self, folder, word, passphrase, secret, length):
        self._word = word
        self._long = length == "long"
        self._passphrase = passphrase
        self._folder = folder
        self._given = folder.parent / "given"
        self._given.mkdir()
        vault = Vault(folder, CHEAP)
        key = vault.unlock(OLD_PASSPHRASE).key
        vault.set_passphrase(key, passphrase)
        vault.set_recovery(key, RecoveryKey(bytes.fromhex(secret)))
        with open_archive(vault, key, MORNING) as archive, archive.together():
            self.count = put_everywhere(archive, word)
        self.key = key
        self.desk = Desk(folder)

    def story(self):
        """From the first unlocking to the typing that never ends."""
        desk = self.desk
        desk.vault.claim().__enter__()
        (self._folder / "log").mkdir(exist_ok=True)
        logs.write_to(self._folder / "log")
        desk.unlock(f"{self._word} salah")
        desk.clock.pass_minutes(2)
        self.stop("refused")
        desk.unlock(self._passphrase)
        until(lambda: desk.open)
        for chapter in (self.pages, self.wizards, self.papers, self.lists, self.failures):
            chapter()
            self.stop(chapter.__name__)
        wizard = self.open_planning()
        QApplication.clipboard().setText(f"{self._word} disalin")
        desk.program._lock_and_ask()
        QApplication.processEvents()
        self.stop("locked", words=[*words(), QApplication.clipboard().text()])
        del wizard
        desk.unlock(self._passphrase)
        until(lambda: desk.open)
        self.type_for_ever()

    def pages(self):
        """Every page, and a search."""
        for place in Place:
            self.desk.window.go_to(place)
            QApplication.processEvents()
        self.desk.window.find_case(self._word)
        QTest.qWait(300)
        for case in self.desk.session.archive.every(Case):
            self.desk.window.show_case(case.id)
            QApplication.processEvents()

    def wizards(self):
        """Every step of every wizard that may be entered."""
        session = self.desk.session
        conferences = session.archive.every(Conference)
        for conference in conferences if self._long else conferences[:1]:
            for door in WIZARDS:
                wizard = doors.open_wizard(door, session, conference.id, self.desk.window)
                for step in wizard.steps():
                    wizard.go_to(step)
                    QApplication.processEvents()
                wizard.reject()
                QApplication.processEvents()

    def papers(self):
        """Previews of every kind of paper; the kept ones; one PDF given out on purpose."""
        from konfkasus_gui.screens.preview import open_preview

        session, parent = self.desk.session, self.desk.window
        target = self._given / "undangan.pdf"
        dialogs.choose_save_file = lambda *_asked: target
        for kind in PAPERS if self._long else SOME_PAPERS:
            try:
                window = open_preview(session, 1, kind, parent)
            except (KeyError, ValueError, LookupError):
                continue  # a paper that belongs to no conference
            until(lambda window=window: not window.busy)
            QApplication.processEvents()
            if kind is DocumentKind.MINUTES and window.content:
                window.may_leave = lambda _action: True  # whoever is asked about the name says yes
                window._save()
            window.reject()
            QApplication.processEvents()
        for document in session.archive.every(Document):
            open_kept(session, document.id, parent).reject()
            QApplication.processEvents()

    def lists(self):
        """An import with the backup before it; a backup and cases for another PC on a stick."""
        path = self._given / "daftar.xlsx"
        book = Workbook()
        book.active.append(HEADER)
        book.active.append([f"{self._word} Baru", "0099999977", "7", "L", None, self._word])
        book.save(path)
        window = StudentImport(self.desk.session, self.desk.window)
        window.open()
        window.read(path)
        until(lambda: window.preview is not None and not window.busy)
        window.apply()
        until(lambda: not window.busy)
        window.reject()
        stick = self._folder.parent / "stick"
        stick.mkdir()
        made = []
        backups = self.desk.session.backups
        task = run_with_progress(self.desk.window, "", backups.making(stick))
        task.finished.connect(made.append)
        until(lambda: made)
        assert made[0].copy is not None
        session = self.desk.session
        with session.archive.elsewhere():
            cases = tuple(case.id for case in session.archive.every(Case))
            path = stick / "pindahan.kktransfer"
            wish = Wish(cases, path, self._passphrase, MORNING, 1, CHEAP)
            export(session.archive, wish)
        rehearsed = []
        task = run_with_progress(self.desk.window, "", backups.rehearsing(made[0].backup.path))
        task.finished.connect(rehearsed.append)
        until(lambda: rehearsed)

    def failures(self):
        """A bug whose error quotes what it stumbled over, and one of the archive."""
        said = len(self.desk.said)
        try:
            {}[self._word]
        except KeyError:
            sys.excepthook(*sys.exc_info())
        try:
            self.desk.session.archive.save(Student(name=self._word, id=999_999))
        except LookupError:
            sys.excepthook(*sys.exc_info())
        until(lambda: len(self.desk.said) > said)

    def open_planning(self):
        """The planning of the first conference, in front."""
        session = self.desk.session
        self.desk.window.show_case(session.plan(1).case.id)
        wizard = doors.open_wizard(Door.PLANNING, session, 1, self.desk.window)
        QApplication.processEvents()
        return wizard

    def type_for_ever(self):
        """The word itself is typed, again and again, until the process is killed."""
        wizard, chance = self.open_planning(), random.Random(1)
        told = False
        while True:
            fields = [
                field
                for kind in (QLineEdit, QPlainTextEdit)
                for field in wizard.page_now.findChildren(kind)
                if field.isVisible() and field.isEnabled()
            ]
            if fields:
                field = chance.choice(fields)
                field.setFocus()
                QTest.keyClicks(field, f"{self._word} ")
            QTest.qWait(chance.randint(0, 400))
            wizard.go_to(chance.choice(wizard.steps()))
            if not told:
                say(place="typing")
                told = True

    def stop(self, place, **told):
        """Let somebody look at the disk."""
        say(place=place, **told)
        sys.stdin.readline()


def words():
    """All that the windows on the screen say, and their titles."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield window.windowTitle()
            for widget in window.findChildren(QWidget):
                yield from (widget.toolTip(), widget.accessibleName())
                if isinstance(widget, QLabel | QLineEdit):
                    yield widget.text()


def say(**told):
    """One line."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    made = application()
    try:
        day = Day(Path(sys.argv[1]), *sys.argv[2:])
        say(place="ready", count=day.count, key=day.key.hex())
        sys.stdin.readline()
        day.story()
    finally:  # a story that breaks off is told at once, without a window
        traceback.print_exc()
        os._exit(1)

"""Somebody who types into the planning of a case and tells what was shown as kept, field by field.

What is told is what the line *Tersimpan pukul …* vouches for at the moment when it is drawn.
"""

import zlib

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.planning import Participant, Step
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.form import Form

PAGES = (Step.PROBLEM, Step.PARTICIPANTS, Step.DATA, Step.SCHEDULE)
FIELDS = {
    Step.PROBLEM: ("problem", "wanted"),
    Step.PARTICIPANTS: ("name", "capacity", "reason"),
    Step.DATA: ("text", "source"),
    Step.SCHEDULE: ("place", "chair", "minute_taker"),
}
MOST_ROWS = 12
LONGEST_PAUSE_MS = 350
SYLLABLES = ("ba", "ca", "di", "fu", "gu", "ha", "jo", "ka", "lo", "mi", "na", "pe", "ru", "ta")


class Witness(QObject):
    """Sees the line below the wizard being drawn, and tells what had been kept by then."""

    def __init__(self, wizard, tell):
        super().__init__()
        self._wizard = wizard
        self._tell = tell
        self._kept = {}
        wizard.session.changed.connect(self._take)
        wizard.saved.installEventFilter(self)

    @override
    def eventFilter(self, _watched, event):
        shown = self._wizard.saved.text().startswith("Tersimpan")
        if event.type() is QEvent.Type.Paint and shown and self._kept:
            for place, text in self._kept.items():
                self._tell(kept=[*place, len(text), zlib.crc32(text.encode())])
            self._kept = {}
        return False

    def _take(self, _record):
        for form in self._wizard.page_now.findChildren(Form):
            for binding in form._bindings:
                if not binding.pending and isinstance(binding.read(), str):
                    value = binding.of()
                    if not value.id:
                        continue  # nobody has typed there yet
                    place = (type(value).__name__, value.id, binding.field)
                    self._kept[place] = binding.read()
        self._wizard.saved.update()


class Typist:
    """Types seeded syllables here and there, with pauses, until somebody stops the process."""

    def __init__(self, desk, conference_id, chance, tell):
        session = desk.session
        desk.window.show_case(session.plan(conference_id).case.id)
        self._chance = chance
        self._session = session
        self.wizard = doors.open_wizard(Door.PLANNING, session, conference_id, desk.window)
        self._witness = Witness(self.wizard, tell)
        self._pause = QTimer()
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._type)
        self._pause.start(0)

    def _type(self):
        chance = self._chance
        if chance.random() < 0.3:
            self.wizard.go_to(chance.choice(PAGES))
        step = self.wizard.step
        form = self._form(step)
        if form is not None:
            field = getattr(form, chance.choice(FIELDS[step]))
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.end(False)
            else:
                field.moveCursor(QTextCursor.MoveOperation.End)
            for _word in range(chance.randint(1, 5)):
                QTest.keyClicks(field, chance.choice(SYLLABLES) + " " * chance.randint(0, 1))
        self._pause.start(chance.randint(0, LONGEST_PAUSE_MS))

    def _form(self, step):
        page = self.wizard.page_now
        if step is Step.PROBLEM:
            return page.problem_form
        if step is Step.SCHEDULE:
            return page.schedule
        rows = page.list
        count = len(rows._rows)
        if not count or (count < MOST_ROWS and self._chance.random() < 0.3):
            if step is Step.DATA:
                self._chance.choice(page.aspects.actions()).trigger()
            else:
                page._add(Participant(conference_id=self.wizard.conference_id))
        else:
            rows.choose(self._chance.choice(rows._rows)[0])
        return rows.form

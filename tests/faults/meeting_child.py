"""A chair at work in the real window of a meeting; the parent takes the current away.

``python -m tests.faults.meeting_child ARCHIVE STEP`` leads the meeting up to the agenda item STEP,
types into it without a pause, says so line by line, and never ends by itself.
"""

import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.gap import Severity, Waiver, explained
from konfkasus_gui.procedure.meeting import gaps
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.vocabulary import Agenda
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.wizard import MeetingWizard
from konfkasus_gui.screens.session import Session

KEY = bytes(range(32))
NOON = datetime(2026, 3, 2, 12)


def explain(session: Session, conference_id: int) -> None:
    """Write a reason for everything that asks for one, as a hurried chair would."""
    found = session.meeting(conference_id)
    for gap in gaps(found, session.today()):
        if gap.severity is Severity.REASON and not explained(gap, found.waivers):
            session.save(
                Waiver(
                    conference_id=conference_id,
                    gap=gap.key,
                    sentence=gap.sentence,
                    reason="waktu habis",
                    noted_at=session.now(),
                )
            )


def lead_to(session: Session, conference_id: int, step: Agenda) -> MeetingWizard:
    """The window of the meeting, open at ``step``."""
    explain(session, conference_id)
    wizard = MeetingWizard(session, conference_id)
    wizard.resize(1366, 768)
    wizard.show()
    wizard.go_to(step)
    settle()
    assert wizard.step is step
    return wizard


def field_of(wizard: MeetingWizard) -> QWidget:
    """The first field for longer text on the page that a form keeps, else the first for a line."""
    page = wizard.page_now
    page.take_focus()
    settle()
    for kind in (QPlainTextEdit, QLineEdit):
        for field in page.content.findChildren(kind):
            if field.isVisible() and field.isEnabled() and _kept(field):
                return field
    raise LookupError(wizard.step)


def hand_in(session: Session, conference_id: int, words: str) -> None:
    """Add ``words`` to what the first guest has handed in: at the opening nobody speaks yet."""
    line = session.meeting(conference_id).attendances[0]
    session.save(replace(line, statement=line.statement + words))


def settle() -> None:
    """Let the window do what it has put off."""
    for _turn in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _kept(field: QWidget) -> bool:
    around = field.parentWidget()
    while around is not None and not isinstance(around, Form):
        around = around.parentWidget()
    return around is not None and around.binds(field)


def main() -> None:
    """Type until the current fails."""
    application = QApplication([])
    with Archive.open(Path(sys.argv[1]), KEY) as archive:
        session = Session(archive, lambda: NOON)
        [conference] = archive.every(Conference)
        wizard = lead_to(session, conference.id, Agenda[sys.argv[2]])
        for number in range(10_000):
            if wizard.step is Agenda.OPENING:
                hand_in(session, conference.id, f"kata{number} ")
            else:
                QTest.keyClicks(field_of(wizard), f"kata{number} ")
            wizard.flush()
            settle()
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
    application.quit()


if __name__ == "__main__":
    main()

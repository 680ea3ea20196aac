"""Where the counselor stood when the archive locked, and the way back there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from konfkasus_gui.archive.sealing import sealed, unsealed
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.case_opening.wizard import CaseWizard
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.widgets.record_list import RecordList
from konfkasus_gui.screens.wizard import StageWizard

if TYPE_CHECKING:
    from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
    from konfkasus_gui.screens.meeting.addendum import AddendumWindow
    from konfkasus_gui.screens.meeting.minutes import MinutesWindow
    from konfkasus_gui.screens.session import Session


@dataclass(frozen=True, slots=True)
class Left:
    """What was open when a counselor left; ``typed`` is what no archive holds, in a sealed box.

    ``door`` is None for the wizard of a new case; ``number`` is that of its conference or case,
    None if no wizard was open. ``window`` is one that stood in front of all, with what was typed
    there, None if there was none that could be opened again.
    """

    place: Place
    case_id: int
    door: Door | None
    number: int | None
    typed: bytes
    window: "LeftWindow | None" = None


@dataclass(frozen=True, slots=True)
class LeftWindow:
    """A window about one conference: ``name`` of its kind, and what was typed in a sealed box."""

    name: str
    conference_id: int
    typed: bytes


def left(window: MainWindow, key: bytes) -> Left:
    """Where the counselor stands in ``window`` now; ask before the session locks.

    Text that a form could not keep, and text that belongs to no form, is sealed with ``key``.
    """
    wizard = _wizard()
    door = number = None
    if wizard is not None:
        number = wizard.conference_id
        door = None if isinstance(wizard, CaseWizard) else doors.DOOR_OF[type(wizard.step)]
    return Left(
        window.place,
        window.case_id,
        door,
        number,
        _sealed(wizard or window, key),
        _front(key),
    )


def resume(before: Left, window: MainWindow, key: bytes) -> None:
    """Open in ``window`` what was open, with every character that had been typed."""
    if before.case_id:
        window.show_case(before.case_id)
    else:
        window.go_to(before.place)
    shown: QWidget = window
    if before.number is not None and before.door is None:
        shown = window.open_new_case(before.number)
    elif before.number is not None and before.door is not None:
        shown = doors.open_wizard(before.door, window.session, before.number, window)
    _type(shown, json.loads(unsealed(key, before.typed)))
    front = before.window
    if front is not None:
        again = _open_again(front, window.session, shown)
        _type(again, json.loads(unsealed(key, front.typed)))


def _front(key: bytes) -> LeftWindow | None:
    """The window in front, if it is about one conference and holds what no archive does."""
    for kind in _again():
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, kind) and shown.isVisible():
                return LeftWindow(kind.__name__, shown.conference_id, _sealed(shown, key))
    return None


def _open_again(front: LeftWindow, session: "Session", parent: QWidget) -> QWidget:
    from konfkasus_gui.screens.case_page.referral_window import ReferralWindow

    kind = next(kind for kind in _again() if kind.__name__ == front.name)
    window = kind(session, front.conference_id, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(window, ReferralWindow):

        def show_letter(_kept: object) -> None:
            doors.open_paper(session, front.conference_id, DocumentKind.REFERRAL, parent)

        window.written.connect(show_letter)
    window.open()
    return window


def _again() -> tuple["type[AddendumWindow | MinutesWindow | ReferralWindow]", ...]:
    """The windows that come back, the one that stands in front of the others first."""
    from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
    from konfkasus_gui.screens.meeting.addendum import AddendumWindow
    from konfkasus_gui.screens.meeting.minutes import MinutesWindow

    return AddendumWindow, MinutesWindow, ReferralWindow


def _sealed(window: QWidget, key: bytes) -> bytes:
    return sealed(key, json.dumps(_typed(window)).encode())


def _wizard() -> StageWizard | None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, StageWizard) and window.isVisible():
            return window
    return None


def _typed(window: QWidget) -> dict[str, Any]:
    focus = window.focusWidget()
    fields = dict(_fields(window))
    return {
        "chosen": {name: found.form_id for name, found in _lists(window) if found.form_id},
        "texts": {name: _text(field) for name, field in fields.items() if not _is_kept(field)},
        "focus": next((name for name, field in fields.items() if field is focus), ""),
        "cursor": _cursor(focus),
    }


def _type(window: QWidget, typed: dict[str, Any]) -> None:
    for name, found in _lists(window):
        if name in typed["chosen"]:
            found.choose(typed["chosen"][name])
    fields = dict(_fields(window))
    for name, text in typed["texts"].items():
        field = fields.get(name)
        if field is not None and _text(field) != text:
            _write(field, text)
    field = fields.get(typed["focus"])
    if field is not None:
        field.setFocus()
        _set_cursor(field, typed["cursor"])


def _fields(window: QWidget) -> Iterator[tuple[str, QLineEdit | QPlainTextEdit]]:
    """The fields for text that are on the screen, each by a name that it has in any such window."""
    times: dict[str, int] = {}
    found: list[QLineEdit | QPlainTextEdit] = []
    found += window.findChildren(QLineEdit)
    found += window.findChildren(QPlainTextEdit)
    for field in found:
        secret = isinstance(field, QLineEdit) and field.echoMode() != field.EchoMode.Normal
        if not field.isVisible() or secret or field.isReadOnly():
            continue
        known = field.accessibleName() or field.placeholderText()
        times[known] = times.get(known, 0) + 1
        yield f"{known}/{times[known]}", field


def _lists(window: QWidget) -> Iterator[tuple[str, "RecordList[Any]"]]:
    for number, found in enumerate(window.findChildren(RecordList)):
        if found.isVisible():
            yield str(number), found


def _is_kept(field: QWidget) -> bool:
    """Whether the archive holds what ``field`` shows."""
    around = field.parentWidget()
    while around is not None and not isinstance(around, Form):
        around = around.parentWidget()
    return around is not None and not around.pending and around.binds(field)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put ``text`` into ``field`` as if it was typed, so that its form keeps it."""
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def _cursor(field: QWidget | None) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def _set_cursor(field: QLineEdit | QPlainTextEdit, position: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(position)
        return
    cursor = field.textCursor()
    cursor.setPosition(min(position, len(field.toPlainText())))
    field.setTextCursor(cursor)

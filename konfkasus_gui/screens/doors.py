"""The windows that the main window opens, imported when they are first needed."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from konfkasus_gui.procedure import evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard

DOOR_OF: dict[type[Enum], Door] = {
    planning.Step: Door.PLANNING,
    meeting.Step: Door.MEETING,
    evaluation.Step: Door.EVALUATION,
    follow_up.Step: Door.FOLLOW_UP,
}
"""Where a step of the check-list is done."""


def open_door(
    door: Door,
    session: Session,
    conference_id: int,
    parent: QWidget,
    step: Enum | None = None,
) -> None:
    """Open the window behind ``door``, at ``step`` if it may be entered."""
    if door is Door.MINUTES:
        from konfkasus_gui.screens.meeting.minutes import open_minutes

        open_minutes(session, conference_id, parent)
        return
    wizard = open_wizard(door, session, conference_id, parent)
    if step is not None:
        wizard.go_to(step)


def open_new_case(session: Session, parent: QWidget, case_id: int | None = None) -> QWidget:
    """Open the wizard for a new case, or go on with ``case_id``, a case that is screened."""
    from konfkasus_gui.screens.case_opening.wizard import open_new_case as open_wizard

    return open_wizard(session, parent, case_id)


def open_import(session: Session, parent: QWidget) -> QWidget:
    """Open the import of the school's student list."""
    from konfkasus_gui.screens.student_import import open_student_import

    return open_student_import(session, parent)


def open_export(session: Session, parent: QWidget, case_ids: Sequence[int] = ()) -> QWidget:
    """Open the wizard that writes cases to a file for another PC; ``case_ids`` are ticked."""
    from konfkasus_gui.screens.transfer.export_wizard import ExportWizard

    return _shown(ExportWizard(session, parent.window(), case_ids))


def open_taking_over(session: Session, parent: QWidget) -> QWidget:
    """Open the wizard that takes cases over from a file of another PC."""
    from konfkasus_gui.screens.transfer.import_wizard import ImportWizard

    return _shown(ImportWizard(session, parent.window()))


def open_versions(session: Session, parent: QWidget, case_id: int) -> QWidget:
    """Show what two PCs say differently about one case."""
    from konfkasus_gui.screens.transfer.versions_window import VersionsWindow

    return _shown(VersionsWindow(session, parent.window(), case_id))


def _shown(window: QDialog) -> QDialog:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window


def open_paper(session: Session, conference_id: int, kind: DocumentKind, parent: QWidget) -> None:
    """Show a paper as it would be printed; addenda are listed below the minutes."""
    if kind is DocumentKind.ADDENDUM:
        open_door(Door.MINUTES, session, conference_id, parent)
        return
    from konfkasus_gui.screens.preview import open_preview

    open_preview(session, conference_id, kind, parent)


def open_wizard(door: Door, session: Session, conference_id: int, parent: QWidget) -> StageWizard:
    """Open the stage behind ``door`` at the step where it stopped; the history learns of it."""
    session.note_daily(Deed.VIEWED, session.plan(conference_id).case.id)
    if door is Door.PLANNING:
        from konfkasus_gui.screens.planning import wizard as planning_room

        return planning_room.open_wizard(session, conference_id, parent)
    if door is Door.MEETING:
        from konfkasus_gui.screens.meeting import wizard as meeting_room

        return meeting_room.open_wizard(session, conference_id, parent)
    if door is Door.EVALUATION:
        from konfkasus_gui.screens.evaluation import wizard as evaluation_room

        return evaluation_room.open_wizard(session, conference_id, parent)
    from konfkasus_gui.screens.follow_up import wizard as follow_up_room

    return follow_up_room.open_wizard(session, conference_id, parent)

from PySide6.QtWidgets import QDialog, QWidget

from konfkasus_gui.procedure import evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.wizard import StageWizard


def test_a_step_of_each_stage_has_its_door():
    steps = (planning.Step, meeting.Step, evaluation.Step, follow_up.Step)
    assert [doors.DOOR_OF[step] for step in steps] == [
        Door.PLANNING,
        Door.MEETING,
        Door.EVALUATION,
        Door.FOLLOW_UP,
    ]


def test_a_door_opens_its_wizard_at_the_step_asked_for(qtbot, session, cases):
    conference = cases.invited()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    doors.open_door(Door.PLANNING, session, conference.id, window, planning.Step.PROBLEM)
    [wizard] = window.findChildren(StageWizard)
    assert wizard.isVisible()
    assert wizard.step is planning.Step.PROBLEM
    wizard.reject()


def test_a_paper_is_shown_before_it_is_printed(qtbot, session, cases):
    conference = cases.invited()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    doors.open_paper(session, conference.id, DocumentKind.ATTENDANCE_LIST, window)
    [preview] = window.findChildren(QDialog)
    assert preview.isVisible()
    preview.reject()

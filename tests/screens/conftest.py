from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Contribution
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Basis,
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Field,
    Presence,
    Stage,
)
from konfkasus_gui.screens import deeds, dialogs, letter_deeds

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


@pytest.fixture(autouse=True)
def no_unexpected_question(monkeypatch):
    """A question that nobody answers fails its test, rather than wait for an answer for ever."""

    def asked(window, *_how):
        raise AssertionError(
            f"unexpected question: {window.accessibleName() or window.windowTitle()}"
        )

    monkeypatch.setattr(dialogs, "answered", asked)
    monkeypatch.setattr(dialogs, "_chosen", asked)


class CaseMaker:
    """Makes a case of a new made-up student that has come to a stage."""

    def __init__(self, session):
        self.session = session

    def screened(self, name="Yoga Pratama"):
        student = self.session.save(Student(name=name, class_name="VII-A"))
        draft = Case(
            code="",
            student_id=student.id,
            class_name=student.class_name,
            opened_on=MONDAY,
            problem="Sering menyendiri.",
            fields=(Field.SOCIAL,),
        )
        return deeds.open_case(self.session, draft)

    def planned(self, name="Mira Fadhila"):
        """The first conference of a case in planning, nothing agreed yet."""
        return deeds.accept_case(self.session, self.screened(name))

    def invited(self, name="Dimas Prasetyo", held_on=MONDAY, starts_at=time(13)):
        conference = self.planned(name)
        consent = Consent(
            case_id=conference.case_id, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN
        )
        deeds.record_consent(self.session, conference.id, consent)
        self.session.save(Participant(conference_id=conference.id, name="Ratna Wulandari"))
        self.session.save(
            replace(conference, held_on=held_on, starts_at=starts_at, place="Ruang BK")
        )
        letter_deeds.number_invitations(self.session, conference.id, MONDAY)
        return self.session.get(Conference, conference.id)

    def held(self, name="Raka Saputra", held_on=MONDAY - timedelta(days=3)):
        conference = self.invited(name, held_on)
        state = ConferenceState.HELD
        return self.session.save(replace(conference, state=state, opened_at=NOON, closed_at=NOON))

    def followed(self, name="Nadia Aulia", due=(MONDAY,)):
        """A conference in its follow-up, with an open action for each day of ``due``."""
        conference = self.session.save(replace(self.held(name), minutes_final_at=NOON))
        self.session.save(Evaluation(conference_id=conference.id, evaluated_on=MONDAY))
        for number, due_on in enumerate(due, 1):
            what = f"Tindakan {number}"
            self.session.save(
                Action(conference_id=conference.id, what=what, who="Sri", due_on=due_on)
            )
        return conference

    def closed(self, name="Tiara Lestari"):
        conference = self.followed(name, due=())
        case = self.session.get(Case, conference.case_id)
        self.session.save(replace(case, state=CaseState.CLOSED, closed_on=MONDAY))
        return conference

    def frozen(self, name="Bagus Wicaksono"):
        conference = self.invited(name)
        consent = self.session.plan(conference.id).consent(ConsentGiver.CLIENT)
        deeds.withdraw_consent(self.session, conference.id, consent)
        return conference

    def marked(self, conference, stage=Stage.PLANNING):
        self.session.finish_stage(conference.id, stage)
        return conference


@pytest.fixture
def cases(session):
    """Makes cases of made-up students in any stage."""
    return CaseMaker(session)


@pytest.fixture
def doors_opened(monkeypatch):
    """What pages asked to open, as (door or paper, conference, step); nothing opens."""
    from konfkasus_gui.screens import doors

    asked = []

    def open_door(door, session, conference_id, parent, step=None):
        asked.append((door, conference_id, step))

    def open_paper(session, conference_id, kind, parent):
        asked.append((kind, conference_id, None))

    def open_new_case(session, parent, case_id=None):
        asked.append(("case", case_id, None))

    def open_import(session, parent):
        asked.append(("import", None, None))

    monkeypatch.setattr(doors, "open_door", open_door)
    monkeypatch.setattr(doors, "open_import", open_import)
    monkeypatch.setattr(doors, "open_paper", open_paper)
    monkeypatch.setattr(doors, "open_new_case", open_new_case)
    return asked


@pytest.fixture
def opener(qtbot, session, conference):
    """Makes of a stage's ``open_wizard`` what opens it for the test, at a step if one is given."""
    shown = []

    def opener(open_wizard):
        def opened(step=None):
            wizard = open_wizard(session, conference.id)
            wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            qtbot.addWidget(wizard)
            with qtbot.waitExposed(wizard):
                wizard.show()
            shown.append(wizard)
            if step is not None:
                wizard.go_to(step)
                assert wizard.step is step
                qtbot.waitUntil(wizard.page_now.content.isVisible)
            return wizard

        return opened

    yield opener
    shown.clear()


@pytest.fixture
def held(session, conference):
    """A meeting that was held: three said something, two of them promised something."""
    session.save(
        replace(
            conference, held_on=date(2026, 3, 2), opened_at=session.now(), closed_at=session.now()
        )
    )
    guests = []
    for name in ("Ratna Wulandari", "Hendra Gunawan, S.Pd.", "Sutrisno"):
        guest = session.save(Participant(conference_id=conference.id, name=name))
        guests.append(guest)
        session.save(
            Attendance(
                conference_id=conference.id, participant_id=guest.id, presence=Presence.PRESENT
            )
        )
        session.save(
            Contribution(
                conference_id=conference.id,
                participant_id=guest.id,
                agenda=Agenda.INFORMATION,
                aspect=Aspect.FAMILY,
                basis=Basis.OBSERVED,
                text=f"Keterangan {name}",
                said_at=session.now(),
            )
        )
    for guest in guests[:2]:
        session.save(
            Commitment(
                conference_id=conference.id,
                participant_id=guest.id,
                text=f"Janji {guest.name}",
                agreed=True,
            )
        )
    final = replace(
        session.get(Conference, conference.id),
        state=ConferenceState.HELD,
        minutes_final_at=session.now(),
    )
    session.save(final)
    return tuple(guests)

"""One case from the first worry to the last follow-up, as a counselor would take it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar

from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.archive.exchange import apply, compare
from konfkasus_gui.demo.sample import SAMPLE, fields, parsed, student_list, value
from konfkasus_gui.documents import papers
from konfkasus_gui.procedure import addendum
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, Progress
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.school import Account, Person, School, Student
from konfkasus_gui.procedure.vocabulary import ActionState, DocumentKind, Stage
from konfkasus_gui.screens import deeds, letter_deeds
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.session import Session

LOOKED_AFTER = ("state", "state_reason", "ended_on", "kept", "kept_on")
"""What the follow-up leaves in an action."""
R = TypeVar("R", bound=Record)


class Clock:
    """A clock that stands still until the story goes on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time in the story."""
        return self.now


class Story:
    """The chapters of the case, in order; each uses nothing but the session that screens use."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self.session = session
        self.clock = clock
        self._told = parsed("case.json")
        self._ids: dict[str, dict[str, int]] = {}
        self.case_id = 0
        self.conference_id = 0

    def set_up_school(self) -> None:
        """The letterhead, the counselor and the directory."""
        told = parsed("school.json")
        entry = dict(told["school"])
        for side in ("logo_left", "logo_right"):
            if entry.get(side):
                entry[side] = (SAMPLE / entry[side]).read_bytes()
        session = self.session
        with session.together():
            session.save(replace(session.school, **fields(School, entry)))
            if session.account is not None:
                session.account = session.save(
                    replace(session.account, **fields(Account, told["account"]))
                )
            self._keep_all(Person, "people", told["people"])

    def import_students(self) -> int:
        """The school's list; how many students it brought."""
        sheet = read_students(student_list(), _silent)
        preview = compare(sheet, self.session.lists.all_students())
        count = apply(preview, self.session.archive, _silent)
        self.session.note(Deed.IMPORTED, note=str(count))
        return count

    def open_case(self) -> None:
        """The first worry, written down."""
        entry = self._told["case"]
        self._at(entry["opened_on"], time(10, 41))
        student = self.student
        draft = value(Case, entry, code="", student_id=student.id, class_name=student.class_name)
        self.case_id = deeds.open_case(self.session, draft).id

    def accept_case(self) -> None:
        """The answers call for a conference."""
        case = self.session.get(Case, self.case_id)
        self.conference_id = deeds.accept_case(self.session, case).id

    def plan(self) -> None:
        """Consents, participants, data, a day and a place; the chair has read the directions."""
        session, told = self.session, self._told
        for entry in told["consents"]:
            self._at(entry["given_on"], time(9, 10))
            consent = session.plan(self.conference_id).consent(
                value(Consent, entry, case_id=self.case_id).giver
            )
            named = {**entry, "name": entry["name"] or self.student.name}
            deeds.record_consent(
                session, self.conference_id, replace(consent, **fields(Consent, named))
            )
        self._at("2026-11-18", time(13, 5))
        with session.together():
            for entry in told["participants"]:
                self._keep_participant(entry)
            self._keep_all(DataItem, "data_items", told["data_items"], case_id=self.case_id)
            later = (
                "opened_at",
                "closed_at",
                "diagnosis",
                "aim_stated",
                "case_stated",
                "secrecy_stated",
            )
            planned = {name: held for name, held in told["conference"].items() if name not in later}
            self._change_conference(planned)

    def invite(self) -> None:
        """Numbered and printed invitations."""
        session = self.session
        dated = date.fromisoformat(self._told["letters"]["dated"])
        self._at(dated.isoformat(), time(13, 20))
        letter_deeds.number_invitations(session, self.conference_id, dated)
        session.finish_stage(self.conference_id, Stage.PLANNING)

    def come_together(self) -> None:
        """The morning of the meeting: who came, and everybody's pledge."""
        session, told = self.session, self._told
        self._at_moment(told["conference"]["opened_at"])
        with session.together():
            self._keep_all(Attendance, "attendances", told["attendances"], self._here)
        deeds.open_conference(session, session.meeting(self.conference_id))

    def talk(self) -> None:
        """Items a to g, as they were said."""
        session, told = self.session, self._told
        said = ("diagnosis", "aim_stated", "case_stated", "secrecy_stated")
        with session.together():
            self._change_conference({name: told["conference"][name] for name in said})
            for key in told["presentations"]:
                session.save(
                    Presentation(
                        conference_id=self.conference_id,
                        data_item_id=self._ids["data_items"][key],
                    )
                )
            for kind, name in (
                (Contribution, "contributions"),
                (Abstention, "abstentions"),
                (Conclusion, "conclusions"),
                (Citation, "citations"),
                (Answer, "answers"),
                (Duration, "durations"),
                (Remark, "remarks"),
                (Commitment, "commitments"),
            ):
                self._keep_all(kind, name, told[name], self._here)
        self._at("2026-11-23", time(11, 12))

    def close_meeting(self) -> None:
        """The meeting ends; its minutes are read once more and become final."""
        session = self.session
        self._at_moment(self._told["conference"]["closed_at"])
        deeds.close_conference(session, session.meeting(self.conference_id))
        self._at_moment(self._told["minutes_final_at"])
        deeds.finalise_minutes(session, session.meeting(self.conference_id))

    def correct_minutes(self) -> None:
        """What the minutes got wrong, put right beside them."""
        session, told = self.session, self._told["addendum"]
        self._at(told["dated"], time(8, 40))
        held = materials(session, self.conference_id)
        draft = addendum.issue(
            session.meeting(self.conference_id).conference,
            session.lists.addenda(self.conference_id),
            dated=session.today(),
            corrects=told["corrects"],
            text=told["text"],
            reason=told["reason"],
            by=held.counselor.name,
        )
        content = papers.build(DocumentKind.ADDENDUM, replace(held, addendum=draft))
        deeds.issue_addendum(session, draft, content)

    def evaluate(self) -> None:
        """What the meeting brought, in the procedure's own terms."""
        session, told = self.session, self._told
        self._at(told["evaluation"]["evaluated_on"], time(10))
        with session.together():
            meeting = session.meeting(self.conference_id)
            meaningful = {self._ids["contributions"][key] for key in told["meaningful"]}
            for said in meeting.contributions:
                if said.id in meaningful:
                    session.save(replace(said, meaningful=True))
            self._keep_all(Judgement, "judgements", told["judgements"], self._here)
        evaluation = value(Evaluation, told["evaluation"], conference_id=self.conference_id)
        deeds.finish_evaluation(session, evaluation)

    def follow_up(self) -> None:
        """Who does what until when; the client is told."""
        session, told = self.session, self._told
        self._at("2026-11-24", time(13))
        with session.together():
            for entry in told["actions"]:
                begun = {**entry, "state": ActionState.NOT_STARTED.value, "ended_on": None}
                begun |= {"kept": None, "kept_on": None}
                self._keep_all(Action, "actions", [begun], self._here)
            session.save(value(Debriefing, told["debriefing"], conference_id=self.conference_id))

    def refer(self) -> None:
        """A psychologist is asked for help; the report and the letter get their numbers."""
        session, here = self.session, self.conference_id
        asked = session.save(value(Referral, self._told["referral"], conference_id=here))
        for kind, reader in (
            (DocumentKind.OFFICIAL_REPORT, ""),
            (DocumentKind.REFERRAL, asked.recipient),
        ):
            letter_deeds.number_paper(session, here, kind, session.today(), reader)

    def look_after(self) -> None:
        """Weeks of small steps; every action ends."""
        session, told = self.session, self._told
        self._at("2027-05-24", time(9))
        with session.together():
            for entry in told["actions"]:
                action = session.get(Action, self._ids["actions"][entry["key"]])
                ended = {name: entry[name] for name in LOOKED_AFTER}
                session.save(replace(action, **fields(Action, ended)))
            self._keep_all(Progress, "progress", told["progress"])
            for entry in told["assessments"]:
                asked = value(Assessment, entry, conference_id=self.conference_id)
                proposed = session.follow_up(self.conference_id).assessment(asked.kind)
                session.save(replace(asked, id=proposed.id, due_on=proposed.due_on))

    def close_case(self) -> None:
        """The closing note, and the case rests."""
        session = self.session
        note = self._told["closing"]["closing_note"]
        session.save(replace(session.get(Case, self.case_id), closing_note=note))
        deeds.close_case(session, session.follow_up(self.conference_id))

    @cached_property
    def student(self) -> Student:
        """The client."""
        [student] = self.session.lists.students(self._told["student"]["nisn"])
        return student

    @property
    def _here(self) -> dict[str, int]:
        return {"conference_id": self.conference_id}

    def _keep_participant(self, entry: dict[str, Any]) -> None:
        plain = dict(entry)
        person, guardian = plain.pop("person", None), plain.pop("guardian", None)
        links: dict[str, int] = dict(self._here)
        if person:
            links["person_id"] = self._ids["people"][person]
        if guardian:
            links["guardian_id"] = next(
                known.id
                for known in self.session.lists.guardians(self.student.id)
                if known.relation.value == guardian
            )
        self._keep_all(Participant, "participants", [plain], links)

    def _keep_all(
        self,
        kind: type[R],
        name: str,
        entries: list[dict[str, Any]],
        links: dict[str, int] | None = None,
        **more: int,
    ) -> None:
        """Keep the value of each entry; a ``key`` is remembered, a pointer is resolved."""
        known = self._ids.setdefault(name, {})
        for entry in entries:
            plain = dict(entry)
            key = plain.pop("key", None)
            pointed: dict[str, int | None] = {**(links or {}), **more}
            for pointer, target in _POINTERS.items():
                if pointer in plain:
                    found = plain.pop(pointer)
                    pointed[f"{pointer}_id"] = found and self._ids[target][found]
            kept = self.session.save(value(kind, plain, **pointed))
            if key:
                known[key] = kept.id

    def _change_conference(self, entry: dict[str, Any]) -> None:
        conference = self.session.get(Conference, self.conference_id)
        self.session.save(replace(conference, **fields(Conference, entry)))

    def _at(self, day: str, moment: time) -> None:
        self.clock.now = datetime.combine(date.fromisoformat(day), moment)

    def _at_moment(self, moment: str) -> None:
        self.clock.now = datetime.fromisoformat(moment)


_POINTERS = {
    "participant": "participants",
    "commitment": "commitments",
    "action": "actions",
    "conclusion": "conclusions",
    "contribution": "contributions",
}


def _silent(_done: int, _total: int) -> None:
    """No progress is shown: there is no window yet."""


Chapter = Callable[[], object]

import json
import runpy
from datetime import date, datetime, time
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest
from openpyxl import load_workbook
from PIL import Image, ImageChops

from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.procedure import evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.case import Case, needs_conference
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, FollowUp, Progress
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant, Plan
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
from konfkasus_gui.procedure.school import Account, Person, School
from konfkasus_gui.procedure.vocabulary import CaseState, Outcome, Relation
from konfkasus_gui.procedure.word import Word

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "sample"
[LIST] = SAMPLE.glob("daftar_pd-*.xlsx")
CLOSED = date(2027, 5, 24)


def parsed(name):
    return json.loads((SAMPLE / name).read_text(encoding="utf-8"))


def sheet():
    return read_students(LIST, lambda _done, _total: None)


STORY, SCHOOL = parsed("case.json"), parsed("school.json")


def worth(hint, plain):
    """A plain JSON value as the field with this type hint holds it."""
    options = [hint, *get_args(hint)]
    if isinstance(plain, list):
        [kind, _rest] = get_args(hint)
        return tuple(worth(kind, one) for one in plain)
    if isinstance(plain, str):
        for kind in options:
            if get_origin(kind) is None and issubclass(kind, Word):
                return kind(plain)
            if kind in (date, datetime, time):
                return kind.fromisoformat(plain)
    return plain


def value(kind, entry, **links):
    """The value that ``entry`` describes; a field that ``kind`` does not have is an error."""
    hints = get_type_hints(kind)
    return kind(**{name: worth(hints[name], plain) for name, plain in entry.items()}, **links)


class Story:
    """The values of case.json, with the numbers that an archive would have given them."""

    def __init__(self):
        self.ids = {}
        story = STORY
        self.case = value(
            Case, story["case"], id=1, code="KK-2026-001", student_id=1, state=CaseState.OPEN
        )
        conference = value(Conference, story["conference"], id=1, case_id=1)
        self.plan = Plan(
            case=self.case,
            conference=conference,
            consents=self.every(Consent, "consents", case_id=1),
            participants=self.every(
                Participant, "participants", drop=("person", "guardian"), conference_id=1
            ),
            data_items=self.every(DataItem, "data_items", case_id=1),
        )
        self.meeting = Meeting(
            plan=self.plan,
            attendances=self.every(Attendance, "attendances", conference_id=1),
            presentations=tuple(
                Presentation(conference_id=1, data_item_id=self.ids["data_items"][key])
                for key in story["presentations"]
            ),
            contributions=self.every(Contribution, "contributions", conference_id=1),
            abstentions=self.every(Abstention, "abstentions", conference_id=1),
            conclusions=self.every(Conclusion, "conclusions", conference_id=1),
            citations=self.every(Citation, "citations", conference_id=1),
            answers=self.every(Answer, "answers", conference_id=1),
            durations=self.every(Duration, "durations", conference_id=1),
            remarks=self.every(Remark, "remarks", conference_id=1),
            commitments=self.every(Commitment, "commitments", conference_id=1),
        )
        self.appraisal = Appraisal(
            meeting=self.meeting,
            evaluation=value(Evaluation, story["evaluation"], conference_id=1),
            judgements=self.every(Judgement, "judgements", conference_id=1),
        )
        self.follow_up = FollowUp(
            appraisal=self.appraisal,
            actions=self.every(Action, "actions", conference_id=1),
            progress=self.every(Progress, "progress"),
            assessments=self.every(Assessment, "assessments", conference_id=1),
            debriefing=value(Debriefing, story["debriefing"], conference_id=1),
        )

    def every(self, kind, name, *, drop=(), **links):
        """All values of one list; what they point to must have come before them."""
        numbers = self.ids.setdefault(name, {})
        made = []
        for number, entry in enumerate(STORY[name], start=1):
            plain = {field: held for field, held in entry.items() if field not in drop}
            if key := plain.pop("key", None):
                assert key not in numbers, key
                numbers[key] = number
            own = dict(links)
            for link in ("participant", "commitment", "action", "conclusion", "contribution"):
                if link in plain:
                    target = plain.pop(link)
                    own[f"{link}_id"] = target if target is None else self.ids[f"{link}s"][target]
            if kind is Contribution:
                own["meaningful"] = key in STORY["meaningful"]
            made.append(value(kind, plain, id=number, **own))
        return tuple(made)


@pytest.fixture(scope="module")
def story():
    return Story()


@pytest.fixture(scope="module")
def client():
    [row] = [row for row in sheet().rows if row.student.nisn == STORY["student"]["nisn"]]
    return row


def test_the_list_has_students_of_every_class_and_two_oddities():
    found = sheet()
    assert len(found.rows) == 120
    assert {row.student.class_name for row in found.rows} == {
        f"{level}-{room}" for level in ("VII", "VIII", "IX") for room in "ABC"
    }
    assert [oddity.row for oddity in found.warnings] == [115]
    assert [oddity.row for oddity in found.skipped] == [127]
    assert all(row.student.birth_date and len(row.guardians) >= 2 for row in found.rows)


def test_the_list_has_the_layout_of_dapodik():
    book = load_workbook(LIST)
    rows = list(book.active.iter_rows(values_only=True))
    assert {len(row) for row in rows} == {66}
    assert [index for index, cell in enumerate(rows[5]) if cell] == list(range(24, 42))
    assert (rows[4][1], rows[4][42], rows[6][0]) == ("Nama", "Rombel Saat Ini", 1)


def test_the_list_holds_nothing_that_could_be_a_real_number():
    [header, *rows] = list(load_workbook(LIST).active.iter_rows(min_row=5, values_only=True))
    below, *students = rows
    secret = {"NIK", "No KK", "Nomor Rekening Bank", "Lintang", "Bujur", "Penghasilan"}
    places = [i for i in range(66) if header[i] in secret or below[i] in secret]
    assert len(places) == 11
    assert {row[index] for row in students for index in places} == {"-"}


def test_the_files_come_out_of_their_generator_again(tmp_path):
    runpy.run_path(str(ROOT / "packaging" / "sample" / "write_sample.py"))["write"](tmp_path)

    def cells(path):
        return list(load_workbook(path).active.iter_rows(values_only=True))

    assert cells(tmp_path / LIST.name) == cells(LIST)
    for logo in ("logo-kabupaten.png", "logo-sekolah.png"):
        with Image.open(tmp_path / logo) as made, Image.open(SAMPLE / logo) as kept:
            assert not ImageChops.difference(made, kept).getbbox()


def test_the_school_and_its_people_are_complete():
    school = dict(SCHOOL["school"])
    for side in ("logo_left", "logo_right"):
        assert (SAMPLE / school.pop(side)).is_file()
    assert all(getattr(value(School, school), name) for name in school)
    account = value(Account, SCHOOL["account"], created_at=datetime(2026, 7, 13, 8))
    assert account.name == STORY["conference"]["chair"]
    for entry in SCHOOL["people"]:
        assert value(Person, {name: held for name, held in entry.items() if name != "key"}).capacity


def test_participants_point_to_people_and_parents_who_are_there(client):
    people = {entry["key"]: entry for entry in SCHOOL["people"]}
    parents = {guardian.relation: guardian.name for guardian in client.guardians}
    for entry in STORY["participants"]:
        if "person" in entry:
            known = people[entry["person"]]
            assert (entry["name"], entry["institution"]) == (known["name"], known["institution"])
        else:
            assert entry["name"].upper() == parents[Relation(entry["guardian"])]


def test_the_case_never_says_who_it_is_about(client):
    text = (SAMPLE / "case.json").read_text(encoding="utf-8").casefold()
    student = client.student
    for word in (*student.name.casefold().split(), student.class_name.casefold(), student.nipd):
        assert word not in text


def test_the_story_leaves_no_gap_in_any_stage(story):
    today = date(2026, 11, 20)
    assert needs_conference(story.case)
    assert [gap.key for gap in planning.gaps(story.plan, today)] == ["plan.invitations"]
    assert meeting.gaps(story.meeting, today) == []
    assert evaluation.gaps(story.appraisal, today) == []


def test_the_story_ends_well(story):
    closing = STORY["closing"]
    assert evaluation.outcome(story.appraisal) is Outcome.SUCCESS
    assert set(STORY["meaningful"]) <= set(story.ids["contributions"])
    keys = [gap.key for gap in follow_up.gaps(story.follow_up, CLOSED)]
    assert keys == ["follow.closing"]
    assert date.fromisoformat(closing["closed_on"]) == CLOSED
    assert closing["closing_note"]


def test_what_is_kept_back_is_not_presented(story):
    shown = set(STORY["presentations"])
    shareable = {entry["key"] for entry in STORY["data_items"] if entry["shareable"]}
    assert shown == shareable
    assert len(shareable) < len(STORY["data_items"]) == 10


def test_the_story_happens_in_order(story):
    conference = story.plan.conference
    said = [one.said_at for one in story.meeting.contributions]
    assert said == sorted(said)
    assert conference.opened_at < said[0] <= said[-1] < conference.closed_at
    assert datetime.fromisoformat(STORY["minutes_final_at"]) > conference.closed_at
    for promise in story.meeting.commitments:
        assert conference.held_on < promise.starts_on <= promise.check_on
    for look in story.follow_up.progress:
        [action] = [one for one in story.follow_up.actions if one.id == look.action_id]
        assert conference.held_on < look.noted_on <= action.ended_on <= CLOSED

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from playhouse.test_utils import count_queries

from konfkasus_gui.archive.lists import CaseFilter
from konfkasus_gui.archive.register_lists import LetterFilter
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import Action, Assessment
from konfkasus_gui.procedure.letter import Document, Letter, fingerprint
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.proceedings import Commitment, Contribution
from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.standing import next_step, stage
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    Agenda,
    AssessmentKind,
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    LetterState,
    Relation,
    Stage,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
TOMORROW = MONDAY + timedelta(days=1)
RUNNING = CaseFilter(states=(CaseState.OPEN,))


@pytest.fixture
def another(archive, student):
    """Opens one more case of the same student."""

    def opened(state=CaseState.OPEN, **facts):
        draft = Case(code="", student_id=student.id, state=state, opened_on=MONDAY, **facts)
        return archive.register.open_case(draft)

    return opened


@pytest.fixture
def agreed(archive, conference):
    archive.save(
        Consent(case_id=conference.case_id, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN)
    )
    return conference


def letter_of(conference, sequence, state=LetterState.ISSUED):
    return Letter(
        case_id=conference.case_id,
        conference_id=conference.id,
        year=2026,
        sequence=sequence,
        number=f"421.3/{sequence:03}/SMPN1/III/2026",
        dated=MONDAY,
        recipient="Ratna Wulandari",
        subject="Undangan",
        state=state,
    )


def paper_of(conference, kind=DocumentKind.MINUTES):
    return Document(
        case_id=conference.case_id,
        conference_id=conference.id,
        kind=kind,
        title=kind.title,
        content=b"%PDF",
        sha256=fingerprint(b"%PDF"),
        kept_at=NOON,
    )


def queries(read):
    with count_queries() as counted:
        read()
    return counted.count


@pytest.mark.parametrize("cases", [1, 30])
def test_every_list_is_read_in_one_query_however_many_cases_there_are(
    archive, case, conference, another, student, cases
):
    archive.save(letter_of(conference, 1))
    archive.save(paper_of(conference))
    archive.save(Action(conference_id=conference.id, what="Kunjungan", due_on=MONDAY))
    for _number in range(cases):
        archive.save(Conference(case_id=another().id, held_on=TOMORROW))
    lists = archive.lists
    readers = (
        lambda: lists.cases(),
        lambda: lists.cases(CaseFilter("Anisa", (CaseState.OPEN,))),
        lambda: lists.case(case.id),
        lambda: lists.running_case(student.id),
        lambda: lists.count_cases(),
        lambda: lists.count_by_state("a"),
        lambda: lists.conferences_on(TOMORROW),
        lambda: lists.next_conference(MONDAY),
        lambda: lists.due(TOMORROW),
        lambda: lists.count_due(TOMORROW),
        lambda: lists.letters(),
        lambda: lists.count_letters(LetterFilter("a")),
        lambda: lists.letter_years(),
        lambda: lists.agenda(2026),
        lambda: lists.kept_documents(),
        lambda: lists.count_documents("a"),
        lambda: lists.kept_kinds(),
        lambda: lists.students("a"),
        lambda: lists.count_students(),
        lambda: lists.class_names(),
        lambda: lists.guardians(student.id),
        lambda: lists.people(),
        lambda: lists.conferences(case.id),
        lambda: lists.documents(case.id),
        lambda: lists.history(case.id),
    )
    assert [queries(read) for read in readers] == [1] * len(readers)


def test_a_new_case_waits_for_consent(archive, case, conference):
    [line] = archive.lists.cases()
    assert (line.code, line.student_name, line.class_name) == (
        "KK-2026-001",
        "Anisa Rahmawati",
        "IX-A",
    )
    assert line.fields == case.fields
    assert stage(line) is Stage.PLANNING
    assert next_step(line, MONDAY) == "Minta persetujuan konseli"


def test_numbered_letters_bring_a_case_to_its_meeting(archive, agreed):
    archive.save(replace(agreed, held_on=TOMORROW, starts_at=time(10)))
    archive.save(Participant(conference_id=agreed.id, name="Ratna"))
    archive.save(letter_of(agreed, 1, LetterState.PRINTED))
    archive.save(letter_of(agreed, 2))
    archive.save(letter_of(agreed, 3, LetterState.CANCELLED))
    line = archive.lists.case(agreed.case_id)
    assert (line.participants, line.letters, line.printed) == (1, 2, 1)
    assert stage(line) is Stage.MEETING
    assert next_step(line, MONDAY) == "Konferensi besok"


def test_a_held_meeting_waits_for_its_minutes(archive, agreed):
    archive.save(replace(agreed, opened_at=NOON, state=ConferenceState.HELD))
    line = archive.lists.case(agreed.case_id)
    assert stage(line) is Stage.MEETING
    assert next_step(line, MONDAY) == "Finalkan notulen"


def test_final_minutes_wait_for_the_evaluation_and_that_for_the_follow_up(archive, agreed):
    archive.save(replace(agreed, opened_at=NOON, minutes_final_at=NOON))
    assert stage(archive.lists.case(agreed.case_id)) is Stage.EVALUATION
    archive.save(Evaluation(conference_id=agreed.id, evaluated_on=MONDAY))
    line = archive.lists.case(agreed.case_id)
    assert stage(line) is Stage.FOLLOW_UP
    assert next_step(line, MONDAY) == "Susun tindak lanjut"


def test_a_case_counts_only_the_actions_that_were_chosen_and_have_not_ended(archive, agreed):
    archive.save(replace(agreed, opened_at=NOON, minutes_final_at=NOON))
    archive.save(Evaluation(conference_id=agreed.id, evaluated_on=MONDAY))
    for facts in (
        {"due_on": TOMORROW},
        {"due_on": MONDAY, "state": ActionState.DONE},
        {"due_on": MONDAY, "chosen": False},
    ):
        archive.save(Action(conference_id=agreed.id, what="Kunjungan", **facts))
    line = archive.lists.case(agreed.case_id)
    assert (line.actions, line.open_actions, line.next_due) == (2, 1, TOMORROW)
    assert next_step(line, MONDAY) == "Tindak lanjut, besok"


def test_an_action_without_words_is_nothing_to_do(archive, agreed):
    ratna = archive.save(Participant(conference_id=agreed.id, name="Ratna"))
    promise = archive.save(
        Commitment(conference_id=agreed.id, participant_id=ratna.id, text="mendampingi")
    )
    archive.save(Action(conference_id=agreed.id, what=" ", due_on=MONDAY))
    line = archive.lists.case(agreed.case_id)
    assert (line.actions, line.open_actions, line.next_due) == (0, 0, None)
    assert archive.lists.due(MONDAY) == ()
    assert archive.lists.count_due(MONDAY) == 0
    archive.save(Action(conference_id=agreed.id, commitment_id=promise.id, due_on=MONDAY))
    assert archive.lists.case(agreed.case_id).open_actions == 1
    assert archive.lists.count_due(MONDAY) == 1


def test_a_case_shows_its_latest_meeting_or_the_one_asked_for(archive, case, conference):
    second = archive.save(Conference(case_id=case.id, number=2, place="Ruang BK"))
    assert archive.lists.case(case.id).conference_id == second.id
    assert archive.lists.case(case.id, conference.id).conference_id == conference.id
    assert [one.number for one in archive.lists.conferences(case.id)] == [1, 2]


def test_cases_come_newest_first_and_in_pages(archive, case, another):
    for _number in range(4):
        another()
    codes = [line.code for line in archive.lists.cases(limit=2, offset=2)]
    assert codes == ["KK-2026-003", "KK-2026-002"]


def test_a_case_is_found_by_code_class_name_problem_and_what_was_said(archive, conference, another):
    another(problem="hal lain")
    guest = archive.save(Participant(conference_id=conference.id, name="Ratna"))
    archive.save(
        Contribution(
            conference_id=conference.id,
            participant_id=guest.id,
            agenda=Agenda.INFORMATION,
            text="Suka menggambar layang-layang",
            said_at=NOON,
        )
    )

    def found(text):
        assert archive.lists.count_cases(CaseFilter(text)) == len(
            archive.lists.cases(CaseFilter(text))
        )
        return [line.code[-3:] for line in archive.lists.cases(CaseFilter(text))]

    assert found("2026-002") == ["002"]
    assert found("anisa") == ["002", "001"]
    assert found("IX-A") == ["001"]
    assert found("hal lain") == ["002"]
    assert found("layang-layang") == ["001"]
    assert found("tidak ada") == []


def test_cases_are_counted_by_state(archive, case, another):
    another(CaseState.CLOSED)
    another(CaseState.CLOSED)
    assert archive.lists.count_by_state() == {CaseState.OPEN: 1, CaseState.CLOSED: 2}
    assert archive.lists.count_by_state("IX-A") == {CaseState.OPEN: 1}
    assert archive.lists.count_cases(RUNNING) == 1


def test_conferences_of_a_day_come_by_time_and_only_of_running_cases(archive, another):
    for hour, state in ((13, CaseState.OPEN), (9, CaseState.OPEN), (8, CaseState.FROZEN)):
        case = another(state)
        archive.save(Conference(case_id=case.id, held_on=MONDAY, starts_at=time(hour)))
    assert [line.starts_at for line in archive.lists.conferences_on(MONDAY)] == [time(9), time(13)]
    assert archive.lists.conferences_on(TOMORROW) == ()


@pytest.mark.parametrize("state", [CaseState.CLOSED, CaseState.FROZEN])
def test_a_conference_of_a_case_at_rest_takes_no_time(archive, conference, another, state):
    hour = {"held_on": MONDAY, "starts_at": time(10), "ends_at": time(11)}
    archive.save(replace(conference, **hour))
    other = another()
    archive.save(Conference(case_id=other.id, **hour))
    assert archive.plan(conference.id).clashes == 1
    archive.save(replace(other, state=state))
    assert archive.plan(conference.id).clashes == 0


def test_the_next_conference_is_the_first_one_of_the_coming_days(archive, another):
    assert archive.lists.next_conference(MONDAY) is None
    for days in (0, 5, 2):
        held_on = MONDAY + timedelta(days=days)
        archive.save(Conference(case_id=another().id, held_on=held_on))
    line = archive.lists.next_conference(MONDAY)
    assert line is not None
    assert line.held_on == MONDAY + timedelta(days=2)


def test_due_actions_come_longest_overdue_first_and_say_what_was_promised(archive, conference):
    guest = archive.save(Participant(conference_id=conference.id, name="Ratna"))
    promise = archive.save(
        Commitment(conference_id=conference.id, participant_id=guest.id, text="Mendampingi belajar")
    )
    for facts in (
        {"what": "Jadwal remedial", "due_on": MONDAY},
        {"commitment_id": promise.id, "due_on": MONDAY - timedelta(days=2)},
        {"what": "Nanti", "due_on": MONDAY + timedelta(days=9)},
        {"what": "Selesai", "due_on": MONDAY, "state": ActionState.DONE},
    ):
        archive.save(Action(conference_id=conference.id, **facts))
    due = archive.lists.due(TOMORROW)
    assert [line.what for line in due] == ["Mendampingi belajar", "Jadwal remedial"]
    assert {line.code for line in due} == {"KK-2026-001"}
    assert archive.lists.count_due(TOMORROW) == 2


def test_an_assessment_is_due_until_it_was_done(archive, conference):
    for kind, done_on in ((AssessmentKind.SHORT, None), (AssessmentKind.IMMEDIATE, MONDAY)):
        archive.save(
            Assessment(conference_id=conference.id, kind=kind, due_on=MONDAY, done_on=done_on)
        )
    archive.save(Action(conference_id=conference.id, what="Kunjungan", due_on=TOMORROW))
    assert [(line.what, line.due_on) for line in archive.lists.due(TOMORROW)] == [
        (AssessmentKind.SHORT.title, MONDAY),
        ("Kunjungan", TOMORROW),
    ]
    assert archive.lists.count_due(MONDAY) == 1


def test_a_further_meeting_counts_its_own_actions(archive, case, conference):
    archive.save(Action(conference_id=conference.id, what="Kunjungan", due_on=MONDAY))
    archive.save(Conference(case_id=case.id, number=2))
    line = archive.lists.case(case.id)
    assert (line.number, line.actions, line.open_actions) == (2, 0, 1)
    assert archive.lists.case(case.id, conference.id).actions == 1


def test_actions_of_a_case_that_rests_are_not_due(archive, case, conference):
    archive.save(Action(conference_id=conference.id, what="Kunjungan", due_on=MONDAY))
    archive.save(replace(case, state=CaseState.FROZEN))
    assert archive.lists.due(MONDAY) == ()
    assert archive.lists.count_due(MONDAY) == 0


def test_the_register_shows_every_number_newest_first(archive, conference):
    archive.save(letter_of(conference, 1, LetterState.CANCELLED))
    archive.save(letter_of(conference, 2))
    lines = archive.lists.letters()
    assert [line.number[:9] for line in lines] == ["421.3/002", "421.3/001"]
    assert lines[1].state is LetterState.CANCELLED
    assert [line.number[:9] for line in archive.lists.letters(LetterFilter("/001/"))] == [
        "421.3/001"
    ]
    assert archive.lists.count_letters(LetterFilter("ratna")) == 2
    assert archive.lists.letters(limit=1, offset=1) == lines[1:]


def test_kept_papers_are_listed_without_their_bytes(archive, case, conference):
    archive.save(paper_of(conference))
    archive.save(paper_of(conference, DocumentKind.PLEDGE))
    assert [line.kind for line in archive.lists.kept_documents()] == [
        DocumentKind.PLEDGE,
        DocumentKind.MINUTES,
    ]
    assert archive.lists.count_documents("notulen") == 1
    [newest, _oldest] = archive.lists.documents(case.id)
    assert newest.content == b""
    assert newest.sha256 == fingerprint(b"%PDF")


def test_the_history_of_a_case_is_newest_first_and_its_own(archive, case, another, account):
    other = another()
    for minute, (owner, deed) in enumerate(
        ((case, Deed.CASE_OPENED), (other, Deed.CASE_OPENED), (case, Deed.CONSENT_RECORDED))
    ):
        at = NOON + timedelta(minutes=minute)
        archive.save(AuditEvent(at=at, account_id=account.id, case_id=owner.id, deed=deed))
    history = archive.lists.history(case.id)
    assert [event.deed for event in history] == [Deed.CONSENT_RECORDED, Deed.CASE_OPENED]
    assert archive.lists.case(case.id).touched_at == NOON + timedelta(minutes=2)


def test_students_are_found_by_name_number_and_class_and_those_who_left_are_not(archive, student):
    archive.save(Student(name="Bayu Lesmana", nisn="0088", class_name="VII-B"))
    archive.save(Student(name="Citra Gone", class_name="VII-B", left_on=MONDAY))
    lists = archive.lists
    assert [one.name for one in lists.students()] == ["Anisa Rahmawati", "Bayu Lesmana"]
    assert [one.name for one in lists.students("0088")] == ["Bayu Lesmana"]
    assert [one.name for one in lists.students(class_name="IX-A")] == ["Anisa Rahmawati"]
    assert lists.count_students() == 2
    assert lists.class_names() == ("IX-A", "VII-B")


def test_all_students_come_with_their_guardians_in_two_queries(archive, student):
    archive.save(Guardian(student_id=student.id, relation=Relation.FATHER, name="Danu"))
    archive.save(Student(name="Bayu Lesmana"))
    assert queries(archive.lists.all_students) == 2
    found = archive.lists.all_students()
    assert [(one.name, len(guardians)) for one, guardians in found] == [
        ("Anisa Rahmawati", 2),
        ("Bayu Lesmana", 0),
    ]
    assert [one.name for one in archive.lists.guardians(student.id)] == ["Ratna Wulandari", "Danu"]


def test_people_are_found_by_name_capacity_and_institution(archive):
    archive.save(Person(name="Hendra", capacity="psikolog", institution="Puskesmas"))
    archive.save(Person(name="Budi", capacity="guru mapel"))
    found = [[one.name for one in archive.lists.people(text)] for text in ("", "psiko", "puskes")]
    assert found == [["Budi", "Hendra"], ["Hendra"], ["Hendra"]]

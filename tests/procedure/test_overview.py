from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.overview import (
    Door,
    StageState,
    overview,
    stage_lines,
    stage_state,
)
from konfkasus_gui.procedure.planning import Bookmark, Participant, Step
from konfkasus_gui.procedure.standing import CaseLine
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentState,
    Stage,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)
NEW = CaseLine(
    case_id=1,
    code="KK-2026-001",
    state=CaseState.OPEN,
    student_name="Anisa",
    class_name="IX-A",
    opened_on=MONDAY,
    conference_id=1,
    number=1,
)
READY = replace(
    NEW,
    client_consent=ConsentState.GIVEN,
    participants=3,
    letters=3,
    held_on=MONDAY,
    starts_at=time(10),
    place="Ruang BK",
)
RUNNING = replace(READY, opened_at=NOON, conference_state=ConferenceState.RUNNING)
HELD = replace(RUNNING, conference_state=ConferenceState.HELD)
FINAL = replace(HELD, minutes_final_at=NOON)
EVALUATED = replace(FINAL, evaluated_on=MONDAY)
ACTING = replace(EVALUATED, actions=2, open_actions=1, next_due=MONDAY + timedelta(days=1))


@pytest.fixture
def followed(complete):
    return FollowUp(Appraisal(complete, Evaluation(conference_id=1)))


@pytest.mark.parametrize(
    ("line", "shown", "action", "door", "steps_of"),
    [
        (NEW, Stage.PLANNING, "Lanjutkan perencanaan", Door.PLANNING, Stage.PLANNING),
        (READY, Stage.MEETING, "Mulai konferensi", Door.MEETING, Stage.PLANNING),
        (RUNNING, Stage.MEETING, "Lanjutkan konferensi", Door.MEETING, Stage.MEETING),
        (HELD, Stage.MEETING, "Finalkan notulen", Door.MINUTES, Stage.MEETING),
        (FINAL, Stage.EVALUATION, "Isi evaluasi", Door.EVALUATION, Stage.EVALUATION),
        (EVALUATED, Stage.FOLLOW_UP, "Susun tindak lanjut", Door.FOLLOW_UP, Stage.FOLLOW_UP),
        (ACTING, Stage.FOLLOW_UP, "Lanjutkan tindak lanjut", Door.FOLLOW_UP, Stage.FOLLOW_UP),
        (
            replace(ACTING, open_actions=0),
            Stage.FOLLOW_UP,
            "Tutup kasus",
            Door.FOLLOW_UP,
            Stage.FOLLOW_UP,
        ),
    ],
)
def test_the_present_stage_offers_one_leading_button(followed, line, shown, action, door, steps_of):
    found = overview(shown, line, followed, MONDAY, "WIB")
    assert stage_state(shown, line) is StageState.CURRENT
    assert (found.action, found.door, found.steps_of, found.leads) == (action, door, steps_of, True)
    assert found.heading


@pytest.mark.parametrize(
    ("line", "shown", "action"),
    [
        (READY, Stage.PLANNING, "Lihat perencanaan"),
        (FINAL, Stage.MEETING, "Lihat notulen"),
        (EVALUATED, Stage.EVALUATION, "Lihat evaluasi"),
    ],
)
def test_a_stage_that_is_over_can_be_looked_at_quietly(followed, line, shown, action):
    found = overview(shown, line, followed, MONDAY)
    assert stage_state(shown, line) is StageState.DONE
    assert (found.action, found.leads) == (action, False)


def test_a_stage_still_to_come_says_when_and_offers_nothing(followed):
    found = overview(Stage.EVALUATION, NEW, followed, MONDAY)
    assert found.heading == "Analisis dan evaluasi belum dimulai"
    assert (found.sentence, found.action) == ("setelah notulen final", "")


@pytest.mark.parametrize("state", [CaseState.FROZEN, CaseState.CLOSED])
@pytest.mark.parametrize(
    ("line", "shown"),
    [(NEW, Stage.PLANNING), (READY, Stage.MEETING), (ACTING, Stage.FOLLOW_UP)],
)
def test_a_case_at_rest_offers_no_work(followed, state, line, shown):
    assert overview(shown, replace(line, state=state), followed, MONDAY).action == ""


@pytest.mark.parametrize(
    ("days", "words"), [(0, "siap dimulai"), (3, "menunggu harinya"), (-1, "sudah lewat")]
)
def test_a_planned_meeting_says_whether_its_day_has_come(followed, days, words):
    line = replace(READY, held_on=MONDAY + timedelta(days=days))
    assert words in overview(Stage.MEETING, line, followed, MONDAY).heading


def test_a_meeting_says_when_and_who_leads(followed):
    found = overview(Stage.MEETING, READY, followed, MONDAY, "WIB")
    assert found.sentence == (
        "Senin, 2 Maret 2026 · 10.00–11.00 WIB · pimpinan Siti · notulis Budi"
    )


@pytest.mark.parametrize(
    ("line", "states", "words"),
    [
        (NEW, "CLLL", {0: "7 dari 7 langkah", 1: "setelah undangan bernomor"}),
        (READY, "DCLL", {0: "selesai", 1: "hari ini 10.00 · Ruang BK"}),
        (RUNNING, "DCLL", {1: "sedang berlangsung"}),
        (HELD, "DCLL", {1: "notulen belum final"}),
        (FINAL, "DDCL", {1: "notulen final 2 Mar", 2: "belum selesai"}),
        (EVALUATED, "DDDC", {2: "berhasil sebagian", 3: "belum ada rencana"}),
        (replace(EVALUATED, state=CaseState.CLOSED), "DDDD", {3: "kasus ditutup"}),
    ],
)
def test_the_strip_tells_each_stage(followed, line, states, words):
    strip = stage_lines(line, followed, MONDAY)
    assert "".join(one.state.name[0] for one in strip) == states
    assert {place: strip[place].sentence for place in words} == words


def test_actions_of_another_meeting_are_counted_where_the_case_is_followed(followed):
    strip = stage_lines(ACTING, followed, MONDAY)
    assert strip[3].sentence == "1 tindakan berjalan"
    found = overview(Stage.FOLLOW_UP, ACTING, followed, MONDAY)
    assert found.sentence == "1 tindakan berjalan · tenggat terdekat besok"


def without(plan, step):
    """``plan`` with nothing done for ``step``, and the words that ask for it."""
    case, conference = plan.case, plan.conference
    return {
        Step.PROBLEM: replace(plan, case=replace(case, problem="")),
        Step.CONSENT: replace(plan, consents=()),
        Step.PARTICIPANTS: replace(plan, participants=(Participant(conference_id=1),)),
        Step.DATA: replace(plan, data_items=()),
        Step.SCHEDULE: replace(plan, conference=replace(conference, held_on=None)),
        Step.STRUCTURING: replace(plan, conference=replace(conference, directions=())),
        Step.INVITATIONS: replace(plan, letters=()),
    }[step]


@pytest.mark.parametrize(
    ("step", "wish"),
    [
        (Step.PROBLEM, "tuliskan masalah dan tujuan"),
        (Step.CONSENT, "minta persetujuan konseli"),
        (Step.PARTICIPANTS, "lengkapi peserta"),
        (Step.DATA, "himpun data"),
        (Step.SCHEDULE, "tentukan jadwal"),
        (Step.STRUCTURING, "bahas penstrukturan dengan pimpinan"),
        (Step.INVITATIONS, "cetak undangan"),
    ],
)
def test_the_next_step_is_the_first_one_in_planning_with_something_open(complete, step, wish):
    plan = without(complete.plan, step)
    if step is not Step.INVITATIONS:
        plan = replace(plan, letters=())
    followed = FollowUp(Appraisal(replace(complete, plan=plan), Evaluation(conference_id=1)))
    found = overview(Stage.PLANNING, NEW, followed, MONDAY)
    assert found.sentence == f"Langkah berikutnya: {wish}"


@pytest.mark.parametrize(
    ("giver", "state", "wish"),
    [
        (ConsentGiver.CLIENT, ConsentState.REFUSED, "bicarakan lagi dengan konseli"),
        (ConsentGiver.GUARDIAN, None, "minta persetujuan orang tua/wali"),
    ],
)
def test_the_next_step_says_whose_consent_is_asked_for(complete, giver, state, wish):
    consents = tuple(
        replace(consent, state=state) if consent.giver is giver else consent
        for consent in complete.plan.consents
    )
    meeting = replace(complete, plan=replace(complete.plan, consents=consents))
    followed = FollowUp(Appraisal(meeting, Evaluation(conference_id=1)))
    found = overview(Stage.PLANNING, NEW, followed, MONDAY)
    assert found.sentence == f"Langkah berikutnya: {wish}"


def test_without_anybody_the_next_step_is_to_choose_participants(complete):
    plan = replace(complete.plan, participants=(), letters=())
    followed = FollowUp(Appraisal(replace(complete, plan=plan), Evaluation(conference_id=1)))
    found = overview(Stage.PLANNING, NEW, followed, MONDAY)
    assert found.sentence == "Langkah berikutnya: pilih peserta"


def test_planning_says_the_day_it_was_finished(complete):
    marked = (Bookmark(conference_id=1, stage=Stage.PLANNING, finished_on=MONDAY),)
    meeting = replace(complete, plan=replace(complete.plan, bookmarks=marked))
    followed = FollowUp(Appraisal(meeting, Evaluation(conference_id=1)))
    assert stage_lines(READY, followed, MONDAY)[0].sentence == "selesai 2 Mar"


def test_a_case_in_screening_has_all_stages_before_it():
    strip = stage_lines(replace(NEW, state=CaseState.SCREENING), None, MONDAY)
    assert {one.state for one in strip} == {StageState.LATER}
    assert all(one.sentence for one in strip)

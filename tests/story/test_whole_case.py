"""One case from the first worry to the last follow-up, read as a story."""

from datetime import datetime

import pytest

from konfkasus_gui.demo.story import Clock, Story
from konfkasus_gui.procedure import closing, evaluation, follow_up, meeting, planning
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.conduct import MinutesFinal
from konfkasus_gui.procedure.school import Account, School
from konfkasus_gui.procedure.vocabulary import CaseState, LetterState, Outcome, Stage
from konfkasus_gui.screens.session import Session


@pytest.fixture
def story(archive, qapp):
    """The story at its beginning: an archive that knows only the school's name."""
    archive.save(School(name="SMP Negeri 1 Sukamaju"))
    clock = Clock(datetime(2026, 11, 2, 8))
    account = archive.save(Account(name="Siti", created_at=clock.now))
    return Story(Session(archive, clock, account), clock)


def told(story, *chapters):
    for chapter in chapters:
        getattr(story, chapter)()


def open_gaps(gaps):
    return [gap.sentence for gap in gaps if gap.blocks]


def test_one_case_is_led_from_the_first_worry_to_its_closing(story):
    session = story.session

    told(story, "set_up_school", "import_students")
    assert session.lists.count_students() > 100

    told(story, "open_case", "accept_case")
    plan = session.plan(story.conference_id)
    assert plan.case.code == "KK-2026-001"
    assert open_gaps(planning.gaps(plan, session.today())), "consent comes first"

    told(story, "plan")
    plan = session.plan(story.conference_id)
    assert not open_gaps(planning.gaps(plan, session.today()))
    assert len(plan.participants) == 6
    assert len(plan.shareable()) < len(plan.data_items), "some data stay with the counselor"

    told(story, "invite")
    plan = session.plan(story.conference_id)
    assert len({letter.number for letter in plan.letters}) == 6
    assert {letter.state for letter in plan.letters} == {LetterState.ISSUED}
    assert planning.gaps(plan, session.today()) == []

    told(story, "come_together", "talk")
    held = session.meeting(story.conference_id)
    assert meeting.gaps(held, session.today()) == []

    told(story, "close_meeting")
    with pytest.raises(MinutesFinal):
        session.remove(session.meeting(story.conference_id).contributions[0])

    told(story, "evaluate")
    appraisal = session.appraisal(story.conference_id)
    assert evaluation.outcome(appraisal) is Outcome.SUCCESS

    told(story, "follow_up")
    followed = session.follow_up(story.conference_id)
    with pytest.raises(closing.CaseUnfinished):
        closing.close(followed, session.today())

    told(story, "look_after", "close_case")
    followed = session.follow_up(story.conference_id)
    assert followed.case.state is CaseState.CLOSED
    assert follow_up.gaps(followed, session.today()) == []


def test_the_history_tells_what_happened_in_order(story):
    told(
        story,
        *("set_up_school", "import_students", "open_case", "accept_case"),
        *("plan", "invite"),
        *("come_together", "talk", "close_meeting", "evaluate"),
    )
    history = [event.deed for event in reversed(story.session.lists.history(story.case_id))]
    assert history == [
        Deed.CASE_OPENED,
        Deed.CASE_ACCEPTED,
        Deed.CONSENT_RECORDED,
        Deed.CONSENT_RECORDED,
        Deed.NUMBERED,
        Deed.STAGE_FINISHED,
        Deed.CONFERENCE_OPENED,
        Deed.CONFERENCE_CLOSED,
        Deed.STAGE_FINISHED,
        Deed.MINUTES_FINAL,
        Deed.STAGE_FINISHED,
    ]
    plan = story.session.plan(story.conference_id)
    assert [plan.bookmark(stage).finished_on is not None for stage in Stage] == [
        True,
        True,
        True,
        False,
    ]

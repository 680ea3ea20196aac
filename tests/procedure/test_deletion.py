from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from konfkasus_gui.procedure import deletion
from konfkasus_gui.procedure.deletion import RemovedKind
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.planning import Bookmark, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Attendance,
    Commitment,
    Contribution,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.school import Guardian, Person, Student, Wording
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aspect,
    Presence,
    Relation,
    RemarkKind,
    Stage,
    Trend,
)

NOON = datetime(2026, 3, 2, 12)
LOOK = Progress(action_id=1, noted_on=NOON.date())


@pytest.mark.parametrize(
    ("value", "kind", "title"),
    [
        (Participant(conference_id=1, name="Ratna", capacity="ibu"), "peserta", "Ratna"),
        (Participant(conference_id=1, capacity="wali kelas"), "peserta", "wali kelas"),
        (DataItem(case_id=1, aspect=Aspect.HOBBY, text=" Bola\nvoli "), "butir data", "Bola voli"),
        (Action(conference_id=1, what="Kunjungan"), "tindakan", "Kunjungan"),
        (Action(conference_id=1, commitment_id=3, who="Sri"), "tindakan", "Sri"),
        (replace(LOOK, text="Lancar"), "catatan kemajuan", "Lancar"),
        (replace(LOOK, trend=Trend.BETTER), "catatan kemajuan", "membaik"),
        (Student(name="Yoga"), "siswa", "Yoga"),
        (Guardian(student_id=1, relation=Relation.MOTHER, name="Ratna"), "orang tua/wali", "ibu "),
        (Person(name="Hendra"), "orang dalam direktori", "Hendra"),
        (Attendance(conference_id=1, participant_id=1, presence=Presence.LATE), "catatan", ""),
    ],
)
def test_what_was_removed_is_called_by_its_kind_and_first_words(value, kind, title):
    assert deletion.kind_of(value).label == kind
    assert deletion.title_of(value).startswith(title)
    assert deletion.worth_keeping(value, hangs_on=False)


def test_a_long_text_is_named_by_its_beginning():
    remark = Remark(conference_id=1, kind=RemarkKind.CLIENT, text="kata " * 5_000)
    title = deletion.title_of(remark)
    assert title.startswith("kata kata")
    assert len(title) <= 90


@pytest.mark.parametrize(
    "value",
    [
        Commitment(conference_id=1, participant_id=1, text=" \n"),
        DataItem(case_id=1, aspect=Aspect.HOBBY),
        LOOK,
    ],
)
def test_where_nothing_was_written_nothing_waits_but_for_what_hangs_on_it(value):
    assert not deletion.worth_keeping(value, hangs_on=False)
    assert deletion.worth_keeping(value, hangs_on=True)


@pytest.mark.parametrize(
    "value",
    [
        Abstention(conference_id=1, participant_id=1, agenda=Agenda.OPINION),
        Presentation(conference_id=1, data_item_id=1),
        Waiver(conference_id=1, gap="x", sentence="y", reason="z", noted_at=NOON),
        Bookmark(conference_id=1, stage=Stage.MEETING),
        Wording(key="opening", text="Dengan hormat"),
    ],
)
def test_a_tick_that_was_taken_back_does_not_wait(value):
    assert not deletion.worth_keeping(value, hangs_on=True)


def test_what_was_removed_waits_thirty_days():
    assert deletion.expired_before(NOON) == NOON - timedelta(days=30)
    assert deletion.days_left(NOON, date(2026, 3, 2)) == 30
    assert deletion.days_left(NOON, date(2026, 4, 1)) == 0
    assert deletion.days_left(NOON, date(2026, 6, 1)) == 0


def test_having_nothing_to_add_no_longer_holds_for_who_said_something(complete):
    meeting = complete
    [guest, *_] = meeting.plan.participants
    own = {"conference_id": meeting.conference.id, "participant_id": guest.id}
    none = tuple(
        Abstention(id=number, **own, agenda=agenda)
        for number, agenda in enumerate((Agenda.INFORMATION, Agenda.COMMITMENT), 1)
    )
    found = replace(meeting, abstentions=none)
    said = Contribution(**own, agenda=Agenda.INFORMATION, text="Rajin", said_at=NOON)
    assert deletion.contradicted(found, said) == none[:1]
    assert deletion.contradicted(found, replace(said, agenda=Agenda.OPINION)) == ()
    assert deletion.contradicted(found, Commitment(**own, text="Hadir")) == none[1:]
    family = replace(none[0], id=9, aspect=Aspect.FAMILY)
    about = replace(found, abstentions=(family,))
    assert deletion.contradicted(about, said) == ()
    assert deletion.contradicted(about, replace(said, aspect=Aspect.FAMILY)) == (family,)


def test_every_kind_has_a_name():
    assert all(kind.label for kind in RemovedKind)

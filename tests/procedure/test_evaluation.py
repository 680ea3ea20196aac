from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.procedure.evaluation import (
    Appraisal,
    Evaluation,
    Measure,
    awaited,
    commitment,
    earlier_reasons,
    gaps,
    grounds,
    information,
    outcome,
    proposes_another_meeting,
    reckoned,
    steps,
)
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.vocabulary import Aim, Function, Level, Outcome

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


def judged(meeting):
    """A meeting whose first contribution means much."""
    first, *others = meeting.contributions
    return replace(meeting, contributions=(replace(first, meaningful=True), *others))


def appraisal(meeting, **evaluation):
    bare = Appraisal(meeting, Evaluation(conference_id=1, **evaluation))
    return replace(
        bare,
        judgements=tuple(
            replace(bare.judgement(subject), level=Level.REACHED) for subject in (*Aim, *Function)
        ),
    )


def keys(found):
    return {gap.key for gap in gaps(found, MONDAY)}


def test_the_two_measures_are_figures_from_the_meeting(complete):
    assert information(judged(complete)) == Measure(1, 6)
    assert commitment(complete) == Measure(3, 3)


@pytest.mark.parametrize(
    ("meaningful", "promises", "result"),
    [
        (True, 3, Outcome.SUCCESS),
        (True, 2, Outcome.PARTIAL),
        (True, 0, Outcome.PARTIAL),
        (False, 3, Outcome.PARTIAL),
        (False, 1, Outcome.PARTIAL),
        (False, 0, Outcome.NOT_YET),
    ],
)
def test_success_needs_new_information_and_everyones_commitment(
    complete, meaningful, promises, result
):
    meeting = judged(complete) if meaningful else complete
    meeting = replace(meeting, commitments=meeting.commitments[:promises])
    assert reckoned(meeting) is result


def test_nobody_present_is_no_success(complete):
    assert reckoned(replace(judged(complete), attendances=())) is Outcome.PARTIAL


def test_the_counselor_may_overrule_with_a_reason(complete):
    meeting = judged(complete)
    silent = appraisal(meeting, overruled=Outcome.NOT_YET)
    assert outcome(silent) is Outcome.SUCCESS
    assert keys(silent) == {"eval.overruled"}
    told = appraisal(meeting, overruled=Outcome.NOT_YET, overruled_reason="belum ada perubahan")
    assert outcome(told) is Outcome.NOT_YET
    assert proposes_another_meeting(told)
    assert not proposes_another_meeting(silent)


def test_a_complete_appraisal_misses_nothing(complete):
    found = appraisal(judged(complete))
    assert keys(found) == set()
    assert len(steps(found)) == 4


def test_an_appraisal_misses_what_was_not_judged(complete):
    assert keys(appraisal(complete)) == {"eval.meaningful"}
    assert keys(appraisal(replace(complete, contributions=()))) == {"eval.information"}
    bare = Appraisal(judged(complete), Evaluation(conference_id=1))
    assert keys(bare) == {"eval.judgements"}
    broken = replace(judged(complete), commitments=complete.commitments[1:])
    assert keys(appraisal(broken)) == {"eval.commitment"}


def test_a_judgement_is_awaited_of_what_the_meeting_was_to_serve(complete):
    conference = replace(
        complete.conference, aims=(Aim.PICTURE, Aim.COORDINATED), functions=(Function.RELIEF,)
    )
    assert awaited(conference) == (Aim.PICTURE, Aim.COORDINATED, Function.RELIEF)
    unplanned = replace(conference, aims=(), functions=())
    assert awaited(unplanned) == (*Aim, *Function)
    meeting = replace(judged(complete), plan=replace(complete.plan, conference=conference))
    bare = Appraisal(meeting, Evaluation(conference_id=1))
    assert [gap.sentence for gap in gaps(bare, MONDAY)] == ["3 dari 3 penilaian belum diisi."]
    chosen = tuple(
        replace(bare.judgement(subject), level=Level.REACHED) for subject in awaited(conference)
    )
    assert keys(replace(bare, judgements=chosen)) == set()


def test_a_judgement_belongs_to_one_aim_or_one_function(complete):
    found = appraisal(complete)
    assert found.judgement(Aim.PICTURE).aim is Aim.PICTURE
    assert found.judgement(Aim.PICTURE).function is None
    assert found.judgement(Function.RELIEF).function is Function.RELIEF


def test_the_outcome_says_why_in_words(complete):
    assert grounds(judged(complete)) == (
        "1 dari 6 keterangan berarti bagi pemecahan masalah.",
        "Semua 3 peserta hadir berkomitmen.",
    )
    broken = replace(complete, commitments=complete.commitments[1:])
    assert grounds(broken) == (
        "Belum ada keterangan yang ditandai berarti.",
        "2 dari 3 peserta hadir berkomitmen.",
    )
    empty = replace(complete, contributions=(), attendances=())
    assert grounds(empty) == (
        "Pertemuan tidak mencatat keterangan tambahan.",
        "Belum ada peserta yang tercatat hadir.",
    )


def test_an_early_end_comes_back_with_its_reason(complete):
    assert earlier_reasons(appraisal(complete)) == ()
    early = replace(complete.conference, ended_early="Listrik padam")
    meeting = replace(complete, plan=replace(complete.plan, conference=early))
    [found] = earlier_reasons(appraisal(meeting))
    assert found.reason == "Listrik padam"


def test_reasons_of_earlier_stages_come_back_without_those_of_this_one(complete):
    waivers = tuple(
        Waiver(conference_id=1, gap=gap, sentence="…", reason=reason, noted_at=NOON)
        for gap, reason in (
            ("plan.guardian_consent", "Menunggu ayah pulang."),
            ("meet.data", "Waktu habis."),
            ("meet.round.c", " "),
            ("eval.judgements", "Belum cukup bukti."),
        )
    )
    meeting = replace(complete, plan=replace(complete.plan, waivers=waivers))
    assert [one.reason for one in earlier_reasons(appraisal(meeting))] == [
        "Menunggu ayah pulang.",
        "Waktu habis.",
    ]

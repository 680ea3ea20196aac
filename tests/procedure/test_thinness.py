"""What the check before final minutes tells, and the figures that the evaluation goes by."""

from dataclasses import replace

import pytest

from konfkasus_gui.procedure.figures import figures, ground
from konfkasus_gui.procedure.gap import Severity
from konfkasus_gui.procedure.meeting import gaps
from konfkasus_gui.procedure.proceedings import Abstention, Answer, Citation, Duration, Remark
from konfkasus_gui.procedure.thinness import thin
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    Aim,
    Aspect,
    Basis,
    Presence,
    RemarkKind,
)


def keys(meeting):
    return {gap.key for gap in thin(meeting)}


@pytest.fixture
def thick(complete):
    """A meeting of which nothing is thin."""
    day = complete.conference.held_on
    contributions = tuple(
        replace(one, aspect=Aspect.HEALTH, basis=Basis.OBSERVED) for one in complete.contributions
    )
    return replace(
        complete,
        contributions=contributions,
        abstentions=tuple(
            Abstention(
                id=number,
                conference_id=1,
                participant_id=1,
                agenda=Agenda.INFORMATION,
                aspect=aspect,
            )
            for number, aspect in enumerate(Aspect, 1)
        ),
        citations=tuple(
            Citation(
                id=one.id,
                conference_id=1,
                conclusion_id=one.id,
                contribution_id=contributions[0].id,
            )
            for one in complete.conclusions
        ),
        commitments=tuple(
            replace(one, starts_on=day, check_on=day) for one in complete.commitments
        ),
        remarks=(Remark(id=1, conference_id=1, kind=RemarkKind.CLIENT, text="Saya mau."),),
    )


def test_a_full_record_is_not_called_thin(thick):
    assert keys(thick) == set()


def test_whatever_is_thin_only_warns(complete):
    found = thin(complete)
    assert {gap.severity for gap in found} == {Severity.HINT}
    assert {gap.key for gap in found} == {
        "thin.aspect",
        "thin.basis",
        "thin.observed",
        "thin.coverage",
        "thin.evidence.positive",
        "thin.evidence.background",
        "thin.evidence.cause",
        "thin.days",
        "thin.client",
    }
    assert not any(gap.blocks for gap in gaps(complete, complete.conference.held_on))


def test_hearsay_without_a_source_and_open_wishes_are_told(thick):
    first, *others = thick.contributions
    conference = replace(thick.conference, wanted="Waktu tidur")
    meeting = replace(
        thick,
        plan=replace(thick.plan, conference=conference),
        contributions=(replace(first, basis=Basis.HEARD), *others),
    )
    assert keys(meeting) == {"thin.heard_from", "thin.wishes"}
    told = Answer(id=1, conference_id=1, question="Waktu tidur")
    assert keys(replace(meeting, answers=(told,))) == {"thin.heard_from"}


def test_a_written_statement_without_words_is_told(thick):
    first, *others = thick.attendances
    away = replace(first, presence=Presence.WRITTEN)
    assert "thin.statement" in keys(replace(thick, attendances=(away, *others)))
    said = replace(away, statement="Mendukung.")
    assert "thin.statement" not in keys(replace(thick, attendances=(said, *others)))


def test_figures_come_from_the_meeting(thick):
    durations = (
        Duration(id=1, conference_id=1, agenda=Agenda.OPENING, seconds=600),
        Duration(id=2, conference_id=1, agenda=Agenda.INFORMATION, seconds=1500),
        Duration(id=3, conference_id=1, agenda=Agenda.INFORMATION, participant_id=1, seconds=900),
    )
    told = " ".join(figures(replace(thick, durations=durations)))
    assert "berlangsung 35 menit" in told
    assert "3 dari 3 peserta hadir memberi keterangan" in told
    assert "6 diamati sendiri, 0 didengar, 0 pendapat" in told
    assert "3 dari 3 kesimpulan menyebut keterangan" in told
    assert "ingin diperoleh" not in told


def test_each_aim_has_its_figure(thick):
    conference = replace(thick.conference, wanted="Waktu tidur\nCara belajar")
    meeting = replace(
        thick,
        plan=replace(thick.plan, conference=conference),
        answers=(Answer(id=1, conference_id=1, question="Waktu tidur"),),
    )
    assert ground(meeting, Aim.PICTURE) == (
        "0 dari 6 keterangan berarti · 1 dari 2 data yang ingin diperoleh terjawab"
    )
    assert ground(meeting, Aim.INFORMED) == "3 dari 3 yang diundang mengikuti pertemuan"
    assert ground(meeting, Aim.COORDINATED) == "3 dari 3 yang hadir berkomitmen"
    empty = replace(meeting, attendances=())
    assert ground(empty, Aim.COORDINATED) == ground(empty, Aim.INFORMED) == ""
